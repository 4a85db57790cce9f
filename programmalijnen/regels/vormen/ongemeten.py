"""What is said of a doel without a number, or with numbers that make no total; never red (rekenregels 3)."""

from programmalijnen.regels.begrippen import Koers, Soort, Toestand, Vorm
from programmalijnen.regels.feiten import Uitkomst
from programmalijnen.regels.geval import Geval, with_start_as_meting
from programmalijnen.regels.uitkomst import answer
from programmalijnen.regels.vormen.getal import is_reached, judge_getal

ALLEEN_NULMETING = "alleen nulmeting"

KOERS_BIJ = {
    Toestand.NIET_GERAPPORTEERD: Koers.NIET_GERAPPORTEERD,
    Toestand.NIET_VAN_TOEPASSING: Koers.NIET_VAN_TOEPASSING,
    Toestand.ELDERS: Koers.ELDERS,
}


def judge_ongemeten(geval: Geval) -> Uitkomst:
    if geval.telprobleem:
        return answer(geval, Koers.NIET_TE_BEREKENEN, geval.telprobleem)
    if geval.uitspraak in KOERS_BIJ:
        return answer(geval, KOERS_BIJ[geval.uitspraak], geval.doel.elders)
    if geval.start is None:
        return answer(geval, Koers.NIET_GEMETEN)
    return _judge_nulmeting(geval)


def _judge_nulmeting(geval: Geval) -> Uitkomst:
    """A level that was at its target before that was agreed is shown; else nothing was measured yet."""
    met_start = with_start_as_meting(geval)
    if geval.doel.vorm is Vorm.GETAL and geval.doel.soort is Soort.STAND and is_reached(met_start):
        uitkomst = judge_getal(met_start)
        if uitkomst.koers is Koers.UITGANGSPOSITIE:
            return uitkomst
    return answer(geval, Koers.NIET_GEMETEN, ALLEEN_NULMETING)
