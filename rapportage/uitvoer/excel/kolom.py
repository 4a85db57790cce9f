"""The columns of a sheet: their headings and how wide they are."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column with its heading and its width in characters."""

    kop: str
    breedte: int
    is_getal: bool = False
    verborgen: bool = False


SLEUTEL = Kolom("Sleutel", 24, verborgen=True)


def fit(minimaal: int, afgedrukt: Iterable[str]) -> int:
    """A width in which each of these prints of a number fits on its line."""
    return max(minimaal, *(len(tekst) + 3 for tekst in afgedrukt), 0)
