"""Which facts belong to which vorm of a doel (rekenregels 2)."""

from collections.abc import Iterable

from programmalijnen.regels.begrippen import Vorm

KENT_GETAL = (Vorm.GETAL, Vorm.BANDBREEDTE, Vorm.RELATIEF)
MET_KOERS = KENT_GETAL
GEMETEN = (*KENT_GETAL, Vorm.RICHTING, Vorm.VERGELIJKING)

BIJ_VORM: dict[str, tuple[Vorm, ...]] = {
    "richting": (Vorm.GETAL, Vorm.RICHTING, Vorm.RELATIEF, Vorm.VERGELIJKING),
    "indicator": GEMETEN,
    "start": (*KENT_GETAL, Vorm.RICHTING),
    "tussenverwachting": MET_KOERS,
    "marge": (Vorm.RICHTING,),
    "relatief_soort": (Vorm.RELATIEF,),
    "relatief_per_jaar": (Vorm.RELATIEF,),
    "vergelijkcijfer": (Vorm.VERGELIJKING,),
    "elders": (Vorm.ELDERS,),
    "elders_programma": (Vorm.ELDERS,),
}


def explain_vorm(gekozen: str, passend: Iterable[str]) -> str:
    """The sentence for a fact that the chosen vorm does not know; both in the words people chose from."""
    return (
        f"Dit past niet bij de vorm ‘{gekozen}’. Maak het leeg, of kies: "
        f"{' of '.join(f'‘{vorm}’' for vorm in passend)}."
    )
