"""The sheet of a line: the report's columns, with numbers as numbers and the rest in words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from rapportage.rapport import Berichtregel, Oordeelregel, Toelichtingregel, Verwijzingregel
from tests.rapportage.bouwers import (
    maak,
    maak_activiteitregel,
    maak_doelregel,
    maak_leerwerktrajecten,
    maak_lijnregel,
    maak_rapport,
)

from .lezen import find_cel, open_boek, row_of

KOPPEN = [
    "Activiteit", "Doel 2024", "Streefwaarde", "Waarde", "Eenheid", "Gemeten over",
    "Verwacht", "Bereikt", "Koers", "Realisatie t/m juli 2024", "Oordeel", "Sleutel",
]  # fmt: skip


@pytest.fixture(scope="module")
def boek():
    return open_boek(maak_rapport())


def blad_with(*activiteiten, **velden):
    return open_boek(maak_rapport(lijnen=(maak_lijnregel("1", "Lijn", *activiteiten, **velden),)))["1 Lijn"]


def blad_of(doel):
    return blad_with(maak_activiteitregel("a", "Activiteit", doel))


def test_columns_are_those_of_the_report(boek):
    assert [cel.value for cel in boek["1 Arbeidspotentieel van de…"][4]] == KOPPEN


def test_doel_with_a_number_is_a_row_of_numbers(boek):
    rij = row_of(boek["1 Arbeidspotentieel van de…"], "100 leerwerktrajecten realiseren")
    assert rij == [
        "Leerwerktrajecten", "100 leerwerktrajecten realiseren", 100, 60, "leerwerktrajecten",
        "t/m juli 2024", 58.2, 0.6, "op schema", "60 trajecten via partners.", "nog niet beoordeeld",
        "a-leerwerktrajecten d-leerwerktrajecten",
    ]  # fmt: skip


def test_groups_of_the_report_are_headings(boek):
    koppen = [
        rij[0].value
        for rij in boek["1 Arbeidspotentieel van de…"].iter_rows()
        if rij[0].style == "Rapport groep"
    ]
    assert koppen[:2] == ["Voor Stad", "Voor Stad & Regio"]


def test_realisatie_runs_over_all_doelen_of_its_activiteit(boek):
    blad = boek["1 Arbeidspotentieel van de…"]
    begin = find_cel(blad, "Wijkaanpakken").row
    assert f"J{begin}:J{begin + 4}" in {bereik.coord for bereik in blad.merged_cells.ranges}


def test_categories_stand_below_their_doel(boek):
    assert row_of(boek["1 Arbeidspotentieel van de…"], "– naar betaald werk")[3:9] == [
        14, "inwoners", None, None, None, "niet vastgelegd of dit meetelt",
    ]  # fmt: skip


def test_doel_without_koers_has_words_in_the_place_of_a_percentage(boek):
    rij = row_of(boek["3 Samenwerken op banen met…"], "– 50 daarvan hebben het label behaald")
    assert rij[2:9] == [
        50,
        22,
        "organisaties",
        "t/m juli 2024",
        None,
        "22 van 50, nog 28",
        "geen koers: geen nulmeting",
    ]


def test_what_is_reported_elsewhere_says_where(boek):
    rij = row_of(boek["2 Toekomst voor de Dordtse…"], "Glansrijke toekomst voor de Dordtse jeugd")
    assert rij[9:11] == ["Elders gerapporteerd, via de lijn van Agenda 2030", "elders gerapporteerd"]


def test_doelen_of_next_year_say_that_they_are_proposed(boek):
    rij = row_of(boek["3 Samenwerken op banen met…"], "100 organisaties zijn partner")
    assert rij[:4] == [
        "Uitrol label Ondernemen met impact (voorgesteld)",
        "100 organisaties zijn partner",
        100,
        "niet gemeten",
    ]


def test_money_of_the_line_is_one_sentence(boek):
    zin = row_of(boek["1 Arbeidspotentieel van de…"], "Financiën (zie ook het blad)")[1]
    assert zin == (
        "Investering stad & regio € 300.000 + Gegenereerde extra financiering stad € 312.739 + "
        "Gegenereerde extra financiering regio € 97.271 = totaal € 710.010; hefboom 1,37"
    )


def test_percentage_is_the_number_people_say():
    cel = find_cel(blad_of(maak_doelregel("d", "Vertrouwen", 60, eenheid="%", waarde=Decimal(37))), 37)
    assert (cel.value, cel.number_format) == (37, "#,##0")


def test_value_of_zero_is_a_zero_and_missing_is_words():
    assert row_of(blad_of(maak_doelregel("d", "Nul", 10, waarde=Decimal(0))), "Nul")[3] == 0
    assert row_of(blad_of(maak_doelregel("d", "Leeg", 10)), "Leeg")[3] == "niet gemeten"


@pytest.mark.parametrize(
    ("velden", "woorden"),
    [
        ({"vorm": "tekst"}, ["in woorden", "in woorden"]),
        ({"vorm": "elders"}, ["elders gerapporteerd", "elders gerapporteerd"]),
        ({"vorm": "richting", "richting": "meer"}, ["meer", "niet gemeten"]),
        ({"vorm": "relatief"}, ["geen getal afgesproken", "niet gemeten"]),
        ({"vorm": "getal", "streefwaarde_afgedrukt": "10 tot 20"}, ["10 tot 20", "niet gemeten"]),
    ],
)
def test_doel_without_a_number_has_words(velden, woorden):
    assert row_of(blad_of(maak_doelregel("d", "Doel", **velden)), "Doel")[2:4] == woorden


def test_percentage_never_rounds_up_to_reached():
    doel = replace(maak_leerwerktrajecten(), bereikt=Decimal("0.9960"), bereikt_afgedrukt="99%")
    assert find_cel(blad_of(doel), 0.996).number_format == '"99%";"99%"'


def test_decimals_of_the_indicator_are_shown():
    doel = maak_doelregel("d", "Doel", 10, waarde=Decimal("6.5"), decimalen=1, precisie="circa")
    assert find_cel(blad_of(doel), 6.5).number_format == '"circa "#,##0.0'


def test_oordeel_has_its_horizon_and_explanation():
    oordeel = Oordeelregel(waarde="wijkt af, bij te sturen", horizon="dit jaar", oorzaak="krapte")
    rij = row_of(blad_with(maak_activiteitregel("a", "Taak", oordeel=oordeel)), "Taak")
    assert "wijkt af, bij te sturen (dit jaar)\nOorzaak: krapte" in rij


def test_only_a_verdict_has_a_colour():
    achter = find_cel(
        blad_of(replace(maak_leerwerktrajecten(), telling="achter", koers_afgedrukt="achter")), "achter"
    )
    leeg = maak_doelregel(
        "d", "D", 5, telling="niet gemeten of niet gerapporteerd", koers_afgedrukt="niet gemeten"
    )
    assert achter.style == "Rapport achter"
    assert {cel.style for cel in blad_of(leeg)["I"][4:]}.isdisjoint({"Rapport achter", "Rapport aandacht"})


def test_activiteit_without_doel_and_without_text_says_so():
    rij = row_of(blad_with(maak_activiteitregel("a", "Stil", soort="extra")), "Stil\n(extra)")
    assert (rij[1], rij[9]) == ("geen doel vermeld", "Geen toelichting in deze ronde")


def test_onderdelen_stand_right_below_their_activiteit():
    activiteit = maak_activiteitregel("a", "Heel", onderdelen=(maak_activiteitregel("b", "Deel"),))
    blad = blad_with(activiteit)
    assert find_cel(blad, "– Deel").row == find_cel(blad, "Heel").row + 1


def test_long_realisatie_gets_the_height_it_needs():
    tekst = "Een zin over wat er is gebeurd. " * 150
    blad = blad_with(maak_activiteitregel("a", "Lang", realisatie=tekst.strip()))
    begin = find_cel(blad, "Lang").row
    bereik = next(bereik for bereik in blad.merged_cells.ranges if bereik.coord.startswith(f"J{begin}:"))
    hoogte = sum(blad.row_dimensions[rij].height for rij in range(begin, bereik.max_row + 1))
    assert hoogte >= len(tekst) / 53 * 13.5


def test_line_without_activiteiten_says_so():
    assert row_of(blad_with(), "Geen activiteiten in deze ronde")


def test_toelichting_and_reference_are_shown():
    toelichting = maak(
        Toelichtingregel, sleutel="1-financien", onderwerp="financiën", tekst="Binnen begroting."
    )
    verwijzing = maak(
        Verwijzingregel,
        sleutel="v",
        titel="Leerpark",
        zekerheid="mogelijk",
        eigenaar_naam="Onderwijs",
        eigenaar_lijn="2",
        bericht=maak(
            Berichtregel, rapport="Rapport juli", realisatie="Het is open.", cijfers=("60 van 100",)
        ),
    )
    blad = blad_with(toelichtingen=(toelichting,), verwijzingen=(verwijzing,))
    assert row_of(blad, "Toelichting: financiën")[1] == "Binnen begroting."
    assert row_of(blad, "Leerpark")[1] == "telt bij: Onderwijs 2; mogelijk"
    assert row_of(blad, "Volgens Rapport juli, peildatum 31 juli 2024")[1] == "Het is open. 60 van 100"
