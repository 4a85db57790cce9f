"""What `make` does. Only the standard library: these run before anything is installed."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
