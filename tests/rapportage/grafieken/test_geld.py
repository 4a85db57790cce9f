from dataclasses import replace
from decimal import Decimal
from itertools import chain

from dordt_monitor.grafiek.gegevens import Grafiek
from rapportage.grafieken import financiering_grafiek, lijnen_grafiek
from rapportage.rapport import Financien, Standregel
from tests.rapportage.bouwers import maak_geld, maak_geld_lijn_1, maak_geld_lijn_2, maak_groep, maak_rapport


def draw(financien: Financien) -> Grafiek:
    grafiek = financiering_grafiek(financien, "lijn-1")
    assert grafiek is not None
    return grafiek


def maak_financien(*regels) -> Financien:
    return Financien(groepen=(maak_groep("investering", "stad", *regels),), totaal=Decimal("300.00"))


def test_kinds_are_rows_and_scales_their_parts_that_add_up_to_the_total():
    grafiek = draw(maak_geld_lijn_1())
    assert (grafiek.categorieen, grafiek.waardetekst) == (
        ("investering", "extra gegenereerd"),
        ("€ 300.000", "€ 410.010"),
    )
    assert [(reeks.naam, reeks.waarden) for reeks in grafiek.reeksen] == [
        ("stad", (None, 312_739)),
        ("regio", (None, 97_271)),
        ("stad & regio", (300_000, None)),
    ]
    assert sum(filter(None, chain(*(reeks.waarden for reeks in grafiek.reeksen)))) == 710_010


def test_parts_are_named_below_their_bar_in_the_order_they_are_drawn():
    assert draw(maak_geld_lijn_1()).bijschriften == (
        "stad & regio € 300.000",
        "stad € 312.739; regio € 97.271",
    )


def test_title_says_what_was_invested_and_what_came_with_it():
    assert draw(maak_geld_lijn_1()).titel == (
        "€ 300.000 investering en € 410.010 extra financiering: samen € 710.010"
    )


def test_sentence_explains_the_hefboom():
    assert draw(maak_geld_lijn_1()).zin == (
        "Tegenover elke euro investering staat € 1,37 aan extra financiering (de hefboom)."
    )


def test_money_accounted_for_elsewhere_counts_in_its_kind_and_is_said():
    grafiek = draw(maak_geld_lijn_2())
    assert (grafiek.categorieen, grafiek.waardetekst) == (("investering",), ("€ 1.232.000",))
    assert grafiek.titel == "Agenda 2030 Dordrecht is de grootste bron: € 925.000 van € 1.232.000"
    assert grafiek.zin == "Over € 925.000 legt een ander programma verantwoording af."


def test_a_bron_that_pays_twice_counts_with_both():
    tweemaal = maak_financien(
        maak_geld("a", "Stad", 100), maak_geld("b", "Rijk", 90), maak_geld("c", "Rijk", 110)
    )
    assert draw(tweemaal).titel == "Rijk is de grootste bron: € 200 van € 300"


def test_amount_that_no_source_names_is_words_and_no_zero():
    onbekend = maak_groep("investering", "regio", maak_geld("c", "C", None))
    gewoon = maak_financien(maak_geld("a", "A", 100), maak_geld("b", "B", 200))
    grafiek = draw(replace(gewoon, groepen=(*gewoon.groepen, onbekend)))
    assert [(reeks.waarden, reeks.afgedrukt) for reeks in grafiek.reeksen] == [
        ((300,), ("€ 300",)),
        ((None,), ("niet vermeld",)),
    ]


def test_money_in_kind_and_steps_of_money_keep_their_words():
    natura = maak_geld("n", "Uren", None, in_natura=True, toestand="niet van toepassing")
    stand = Standregel(stand="gereserveerd", bedrag=Decimal("10500000.00"), precisie="precies")
    stappen = maak_geld("s", "Fonds", None, standen=(stand,))
    elders = maak_groep("investering", "regio", natura, stappen)
    gewoon = maak_financien(maak_geld("a", "A", 100), maak_geld("b", "B", 200))
    grafiek = draw(replace(gewoon, groepen=(*gewoon.groepen, elders)))
    assert grafiek.reeksen[1].afgedrukt == ("in natura, gereserveerd € 10.500.000",)


def test_amount_keeps_its_precision():
    grafiek = draw(maak_financien(maak_geld("a", "A", 100, precisie="circa"), maak_geld("b", "B", 200)))
    assert grafiek.waardetekst == ("circa € 300",)


def test_incomplete_total_names_what_is_missing():
    grafiek = draw(replace(maak_geld_lijn_2(), totaal_onvolledig="zonder Europees fonds"))
    assert grafiek.zin.endswith("Het totaal is onvolledig: zonder Europees fonds.")


def test_money_of_other_years_is_not_drawn():
    later = maak_groep("investering", "regio", maak_geld("l", "Later", 900), telt_mee=False)
    financien = maak_financien(maak_geld("a", "A", 100), maak_geld("b", "B", 200))
    assert draw(replace(financien, groepen=(*financien.groepen, later))).waardetekst == ("€ 300",)


def test_table_has_a_column_for_each_scale():
    tabel = draw(maak_geld_lijn_1()).tabel
    assert tabel.kop == ("Soort", "Stad", "Regio", "Stad & regio", "Totaal (berekend)")
    assert tabel.rijen[0] == ("investering", "geen", "geen", "€ 300.000", "€ 300.000")


def test_no_chart_of_a_single_amount():
    assert financiering_grafiek(maak_financien(maak_geld("a", "A", 100)), "lijn-3") is None


def test_lines_of_the_programme_are_compared_by_kind():
    grafiek = lijnen_grafiek(maak_rapport())
    assert grafiek is not None
    assert grafiek.waardetekst == ("€ 710.010", "€ 1.232.000")
    assert [reeks.waarden for reeks in grafiek.reeksen] == [
        (300_000, 307_000),
        (410_010, None),
        (None, 925_000),
    ]


def test_title_of_the_lines_names_the_one_with_most_money():
    grafiek = lijnen_grafiek(maak_rapport())
    assert grafiek is not None
    assert grafiek.titel == (
        "Het meeste geld staat bij programmalijn 2: € 1.232.000, waarvan € 925.000 elders verantwoord"
    )


def test_no_chart_of_one_line_with_money():
    rapport = maak_rapport()
    assert lijnen_grafiek(replace(rapport, lijnen=rapport.lijnen[:1])) is None
