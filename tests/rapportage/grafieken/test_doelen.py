from dataclasses import replace
from datetime import date
from decimal import Decimal

from dordt_monitor.grafiek.gegevens import Grafiek
from programmalijnen.regels.begrippen import Doeltoestand, Koers, Telling
from rapportage.grafieken import bullet_grafiek, doelen_grafiek
from rapportage.rapport import Doelregel, Startregel
from tests.rapportage.bouwers import (
    maak_activiteitregel,
    maak_doelregel,
    maak_duurzame_plek,
    maak_label,
    maak_leerwerktrajecten,
    maak_lijnregel,
)


def maak_stroom() -> Doelregel:
    """60 of 100 where 58,2 was expected."""
    return replace(
        maak_leerwerktrajecten(),
        afgedrukt="60 van 100 (60%), nog 40",
        verwacht_afgedrukt="58",
        verwacht_balk=Decimal("58.2"),
    )


def maak_stand() -> Doelregel:
    """67 of 75 without a start: a share of the target, no koers."""
    return replace(maak_label().doelen[0], aandeel_afgedrukt="89% van de streefwaarde")


def maak_schuld() -> Doelregel:
    """From 30.240 to 28.000; 30.000 is 11% of the way (rekenregels 3)."""
    start = Startregel(
        waarde=Decimal(30240), afgedrukt="30.240", periode="eind 2023", peildatum=date(2023, 12, 31)
    )
    return maak_doelregel(
        "d-schuld", "Gemiddelde schuld naar 28.000", 28000, start=start, waarde=Decimal(30000),
        waarde_afgedrukt="30.000", bereikt=Decimal("0.1071"), bereikt_afgedrukt="11%", balk=Decimal("10.71"),
        verwacht_balk=Decimal("33.4"), verwacht_afgedrukt="29.492", afgedrukt="30.000, streefwaarde 28.000",
        koers=Koers.ACHTER, koers_afgedrukt="achter", telling=Telling.ACHTER,
    )  # fmt: skip


def maak_zonder_richting() -> Doelregel:
    return maak_doelregel(
        "d-aan-de-slag", "25 daarvan zijn aan de slag", 25, waarde=Decimal(40), waarde_afgedrukt="40",
        afgedrukt="40, streefwaarde 25", koers=Koers.GEEN_OORDEEL,
        koers_afgedrukt="geen oordeel: geen richting afgesproken",
    )  # fmt: skip


def draw(*doelen: Doelregel) -> Grafiek:
    grafiek = bullet_grafiek("lijn-1", doelen)
    assert grafiek is not None
    return grafiek


def series(grafiek: Grafiek) -> dict:
    return {reeks.naam: reeks.waarden for reeks in grafiek.reeksen}


def test_bar_is_what_is_reached_beside_the_expected_position_and_the_target():
    assert series(draw(maak_stroom())) == {
        "gerealiseerd": (Decimal(60),),
        "verwacht": (Decimal("58.2"),),
        "streefwaarde": (Decimal(100),),
    }


def test_stand_with_a_start_begins_at_its_nulmeting():
    grafiek = draw(maak_schuld(), maak_stroom())
    assert series(grafiek)["nulmeting"] == (Decimal(0), None)
    assert grafiek.bijschriften[0] == "achter, nulmeting 30.240 (eind 2023), verwacht 29.492"
    assert "Waar een haak staat, begint de balk bij de nulmeting." in grafiek.zin


def test_stroom_counts_from_nothing_whatever_its_nulmeting_was():
    start = Startregel(waarde=Decimal(41), afgedrukt="41", periode="2023", peildatum=date(2023, 12, 31))
    grafiek = draw(replace(maak_stroom(), start=start))
    assert [reeks.naam for reeks in grafiek.reeksen] == ["gerealiseerd", "verwacht", "streefwaarde"]
    assert grafiek.tabel.rijen[0][1] == "41 (2023)"


def test_stand_without_start_is_drawn_as_its_share_of_the_target_without_expectation():
    grafiek = draw(maak_stand())
    assert grafiek.reeksen[0].waarden[0] == Decimal(67) / 75 * 100
    assert [reeks.naam for reeks in grafiek.reeksen] == ["gerealiseerd", "streefwaarde"]
    assert "Zonder nulmeting is de balk het deel van de streefwaarde" in grafiek.zin


def test_share_above_the_target_stops_at_the_target_while_its_figure_does_not():
    boven = replace(maak_stand(), waarde=Decimal(90), waarde_afgedrukt="90", afgedrukt="90 van 75")
    assert (draw(boven).reeksen[0].waarden, draw(boven).waardetekst) == ((Decimal(100),), ("90 van 75",))


def test_doel_without_richting_has_figures_but_no_bar():
    grafiek = draw(maak_stand(), maak_zonder_richting())
    assert grafiek.reeksen[0].waarden[1] is None
    assert grafiek.waardetekst[1] == "40, streefwaarde 25"
    assert grafiek.bijschriften[1] == "geen oordeel: geen richting afgesproken"


def test_doel_of_which_only_categories_are_known_says_so_and_is_no_zero():
    reeks = draw(maak_stroom(), maak_duurzame_plek()).reeksen[0]
    assert (reeks.waarden[1], reeks.afgedrukt[1]) == (None, "alleen naar categorie")


def test_doel_that_was_not_measured_leaves_a_gap_with_the_words():
    leeg = maak_doelregel(
        "d-x", "50 banen", 50, waarde_afgedrukt="niet gemeten", koers_afgedrukt="niet gemeten"
    )
    grafiek = draw(maak_stroom(), leeg)
    assert (grafiek.reeksen[0].waarden[1], grafiek.bijschriften[1]) == (None, "niet gemeten")


def test_measured_zero_is_a_bar_of_nothing_and_no_gap():
    nul = replace(maak_stroom(), waarde=Decimal(0), waarde_afgedrukt="0", balk=Decimal(0))
    assert draw(nul).reeksen[0].waarden == (Decimal(0),)


def test_doel_in_words_and_one_that_lapsed_are_left_out():
    woorden = maak_doelregel("d-tekst", "Samenwerking versterken")
    vervallen = replace(maak_stand(), toestand=Doeltoestand.VERVALLEN)
    assert draw(maak_stroom(), woorden, vervallen).categorieen == ("100 leerwerktrajecten realiseren",)


def test_no_chart_without_a_single_bar():
    assert bullet_grafiek("lijn-1", [maak_duurzame_plek(), maak_zonder_richting()]) is None


def test_chart_of_a_line_holds_the_doelen_of_its_parts_in_report_order():
    onderdeel = maak_activiteitregel("a-deel", "Deel", maak_stand())
    lijn = maak_lijnregel(
        "1", "Lijn", maak_activiteitregel("a-geheel", "Geheel", maak_stroom(), onderdelen=(onderdeel,))
    )
    grafiek = doelen_grafiek(lijn)
    assert grafiek is not None
    assert grafiek.categorieen == ("100 leerwerktrajecten realiseren", "75 organisaties zijn partner")
    assert grafiek.sleutel == "grafiek-doelen-lijn-1"


def test_title_of_one_doel_is_its_figure():
    assert draw(maak_stroom()).titel == "100 leerwerktrajecten realiseren: 60 van 100 (60%), nog 40"


def test_title_counts_the_verdicts_never_an_average():
    gehaald = replace(maak_stand(), telling=Telling.BEHAALD)
    assert draw(maak_stroom(), gehaald, maak_stand()).titel == (
        "3 doelen met een getal: 1 gehaald of op doelniveau, 1 op schema, 1 zonder rekenkundig oordeel"
    )


def test_title_without_any_verdict_says_that():
    assert draw(maak_stand(), maak_zonder_richting()).titel == (
        "2 doelen met een getal, nog zonder rekenkundig oordeel"
    )


def test_words_below_the_bar_hold_koers_expectation_and_another_peildatum():
    later = replace(maak_stroom(), peildatum_tekst="t/m 31 juli 2024, in deze ronde niet opnieuw gemeten")
    assert draw(later).bijschriften == (
        "op schema, verwacht 58, t/m 31 juli 2024, in deze ronde niet opnieuw gemeten",
    )


def test_table_has_the_printed_figures():
    assert draw(maak_stroom(), maak_stand()).tabel.rijen == (
        ("100 leerwerktrajecten realiseren", "geen", "58", "60", "100", "60%", "op schema", "t/m juli 2024"),
        ("75 organisaties zijn partner", "geen", "geen", "67", "75", "89% van de streefwaarde",
         "geen koers: geen nulmeting", "t/m juli 2024"),
    )  # fmt: skip
