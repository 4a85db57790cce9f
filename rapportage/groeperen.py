"""The rows of a line as the report prints them: under row groups, onderdelen indented, verwante as a list."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from .rapport import Activiteitregel, Lijnregel, Rapport

VERWANT = "verwant"


@dataclass(frozen=True, slots=True)
class Rij:
    """An activiteit in the table; `diepte` is 0, or 1 and more for an onderdeel."""

    activiteit: Activiteitregel
    diepte: int


@dataclass(frozen=True, slots=True)
class Groep:
    """Rows that stand together under one head ("Voor Stad & Regio"), which may be empty."""

    naam: str
    rijen: tuple[Rij, ...]


@dataclass(frozen=True, slots=True)
class Lijntabel:
    lijn: Lijnregel
    groepen: tuple[Groep, ...]
    verwant: tuple[Groep, ...]


def make_tabel(lijn: Lijnregel) -> Lijntabel:
    eigen = [rij for rij in lijn.activiteiten if rij.soort != VERWANT]
    verwant = [rij for rij in lijn.activiteiten if rij.soort == VERWANT]
    return Lijntabel(lijn=lijn, groepen=make_groepen(eigen), verwant=make_groepen(verwant))


def make_tabellen(rapport: Rapport) -> tuple[Lijntabel, ...]:
    return tuple(map(make_tabel, rapport.lijnen))


def make_groepen(activiteiten: list[Activiteitregel]) -> tuple[Groep, ...]:
    return tuple(
        Groep(naam, tuple(flatten(groep))) for naam, groep in groupby(activiteiten, lambda rij: rij.groep)
    )


def flatten(activiteiten, diepte: int = 0) -> Iterator[Rij]:
    for activiteit in activiteiten:
        yield Rij(activiteit, diepte)
        yield from flatten(activiteit.onderdelen, diepte + 1)
