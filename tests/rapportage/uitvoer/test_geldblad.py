"""The sheet Financiën: numbers that add up, live and as printed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from rapportage.rapport import (
    Financien,
    Standregel,
    Standtotaal,
)
from tests.rapportage.bouwers import maak_geld, maak_groep, maak_lijnregel, maak_rapport

from .lezen import find_cel, open_boek, row_of

BEDRAG, RAPPORT, BRON, VERSCHIL, CONTROLE, BUITEN = 3, 4, 5, 6, 7, 8


def geldblad(*lijnen, **velden):
    return open_boek(maak_rapport(lijnen=lijnen, **velden))["Financiën"]


def blad_with(financien: Financien):
    return geldblad(maak_lijnregel("1", "Lijn", financien=financien), financien=Financien())


@pytest.fixture(scope="module")
def blad():
    return open_boek(maak_rapport())["Financiën"]


def test_group_shows_live_sum_own_figure_and_that_of_the_source(blad):
    eerste, laatste = find_cel(blad, "f-cdoke").row, find_cel(blad, "f-esf").row
    rij = row_of(blad, "Gegenereerde extra financiering stad")
    assert rij[BEDRAG : VERSCHIL + 1] == [f"=SUM(D{eerste}:D{laatste})", 312_739, 312_739, 0]


def test_total_is_the_sum_of_its_groups(blad):
    groepen = [
        find_cel(blad, f"{soort} {schaal}").row
        for soort, schaal in (
            ("Investering", "stad & regio"),
            ("Gegenereerde extra financiering", "stad"),
            ("Gegenereerde extra financiering", "regio"),
        )
    ]
    rij = row_of(blad, "Totaal beschikbaar")
    assert rij[BEDRAG] == "=SUM({})".format(",".join(f"D{groep}:D{groep}" for groep in groepen))
    assert rij[RAPPORT] == 710_010


def test_check_compares_the_live_sum_with_the_figure_of_the_report(blad):
    rij = find_cel(blad, "Totaal beschikbaar").row
    assert blad[f"H{rij}"].value == (
        f'=IF(ABS(D{rij}-E{rij})<0.005,"klopt","verschil "&ROUND(D{rij}-E{rij},2))'
    )


def test_total_no_source_prints_is_labelled(blad):
    totaal = find_cel(blad, "2 Toekomst voor de Dordtse jeugd").row + 6
    assert [blad[f"A{totaal}"].value, blad[f"E{totaal}"].value, blad[f"F{totaal}"].value] == [
        "Totaal beschikbaar",
        1_232_000,
        "berekend",
    ]


def test_programme_counts_every_line_of_money_once(blad):
    sleutels = [rij[-1].value for rij in blad.iter_rows(min_row=5) if rij[-1].value]
    assert len(sleutels) == len(set(sleutels))
    assert row_of(blad, "Investering stad (regels hierboven)")[BEDRAG].startswith("=SUM(D")


def test_amount_is_shown_the_dutch_way(blad):
    assert find_cel(blad, 76_151).number_format == '"€" #,##0;-"€" #,##0'


def test_line_elsewhere_is_named_and_counted_apart(blad):
    assert row_of(blad, "Agenda 2030 Dordrecht")[9] == "elders verantwoord: Agenda 2030"
    rij = find_cel(blad, "f-glansrijk").row
    assert row_of(blad, "waarvan elders verantwoord")[BEDRAG : RAPPORT + 1] == [
        f"=SUM(D{rij}:D{rij})",
        925_000,
    ]


def test_line_without_amount_says_why_and_is_no_zero(blad):
    assert row_of(blad, "Europees fonds")[BEDRAG] == "niet vermeld"
    assert row_of(blad, "Soort niet vermeld, schaal niet vermeld")[BEDRAG] == "geen bedrag bekend"


def test_hefboom_is_live_and_checked(blad):
    rij = row_of(blad, "Hefboom (gegenereerd gedeeld door investering)")
    assert (rij[BEDRAG][:8], rij[RAPPORT], rij[BRON]) == ("=ROUND(E", 1.37, "berekend")


def test_difference_with_the_source_stands_beside_the_sum():
    groep = maak_groep(
        "investering",
        "stad",
        maak_geld("f-a", "A", 925_000),
        gedrukt=Decimal(1_043_000),
        verschil=Decimal(-118_000),
    )
    rij = row_of(blad_with(Financien(groepen=(groep,), totaal=groep.bedrag)), "Investering stad")
    assert rij[BRON : VERSCHIL + 1] == [1_043_000, -118_000]


def test_precision_is_printed_with_the_number():
    regel = maak_geld("f-a", "A", 135_000_000, precisie="circa")
    blad = blad_with(Financien(groepen=(maak_groep("investering", "stad", regel),)))
    cel = blad[f"D{find_cel(blad, 'f-a').row}"]
    assert (cel.value, cel.number_format) == (135_000_000, '"circa €" #,##0;"circa -€" #,##0')


def test_standen_and_cofinanciering_stay_outside_the_total():
    regel = replace(
        maak_geld("f-a", "Groeifonds", 10_500_000),
        standen=(
            Standregel(
                stand="gevoteerd", bedrag=Decimal(1_260_000), precisie="precies", waarvan="gereserveerd"
            ),
        ),
        cofinanciering=(
            maak_geld("f-b", "Provincie", 438_000),
            maak_geld("f-c", "Bedrijf", None, in_natura=True),
        ),
    )
    groep = maak_groep("investering", "stad", regel)
    standen = (Standtotaal(stand="gevoteerd", bedrag=Decimal(1_260_000), waarvan="gereserveerd"),)
    blad = blad_with(Financien(groepen=(groep,), totaal=groep.bedrag, standen=standen))
    buiten = {rij[0].value: rij[BUITEN].value for rij in blad.iter_rows(min_row=5) if rij[BUITEN].value}
    assert buiten == {
        "– waarvan gevoteerd": 1_260_000,
        "– cofinanciering: Provincie": 438_000,
        "– cofinanciering: Bedrijf": "in natura",
        "Totaal gevoteerd (deel van gereserveerd)": f"=SUM(I{find_cel(blad, '– waarvan gevoteerd').row}"
        f":I{find_cel(blad, '– waarvan gevoteerd').row})",
    }
    assert row_of(blad, "Totaal gevoteerd (deel van gereserveerd)")[RAPPORT] == 1_260_000
    rij = find_cel(blad, "f-a").row
    assert row_of(blad, "Investering stad")[BEDRAG] == f"=SUM(D{rij}:D{rij})"


def test_group_of_another_year_does_not_count():
    nu = maak_groep("investering", "stad", maak_geld("f-a", "A", 100))
    straks = maak_groep(
        "investering", "stad", maak_geld("f-b", "B", 900), periode="vanaf 2025", telt_mee=False
    )
    blad = blad_with(Financien(groepen=(nu, straks), totaal=Decimal(100)))
    rij = find_cel(blad, "Investering stad").row
    assert row_of(blad, "Totaal beschikbaar")[BEDRAG] == f"=SUM(D{rij}:D{rij})"
    assert row_of(blad, "Investering stad, vanaf 2025, telt niet mee in dit jaar")[RAPPORT] == 900


def test_line_that_only_has_standen_has_no_amount_of_its_own():
    stand = Standregel(stand="aangevraagd", bedrag=Decimal(1_031_000), precisie="precies")
    regel = maak_geld(
        "f-a", "ESF", None, toestand="niet van toepassing", standen=(stand,), periode="t/m 2025"
    )
    blad = blad_with(Financien(groepen=(maak_groep("investering", "stad", regel),)))
    assert row_of(blad, "f-a")[BEDRAG] is None
    assert row_of(blad, "– aangevraagd")[BUITEN] == 1_031_000


def test_money_of_every_year_says_so():
    regel = maak_geld("f-a", "A", 75_000, per_jaar=True, periode="2022-2023")
    blad = blad_with(Financien(groepen=(maak_groep("investering", "stad", regel),)))
    assert row_of(blad, "f-a")[2] == "2022-2023 (elk jaar)"


def test_lines_without_money_are_named_together():
    soort = maak_rapport().programma.lijn_enkelvoud
    blad = geldblad(maak_lijnregel("1", "Haven"), maak_lijnregel("2", "Dok"), financien=Financien())
    gezegd = [cel.value for cel in blad["A"] if cel.value][-3:]
    assert gezegd == [f"Geen eigen financiering bij {soort} 1, 2", "Hele programma", "Geen bedragen bekend."]
