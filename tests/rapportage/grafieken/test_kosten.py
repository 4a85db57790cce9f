"""Planned against realised, with the years of Glansrijke toekomst as example."""

from datetime import date
from decimal import Decimal

from dordt_monitor.grafiek.gegevens import Grafiek
from rapportage.grafieken import kosten_grafiek
from rapportage.rapport import Financien, Jaartotaal

MAART = date(2024, 3, 31)
AFWIJKING = "€ 985.000 lager dan gepland voor het hele jaar (gerealiseerd t/m 31 maart 2024)"


def maak_totaal(jaar: int, soort: str, bedrag: int | None, **velden) -> Jaartotaal:
    geld = None if bedrag is None else Decimal(bedrag)
    gewoon = {"onvolledig": "", "gedrukt": None, "verschil": None}
    return Jaartotaal(jaar=jaar, soort=soort, bedrag=geld, **gewoon | velden)


TOTALEN = (
    maak_totaal(2021, "gerealiseerd", None),
    maak_totaal(2022, "gerealiseerd", 50_000),
    maak_totaal(2023, "gerealiseerd", 298_000),
    maak_totaal(2024, "gepland", 1_043_000),
    maak_totaal(2024, "gerealiseerd", 58_000, tot_en_met=MAART, afwijking=AFWIJKING),
    maak_totaal(2025, "gepland", 1_000_000),
)


def draw(*totalen: Jaartotaal) -> Grafiek:
    grafiek = kosten_grafiek(Financien(jaartotalen=totalen), "programma")
    assert grafiek is not None
    return grafiek


def test_each_year_has_a_bar_for_what_was_planned_and_one_for_what_was_realised():
    grafiek = draw(*TOTALEN)
    assert grafiek.categorieen == ("2022", "2023", "2024", "2025")
    assert [(reeks.naam, reeks.waarden) for reeks in grafiek.reeksen] == [
        ("gepland", (None, None, 1_043_000, 1_000_000)),
        ("gerealiseerd", (50_000, 298_000, 58_000, None)),
    ]


def test_title_says_what_is_spent_of_the_last_year_of_which_both_are_known():
    grafiek = draw(*TOTALEN)
    assert grafiek.titel == "Van € 1.043.000 voor 2024 is € 58.000 t/m 31 maart 2024 uitgegeven"
    assert grafiek.zin == f"2024: {AFWIJKING}."


def test_title_of_plans_alone_says_where_they_go_with_their_precision():
    plannen = (
        maak_totaal(2025, "gepland", 135_000_000, precisie="circa"),
        maak_totaal(2027, "gepland", 134_000_000, precisie="circa"),
    )
    assert draw(*plannen).titel == "Van circa € 135.000.000 in 2025 naar circa € 134.000.000 in 2027"


def test_partial_year_carries_its_label_below_its_bars_and_in_the_table():
    grafiek = draw(*TOTALEN)
    assert grafiek.bijschriften[2] == "gepland € 1.043.000; gerealiseerd € 58.000 t/m 31 maart 2024"
    assert grafiek.tabel.rijen[2] == ("2024", "€ 1.043.000", "€ 58.000 t/m 31 maart 2024", AFWIJKING)
    assert grafiek.tabel.rijen[0] == ("2022", "geen", "€ 50.000", "")


def test_no_chart_where_nothing_differs():
    plannen = [maak_totaal(jaar, "gepland", 150_000) for jaar in (2022, 2023)]
    assert kosten_grafiek(Financien(jaartotalen=tuple(plannen)), "programma") is None
    assert kosten_grafiek(Financien(), "programma") is None
