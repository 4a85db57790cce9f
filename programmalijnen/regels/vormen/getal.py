"""The form `getal`: a number to be reached, exceeded or kept under (rekenregels 2 and 3)."""

from dataclasses import dataclass
from fractions import Fraction

from dordt_monitor.opmaak import format_deel
from programmalijnen.regels.afdruk import label_meting, print_aandeel, print_tegen_streefwaarde
from programmalijnen.regels.begrippen import Koers, Richting, Soort
from programmalijnen.regels.feiten import Uitkomst
from programmalijnen.regels.geval import Geval
from programmalijnen.regels.koers import rate
from programmalijnen.regels.redenering import explain_getal
from programmalijnen.regels.uitkomst import answer, make_balk, to_decimal
from programmalijnen.regels.verwachting import GEEN_STREEFWAARDE, Verwachting, expect

GEEN_RICHTING = "geen richting afgesproken"
GEEN_SOORT = "niet vermeld of het een stroom of een stand is"
NOG_NIETS_VERWACHT = "volgens de afspraak wordt nu nog niets verwacht"
ANDER_BEGIN = "de meting telt niet vanaf het begin van de periode van het doel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Berekening:
    """The two numbers of rekenregels 3 with the expectation, exact; None where there is none."""

    is_bereikt: bool
    bereikt: Fraction | None
    verwachting: Verwachting
    verhouding: Fraction | None


def judge_getal(geval: Geval) -> Uitkomst:
    if geval.streefwaarde is None:
        return answer(geval, Koers.NIET_TE_BEREKENEN, GEEN_STREEFWAARDE)
    if geval.doel.richting is Richting.GEEN:
        afgedrukt = print_tegen_streefwaarde(geval, bereikt=None, is_bereikt=False)
        return answer(geval, Koers.GEEN_OORDEEL, GEEN_RICHTING, afgedrukt=afgedrukt)
    if _counts_from_elsewhere(geval):
        return answer(geval, Koers.NIET_TE_BEREKENEN, ANDER_BEGIN)
    berekening = compute(geval)
    koers, reden = _settle(geval, berekening)
    return _answer_with(geval, berekening, koers, reden)


def compute(geval: Geval) -> Berekening:
    verwachting = expect(geval)
    return Berekening(
        is_bereikt=is_reached(geval),
        bereikt=_compute_deel(geval, geval.waarde),
        verwachting=verwachting,
        verhouding=_compute_verhouding(geval, verwachting.positie),
    )


def is_reached(geval: Geval) -> bool:
    """meer: A >= T; minder: A <= T."""
    if geval.waarde is None or geval.streefwaarde is None:
        return False
    return geval.teken * (geval.waarde - geval.streefwaarde) >= 0


def is_worse_than_start(geval: Geval) -> bool:
    if geval.waarde is None or geval.start_waarde is None:
        return False
    return geval.teken * (geval.waarde - geval.start_waarde) < 0


def print_laatste(geval: Geval, afgedrukt: str) -> str:
    """`laatste: 60 van 100, t/m 31 juli 2024`, said when the end was not measured."""
    return f"laatste: {afgedrukt}, {label_meting(geval.meting, geval.doel.soort)}" if geval.meting else ""


def _compute_deel(geval: Geval, waarde: Fraction | None) -> Fraction | None:
    """stroom meer: A / T; stand with a start: (A - B) / (T - B); otherwise, and to keep a level, none."""
    streef, begin = geval.streefwaarde, geval.start_waarde
    if waarde is None or streef is None:
        return None
    if geval.is_stroom:
        return waarde / streef if geval.doel.richting is Richting.MEER and streef > 0 else None
    if geval.doel.soort is not Soort.STAND or begin is None or geval.teken * (streef - begin) <= 0:
        return None
    return (waarde - begin) / (streef - begin)


def _compute_verhouding(geval: Geval, verwacht: Fraction | None) -> Fraction | None:
    """r: A / V, for a ceiling V / A, for a stand (A - B) / (V - B)."""
    waarde, begin = geval.waarde, geval.start_waarde
    if waarde is None or verwacht is None:
        return None
    if geval.is_stroom and geval.doel.richting is Richting.MINDER:
        return verwacht / waarde if waarde > 0 else None
    if geval.is_stroom:
        return waarde / verwacht if verwacht > 0 else None
    if begin is None or geval.teken * (verwacht - begin) <= 0:
        return None
    return (waarde - begin) / (verwacht - begin)


def _settle(geval: Geval, berekening: Berekening) -> tuple[Koers, str]:
    if geval.is_stroom and geval.doel.richting is Richting.MINDER:
        return _settle_plafond(geval, berekening)
    if berekening.is_bereikt:
        return _settle_reached(geval)
    if geval.is_eindmeting:
        return Koers.NIET_BEHAALD, ""
    if geval.is_afgelopen:
        return Koers.EINDSTAND_NIET_GEMETEN, ""
    return _settle_under_way(geval, berekening)


def _settle_plafond(geval: Geval, berekening: Berekening) -> tuple[Koers, str]:
    """A ceiling is passed at once and for good, but kept only when the period is over."""
    if not berekening.is_bereikt:
        return Koers.NIET_BEHAALD, ""
    if geval.is_eindmeting:
        return Koers.BEHAALD, ""
    if geval.is_afgelopen:
        return Koers.EINDSTAND_NIET_GEMETEN, ""
    if berekening.verwachting.reden:
        return Koers.GEEN_KOERS, berekening.verwachting.reden
    verhouding = berekening.verhouding
    return (Koers.OP_SCHEMA if verhouding is None else rate(verhouding, geval.grenzen)), ""


def _settle_reached(geval: Geval) -> tuple[Koers, str]:
    """A stroom cannot fall again; a stand can, so it is behaald only with a measurement of the end."""
    if geval.is_eindmeting:
        return Koers.BEHAALD, ""
    if geval.is_stroom:
        return Koers.UITGANGSPOSITIE if geval.is_van_voor_afspraak else Koers.BEHAALD, ""
    if geval.is_afgelopen:
        return Koers.EINDSTAND_NIET_GEMETEN, ""
    if geval.is_van_voor_afspraak:
        return Koers.UITGANGSPOSITIE, ""
    if geval.doel.soort is Soort.NIET_VERMELD and geval.doel.richting is Richting.MINDER:
        return Koers.GEEN_KOERS, GEEN_SOORT
    return Koers.OP_DOELNIVEAU, ""


def _settle_under_way(geval: Geval, berekening: Berekening) -> tuple[Koers, str]:
    if geval.doel.soort is Soort.NIET_VERMELD:
        return Koers.GEEN_KOERS, GEEN_SOORT
    if berekening.verwachting.reden:
        return Koers.GEEN_KOERS, berekening.verwachting.reden
    if geval.doel.soort is Soort.STAND:
        return _settle_stand(geval, berekening)
    if berekening.verhouding is None:
        return Koers.GEEN_DOEL, NOG_NIETS_VERWACHT
    return rate(berekening.verhouding, geval.grenzen), ""


def _settle_stand(geval: Geval, berekening: Berekening) -> tuple[Koers, str]:
    begin = berekening.verwachting.begin
    if geval.meting and begin and geval.meting.peildatum <= begin:
        return Koers.TE_VROEG, "gemeten op of voor de start"
    if is_worse_than_start(geval):
        return Koers.VERSLECHTERD, ""
    if berekening.verhouding is None:
        return Koers.GEEN_DOEL, NOG_NIETS_VERWACHT
    return rate(berekening.verhouding, geval.grenzen), ""


def _counts_from_elsewhere(geval: Geval) -> bool:
    """A stroom that was counted from another day than the period's first is not its total so far."""
    geteld_vanaf = geval.meting.periode.van if geval.meting else None
    return geval.is_stroom and None not in (geteld_vanaf, geval.doel.van) and geteld_vanaf != geval.doel.van


def _answer_with(geval: Geval, berekening: Berekening, koers: Koers, reden: str) -> Uitkomst:
    bereikt, is_bereikt = berekening.bereikt, berekening.is_bereikt
    verwacht, r = berekening.verwachting.positie, berekening.verhouding
    afgedrukt = print_tegen_streefwaarde(geval, bereikt=bereikt, is_bereikt=is_bereikt)
    if koers is Koers.EINDSTAND_NIET_GEMETEN:
        zonder_deel = print_tegen_streefwaarde(geval, bereikt=None, is_bereikt=True)
        reden = print_laatste(geval, zonder_deel)
    return answer(
        geval,
        koers,
        reden,
        afgedrukt=afgedrukt,
        bereikt=to_decimal(bereikt),
        bereikt_afgedrukt="" if bereikt is None else format_deel(bereikt, vol=is_bereikt),
        aandeel_afgedrukt=print_aandeel(geval, is_bereikt=is_bereikt) if _has_no_start(geval) else "",
        balk=make_balk(bereikt),
        verwacht_balk=None if bereikt is None else make_balk(_compute_deel(geval, verwacht)),
        verwacht=to_decimal(verwacht),
        verhouding=to_decimal(r),
        waarom=explain_getal(geval, is_bereikt=is_bereikt, bereikt=bereikt, verwacht=verwacht, r=r),
    )


def _has_no_start(geval: Geval) -> bool:
    return not geval.is_stroom and geval.start_waarde is None
