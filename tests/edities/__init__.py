"""A real edition of every schema that ever landed, by the name of its file; see README.md."""

from pathlib import Path

EDITIES = {bestand.stem: bestand for bestand in sorted(Path(__file__).parent.glob("*.json"))}
