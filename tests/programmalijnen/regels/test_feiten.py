"""Rekenregels 1: an empty state carries no number, and which measurement counts."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from programmalijnen.regels.begrippen import Koers, Precisie, Soort, Toestand
from programmalijnen.regels.breuken import aggregate_percentage, round_half_up
from programmalijnen.regels.feiten import Categoriewaarde
from tests.programmalijnen.regels.bouwers import (
    EIND_2024,
    JULI,
    NAJAAR,
    categorie,
    doel,
    judge,
    meting,
    stand,
    streef,
    stroom,
)

LEEG = [toestand for toestand in Toestand if toestand is not Toestand.GEMETEN]


@pytest.mark.parametrize("toestand", LEEG)
def test_empty_state_carries_no_number(toestand: Toestand):
    with pytest.raises(ValueError, match="heeft geen waarde"):
        meting(0, toestand=toestand)


def test_measured_without_number_or_categories_is_refused():
    with pytest.raises(ValueError, match="heeft een waarde of een uitsplitsing"):
        meting(None)


def test_category_without_number_says_why():
    with pytest.raises(ValueError, match="heeft een waarde als zij gemeten is"):
        Categoriewaarde(categorie="betaald werk")


def test_measured_zero_is_a_measurement():
    uitkomst = judge(stroom(100, meting(0)))

    assert (uitkomst.waarde, uitkomst.toestand, uitkomst.bereikt_afgedrukt) == (0, Toestand.GEMETEN, "0%")
    assert uitkomst.koers is Koers.ACHTER


@pytest.mark.parametrize(
    ("toestand", "koers"),
    [
        (Toestand.NIET_GEMETEN, Koers.NIET_GEMETEN),
        (Toestand.NIET_GERAPPORTEERD, Koers.NIET_GERAPPORTEERD),
        (Toestand.NIET_VAN_TOEPASSING, Koers.NIET_VAN_TOEPASSING),
        (Toestand.ELDERS, Koers.ELDERS),
    ],
)
def test_empty_state_stays_what_it_is(toestand: Toestand, koers: Koers):
    uitkomst = judge(stroom(100, meting(None, toestand=toestand)))

    assert (uitkomst.waarde, uitkomst.toestand, uitkomst.koers) == (None, toestand, koers)


@pytest.mark.parametrize("toestand", [Toestand.NIET_GEMETEN, Toestand.NIET_GERAPPORTEERD])
def test_figure_never_gets_worse_by_not_being_measured(toestand: Toestand):
    feiten = stroom(
        100, meting(60), meting(None, "t/m september 2024", toestand=toestand), niet_gerapporteerd=True
    )

    assert judge(feiten, NAJAAR).koers_afgedrukt == "op schema, per 31 juli 2024"


def test_niet_van_toepassing_replaces_an_older_number():
    later = meting(None, "t/m september 2024", toestand=Toestand.NIET_VAN_TOEPASSING)

    assert judge(stroom(100, meting(60), later), NAJAAR).koers is Koers.NIET_VAN_TOEPASSING


def test_not_reported_without_any_number_is_niet_gerapporteerd():
    assert judge(stroom(100, niet_gerapporteerd=True)).koers is Koers.NIET_GERAPPORTEERD


def test_measurement_after_the_peildatum_does_not_count():
    feiten = stroom(100, meting(60), meting(90, "t/m september 2024"))

    assert judge(feiten, JULI).waarde == 60
    assert judge(feiten, NAJAAR).waarde == 90


def test_stroom_does_not_count_what_was_measured_before_its_period():
    assert judge(stroom(100, meting(80, "2023"))).koers is Koers.NIET_GEMETEN


def test_stand_counts_what_was_measured_before_its_period():
    assert judge(stand(100, meting(80, "2023"))).waarde == 80


def test_of_two_counts_to_the_same_day_the_one_from_the_start_of_the_year_counts():
    assert judge(stroom(100, meting(20, "Q3 2024"), meting(60, "t/m september 2024")), NAJAAR).waarde == 60


def test_stroom_counted_from_another_day_is_shown_but_not_judged():
    uitkomst = judge(stroom(100, meting(20, "Q3 2024")), NAJAAR)

    assert uitkomst.waarde == 20
    assert uitkomst.koers_afgedrukt == (
        "niet te berekenen: de meting telt niet vanaf het begin van de periode van het doel"
    )


def test_school_year_is_measured_on_its_last_day():
    uitkomst = judge(
        doel(soort=Soort.STAND, streefwaarden=streef(60), metingen=(meting(64, "2023-2024"),)), NAJAAR
    )

    assert uitkomst.meting.peildatum == date(2024, 7, 31)
    assert uitkomst.peildatum_tekst == "meting 2023-2024, in deze ronde niet opnieuw gemeten"


def test_measurement_since_the_round_before_is_news_of_this_round():
    feiten = stand(75, meting(67, date(2024, 8, 15)))

    assert judge(feiten, NAJAAR, vorige=JULI).peildatum_tekst == "per 15 augustus 2024"
    assert judge(feiten, EIND_2024, vorige=NAJAAR).peildatum_tekst == (
        "per 15 augustus 2024, in deze ronde niet opnieuw gemeten"
    )


def test_level_per_quarter_keeps_its_words():
    assert judge(stand(75, meting(75, "per Q3 2024")), EIND_2024).peildatum_tekst == (
        "per Q3 2024, in deze ronde niet opnieuw gemeten"
    )


def som(*delen: Categoriewaarde, sluiten_uit: bool | None = True):
    return judge(stroom(100, meting(None, uitsplitsing=delen), categorieen_sluiten_uit=sluiten_uit))


def test_categories_make_a_total_when_it_is_recorded_which_count_and_that_they_exclude_each_other():
    uitkomst = som(
        categorie("werk", 14, telt_mee=True),
        categorie("uren", 2, telt_mee=True),
        categorie("zorg", 8, telt_mee=False),
    )

    assert uitkomst.waarde == 16
    assert uitkomst.waarom.ingevuld.startswith("14 + 2 = 16; 16 / 100 = 16%")


def test_categories_that_may_overlap_make_no_total():
    uitkomst = som(categorie("werk", 14, telt_mee=True), sluiten_uit=None)

    assert uitkomst.koers_afgedrukt == (
        "niet te berekenen: niet vastgelegd dat de categorieën elkaar uitsluiten"
    )
    assert uitkomst.uitsplitsing == (categorie("werk", 14, telt_mee=True),)


def test_total_with_a_missing_category_is_onvolledig_and_names_it():
    uitkomst = som(
        categorie("werk", 14, telt_mee=True), categorie("uren", telt_mee=True, toestand=Toestand.NIET_GEMETEN)
    )

    assert (uitkomst.waarde, uitkomst.reden) == (None, "onvolledig: uren is niet gemeten")


@pytest.mark.parametrize(
    ("precisie", "afgedrukt"),
    [
        (Precisie.PRECIES, "37 van 50 (74%), nog 13"),
        (Precisie.CIRCA, "circa 37 van 50 (74%), nog circa 13"),
        (Precisie.RUIM, "ruim 37 van 50 (74%), nog circa 13"),
        (Precisie.SCHATTING, "naar schatting 37 van 50 (74%), nog circa 13"),
    ],
)
def test_value_is_printed_with_its_precision(precisie: Precisie, afgedrukt: str):
    assert judge(stroom(50, meting(37, precisie=precisie))).afgedrukt == afgedrukt


def test_percentages_are_aggregated_over_their_numbers():
    delen = [(Decimal(1), Decimal(2)), (Decimal(1), Decimal(10))]

    assert aggregate_percentage(delen) == Decimal("16.6667")


def test_percentage_of_nothing_is_niet_gemeten():
    assert aggregate_percentage([(Decimal(0), Decimal(0))]) is None
    assert aggregate_percentage([(Decimal(1), Decimal(2)), (None, Decimal(10))]) is None
    assert aggregate_percentage([]) is None


def test_rounding_is_half_up_away_from_zero():
    assert round_half_up(Fraction(1, 8), 2) == Decimal("0.13")
    assert round_half_up(Fraction(-1, 8), 2) == Decimal("-0.13")
