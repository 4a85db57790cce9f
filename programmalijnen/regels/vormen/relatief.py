"""The form `relatief`: "+5%" becomes a streefwaarde once it is agreed what that means (rekenregels 2)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from programmalijnen.regels.begrippen import Koers, Relatiefsoort, Soort, Toestand
from programmalijnen.regels.feiten import Meetwaarde, Relatief, Uitkomst
from programmalijnen.regels.geval import Geval, compute_total, with_streefwaarde
from programmalijnen.regels.redenering import explain_relatief
from programmalijnen.regels.uitkomst import answer
from programmalijnen.regels.vergelijkbaar import is_full_period
from programmalijnen.regels.verwachting import GEEN_NULMETING
from programmalijnen.regels.vormen.getal import judge_getal
from programmalijnen.regels.vormen.ongemeten import judge_ongemeten

SOORT_ONBEKEND = "procent of procentpunt niet afgesproken"
GEEN_VORIG_JAAR = "geen meting van het jaar ervoor"
GEEN_HELE_PERIODE = "de nulmeting beslaat geen hele periode"
ONBEKEND = Relatief(soort=Relatiefsoort.NIET_AFGESPROKEN, percentage=Decimal(0))


def judge_relatief(geval: Geval) -> Uitkomst:
    relatief = geval.doel.relatief or ONBEKEND
    if relatief.per_jaar:
        geval = _narrow_to_year(geval)
    obstakel = _find_obstacle(geval, relatief)
    if obstakel:
        # The number of the agreement is a change, not a level: it is never shown as streefwaarde.
        return answer(replace(geval, streef=None), *obstakel)
    geval = with_streefwaarde(geval, compute_streefwaarde(geval, relatief))
    uitkomst = judge_ongemeten(geval) if geval.waarde is None else judge_getal(geval)
    return replace(uitkomst, waarom=explain_relatief(geval, relatief, uitkomst.waarom))


def compute_streefwaarde(geval: Geval, relatief: Relatief) -> Fraction:
    """procent: T = B x 1,05; procentpunt: T = B + 5; downwards where minder is better."""
    begin = geval.start_waarde or Fraction(0)
    stap = Fraction(relatief.percentage)
    if relatief.soort is Relatiefsoort.PROCENT:
        stap = begin * stap / 100
    return begin + geval.teken * stap


def _find_obstacle(geval: Geval, relatief: Relatief) -> tuple[Koers, str] | None:
    """Why the agreement gives no streefwaarde, None when it does."""
    if relatief.soort is Relatiefsoort.NIET_AFGESPROKEN:
        redenen = [SOORT_ONBEKEND] + ([] if geval.start else [GEEN_NULMETING])
        return Koers.NIET_TE_BEREKENEN, "; ".join(redenen)
    if geval.start is None or geval.start_waarde is None:
        return Koers.NIET_TE_BEREKENEN, GEEN_VORIG_JAAR if relatief.per_jaar else GEEN_NULMETING
    if geval.is_stroom and not is_full_period(geval.start.periode):
        return Koers.NIET_TE_VERGELIJKEN, GEEN_HELE_PERIODE
    return None


def _narrow_to_year(geval: Geval) -> Geval:
    """ "Per jaar" compares each year with the year before; the year is the measurement's own."""
    laatste = min(geval.peildatum, geval.doel.tot or geval.peildatum)
    jaar = geval.meting.peildatum.year if geval.meting else laatste.year
    start = _find_of_year(geval, jaar - 1)
    doel = replace(geval.doel, van=date(jaar, 1, 1), tot=date(jaar, 12, 31))
    waarde = compute_total(start, doel.categorieen_sluiten_uit)[0]
    return replace(geval, doel=doel, start=start, start_waarde=waarde)


def _find_of_year(geval: Geval, jaar: int) -> Meetwaarde | None:
    """The named start when it is of that year, else its latest measurement; of a stroom a full period."""
    bekend = [geval.start] if geval.start else []
    bekend += sorted(geval.doel.metingen, key=lambda meting: (meting.peildatum, repr(meting)), reverse=True)
    return next((meting for meting in bekend if _is_of_year(geval, meting, jaar)), None)


def _is_of_year(geval: Geval, meting: Meetwaarde, jaar: int) -> bool:
    heel = geval.doel.soort is not Soort.STROOM or is_full_period(meting.periode)
    return meting.peildatum.year == jaar and meting.toestand is Toestand.GEMETEN and heel
