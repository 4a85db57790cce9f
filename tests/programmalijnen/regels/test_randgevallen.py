"""The days on which a rule turns: the last of a period, the first of a target (rekenregels 1 and 3)."""

from datetime import date

from programmalijnen.regels.begrippen import Koers, Soort
from tests.programmalijnen.regels.bouwers import (
    EIND_2024,
    JULI,
    judge,
    meting,
    stand,
    streef,
    stroom,
    tussen,
)

BEGIN = date(2023, 12, 31)
APRIL = date(2024, 4, 1)


def test_on_its_last_day_a_doel_still_runs():
    uitkomst = judge(stroom(100, meting(60)), EIND_2024)

    assert uitkomst.koers_afgedrukt == "op schema, per 31 juli 2024"


def test_the_day_after_its_last_day_the_end_is_missed():
    assert judge(stroom(100, meting(60)), date(2025, 1, 1)).koers is Koers.EINDSTAND_NIET_GEMETEN


def test_a_count_of_unknown_soort_from_before_the_period_does_not_count():
    feiten = stand(75, meting(67, "t/m juli 2023"), soort=Soort.NIET_VERMELD)

    assert judge(feiten).koers is Koers.NIET_GEMETEN


def test_measured_on_the_day_a_target_takes_effect_is_no_uitgangspositie():
    feiten = stand(75, meting(80, APRIL), streefwaarden=streef(75, vanaf=APRIL))

    assert judge(feiten).koers is Koers.OP_DOELNIVEAU


def test_measured_the_day_before_a_target_takes_effect_is_uitgangspositie():
    feiten = stand(75, meting(80, date(2024, 3, 31)), streefwaarden=streef(75, vanaf=APRIL))

    assert judge(feiten).koers is Koers.UITGANGSPOSITIE


def test_a_stroom_that_was_reached_before_it_was_agreed_is_uitgangspositie():
    feiten = stroom(50, meting(60, "t/m maart 2024"), streefwaarden=streef(50, vanaf=APRIL))

    assert judge(feiten).koers is Koers.UITGANGSPOSITIE


def test_the_line_of_a_stand_begins_with_its_period_where_the_start_is_older():
    feiten = stand(120, meting(70, date(2024, 7, 1)), start=meting(20, date(2020, 1, 1), nulmeting=True))

    # 183 of the 366 days are over: halfway from 20 to 120.
    assert judge(feiten).verwacht == 70


def test_an_earlier_streefwaarde_bends_the_line_of_a_stand_only():
    onderweg = (tussen(JULI, 10),)

    assert judge(stroom(366, meting(60), tussenwaarden=onderweg)).verwacht == 213


def test_what_was_agreed_for_after_the_end_does_not_bend_the_line():
    start = meting(20, BEGIN, nulmeting=True)
    feiten = stand(
        120, meting(70, date(2024, 7, 1)), start=start, tussenwaarden=(tussen(date(2025, 6, 30), 0),)
    )

    assert judge(feiten).verwacht == 70
