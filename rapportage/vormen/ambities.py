"""Per ambitie its beoogde resultaten and its activiteiten, as an uitvoeringsprogramma prints them."""

from dataclasses import dataclass

from ..opzoeken import with_onderdelen
from ..rapport import Activiteitregel, Ambitieregel, Doelregel, Lijnregel

STIL = "niet gerapporteerd in deze ronde"


@dataclass(frozen=True, slots=True)
class Ambitierij:
    ambitie: Ambitieregel
    doelen: tuple[Doelregel, ...]
    activiteiten: tuple[Activiteitregel, ...]


@dataclass(frozen=True, slots=True)
class Ambities:
    """`stil`: the round tells of none of the activiteiten how far it is, so that one sentence says it."""

    rijen: tuple[Ambitierij, ...]
    stil: bool


def make_ambities(lijn: Lijnregel) -> Ambities | None:
    op_sleutel = {rij.sleutel: rij for rij in with_onderdelen(lijn.activiteiten)}
    rijen = tuple(
        Ambitierij(
            ambitie=ambitie,
            doelen=(*ambitie.doelen, *ambitie.doelen_afgelopen),
            activiteiten=tuple(op_sleutel[sleutel] for sleutel in ambitie.activiteiten),
        )
        for ambitie in lijn.ambities
    )
    activiteiten = with_onderdelen(tuple(rij for ambitie in rijen for rij in ambitie.activiteiten))
    return Ambities(rijen, all(rij.opgave == STIL for rij in activiteiten)) if rijen else None


def doelen_in_words(lijn: Lijnregel) -> tuple[Doelregel, ...]:
    """The doelen of the line that no indicator measures; the others stand with their indicator."""
    return tuple(doel for doel in (*lijn.doelen, *lijn.doelen_afgelopen) if not doel.indicator)
