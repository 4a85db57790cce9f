"""The expected position on the measurement's own peildatum (rekenregels 3, "Koers")."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from programmalijnen.regels.begrippen import Tussenverwachting
from programmalijnen.regels.feiten import Tussenwaarde
from programmalijnen.regels.geval import Geval, first_vanaf

GEEN_NULMETING = "geen nulmeting"
GEEN_EINDDATUM = "geen einddatum afgesproken"
GEEN_PERIODE = "geen periode afgesproken"
GEEN_FASERING = "geen fasering vastgelegd"
GEEN_VERWACHTING = "geen tussentijdse verwachting afgesproken"
GEEN_STREEFWAARDE = "geen streefwaarde afgesproken"

Punt = tuple[date, Fraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwachting:
    """Where one should be: the exact position, or None and the reason. `begin` is where the line starts."""

    positie: Fraction | None = None
    reden: str = ""
    begin: date | None = None


def expect(geval: Geval) -> Verwachting:
    reden = _find_obstacle(geval)
    begin = None if reden else _find_begin(geval)
    if begin is None or geval.meting is None:
        return Verwachting(reden=reden)
    positie = position_on_line((begin, *_points_after(geval, begin[0])), geval.meting.peildatum)
    return Verwachting(positie=positie, begin=begin[0])


def position_on_line(punten: tuple[Punt, ...], dag: date) -> Fraction:
    """The position on the straight lines between ordered points; level before the first, after the last.

    A stroom starts at 0 on the eve of its period, so that a day counts as elapsed when it is over:
    31 July 2024 is 213/366 of the year.
    """
    if dag <= punten[0][0]:
        return punten[0][1]
    for (van, laag), (tot, hoog) in pairwise(punten):
        if dag <= tot:
            return laag + (hoog - laag) * Fraction((dag - van).days, (tot - van).days)
    return punten[-1][1]


def _find_obstacle(geval: Geval) -> str:
    """Why there is no expectation, "" when there is one."""
    doel = geval.doel
    gekozen = doel.tussenverwachting
    obstakels = (
        (gekozen is Tussenverwachting.GEEN and not doel.fasering, GEEN_VERWACHTING),
        (geval.streefwaarde is None, GEEN_STREEFWAARDE),
        (geval.is_stroom and (doel.van is None or doel.tot is None), GEEN_PERIODE),
        (not geval.is_stroom and geval.start_waarde is None, GEEN_NULMETING),
        (gekozen is Tussenverwachting.FASERING and not doel.fasering, GEEN_FASERING),
        (doel.tot is None and not doel.fasering, GEEN_EINDDATUM),
    )
    return next((reden for geldt, reden in obstakels if geldt), "")


def _find_begin(geval: Geval) -> Punt | None:
    """A stroom begins at 0; a stand at its start, on the later of its day and the target's taking effect."""
    vooravond = geval.doel.van - timedelta(days=1) if geval.doel.van else date.min
    if geval.is_stroom:
        return vooravond, Fraction(0)
    if geval.start is None or geval.start_waarde is None:
        return None
    return max(geval.start.peildatum, first_vanaf(geval.doel) or date.min, vooravond), geval.start_waarde


def _points_after(geval: Geval, begin: date) -> list[Punt]:
    """Agreed points on the way and the streefwaarde on the end date; a fasering overrules the rest."""
    doel = geval.doel
    afspraken: tuple[Tussenwaarde, ...] = doel.fasering or (() if geval.is_stroom else doel.tussenwaarden)
    punten = {punt.datum: Fraction(punt.waarde) for punt in afspraken if punt.datum > begin}
    if doel.tot and geval.streefwaarde is not None and doel.tot > begin:
        punten[doel.tot] = geval.streefwaarde
    return sorted(punten.items())
