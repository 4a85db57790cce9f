"""Rekenregels 2 and 3 for the form getal."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from programmalijnen.regels.begrippen import (
    Doeltoestand,
    Koers,
    Richting,
    Soort,
    Telling,
    Toestand,
    Tussenverwachting,
)
from programmalijnen.regels.beoordelen import asks_eindstand
from programmalijnen.regels.feiten import Grenzen, Streefwaarde
from programmalijnen.regels.waarom import LEGENDA_FASERING, LEGENDA_GELIJKMATIG
from tests.programmalijnen.regels.bouwers import (
    EIND_2024,
    JULI,
    JULI_2025,
    NAJAAR,
    doel,
    judge,
    meting,
    stand,
    streef,
    stroom,
    tussen,
)

BEGIN = date(2023, 12, 31)


def met_start(streefwaarde: int, waarde: int, **velden):
    """From 20 on 31 December 2023, measured on 31 July 2024."""
    return stand(streefwaarde, meting(waarde, JULI), start=meting(20, BEGIN, nulmeting=True), **velden)


# What was reached


@pytest.mark.parametrize(
    ("waarde", "afgedrukt"),
    [
        ("110", "110 van 100 (110%)"),
        ("100", "100 van 100 (100%)"),
        ("99.9", "100 van 100 (99%), nog 0"),
        ("0.1", "0 van 100 (1%), nog 100"),
        ("0", "0 van 100 (0%), nog 100"),
    ],
)
def test_print_is_never_100_before_reached_nor_0_when_something_is(waarde: str, afgedrukt: str):
    assert judge(stroom(100, meting(waarde))).afgedrukt == afgedrukt


@pytest.mark.parametrize(
    ("waarde", "bereikt", "balk"), [(150, "1.5", 100), (60, "0.6", 60), (-20, "-0.2", 0)]
)
def test_bars_are_clipped_and_numbers_are_not(waarde: int, bereikt: str, balk: int):
    uitkomst = judge(stroom(100, meting(waarde)))

    assert (uitkomst.bereikt, uitkomst.balk) == (Decimal(bereikt), balk)


def test_stand_with_a_start_is_measured_from_that_start():
    uitkomst = judge(met_start(40, 30))

    assert (uitkomst.bereikt, uitkomst.afgedrukt) == (Decimal("0.5"), "30 van 40 (50%), nog 10")
    assert uitkomst.aandeel_afgedrukt == ""


def test_keeping_a_level_has_no_percentage():
    assert judge(met_start(20, 20)).bereikt is None
    assert judge(met_start(20, 20)).koers is Koers.OP_DOELNIVEAU
    assert judge(met_start(20, 19)).koers is Koers.VERSLECHTERD


def test_stand_without_start_prints_its_distance_and_its_share_in_words():
    uitkomst = judge(stand(75, meting(67, JULI)))

    assert (uitkomst.bereikt, uitkomst.bereikt_afgedrukt, uitkomst.balk) == (None, "", None)
    assert (uitkomst.afgedrukt, uitkomst.aandeel_afgedrukt) == ("67 van 75, nog 8", "89% van de streefwaarde")


def test_distance_of_a_percentage_is_in_procentpunt_and_has_no_share():
    uitkomst = judge(stand(60, meting(37, JULI), eenheid="%"))

    assert (uitkomst.afgedrukt, uitkomst.aandeel_afgedrukt) == (
        "37%, streefwaarde 60%, nog 23 procentpunt",
        "",
    )


@pytest.mark.parametrize("streefwaarde", [0, 10])
def test_minder_prints_only_the_distance(streefwaarde: int):
    uitkomst = judge(stand(streefwaarde, meting(23, JULI), richting=Richting.MINDER))

    assert uitkomst.afgedrukt == f"23, streefwaarde {streefwaarde}, nog {23 - streefwaarde}"
    assert uitkomst.aandeel_afgedrukt == ""


def test_amounts_are_printed_as_amounts():
    feiten = met_start(10, 15, richting=Richting.MINDER, eenheid="€")

    assert judge(feiten).afgedrukt == "€ 15, streefwaarde € 10 (50% bereikt), nog € 5"


def test_without_streefwaarde_nothing_is_computed():
    uitkomst = judge(stroom(100, meting(60), streefwaarden=()))

    assert uitkomst.koers_afgedrukt == "niet te berekenen: geen streefwaarde afgesproken"
    assert (uitkomst.waarde, uitkomst.afgedrukt) == (60, "60")


@pytest.mark.parametrize("waarde", [10, 25, 40])
def test_without_richting_no_value_is_better_than_another(waarde: int):
    uitkomst = judge(stand(25, meting(waarde, JULI), richting=Richting.GEEN))

    assert (uitkomst.koers, uitkomst.bereikt, uitkomst.balk) == (Koers.GEEN_OORDEEL, None, None)
    assert uitkomst.afgedrukt == f"{waarde}, streefwaarde 25"


# The expected position


def test_days_elapsed_include_the_day_itself():
    assert judge(stroom(366, meting(100))).verwacht == 213


def test_verdict_is_decided_on_the_exact_fraction():
    dag_60 = date(2025, 3, 1)
    jaar = {"van": date(2025, 1, 1), "tot": date(2025, 12, 31)}

    assert judge(stroom(365, meting(57, dag_60), **jaar), dag_60).koers is Koers.OP_SCHEMA
    assert judge(stroom(365, meting("56.9999", dag_60), **jaar), dag_60).koers is Koers.AANDACHT
    assert judge(stroom(365, meting(48, dag_60), **jaar), dag_60).koers is Koers.AANDACHT
    assert judge(stroom(365, meting("47.9999", dag_60), **jaar), dag_60).koers is Koers.ACHTER


def test_bands_are_a_setting_of_the_programme():
    ruim = Grenzen(op_schema=Decimal("0.50"), aandacht=Decimal("0.10"))

    assert judge(stroom(100, meting(30))).koers is Koers.ACHTER
    assert judge(stroom(100, meting(30)), grenzen=ruim).koers is Koers.OP_SCHEMA


def test_line_of_a_stand_begins_when_its_target_took_effect():
    laat = met_start(40, 30, streefwaarden=streef(40, vanaf=date(2024, 6, 30)))

    assert judge(met_start(40, 30)).verwacht < 32
    assert judge(laat).verwacht == Decimal("23.3696")


def test_line_of_a_stand_runs_through_earlier_agreed_streefwaarden():
    feiten = met_start(40, 30, tussenwaarden=(tussen(JULI, 36), tussen(date(2024, 3, 31), 22)))

    assert judge(feiten).verwacht == 36


def test_agreed_fasering_overrules_the_straight_line():
    uitkomst = judge(stroom(100, meting(30), fasering=(tussen(date(2024, 6, 30), 20), tussen(JULI, 30))))

    assert (uitkomst.verwacht, uitkomst.koers) == (30, Koers.OP_SCHEMA)
    assert uitkomst.waarom.berekend.startswith(LEGENDA_FASERING)


def test_nothing_intended_yet_is_no_doel_in_this_period():
    uitkomst = judge(stroom(100, meting(0), fasering=(tussen(NAJAAR, 0),)))

    assert (uitkomst.koers, uitkomst.telling) == (Koers.GEEN_DOEL, Telling.ZONDER_OORDEEL)


def test_doel_that_has_yet_to_begin_is_no_doel_in_this_period():
    assert judge(stroom(100), date(2023, 7, 31)).koers_afgedrukt == (
        "geen doel in deze periode: begint op 1 januari 2024"
    )


@pytest.mark.parametrize(
    ("feiten", "reden"),
    [
        (stroom(100, meting(60), van=None, tot=None), "geen periode afgesproken"),
        (stand(75, meting(67, JULI)), "geen nulmeting"),
        (met_start(40, 30, tot=None), "geen einddatum afgesproken"),
        (
            met_start(40, 30, tussenverwachting=Tussenverwachting.GEEN),
            "geen tussentijdse verwachting afgesproken",
        ),
        (met_start(40, 30, tussenverwachting=Tussenverwachting.FASERING), "geen fasering vastgelegd"),
        (stand(75, meting(67), soort=Soort.NIET_VERMELD), "niet vermeld of het een stroom of een stand is"),
    ],
)
def test_without_expectation_there_is_no_koers_but_a_reason(feiten, reden: str):
    uitkomst = judge(feiten)

    assert uitkomst.koers_afgedrukt == f"geen koers: {reden}"
    assert (uitkomst.verwacht, uitkomst.verhouding, uitkomst.telling) == (None, None, Telling.ZONDER_OORDEEL)


def test_measured_on_or_before_the_start_is_te_vroeg():
    later_van_kracht = met_start(40, 30, streefwaarden=streef(40, vanaf=JULI))

    assert judge(later_van_kracht).koers is Koers.TE_VROEG


def test_stand_on_the_wrong_side_of_its_start_is_verslechterd():
    assert judge(met_start(40, 19)).koers is Koers.VERSLECHTERD
    assert judge(met_start(10, 21, richting=Richting.MINDER)).koers is Koers.VERSLECHTERD


def test_old_figure_is_no_start_unless_it_is_called_one():
    zonder = stand(40, meting(20, BEGIN), meting(30, JULI))
    met = stand(40, meting(20, BEGIN, nulmeting=True), meting(30, JULI))

    assert judge(zonder).koers_afgedrukt == "geen koers: geen nulmeting"
    assert judge(met).bereikt_afgedrukt == "50%"


# Reached, over, passed


def test_stroom_that_reached_its_target_is_behaald_for_good():
    feiten = stroom(100, meting(104))

    assert [judge(feiten, dag).koers for dag in (JULI, JULI_2025)] == [Koers.BEHAALD, Koers.BEHAALD]


def test_stand_that_reached_its_target_can_fall_again():
    feiten = stand(75, meting(75, JULI))

    assert judge(feiten, JULI).koers is Koers.OP_DOELNIVEAU
    assert judge(feiten, JULI_2025).koers is Koers.EINDSTAND_NIET_GEMETEN


@pytest.mark.parametrize(("waarde", "koers"), [(75, Koers.BEHAALD), (74, Koers.NIET_BEHAALD)])
@pytest.mark.parametrize("gezien_op", [EIND_2024, JULI_2025])
def test_measurement_of_the_end_decides(waarde: int, koers: Koers, gezien_op: date):
    assert judge(stand(75, meting(waarde, EIND_2024)), gezien_op).koers is koers
    assert judge(stroom(75, meting(waarde, "2024")), gezien_op).koers is koers


def test_ceiling_is_kept_only_when_its_period_is_over():
    assert judge(stroom(10, meting(3), richting=Richting.MINDER)).koers is Koers.OP_SCHEMA
    assert judge(stroom(10, meting(3, "2024"), richting=Richting.MINDER), EIND_2024).koers is Koers.BEHAALD
    assert (
        judge(stroom(10, meting(3), richting=Richting.MINDER), JULI_2025).koers
        is Koers.EINDSTAND_NIET_GEMETEN
    )


def test_ceiling_that_is_passed_is_not_kept_at_once():
    uitkomst = judge(stroom(10, meting(12), richting=Richting.MINDER))

    assert (uitkomst.koers, uitkomst.bereikt) == (Koers.NIET_BEHAALD, None)
    assert uitkomst.afgedrukt == "12 van ten hoogste 10, 2 te veel"


def test_reached_before_it_was_agreed_is_uitgangspositie():
    feiten = stand(60, meting(64, BEGIN))

    assert judge(feiten).koers is Koers.UITGANGSPOSITIE
    assert judge(replace(feiten, metingen=(meting(64, JULI),))).koers is Koers.OP_DOELNIVEAU


def test_nulmeting_that_is_already_there_is_uitgangspositie():
    bereikt = stand(60, start=meting(64, BEGIN, nulmeting=True))
    niet_bereikt = stand(60, start=meting(37, BEGIN, nulmeting=True))

    assert judge(bereikt).koers is Koers.UITGANGSPOSITIE
    assert judge(niet_bereikt).koers_afgedrukt == "niet gemeten (alleen nulmeting)"


@pytest.mark.parametrize("soort", [Soort.STROOM, Soort.STAND, Soort.NIET_VERMELD])
def test_nothing_measured_is_never_red(soort: Soort):
    uitkomst = judge(
        doel(soort=soort, streefwaarden=streef(100), van=date(2024, 1, 1), tot=EIND_2024), JULI_2025
    )

    assert (uitkomst.koers, uitkomst.telling) == (Koers.NIET_GEMETEN, Telling.NIET_GEMETEN)
    assert (uitkomst.waarde, uitkomst.toestand) == (None, Toestand.NIET_GEMETEN)


def test_number_of_unknown_soort_is_shown_without_koers_until_it_is_reached():
    feiten = stand(75, meting(75), soort=Soort.NIET_VERMELD)

    assert judge(feiten).koers is Koers.OP_DOELNIVEAU
    assert judge(replace(feiten, richting=Richting.MINDER)).koers is Koers.GEEN_KOERS


# Versions of the number, what was agreed, and the round


def test_version_in_force_on_the_peildatum_counts():
    versies = (*streef(100), *streef(80, vanaf=date(2024, 9, 1), besluit="2024-1"))
    feiten = stroom(100, meting(60), streefwaarden=versies)

    assert [judge(feiten, dag).streefwaarde for dag in (JULI, NAJAAR)] == [100, 80]
    assert judge(feiten, NAJAAR).waarom.afgesproken == "streefwaarde 80, besluit 2024-1"


def test_proposal_says_that_its_besluit_is_not_known():
    uitkomst = judge(stroom(100, meting(60), toestand=Doeltoestand.VOORGESTELD))

    assert uitkomst.waarom.afgesproken == "streefwaarde 100, voorgesteld, besluit niet bekend"


def test_doel_that_was_withdrawn_is_vervallen():
    assert judge(stroom(100, meting(60), toestand=Doeltoestand.VERVALLEN)).koers is Koers.VERVALLEN


def test_round_asks_for_the_eindstand_of_what_ended_since_the_last_round():
    zonder_eind = stroom(100, meting(60))
    met_eind = stroom(100, meting(60), meting(90, "2024"))

    assert asks_eindstand(zonder_eind, peildatum=JULI_2025, vorige=NAJAAR)
    assert not asks_eindstand(met_eind, peildatum=JULI_2025, vorige=NAJAAR)
    assert not asks_eindstand(zonder_eind, peildatum=NAJAAR, vorige=JULI)
    assert not asks_eindstand(zonder_eind, peildatum=date(2026, 7, 31), vorige=JULI_2025)


def test_every_figure_answers_waarom():
    feiten = stroom(100, meting(60, bron="Provincie ZH"), streefwaarden=streef(100, besluit="2023-0154666"))
    waarom = judge(feiten).waarom

    assert waarom.formule == (
        "bereikt = waarde / streefwaarde; verwacht = streefwaarde × verstreken dagen / dagen in de periode; "
        "koers = waarde / verwacht"
    )
    assert waarom.ingevuld == "60 / 100 = 60%; 100 × 213 / 366 = 58,20; 60 / 58,20 = 1,03"
    assert waarom.periode == "meting t/m juli 2024; doel 1 januari 2024 t/m 31 december 2024"
    assert (waarom.bron, waarom.afgesproken) == ("Provincie ZH", "streefwaarde 100, besluit 2023-0154666")
    assert waarom.berekend.startswith(LEGENDA_GELIJKMATIG)
    assert "Rekenkamer Rotterdam" in waarom.berekend


def test_waarom_of_a_stand_starts_at_its_start():
    assert judge(met_start(40, 30)).waarom.ingevuld == (
        "(30 − 20) / (40 − 20) = 50%; verwacht op 31 juli 2024: 31,64; (30 − 20) / (31,64 − 20) = 0,86"
    )


def test_waarom_without_koers_gives_the_distance_and_claims_no_expectation():
    waarom = judge(stand(75, meting(67, JULI))).waarom

    assert (waarom.formule, waarom.ingevuld) == ("afstand = streefwaarde − waarde", "75 − 67 = 8")
    assert waarom.berekend == ""


def test_precision_of_the_streefwaarde_is_printed():
    circa = Streefwaarde(waarde=Decimal(100), precisie="circa")

    assert (
        judge(stroom(100, meting(60), streefwaarden=(circa,))).afgedrukt == "60 van circa 100 (60%), nog 40"
    )
