from dataclasses import replace
from decimal import Decimal

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


def test_sources_stand_from_large_to_small_and_one_source_is_one_bar():
    grafiek = draw(maak_geld_lijn_1())
    assert grafiek.categorieen[:3] == ("Kadernota Dordrecht", "Groeiagenda Drechtsteden", "NPLV")
    assert grafiek.waardetekst[2] == "€ 112.739"


def test_kinds_are_series_and_add_up_to_the_total():
    grafiek = draw(maak_geld_lijn_1())
    sums = {reeks.naam: sum(filter(None, reeks.waarden)) for reeks in grafiek.reeksen}
    assert sums == {"investering": 300_000, "gegenereerde extra financiering": 410_010}
    assert sum(sums.values()) == maak_geld_lijn_1().totaal


def test_title_says_what_was_invested_and_what_came_with_it():
    assert draw(maak_geld_lijn_1()).titel == (
        "€ 300.000 investering en € 410.010 extra financiering: samen € 710.010"
    )


def test_sentence_explains_the_hefboom():
    assert draw(maak_geld_lijn_1()).zin == (
        "Tegenover elke euro investering staat € 1,37 aan extra financiering (de hefboom)."
    )


def test_money_accounted_for_elsewhere_is_a_series_of_its_own_and_said():
    grafiek = draw(maak_geld_lijn_2())
    assert [reeks.naam for reeks in grafiek.reeksen] == ["investering", "elders verantwoord"]
    assert grafiek.titel == "Agenda 2030 Dordrecht is de grootste bron: € 925.000 van € 1.232.000"
    assert grafiek.zin == "Over € 925.000 legt een ander programma verantwoording af."


def test_amount_that_no_source_names_is_words_and_no_zero():
    grafiek = draw(
        maak_financien(maak_geld("a", "A", 100), maak_geld("b", "B", 200), maak_geld("c", "C", None))
    )
    reeks = grafiek.reeksen[0]
    assert (grafiek.categorieen[2], reeks.waarden[2], reeks.afgedrukt[2]) == ("C", None, "niet vermeld")
    assert grafiek.waardetekst[2] == ""


def test_money_in_kind_and_steps_of_money_keep_their_words():
    natura = maak_geld("n", "Uren", None, in_natura=True, toestand="niet van toepassing")
    stand = Standregel(stand="gereserveerd", bedrag=Decimal("10500000.00"), precisie="precies")
    stappen = maak_geld("s", "Fonds", None, standen=(stand,))
    grafiek = draw(maak_financien(maak_geld("a", "A", 100), maak_geld("b", "B", 200), natura, stappen))
    assert grafiek.reeksen[0].afgedrukt[2:] == ("in natura", "gereserveerd € 10.500.000")


def test_amount_keeps_its_precision():
    grafiek = draw(maak_financien(maak_geld("a", "A", 100, precisie="circa"), maak_geld("b", "B", 200)))
    assert grafiek.waardetekst == ("€ 200", "circa € 100")


def test_incomplete_total_names_what_is_missing():
    grafiek = draw(replace(maak_geld_lijn_2(), totaal_onvolledig="zonder Europees fonds"))
    assert grafiek.zin.endswith("Het totaal is onvolledig: zonder Europees fonds.")


def test_money_of_other_years_is_not_drawn():
    later = maak_groep("investering", "regio", maak_geld("l", "Later", 900), telt_mee=False)
    financien = maak_financien(maak_geld("a", "A", 100), maak_geld("b", "B", 200))
    assert draw(replace(financien, groepen=(*financien.groepen, later))).categorieen == ("B", "A")


def test_total_that_no_source_prints_is_labelled():
    assert draw(maak_geld_lijn_1()).tabel.rijen[-1] == ("Totaal", "", "", "", "€ 710.010")
    assert draw(maak_geld_lijn_2()).tabel.rijen[-1] == ("Totaal (berekend)", "", "", "", "€ 1.232.000")


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
