"""Where in the report of a round a doel or an indicator stands."""

from collections import defaultdict
from dataclasses import dataclass, field

from programmalijnen.bouwen.doelen import is_part
from programmalijnen.models import Doel, Indicator, Opgave, Realisatie

from .gegevens import Gegevens

Plek = tuple[str, int | None]
"""("activiteit", primary key) or the like; ("programma", None)."""


@dataclass(slots=True)
class Plaatsing:
    """Which doelen and indicatoren hang where in this round, by Plek."""

    doelen: dict = field(default_factory=lambda: defaultdict(list))
    indicatoren: dict = field(default_factory=lambda: defaultdict(list))


def place_all(gegevens: Gegevens) -> Plaatsing:
    """Every doel and indicator at its place. Where this round does not show that place, what hangs on it
    shows one step up, so that nothing agreed gets lost."""
    getoond = shown_places(gegevens)
    rijen = {rij.activiteit_id: rij for rij in gegevens.realisaties}
    plaatsing = Plaatsing()
    for doel in gegevens.doelen:
        if not is_part(doel):
            plaatsing.doelen[place_of(doel, rijen, getoond)].append(doel)
    for indicator in gegevens.indicatoren:
        plaatsing.indicatoren[place_of(indicator, rijen, getoond)].append(indicator)
    return plaatsing


def shown_places(gegevens: Gegevens) -> set[Plek]:
    """The activiteiten with a row of their own, the ambities and the lines of this round."""
    rijen = (rij for rij in gegevens.realisaties if rij.opgave != Opgave.IN_ONDERDELEN)
    ambities = (ambitie for lijn in gegevens.lijnen for ambitie in gegevens.ambities.get(lijn.pk, []))
    return {
        *(("activiteit", rij.activiteit_id) for rij in rijen),
        *(("ambitie", ambitie.pk) for ambitie in ambities),
        *(("lijn", lijn.pk) for lijn in gegevens.lijnen),
    }


def place_of(rij: Doel | Indicator, realisaties: dict[int, Realisatie], getoond: set[Plek]) -> Plek:
    lijn = rij.lijn_id
    if rij.activiteit_id:
        lijn = realisaties.get(rij.activiteit_id, rij.activiteit).lijn_id
    elif rij.ambitie_id:
        lijn = rij.ambitie.lijn_id
    plekken = (("activiteit", rij.activiteit_id), ("ambitie", rij.ambitie_id), ("lijn", lijn))
    return next((plek for plek in plekken if plek in getoond), ("programma", None))
