"""The way in to the progress rules: one doel, one peildatum, one answer (rekenregels 2 and 3)."""

from collections.abc import Callable
from datetime import date
from functools import partial

from dordt_monitor.opmaak import format_datum
from programmalijnen.regels.begrippen import Doeltoestand, Koers, Vorm
from programmalijnen.regels.feiten import STANDAARD, Doelfeiten, Grenzen, Uitkomst
from programmalijnen.regels.geval import Geval, make_geval
from programmalijnen.regels.uitkomst import answer_in_words
from programmalijnen.regels.vormen.bandbreedte import judge_bandbreedte
from programmalijnen.regels.vormen.getal import judge_getal
from programmalijnen.regels.vormen.ongemeten import judge_ongemeten
from programmalijnen.regels.vormen.oplevering import judge_oplevering
from programmalijnen.regels.vormen.relatief import judge_relatief
from programmalijnen.regels.vormen.richting import judge_richting
from programmalijnen.regels.vormen.samengesteld import combine
from programmalijnen.regels.vormen.vergelijking import judge_vergelijking

MET_GETAL: dict[Vorm, Callable[[Geval], Uitkomst]] = {
    Vorm.GETAL: judge_getal,
    Vorm.BANDBREEDTE: judge_bandbreedte,
    Vorm.RICHTING: judge_richting,
    Vorm.VERGELIJKING: judge_vergelijking,
}


ZONDER_EINDSTAP = {Koers.EINDSTAND_NIET_GEMETEN, Koers.GEEN_STAP, Koers.NIET_GERAPPORTEERD}


def judge_doel(
    doel: Doelfeiten, *, peildatum: date, grenzen: Grenzen = STANDAARD, vorige: date | None = None
) -> Uitkomst:
    """The verdict on `doel` as seen on `peildatum`, with its Waarom.

    `vorige` is the peildatum of the round before: a measurement from after it is news of this round, also
    when its period ended before the peildatum.
    """
    if doel.toestand is Doeltoestand.VERVALLEN:
        return answer_in_words(doel, Koers.VERVALLEN)
    if doel.vorm is Vorm.ELDERS:
        return answer_in_words(doel, Koers.ELDERS, doel.elders)
    if doel.van and peildatum < doel.van:
        return answer_in_words(doel, Koers.GEEN_DOEL, f"begint op {format_datum(doel.van)}")
    if doel.vorm is Vorm.TEKST:
        koers = Koers.NIET_GERAPPORTEERD if doel.niet_gerapporteerd else Koers.NIET_BEREKEND
        return answer_in_words(doel, koers)
    if doel.vorm is Vorm.OPLEVERING:
        return judge_oplevering(doel, peildatum)
    if doel.vorm is Vorm.SAMENGESTELD:
        judge_deel = partial(judge_doel, peildatum=peildatum, grenzen=grenzen, vorige=vorige)
        return combine(doel, tuple(map(judge_deel, doel.onderdelen)))
    return _judge_meetbaar(make_geval(doel, peildatum, grenzen, vorige))


def asks_eindstand(doel: Doelfeiten, *, peildatum: date, vorige: date | None) -> bool:
    """Whether a round asks for the eindstand: it ended since the last round and its end is not measured."""
    is_voorbij = doel.tot is not None and doel.tot <= peildatum
    was_al_voorbij = doel.tot is not None and vorige is not None and doel.tot <= vorige
    if not is_voorbij or was_al_voorbij or doel.toestand is Doeltoestand.VERVALLEN:
        return False
    if doel.vorm is Vorm.SAMENGESTELD:
        return any(asks_eindstand(deel, peildatum=peildatum, vorige=vorige) for deel in doel.onderdelen)
    if doel.vorm is Vorm.OPLEVERING:
        return judge_oplevering(doel, peildatum).koers in ZONDER_EINDSTAP
    is_meetbaar = doel.vorm in MET_GETAL or doel.vorm is Vorm.RELATIEF
    return is_meetbaar and not make_geval(doel, peildatum, STANDAARD).is_eindmeting


def _judge_meetbaar(geval: Geval) -> Uitkomst:
    if geval.doel.vorm is Vorm.RELATIEF:
        return judge_relatief(geval)
    if geval.waarde is None:
        return judge_ongemeten(geval)
    return MET_GETAL[geval.doel.vorm](geval)
