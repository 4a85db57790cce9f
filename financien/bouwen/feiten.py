"""Rows as facts. Amounts get two decimals: databases differ in trailing zeros."""

from decimal import Decimal
from typing import Protocol

from programmalijnen.models import Programmalijn, Zekerheid
from programmalijnen.regels.begrippen import Precisie, Schaal

from ..begrippen import Bedragtoestand, Financieringsoort, Standsoort, Uitgavesoort
from ..feiten import Financieringsfeit, Kostenpostfeit, Standbedrag, Uitgavefeit
from ..models import (
    Financiering,
    Financieringsstand,
    GedruktTotaal,
    Kostenpost,
    KostenpostLijn,
    Uitgave,
)
from ..regels import TOTAAL

CENT = Decimal("0.01")


class Geldrijen(Protocol):
    """The money rows of a programme; dicts are keyed by the primary key of what the rows hang on."""

    financieringen: list[Financiering]
    financieringsstanden: dict[int, list[Financieringsstand]]
    gedrukte_totalen: list[GedruktTotaal]
    kostenposten: list[Kostenpost]
    kostenpostlijnen: dict[int, list[KostenpostLijn]]
    uitgaven: dict[int, list[Uitgave]]


def euro(bedrag: Decimal | None) -> Decimal | None:
    return None if bedrag is None else bedrag.quantize(CENT)


def own_financieringen(rijen: Geldrijen, lijn: Programmalijn | None) -> list[Financieringsfeit]:
    """The funding lines of a lijn, with `lijn` None all of them; cofinanciering stands below its line."""
    return [
        make_feit(rijen, rij)
        for rij in rijen.financieringen
        if rij.cofinanciering_van_id is None and (lijn is None or rij.lijn_id == lijn.pk)
    ]


def make_feit(rijen: Geldrijen, rij: Financiering) -> Financieringsfeit:
    onder = [deel for deel in rijen.financieringen if deel.cofinanciering_van_id == rij.pk]
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
        per_jaar=rij.per_jaar,
        in_natura=rij.in_natura,
        elders_verantwoord=rij.elders_verantwoord,
        standen=tuple(map(make_stand, rijen.financieringsstanden.get(rij.pk, []))),
        cofinanciering=tuple(make_feit(rijen, deel) for deel in onder),
    )


def make_stand(rij: Financieringsstand) -> Standbedrag:
    return Standbedrag(
        stand=Standsoort(rij.stand),
        bedrag=euro(rij.bedrag),
        precisie=Precisie(rij.precisie),
        waarvan=rij.waarvan.stand if rij.waarvan else "",
        periode=rij.periode,
    )


def make_postfeit(rijen: Geldrijen, rij: Kostenpost) -> Kostenpostfeit:
    banden = rijen.kostenpostlijnen.get(rij.pk, [])
    return Kostenpostfeit(
        sleutel=rij.sleutel,
        titel=rij.titel,
        lijnen=tuple(band.lijn.code for band in banden),
        uitgaven=tuple(map(make_uitgavefeit, rijen.uitgaven.get(rij.pk, []))),
        mogelijk=tuple(band.lijn.code for band in banden if band.zekerheid == Zekerheid.MOGELIJK),
        toelichting=rij.toelichting,
        onderdeel_van=rij.onderdeel_van.sleutel if rij.onderdeel_van else "",
        aandeel=euro(rij.aandeel),
        aandeel_precisie=Precisie(rij.aandeel_precisie),
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


def printed_totals(rijen: Geldrijen, lijn: Programmalijn | None, jaar: int) -> dict[tuple[str, str], Decimal]:
    """What documents print of the funding of a year, by (soort, schaal); TOTAAL for the whole table.

    A total of the year itself goes before one that names no year.
    """
    return {
        (rij.soort, rij.schaal) if rij.soort or rij.schaal else TOTAAL: rij.bedrag
        for rij in sorted(rijen.gedrukte_totalen, key=lambda rij: rij.jaar is not None)
        if is_of(rij, lijn) and not rij.uitgavesoort and not rij.is_saldo and rij.jaar in (None, jaar)
    }


def printed_years(rijen: Geldrijen, lijn: Programmalijn | None) -> dict[tuple[Uitgavesoort, int], Decimal]:
    """What documents print of the spending of each year."""
    return {
        (Uitgavesoort(rij.uitgavesoort), rij.jaar): rij.bedrag
        for rij in rijen.gedrukte_totalen
        if is_of(rij, lijn) and rij.uitgavesoort and rij.jaar
    }


def printed_saldi(rijen: Geldrijen, lijn: Programmalijn | None) -> dict[int | None, Decimal]:
    """The saldo that documents print by year; None for one said of every year."""
    return {rij.jaar: rij.bedrag for rij in rijen.gedrukte_totalen if is_of(rij, lijn) and rij.is_saldo}


def is_of(rij: GedruktTotaal, lijn: Programmalijn | None) -> bool:
    """Whether it is the total of the line; with `lijn` None of the programme."""
    return rij.lijn_id == (lijn.pk if lijn else None)
