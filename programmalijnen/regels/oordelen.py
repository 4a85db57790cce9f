"""When a person's oordeel needs an explanation (rekenregels 3, "Oordeel")."""

from collections.abc import Iterable
from datetime import date

from programmalijnen.regels.begrippen import Horizon, Koers, Oordeel

VRAGEN = ("Wat is de oorzaak?", "Wat is het gevolg?", "Hoe sturen we bij?")

# From mild to severe; what is not here is no reason to doubt an oordeel.
STRENGHEID = {
    Koers.AANDACHT: 1,
    Koers.ACHTER: 1,
    Koers.VERSLECHTERD: 1,
    Koers.SLECHTER: 1,
    Koers.DEELS_BEHAALD: 2,
    Koers.NIET_BEHAALD: 2,
}


def find_horizon(van: date | None, tot: date | None) -> Horizon:
    """A doel of one year is about dit jaar, a longer one about de planperiode; without an end: neither."""
    if tot is None:
        return Horizon.GEEN
    return Horizon.DIT_JAAR if van is not None and van.year == tot.year else Horizon.PLANPERIODE


def ask_toelichting(oordeel: Oordeel, horizon: Horizon, koersen: Iterable[tuple[Koers, Horizon]]) -> str:
    """The sentence that asks for a toelichting, "" when none is needed.

    Oranje and rood ask for one; so does an oordeel that is milder than the worst koers with its horizon.
    """
    if oordeel in {Oordeel.WIJKT_AF, Oordeel.NIET_HAALBAAR}:
        return f"Het oordeel is ‘{oordeel}’. Beschrijf oorzaak, gevolg en bijsturing."
    vergelijkbaar = sorted(koers for koers, over in koersen if over is horizon is not Horizon.GEEN)
    ergste = max(vergelijkbaar, key=_strengheid, default=None)
    if ergste is None or oordeel is Oordeel.NIET_BEOORDEELD or not _strengheid(ergste):
        return ""
    return f"Het oordeel is ‘{oordeel}’, maar een doel over {horizon} is ‘{ergste}’. Licht toe waarom."


def _strengheid(koers: Koers) -> int:
    return STRENGHEID.get(koers, 0)
