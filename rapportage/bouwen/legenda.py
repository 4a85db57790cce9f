"""What the words and marks of a report mean, in whole sentences (rekenregels 3)."""

from dordt_monitor.opmaak import format_getal
from programmalijnen.models import Programma
from programmalijnen.regels.waarom import LEGENDA_GELIJKMATIG, LEGENDA_GRENZEN

VERWACHTING = f"{LEGENDA_GELIJKMATIG}. Waar wel een fasering is afgesproken, staat dat erbij."
HERKOMST = f"{LEGENDA_GRENZEN[0].upper()}{LEGENDA_GRENZEN[1:]}."
STAND = "Een stand zonder nulmeting krijgt geen koers: dan is niet te zeggen hoe ver het werk al was."
BEREKEND = "‘Berekend’ bij een totaal betekent: geen bron drukt dit totaal af, wij telden de regels op."


def make_legenda(programma: Programma) -> tuple[str, ...]:
    return (VERWACHTING, explain_grenzen(programma), HERKOMST, STAND, BEREKEND)


def explain_grenzen(programma: Programma) -> str:
    schema = format_getal(programma.grens_op_schema * 100)
    aandacht = format_getal(programma.grens_aandacht * 100)
    return (
        f"Op schema: minstens {schema}% van wat op de peildatum verwacht mag worden. "
        f"Aandacht: van {aandacht}% tot {schema}%. Achter: minder dan {aandacht}%."
    )
