"""The form `richting`: beter, gelijk or slechter than the start, never behaald (rekenregels 2)."""

from fractions import Fraction

from programmalijnen.regels.afdruk import print_getal, print_verschil, print_waarde
from programmalijnen.regels.begrippen import Koers, Richting
from programmalijnen.regels.feiten import Meetwaarde, Uitkomst, Waarom
from programmalijnen.regels.geval import Geval, compute_total, to_fraction
from programmalijnen.regels.uitkomst import answer
from programmalijnen.regels.vergelijkbaar import is_full_period, is_same_stretch
from programmalijnen.regels.verwachting import GEEN_NULMETING
from programmalijnen.regels.vormen.getal import GEEN_RICHTING
from programmalijnen.regels.waarom import explain

ANDERE_PERIODE = "de start telt over een ander deel van het jaar"


def judge_richting(geval: Geval) -> Uitkomst:
    if geval.doel.richting is Richting.GEEN:
        return answer(geval, Koers.GEEN_OORDEEL, GEEN_RICHTING)
    if geval.start is None:
        return _answer_without_start(geval)
    start = _find_comparable_start(geval, geval.start)
    begin = compute_total(start, geval.doel.categorieen_sluiten_uit)[0] if start else None
    if start is None or begin is None or geval.waarde is None:
        return answer(geval, Koers.NIET_TE_VERGELIJKEN, ANDERE_PERIODE)
    verschil = geval.waarde - begin
    afgedrukt = f"{print_waarde(geval)}, start {print_getal(geval.doel, begin)}" + _print_verschil(
        geval, verschil
    )
    waarom = _explain(geval, begin, verschil)
    return answer(geval, _compare(geval, verschil), start=start, afgedrukt=afgedrukt, waarom=waarom)


def _answer_without_start(geval: Geval) -> Uitkomst:
    """A single figure is a measurement, not a nulmeting; of several a person names the start."""
    eerder = [m for m in geval.doel.metingen if geval.meting and m.peildatum < geval.meting.peildatum]
    if any(meting.waarde is not None for meting in eerder):
        return answer(geval, Koers.GEEN_KOERS, GEEN_NULMETING)
    return answer(geval, Koers.EEN_METING)


def _find_comparable_start(geval: Geval, start: Meetwaarde) -> Meetwaarde | None:
    """A stroom is compared on full periods, or with the same t/m date of the start's year."""
    if not geval.is_stroom or geval.meting is None:
        return start
    periode = geval.meting.periode
    kandidaten = [start]
    if is_full_period(start.periode):
        jaar = start.peildatum.year
        kandidaten += sorted((m for m in geval.doel.metingen if m.peildatum.year == jaar), key=repr)
    return next((meting for meting in kandidaten if is_same_stretch(meting.periode, periode)), None)


def _compare(geval: Geval, verschil: Fraction) -> Koers:
    marge = to_fraction(geval.doel.marge) or Fraction(0)
    if abs(verschil) <= marge:
        return Koers.GELIJK
    return Koers.BETER if geval.teken * verschil > 0 else Koers.SLECHTER


def _print_verschil(geval: Geval, verschil: Fraction) -> str:
    if not verschil:
        return ""
    return f" ({print_verschil(geval, verschil)} {'hoger' if verschil > 0 else 'lager'})"


def _explain(geval: Geval, begin: Fraction, verschil: Fraction) -> Waarom:
    teken = "-" if verschil < 0 else ""
    waarde = "" if geval.waarde is None else print_getal(geval.doel, geval.waarde)
    ingevuld = f"{waarde} − {print_getal(geval.doel, begin)} = {teken}{print_verschil(geval, verschil)}"
    return explain(geval, (("verschil = waarde − start", ingevuld),))
