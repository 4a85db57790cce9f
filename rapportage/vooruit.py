"""What comes next: the milestones in time, and the doelen of the next year."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from programmalijnen.regels.begrippen import Doeltoestand

from .opzoeken import Doelplek, plekken_of_lijn
from .rapport import Doelregel, Lijnregel, Mijlpaalregel, Rapport

JAAR = re.compile(r"\b20\d\d\b")
TOEKOMST = frozenset({"gepland", "verschoven"})


@dataclass(frozen=True, slots=True)
class Jaarerna:
    """The doelen of the next year, per line; `alle_voorgesteld`: one sentence says it of all."""

    jaar: int
    lijnen: tuple[tuple[Lijnregel, tuple[Doelplek, ...]], ...]
    alle_voorgesteld: bool


def make_jaarerna(rapport: Rapport) -> Jaarerna:
    per_lijn = ((lijn, doelen_volgend_jaar(lijn)) for lijn in rapport.lijnen)
    lijnen = tuple((lijn, doelen) for lijn, doelen in per_lijn if doelen)
    return Jaarerna(
        jaar=rapport.ronde.jaar + 1,
        lijnen=lijnen,
        alle_voorgesteld=bool(lijnen)
        and all(is_voorstel(plaats.doel) for _, doelen in lijnen for plaats in doelen),
    )


def doelen_volgend_jaar(lijn: Lijnregel) -> tuple[Doelplek, ...]:
    """Those of activiteiten first, in report order; what the whole line goes on with closes the list."""
    plekken = sorted(plekken_of_lijn(lijn), key=lambda plek: plek.activiteit is None)
    return tuple(Doelplek(doel, plek) for plek in plekken for doel in plek.drager.doelen_volgend_jaar)


def is_voorstel(doel: Doelregel) -> bool:
    return doel.toestand == Doeltoestand.VOORGESTELD and not doel.besluit


def next_mijlpalen(rapport: Rapport) -> tuple[Mijlpaalregel, ...]:
    """Those still to come after the peildatum, in time."""
    komend = (
        mijlpaal
        for mijlpaal in rapport.mijlpalen
        if mijlpaal.staat in TOEKOMST and last_day(mijlpaal) > rapport.peildatum
    )
    return in_time(komend)


def in_time(mijlpalen: Iterable[Mijlpaalregel]) -> tuple[Mijlpaalregel, ...]:
    """By the last day of the moment they have now; without a readable moment last."""
    return tuple(sorted(mijlpalen, key=last_day))


def last_day(mijlpaal: Mijlpaalregel) -> date:
    """Of words that name only a year ("medio 2025") the end of that year: for the order, never printed."""
    if mijlpaal.tot:
        return mijlpaal.tot
    jaren = JAAR.findall(mijlpaal.actueel)
    return date(int(jaren[-1]), 12, 31) if jaren else date.max
