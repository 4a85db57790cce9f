"""The doelen of the next year beside those of this year."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..opzoeken import Plek, plekken_of_lijn
from ..rapport import Activiteitregel, Ambitieregel, Doelregel, Lijnregel
from ..vooruit import is_voorstel


@dataclass(frozen=True, slots=True)
class Jarenrij:
    """The doelen of the next year of one place beside those of this year; `drager` None: the line itself."""

    drager: Ambitieregel | Activiteitregel | None
    dit_jaar: tuple[Doelregel, ...]
    volgend_jaar: tuple[Doelregel, ...]


@dataclass(frozen=True, slots=True)
class Jaren:
    """`alle_voorgesteld`: one sentence says it of all doelen of the next year."""

    rijen: tuple[Jarenrij, ...]
    alle_voorgesteld: bool


def put_years_beside(lijn: Lijnregel) -> Jaren | None:
    """A row for each place with doelen of the next year, those of activiteiten first.

    Doelen of this year stand beside them when they hang on the same place, or share an indicator.
    """
    plekken = sorted(plekken_of_lijn(lijn), key=lambda plek: plek.activiteit is None)
    rijen = tuple(
        Jarenrij(
            drager=plek.drager if isinstance(plek.drager, Ambitieregel | Activiteitregel) else None,
            dit_jaar=tuple(doelen_beside(lijn, plek)),
            volgend_jaar=plek.drager.doelen_volgend_jaar,
        )
        for plek in plekken
        if plek.drager.doelen_volgend_jaar
    )
    return (
        Jaren(rijen, all(is_voorstel(doel) for rij in rijen for doel in rij.volgend_jaar)) if rijen else None
    )


def doelen_beside(lijn: Lijnregel, plek: Plek) -> Iterator[Doelregel]:
    indicatoren = {doel.indicator for doel in plek.drager.doelen_volgend_jaar if doel.indicator}
    for andere in plekken_of_lijn(lijn):
        for doel in andere.drager.doelen:
            if andere == plek or doel.indicator in indicatoren:
                yield doel
