"""From a readable file to a programme in the database (docs/fixtures.md)."""

from .bestand import Leesfout, read_bestand
from .laden import load_programma

__all__ = ["Leesfout", "load_programma", "read_bestand"]
