"""The money of a line or of the programme: rows to the facts of the money rules, results to the report."""

from financien.bouwen.feiten import (
    euro,
    make_postfeit,
    own_financieringen,
    printed_saldi,
    printed_totals,
    printed_years,
)
from financien.feiten import (
    Dekking,
    Financieringsfeit,
    Groep,
    Jaarsaldo,
    Kolom,
    Kostenpostfeit,
    Standsom,
    Uitgavefeit,
)
from financien.models import Financiering, Kostenpost
from financien.regels import build_dekking
from financien.saldo import build_saldi
from financien.uitgaven import build_uitgaven, print_aandeel
from programmalijnen.models import Programmalijn

from ..rapport import (
    Financien,
    Financieringregel,
    Financieringsgroep,
    Jaartotaal,
    Kostenpostregel,
    Saldoregel,
    Standregel,
    Standtotaal,
    Uitgaveregel,
)
from .gegevens import Gegevens
from .verbanden import visible_slug


def make_financien(gegevens: Gegevens, lijn: Programmalijn | None) -> Financien:
    """Of one line; with `lijn` None of the whole programme, every amount once."""
    rijen = {rij.sleutel: rij for rij in gegevens.financieringen}
    jaar = gegevens.ronde.jaar
    regels = own_financieringen(gegevens, lijn)
    dekking = build_dekking(regels, jaar=jaar, gedrukt=printed_totals(gegevens, lijn, jaar))
    posten = posts_of(gegevens, lijn)
    uitgaven = build_uitgaven(
        [feit for _, feit in posten],
        lijn=lijn.code if lijn else "",
        gedrukt=printed_years(gegevens, lijn),
    )
    saldi = build_saldi(regels, uitgaven, jaar=jaar, gedrukt=printed_saldi(gegevens, lijn))
    return Financien(
        groepen=tuple(make_groep(groep, rijen) for groep in dekking.groepen),
        totaal=euro(dekking.totaal.bedrag),
        totaal_precisie=str(dekking.totaal.precisie),
        totaal_onvolledig=dekking.totaal.onvolledig,
        totaal_gedrukt=euro(dekking.totaal.gedrukt),
        totaal_verschil=euro(dekking.totaal.verschil),
        **make_kerncijfers(dekking),
        # A hefboom is a line's (rekenregels 5): over lines it would mix money accounted for elsewhere.
        hefboom=dekking.hefboom if lijn else None,
        kostenposten=tuple(make_post(rij, feit) for rij, feit in posten),
        jaartotalen=tuple(map(make_jaartotaal, uitgaven.kolommen)),
        saldi=tuple(map(make_saldo, saldi)),
    )


def make_kerncijfers(dekking: Dekking) -> dict:
    return {
        "waarvan_elders": euro(dekking.waarvan_elders),
        "investering": euro(dekking.investering),
        "gegenereerd": euro(dekking.gegenereerd),
        "standen": tuple(map(make_standtotaal, dekking.standen)),
    }


def make_standtotaal(som: Standsom) -> Standtotaal:
    return Standtotaal(
        stand=str(som.stand),
        bedrag=euro(som.som.bedrag),
        precisie=str(som.som.precisie),
        waarvan=som.waarvan,
    )


def make_groep(groep: Groep, rijen: dict[str, Financiering]) -> Financieringsgroep:
    return Financieringsgroep(
        soort=str(groep.soort),
        schaal=str(groep.schaal),
        periode=groep.periode,
        telt_mee=groep.telt_mee,
        bedrag=euro(groep.som.bedrag),
        precisie=str(groep.som.precisie),
        onvolledig=groep.som.onvolledig,
        gedrukt=euro(groep.som.gedrukt),
        verschil=euro(groep.som.verschil),
        regels=tuple(make_regel(feit, rijen) for feit in groep.regels),
    )


def make_regel(feit: Financieringsfeit, rijen: dict[str, Financiering]) -> Financieringregel:
    rij = rijen[feit.sleutel]
    return Financieringregel(
        sleutel=feit.sleutel,
        bron=feit.bron,
        bedrag=feit.bedrag,
        toestand=str(feit.toestand),
        precisie=str(feit.precisie),
        ten_behoeve_van=feit.ten_behoeve_van,
        activiteit=rij.activiteit.sleutel if rij.activiteit else "",
        periode=feit.periode,
        in_natura=feit.in_natura,
        elders_verantwoord=feit.elders_verantwoord,
        elders_programma=visible_slug(rij.elders_programma, rij.programma_id),
        toelichting=rij.toelichting,
        vindplaats=rij.vindplaats,
        standen=tuple(
            Standregel(
                stand=str(stand.stand),
                bedrag=stand.bedrag,
                precisie=str(stand.precisie),
                waarvan=stand.waarvan,
                periode=stand.periode,
            )
            for stand in feit.standen
        ),
        cofinanciering=tuple(make_regel(deel, rijen) for deel in feit.cofinanciering),
        per_jaar=feit.per_jaar,
        jaar_van=feit.jaar_van,
        jaar_tot=feit.jaar_tot,
    )


def posts_of(gegevens: Gegevens, lijn: Programmalijn | None) -> list[tuple[Kostenpost, Kostenpostfeit]]:
    """The posts of the programme, or those that serve the line."""
    posten = [(rij, make_postfeit(gegevens, rij)) for rij in gegevens.kostenposten]
    return [(rij, feit) for rij, feit in posten if lijn is None or lijn.code in feit.lijnen]


def make_post(rij: Kostenpost, feit: Kostenpostfeit) -> Kostenpostregel:
    return Kostenpostregel(
        sleutel=feit.sleutel,
        titel=feit.titel,
        activiteit=rij.activiteit.sleutel if rij.activiteit else "",
        lijnen=feit.lijnen,
        mogelijke_lijnen=feit.mogelijk,
        uitgaven=tuple(make_uitgave(uitgave) for uitgave in feit.uitgaven),
        telt_in_meer_lijnen=feit.telt_in_meer_lijnen,
        toelichting=feit.toelichting,
        onderdeel_van=feit.onderdeel_van,
        aandeel=feit.aandeel,
        aandeel_precisie=str(feit.aandeel_precisie),
        aandeel_afgedrukt="" if feit.aandeel is None else print_aandeel(feit.aandeel, feit.aandeel_precisie),
        vindplaats=rij.vindplaats,
    )


def make_uitgave(uitgave: Uitgavefeit) -> Uitgaveregel:
    return Uitgaveregel(
        jaar=uitgave.jaar,
        soort=str(uitgave.soort),
        bedrag=uitgave.bedrag,
        toestand=str(uitgave.toestand),
        precisie=str(uitgave.precisie),
        tot_en_met=uitgave.tot_en_met,
    )


def make_jaartotaal(kolom: Kolom) -> Jaartotaal:
    """The total of a year; what was realised is compared in words with what was planned for that year."""
    som = kolom.totaal
    return Jaartotaal(
        jaar=kolom.jaar,
        soort=str(kolom.soort),
        bedrag=euro(som.bedrag),
        onvolledig=som.onvolledig,
        gedrukt=euro(som.gedrukt),
        verschil=euro(som.verschil),
        tot_en_met=kolom.tot_en_met,
        afwijking=kolom.afwijking,
        precisie=str(som.precisie),
    )


def make_saldo(saldo: Jaarsaldo) -> Saldoregel:
    return Saldoregel(
        jaar=saldo.jaar,
        dekking=euro(saldo.dekking.bedrag),
        dekking_precisie=str(saldo.dekking.precisie),
        kosten=euro(saldo.kosten.bedrag),
        kosten_precisie=str(saldo.kosten.precisie),
        bedrag=euro(saldo.som.bedrag),
        precisie=str(saldo.som.precisie),
        woorden=saldo.woorden,
        onvolledig=saldo.som.onvolledig,
        gedrukt=euro(saldo.som.gedrukt),
        verschil=euro(saldo.som.verschil),
    )
