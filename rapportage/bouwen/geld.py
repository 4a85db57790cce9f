"""The money of a line or of the programme: rows to the facts of the money rules, results to the report."""

from collections.abc import Iterable
from decimal import Decimal

from financien.begrippen import Bedragtoestand, Financieringsoort, Standsoort, Uitgavesoort
from financien.feiten import Dekking, Financieringsfeit, Groep, Kostenpostfeit, Som, Standbedrag, Uitgavefeit
from financien.models import Financiering, Financieringsstand, Kostenpost, Uitgave
from financien.regels import TOTAAL, build_dekking
from financien.uitgaven import build_uitgaven, compare_jaar
from programmalijnen.models import Programmalijn, Zekerheid
from programmalijnen.regels.begrippen import Precisie, Schaal

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

CENT = Decimal("0.01")


def make_financien(gegevens: Gegevens, lijn: Programmalijn | None) -> Financien:
    """Of one line; with `lijn` None of the whole programme, every amount once."""
    rijen = {rij.sleutel: rij for rij in gegevens.financieringen}
    feiten = [
        make_feit(gegevens, rij)
        for rij in gegevens.financieringen
        if rij.cofinanciering_van_id is None and (lijn is None or rij.lijn_id == lijn.pk)
    ]
    dekking = build_dekking(feiten, jaar=gegevens.ronde.jaar, gedrukt=printed_totals(gegevens, lijn))
    posten = posts_of(gegevens, lijn)
    return Financien(
        groepen=tuple(make_groep(groep, rijen) for groep in dekking.groepen),
        totaal=euro(dekking.totaal.bedrag),
        totaal_precisie=str(dekking.totaal.precisie),
        totaal_onvolledig=dekking.totaal.onvolledig,
        totaal_gedrukt=euro(dekking.totaal.gedrukt),
        totaal_verschil=euro(dekking.totaal.verschil),
        **make_kerncijfers(dekking),
        kostenposten=tuple(make_post(rij, feit) for rij, feit in posten),
        jaartotalen=make_jaartotalen(gegevens, lijn, [feit for _, feit in posten]),
    )


def make_kerncijfers(dekking: Dekking) -> dict:
    return {
        "waarvan_elders": euro(dekking.waarvan_elders),
        "investering": euro(dekking.investering),
        "gegenereerd": euro(dekking.gegenereerd),
        "hefboom": dekking.hefboom,
        "standen": tuple(
            Standtotaal(stand=str(som.stand), bedrag=euro(som.som.bedrag)) for som in dekking.standen
        ),
    }


def euro(bedrag: Decimal | None) -> Decimal | None:
    """Two decimals; databases differ in trailing zeros."""
    return None if bedrag is None else bedrag.quantize(CENT)


def printed_totals(gegevens: Gegevens, lijn: Programmalijn | None) -> dict[tuple[str, str], Decimal]:
    """What documents print of the funding of the round's year, by (soort, schaal); TOTAAL for the whole."""
    return {
        (rij.soort, rij.schaal) if rij.soort else TOTAAL: rij.bedrag
        for rij in gegevens.gedrukte_totalen
        if rij.lijn_id == (lijn.pk if lijn else None)
        and not rij.uitgavesoort
        and rij.jaar in (None, gegevens.ronde.jaar)
    }


def make_feit(gegevens: Gegevens, rij: Financiering) -> Financieringsfeit:
    onder = [deel for deel in gegevens.financieringen if deel.cofinanciering_van_id == rij.pk]
    return Financieringsfeit(
        sleutel=rij.sleutel,
        bron=rij.bron.naam,
        soort=Financieringsoort(rij.soort),
        schaal=Schaal(rij.schaal),
        bedrag=euro(rij.bedrag),
        toestand=Bedragtoestand(rij.toestand),
        precisie=Precisie(rij.precisie),
        ten_behoeve_van=rij.ten_behoeve_van,
        periode=rij.periode,
        jaar_van=rij.jaar_van,
        jaar_tot=rij.jaar_tot,
        in_natura=rij.in_natura,
        elders_verantwoord=rij.elders_verantwoord,
        standen=tuple(map(make_stand, gegevens.financieringsstanden.get(rij.pk, []))),
        cofinanciering=tuple(make_feit(gegevens, deel) for deel in onder),
    )


def make_stand(rij: Financieringsstand) -> Standbedrag:
    return Standbedrag(
        stand=Standsoort(rij.stand),
        bedrag=euro(rij.bedrag),
        precisie=Precisie(rij.precisie),
        waarvan=rij.waarvan.stand if rij.waarvan else "",
        periode=rij.periode,
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


def make_postfeit(gegevens: Gegevens, rij: Kostenpost) -> Kostenpostfeit:
    return Kostenpostfeit(
        sleutel=rij.sleutel,
        titel=rij.titel,
        lijnen=tuple(band.lijn.code for band in gegevens.kostenpostlijnen.get(rij.pk, [])),
        uitgaven=tuple(map(make_uitgavefeit, gegevens.uitgaven.get(rij.pk, []))),
        mogelijk=tuple(
            band.lijn.code
            for band in gegevens.kostenpostlijnen.get(rij.pk, [])
            if band.zekerheid == Zekerheid.MOGELIJK
        ),
    )


def make_uitgavefeit(rij: Uitgave) -> Uitgavefeit:
    return Uitgavefeit(
        jaar=rij.jaar,
        soort=Uitgavesoort(rij.soort),
        bedrag=euro(rij.bedrag),
        toestand=Bedragtoestand(rij.toestand),
        precisie=Precisie(rij.precisie),
        tot_en_met=rij.tot_en_met,
    )


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


def printed_years(
    gegevens: Gegevens, lijn: Programmalijn | None, soort: Uitgavesoort
) -> dict[int, Decimal]:
    rijen: Iterable = gegevens.gedrukte_totalen
    return {
        rij.jaar: rij.bedrag
        for rij in rijen
        if rij.lijn_id == (lijn.pk if lijn else None) and rij.uitgavesoort == soort and rij.jaar
    }
