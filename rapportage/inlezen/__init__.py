"""From readable files to programmes in the database (docs/fixtures.md)."""

from .bestand import Leesfout, read_bestand
from .laden import load_programmas

__all__ = ["Leesfout", "load_programmas", "read_bestand"]
