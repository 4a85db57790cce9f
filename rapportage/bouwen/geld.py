"""The money of a line or of the programme: rows to the facts of the money rules, results to the report."""

from financien.begrippen import Uitgavesoort
from financien.bouwen.feiten import euro, make_postfeit, own_financieringen, printed_totals, printed_years
from financien.feiten import Dekking, Financieringsfeit, Groep, Kostenpostfeit, Som
from financien.models import Financiering, Kostenpost
from financien.regels import build_dekking
from financien.uitgaven import build_uitgaven, compare_jaar
from programmalijnen.models import Programmalijn

from ..rapport import (
    Financien,
    Financieringregel,
    Financieringsgroep,
    Jaartotaal,
    Kostenpostregel,
    Standregel,
    Standtotaal,
    Uitgaveregel,
)
from .gegevens import Gegevens


def make_financien(gegevens: Gegevens, lijn: Programmalijn | None) -> Financien:
    """Of one line; with `lijn` None of the whole programme, every amount once."""
    rijen = {rij.sleutel: rij for rij in gegevens.financieringen}
    jaar = gegevens.ronde.jaar
    dekking = build_dekking(
        own_financieringen(gegevens, lijn), jaar=jaar, gedrukt=printed_totals(gegevens, lijn, jaar)
    )
    posten = posts_of(gegevens, lijn)
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
        jaartotalen=make_jaartotalen(gegevens, lijn, [feit for _, feit in posten]),
    )


def make_kerncijfers(dekking: Dekking) -> dict:
    return {
        "waarvan_elders": euro(dekking.waarvan_elders),
        "investering": euro(dekking.investering),
        "gegenereerd": euro(dekking.gegenereerd),
        "standen": tuple(
            Standtotaal(stand=str(som.stand), bedrag=euro(som.som.bedrag)) for som in dekking.standen
        ),
    }


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
        elders_programma=rij.elders_programma.slug if rij.elders_programma else "",
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
        uitgaven=tuple(
            Uitgaveregel(
                jaar=uitgave.jaar,
                soort=str(uitgave.soort),
                bedrag=uitgave.bedrag,
                toestand=str(uitgave.toestand),
                precisie=str(uitgave.precisie),
                tot_en_met=uitgave.tot_en_met,
            )
            for uitgave in feit.uitgaven
        ),
        telt_in_meer_lijnen=feit.telt_in_meer_lijnen,
    )


def make_jaartotalen(
    gegevens: Gegevens, lijn: Programmalijn | None, posten: list[Kostenpostfeit]
) -> tuple[Jaartotaal, ...]:
    code = lijn.code if lijn else ""
    return tuple(
        make_jaartotaal(kolom.jaar, soort, kolom.totaal, kolom.tot_en_met, posten, code)
        for soort in Uitgavesoort
        for kolom in build_uitgaven(
            posten, soort, lijn=code, gedrukt=printed_years(gegevens, lijn, soort)
        ).kolommen
    )


def make_jaartotaal(
    jaar: int, soort: Uitgavesoort, som: Som, tot_en_met, posten: list[Kostenpostfeit], code: str
) -> Jaartotaal:
    """The total of a year; what was realised is compared in words with what was planned for that year."""
    gepland = any(has_plan(post, jaar) for post in posten)
    vergelijk = soort is Uitgavesoort.GEREALISEERD and gepland
    return Jaartotaal(
        jaar=jaar,
        soort=str(soort),
        bedrag=euro(som.bedrag),
        onvolledig=som.onvolledig,
        gedrukt=euro(som.gedrukt),
        verschil=euro(som.verschil),
        tot_en_met=tot_en_met,
        afwijking=compare_jaar(posten, jaar, lijn=code).woorden if vergelijk else "",
    )


def has_plan(post: Kostenpostfeit, jaar: int) -> bool:
    return any(u.jaar == jaar and u.soort is Uitgavesoort.GEPLAND for u in post.uitgaven)
