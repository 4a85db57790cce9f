"""The sheet Indicatoren: a row per measurement, with 37 % as the number 37 beside its unit."""

from decimal import Decimal

from rapportage.rapport import Indicatorregel, Metingregel, Uitsplitsingregel
from tests.rapportage.bouwers import PEILDATUM, maak, maak_activiteitregel, maak_lijnregel, maak_rapport

from .lezen import find_cel, open_boek, row_of


def blad_with(*metingen: Metingregel, **velden):
    indicator = maak(Indicatorregel, sleutel="i", naam="Vertrouwen", metingen=metingen, **velden)
    activiteit = maak_activiteitregel("a", "Meten", indicatoren=(indicator,))
    return open_boek(maak_rapport(lijnen=(maak_lijnregel("1", "Lijn", activiteit),)))["Indicatoren"]


def maak_meting(waarde: int | None, **velden) -> Metingregel:
    gemeten = {"waarde": Decimal(waarde), "toestand": "gemeten"} if waarde is not None else {}
    return maak(Metingregel, sleutel="m", periode="2023", **(gemeten | velden))


def test_percentage_keeps_its_number_and_its_unit():
    blad = blad_with(maak_meting(37, is_nulmeting=True), eenheid="%", soort="stand")
    rij = row_of(blad, "Vertrouwen")
    assert rij[:5] == ["Vertrouwen", "Meten", "%", "stand", "2023"]
    assert [rij[5].date(), *rij[6:10]] == [PEILDATUM, None, 37, "gemeten", "ja"]


def test_peildatum_is_a_date_in_dutch():
    assert find_cel(blad_with(maak_meting(37)), 37).offset(column=-2).number_format == "[$-413]d mmmm yyyy"


def test_zero_is_a_zero_and_not_measured_is_words():
    assert row_of(blad_with(maak_meting(0)), "Vertrouwen")[7:9] == [0, "gemeten"]
    assert row_of(blad_with(maak_meting(None, toestand="niet gemeten")), "Vertrouwen")[7:9] == [
        None,
        "niet gemeten",
    ]


def test_categories_are_rows_of_their_own():
    deel = Uitsplitsingregel(
        categorie="betaald werk", waarde=Decimal(14), afgedrukt="14", toestand="gemeten", telt_mee=None
    )
    blad = blad_with(maak_meting(None, toestand="gemeten", uitsplitsing=(deel,)))
    assert row_of(blad, "Vertrouwen")[7:9] == [None, "alleen per categorie"]
    assert row_of(blad, "betaald werk")[6:9] == ["betaald werk", 14, "gemeten"]


def test_category_is_printed_with_its_precision():
    deel = Uitsplitsingregel(
        categorie="betaald werk",
        waarde=Decimal(14),
        afgedrukt="circa 14",
        toestand="gemeten",
        telt_mee=None,
        precisie="circa",
    )
    blad = blad_with(maak_meting(None, toestand="gemeten", uitsplitsing=(deel,)))
    assert find_cel(blad, 14).number_format == '"circa "#,##0'


def test_indicator_without_measurements_says_so():
    assert row_of(blad_with(), "Vertrouwen")[8] == "niet gemeten"


def test_column_is_wide_enough_for_the_precision():
    breed = blad_with(maak_meting(2600, precisie="schatting", afgedrukt="naar schatting 2.600"))
    assert breed.column_dimensions["H"].width == len("naar schatting 2.600") + 3
    assert find_cel(breed, 2600).number_format == '"naar schatting "#,##0'
