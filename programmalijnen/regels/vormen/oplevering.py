"""The form `oplevering`: steps that a person sets, with the words they rest on (rekenregels 2)."""

from datetime import date

from dordt_monitor.opmaak import format_datum
from programmalijnen.regels.afdruk import NIET_OPNIEUW_GEMETEN, print_koers
from programmalijnen.regels.begrippen import Koers, Stap, Toestand
from programmalijnen.regels.feiten import Doelfeiten, Stapmelding, Uitkomst, Waarom
from programmalijnen.regels.uitkomst import answer_in_words
from programmalijnen.regels.waarom import explain_afspraak

ONDERWEG = {
    Stap.NIET_GESTART: Koers.NIET_GESTART,
    Stap.BEZIG: Koers.BEZIG,
    Stap.DEELS_GEREED: Koers.DEELS_GEREED,
    Stap.GEREED: Koers.GEREED,
    Stap.VERVALLEN: Koers.VERVALLEN,
}
NA_DE_DATUM = {
    Stap.NIET_GESTART: Koers.NIET_BEHAALD,
    Stap.BEZIG: Koers.NIET_BEHAALD,
    Stap.DEELS_GEREED: Koers.DEELS_BEHAALD,
    Stap.GEREED: Koers.BEHAALD,
    Stap.VERVALLEN: Koers.VERVALLEN,
}


def judge_oplevering(doel: Doelfeiten, peildatum: date) -> Uitkomst:
    bekend = [melding for melding in doel.stappen if melding.peildatum <= peildatum]
    if not bekend:
        koers = Koers.NIET_GERAPPORTEERD if doel.niet_gerapporteerd else Koers.GEEN_STAP
        return answer_in_words(doel, koers)
    laatste = max(bekend, key=lambda melding: (melding.peildatum, repr(melding)))
    koers = _settle(doel, laatste, peildatum)
    reden = laatste.woorden
    if koers is Koers.EINDSTAND_NIET_GEMETEN:
        reden = f"laatste: {laatste.stap}, {format_datum(laatste.peildatum)}"
    return answer_in_words(
        doel,
        koers,
        reden,
        koers_afgedrukt=_print_koers(koers, reden, laatste, peildatum),
        afgedrukt=laatste.stap.value,
        toestand=Toestand.GEMETEN,
        peildatum_tekst=_print_peildatum(laatste, peildatum),
        waarom=_explain(doel, laatste),
    )


def _settle(doel: Doelfeiten, laatste: Stapmelding, peildatum: date) -> Koers:
    """After the date a step counts as the end only when it was set at the end, or cannot change any more."""
    if doel.tot is None or peildatum <= doel.tot:
        return ONDERWEG[laatste.stap]
    if laatste.peildatum >= doel.tot or laatste.stap in {Stap.GEREED, Stap.VERVALLEN}:
        return NA_DE_DATUM[laatste.stap]
    return Koers.EINDSTAND_NIET_GEMETEN


def _explain(doel: Doelfeiten, laatste: Stapmelding) -> Waarom:
    return Waarom(
        formule="de laatste stap die is gemeld",
        ingevuld=f"{laatste.stap}: {laatste.woorden}" if laatste.woorden else laatste.stap.value,
        periode=f"gemeld per {format_datum(laatste.peildatum)}",
        afgesproken=explain_afspraak(doel),
    )


def _print_koers(koers: Koers, reden: str, laatste: Stapmelding, peildatum: date) -> str:
    if koers.value == laatste.stap.value and laatste.peildatum != peildatum:
        return f"{koers}, per {format_datum(laatste.peildatum)}"
    return print_koers(koers, reden)


def _print_peildatum(laatste: Stapmelding, peildatum: date) -> str:
    if laatste.peildatum == peildatum:
        return ""
    return f"per {format_datum(laatste.peildatum)}, {NIET_OPNIEUW_GEMETEN.replace('gemeten', 'gemeld')}"
