"""The rows of a line as the report prints them: under row groups, onderdelen indented, verwante as a list."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from programmalijnen.regels.begrippen import Koers

from .rapport import Activiteitregel, Doelregel, Indicatorregel, Lijnregel

EXTRA, VERWANT = "extra", "verwant"
AFGESPROKEN, EXTRA_ACTIVITEITEN = "Afgesproken activiteiten", "Extra activiteiten"
# The text of the realisatie says it already.
IN_WOORDEN = frozenset({Koers.NIET_BEREKEND, Koers.ELDERS, Koers.NIET_GERAPPORTEERD, Koers.GEEN_STAP})


@dataclass(frozen=True, slots=True)
class Rij:
    """An activiteit in the table; `diepte` is 0, or 1 and more for an onderdeel.

    `cijfers` are the doelen that add a figure or a step to the text, `metingen` figures without a doel.
    """

    activiteit: Activiteitregel
    diepte: int
    cijfers: tuple[Doelregel, ...]
    metingen: tuple[Indicatorregel, ...]


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


def make_tabel(lijn: Lijnregel, *, op_soort: bool = False, zonder: Container[str] = frozenset()) -> Lijntabel:
    """`op_soort`: agreed and extra rows stand apart; `zonder` are sleutels of rows to leave out."""
    rijen = [rij for rij in lijn.activiteiten if rij.sleutel not in zonder]
    eigen = [rij for rij in rijen if rij.soort != VERWANT]
    verwant = [rij for rij in rijen if rij.soort == VERWANT]
    groepen = split_soorten(eigen) if op_soort and is_mixed(eigen) else make_groepen(eigen)
    return Lijntabel(lijn=lijn, groepen=groepen, verwant=make_groepen(verwant))


def is_mixed(activiteiten: list[Activiteitregel]) -> bool:
    """Whether a group holds agreed and extra rows together; where none does, its own name says more."""
    soorten = {(rij.groep, rij.soort) for rij in activiteiten}
    return len(soorten) > len({groep for groep, _ in soorten})


def split_soorten(activiteiten: list[Activiteitregel]) -> tuple[Groep, ...]:
    per_soort = (
        (AFGESPROKEN, [rij for rij in activiteiten if rij.soort != EXTRA]),
        (EXTRA_ACTIVITEITEN, [rij for rij in activiteiten if rij.soort == EXTRA]),
    )
    return tuple(Groep(naam, tuple(flatten(rijen))) for naam, rijen in per_soort if rijen)


def make_groepen(activiteiten: list[Activiteitregel]) -> tuple[Groep, ...]:
    return tuple(
        Groep(naam, tuple(flatten(groep))) for naam, groep in groupby(activiteiten, lambda rij: rij.groep)
    )


def flatten(activiteiten: Iterable[Activiteitregel], diepte: int = 0) -> Iterator[Rij]:
    for activiteit in activiteiten:
        yield make_rij(activiteit, diepte)
        yield from flatten(activiteit.onderdelen, diepte + 1)


def make_rij(activiteit: Activiteitregel, diepte: int = 0) -> Rij:
    doelen = (*activiteit.doelen, *activiteit.doelen_afgelopen)
    return Rij(
        activiteit=activiteit,
        diepte=diepte,
        cijfers=tuple(doel for doel in doelen if doel.koers not in IN_WOORDEN),
        metingen=measured_without_doel(activiteit.indicatoren),
    )


def measured_without_doel(indicatoren: Iterable[Indicatorregel]) -> tuple[Indicatorregel, ...]:
    return tuple(rij for rij in indicatoren if rij.is_contextcijfer and rij.laatste is not None)
