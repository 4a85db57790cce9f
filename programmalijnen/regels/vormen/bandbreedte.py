"""The form `bandbreedte`: reached while L <= A <= H (rekenregels 2)."""

from fractions import Fraction

from programmalijnen.regels.afdruk import print_getal, print_verschil, print_waarde
from programmalijnen.regels.begrippen import Koers
from programmalijnen.regels.feiten import Uitkomst
from programmalijnen.regels.geval import Geval, to_fraction
from programmalijnen.regels.uitkomst import answer
from programmalijnen.regels.vormen.getal import print_laatste
from programmalijnen.regels.waarom import explain

GEEN_BANDBREEDTE = "geen bandbreedte afgesproken"
GEEN_TUSSENSTAND = "voor een bandbreedte is geen verwachting voor onderweg afgesproken"


def judge_bandbreedte(geval: Geval) -> Uitkomst:
    laag, hoog = _find_grenzen(geval)
    if geval.waarde is None or laag is None or hoog is None:
        return answer(geval, Koers.NIET_TE_BEREKENEN, GEEN_BANDBREEDTE)
    afgedrukt = f"{print_waarde(geval)}, afgesproken {print_getal(geval.doel, laag)} tot en met "
    afgedrukt += print_getal(geval.doel, hoog)
    koers, reden = _settle(geval, laag <= geval.waarde <= hoog, geval.waarde > hoog)
    if koers is Koers.EINDSTAND_NIET_GEMETEN:
        reden = print_laatste(geval, afgedrukt)
    waarom = explain(geval, (("laag ≤ waarde ≤ hoog", _fill_in(geval, laag, hoog)),))
    afgedrukt += _print_tekort(geval, laag, hoog)
    return answer(geval, koers, reden, afgedrukt=afgedrukt, waarom=waarom)


def _find_grenzen(geval: Geval) -> tuple[Fraction | None, Fraction | None]:
    if geval.streef is None:
        return None, None
    return to_fraction(geval.streef.laag), to_fraction(geval.streef.hoog)


def _settle(geval: Geval, binnen: bool, erboven: bool) -> tuple[Koers, str]:
    """A stand may leave the band again; a stroom only rises, so above it is at once too much."""
    if geval.is_eindmeting:
        return (Koers.BEHAALD if binnen else Koers.NIET_BEHAALD), ""
    if geval.is_stroom and erboven:
        return Koers.NIET_BEHAALD, ""
    if geval.is_afgelopen:
        return Koers.EINDSTAND_NIET_GEMETEN, ""
    if binnen and not geval.is_stroom:
        return (Koers.UITGANGSPOSITIE if geval.is_van_voor_afspraak else Koers.OP_DOELNIVEAU), ""
    return Koers.GEEN_KOERS, GEEN_TUSSENSTAND


def _print_tekort(geval: Geval, laag: Fraction, hoog: Fraction) -> str:
    if geval.waarde is None or laag <= geval.waarde <= hoog:
        return ""
    if geval.waarde < laag:
        return f", nog {print_verschil(geval, laag - geval.waarde)}"
    return f", {print_verschil(geval, geval.waarde - hoog)} te veel"


def _fill_in(geval: Geval, laag: Fraction, hoog: Fraction) -> str:
    waarde = "" if geval.waarde is None else print_getal(geval.doel, geval.waarde)
    return f"{print_getal(geval.doel, laag)} ≤ {waarde} ≤ {print_getal(geval.doel, hoog)}"
