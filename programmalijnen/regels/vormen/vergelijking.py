"""The form `vergelijking`: better than a benchmark's measurement of the same period (rekenregels 2)."""

from fractions import Fraction

from programmalijnen.regels.afdruk import print_met_precisie, print_verschil, print_waarde
from programmalijnen.regels.begrippen import Koers, Richting
from programmalijnen.regels.feiten import Meetwaarde, Uitkomst, Waarom
from programmalijnen.regels.geval import Geval
from programmalijnen.regels.uitkomst import answer, to_waarde
from programmalijnen.regels.vergelijkbaar import is_same_period
from programmalijnen.regels.vormen.getal import GEEN_RICHTING, print_laatste
from programmalijnen.regels.waarom import explain

GEEN_VERGELIJKINGSCIJFER = "nog geen vergelijkingscijfer"


def judge_vergelijking(geval: Geval) -> Uitkomst:
    """The benchmark takes the place of the streefwaarde in what is shown."""
    if geval.doel.richting is Richting.GEEN:
        return answer(geval, Koers.GEEN_OORDEEL, GEEN_RICHTING)
    ander = _find_benchmark(geval)
    if ander is None or ander.waarde is None or geval.waarde is None:
        return answer(geval, Koers.NIET_TE_VERGELIJKEN, GEEN_VERGELIJKINGSCIJFER)
    verschil = geval.waarde - Fraction(ander.waarde)
    is_beter = geval.teken * verschil > 0  # strictly: "hoger dan" is not reached by the same number
    afgedrukt = f"{print_waarde(geval)}, vergelijkingscijfer {_print_ander(geval, ander)}"
    koers, reden = _settle(geval, is_beter)
    if koers is Koers.EINDSTAND_NIET_GEMETEN:
        reden = print_laatste(geval, afgedrukt)
    if verschil and not is_beter:
        afgedrukt += f", nog {print_verschil(geval, verschil)}"
    streefwaarde = to_waarde(geval.doel, Fraction(ander.waarde))
    return answer(
        geval, koers, reden, afgedrukt=afgedrukt, streefwaarde=streefwaarde, waarom=_explain(geval, ander)
    )


def _find_benchmark(geval: Geval) -> Meetwaarde | None:
    if geval.meting is None:
        return None
    zelfde = [m for m in geval.doel.vergelijking if is_same_period(m.periode, geval.meting.periode)]
    return min((meting for meting in zelfde if meting.waarde is not None), key=repr, default=None)


def _settle(geval: Geval, is_beter: bool) -> tuple[Koers, str]:
    if geval.is_eindmeting:
        return (Koers.BEHAALD if is_beter else Koers.NIET_BEHAALD), ""
    if geval.is_afgelopen:
        return Koers.EINDSTAND_NIET_GEMETEN, ""
    if is_beter:
        return (Koers.UITGANGSPOSITIE if geval.is_van_voor_afspraak else Koers.OP_DOELNIVEAU), ""
    woord = "hoger" if geval.doel.richting is Richting.MEER else "lager"
    return Koers.GEEN_KOERS, f"nog niet {woord} dan het vergelijkingscijfer"


def _print_ander(geval: Geval, ander: Meetwaarde) -> str:
    return "" if ander.waarde is None else print_met_precisie(geval, Fraction(ander.waarde), ander.precisie)


def _explain(geval: Geval, ander: Meetwaarde) -> Waarom:
    teken = ">" if geval.doel.richting is Richting.MEER else "<"
    ingevuld = f"{print_waarde(geval)} {teken} {_print_ander(geval, ander)}"
    if ander.bron:
        ingevuld += f" ({ander.bron})"
    return explain(geval, ((f"bereikt als waarde {teken} vergelijkingscijfer", ingevuld),))
