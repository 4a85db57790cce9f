"""Measured values and amounts as people type them: a number with a word for its precision, or why none.

`circa 37`, `1.234,56`, `ruim 400`, `naar schatting 2.600`, `37%`, `niet gemeten` (rekenregels 1 and 5).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from dordt_monitor.opmaak import EURO, PROCENT, OnleesbareInvoer, read_bedrag, read_getal
from programmalijnen.regels.begrippen import Precisie, Toestand

PRECISIEWOORDEN = {
    "circa": Precisie.CIRCA,
    "ca.": Precisie.CIRCA,
    "ongeveer": Precisie.CIRCA,
    "ruim": Precisie.RUIM,
    "naar schatting": Precisie.SCHATTING,
    "schatting": Precisie.SCHATTING,
    "precies": Precisie.PRECIES,
}

_MET_WOORD = re.compile(
    rf"(?P<woord>{'|'.join(re.escape(woord) for woord in PRECISIEWOORDEN)})\s+(?P<rest>.+)", re.IGNORECASE
)

STREEPJE = (
    "Een streepje kan nul of onbekend betekenen. Vul 0 in als er nul is gemeten, of schrijf: niet gemeten, "
    "niet van toepassing of elders gerapporteerd."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoer:
    """What was typed. Nothing typed is no statement: waarde and toestand are both None."""

    waarde: Decimal | None = None
    precisie: Precisie = Precisie.PRECIES
    toestand: Toestand | None = None


def read_meetwaarde(tekst: str, eenheid: str = "") -> Invoer:
    """A measured value in its unit; `%` and `€` may be typed where they are the unit.

    Raises OnleesbareInvoer with a sentence that says what is accepted.
    """
    geschreven = " ".join(tekst.split())
    if not geschreven:
        return Invoer()
    if geschreven in {"-", "–", "—"}:
        raise OnleesbareInvoer(STREEPJE)
    if geschreven.lower() in set(Toestand) - {Toestand.GEMETEN}:
        return Invoer(toestand=Toestand(geschreven.lower()))
    return _read(geschreven, _reader(eenheid))


def _read(tekst: str, lees: Callable[[str], Decimal]) -> Invoer:
    met_woord = _MET_WOORD.fullmatch(tekst)
    precisie = PRECISIEWOORDEN[met_woord["woord"].lower()] if met_woord else Precisie.PRECIES
    waarde = lees(met_woord["rest"] if met_woord else tekst)
    return Invoer(waarde=waarde, precisie=precisie, toestand=Toestand.GEMETEN)


def _reader(eenheid: str) -> Callable[[str], Decimal]:
    if eenheid == EURO:
        return read_bedrag
    if eenheid == PROCENT:
        return lambda tekst: read_getal(tekst.removesuffix(PROCENT))
    return read_getal
