"""Rekenregels 2: the forms other than getal."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from programmalijnen.regels.begrippen import Koers, Richting, Soort, Telling, Vorm
from programmalijnen.regels.beoordelen import asks_eindstand
from tests.programmalijnen.regels.bouwers import (
    EIND_2024,
    JAAR_2024,
    JULI,
    JULI_2025,
    NAJAAR,
    doel,
    judge,
    meting,
    relatief,
    stand,
    stap,
    streef,
    stroom,
)

EIND_2025 = date(2025, 12, 31)

# bandbreedte


def band(waarde: int, periode="31 juli 2024", soort: Soort = Soort.STAND):
    velden = {"vorm": Vorm.BANDBREEDTE, "richting": Richting.GEEN, "streefwaarden": streef(laag=20, hoog=30)}
    return stand(0, meting(waarde, periode), **velden, soort=soort)


@pytest.mark.parametrize(
    ("waarde", "koers"), [(20, Koers.OP_DOELNIVEAU), (30, Koers.OP_DOELNIVEAU), (31, Koers.GEEN_KOERS)]
)
def test_bandbreedte_holds_its_bounds(waarde: int, koers: Koers):
    assert judge(band(waarde)).koers is koers


@pytest.mark.parametrize(
    ("waarde", "afgedrukt"),
    [
        (25, "25, afgesproken 20 tot en met 30"),
        (15, "15, afgesproken 20 tot en met 30, nog 5"),
        (35, "35, afgesproken 20 tot en met 30, 5 te veel"),
    ],
)
def test_bandbreedte_prints_its_bounds(waarde: int, afgedrukt: str):
    assert judge(band(waarde)).afgedrukt == afgedrukt


@pytest.mark.parametrize(("waarde", "koers"), [(25, Koers.BEHAALD), (31, Koers.NIET_BEHAALD)])
def test_bandbreedte_is_decided_at_the_end(waarde: int, koers: Koers):
    assert judge(band(waarde, "31 december 2024"), JULI_2025).koers is koers
    assert judge(band(waarde), JULI_2025).koers is Koers.EINDSTAND_NIET_GEMETEN


def test_bandbreedte_of_a_stroom_is_passed_at_once_and_kept_at_the_end():
    assert judge(band(31, "t/m juli 2024", Soort.STROOM)).koers is Koers.NIET_BEHAALD
    assert judge(band(25, "t/m juli 2024", Soort.STROOM)).koers is Koers.GEEN_KOERS


def test_bandbreedte_without_bounds_is_not_computed():
    assert judge(replace(band(25), streefwaarden=())).koers is Koers.NIET_TE_BEREKENEN


# richting


def richting(waarde: int, **velden):
    gewoon = {
        "vorm": Vorm.RICHTING,
        "soort": Soort.STAND,
        "eenheid": "%",
        "start": meting(37, "2022", nulmeting=True),
    }
    return doel(**{**gewoon, "metingen": (meting(waarde, "2024"),), **velden})


@pytest.mark.parametrize(("waarde", "koers"), [(40, Koers.BETER), (37, Koers.GELIJK), (30, Koers.SLECHTER)])
def test_richting_is_beter_gelijk_or_slechter_and_never_behaald(waarde: int, koers: Koers):
    assert judge(richting(waarde), EIND_2024).koers is koers


def test_richting_minder_turns_it_round():
    assert judge(richting(40, richting=Richting.MINDER), EIND_2024).koers is Koers.SLECHTER


def test_richting_within_its_margin_is_gelijk():
    assert judge(richting(39, marge=Decimal(2)), EIND_2024).koers is Koers.GELIJK
    assert judge(richting(40, marge=Decimal(2)), EIND_2024).koers is Koers.BETER


def test_richting_prints_the_change_in_procentpunt():
    assert judge(richting(40), EIND_2024).afgedrukt == "40%, start 37% (3 procentpunt hoger)"
    assert judge(richting(40), EIND_2024).waarom.ingevuld == "40% − 37% = 3 procentpunt"


def test_richting_without_direction_has_no_oordeel():
    assert judge(richting(40, richting=Richting.GEEN), EIND_2024).koers is Koers.GEEN_OORDEEL


def test_two_figures_without_a_named_start_are_not_compared():
    feiten = richting(40, start=None, metingen=(meting(37, "2022"), meting(40, "2024")))

    assert judge(feiten, EIND_2024).koers_afgedrukt == "geen koers: geen nulmeting"


def lopend(*metingen):
    return doel(
        vorm=Vorm.RICHTING,
        soort=Soort.STROOM,
        start=meting(100, "2023", nulmeting=True),
        metingen=metingen,
        **JAAR_2024,
    )


def test_stroom_is_compared_on_full_periods():
    assert judge(lopend(meting(120, "2024")), EIND_2024).koers is Koers.BETER


def test_part_of_a_year_is_compared_with_the_same_date_of_the_starts_year():
    zelfde_datum = judge(lopend(meting(60), meting(70, "t/m juli 2023")))
    andere_datum = judge(lopend(meting(60), meting(70, "t/m maart 2023")))

    assert (zelfde_datum.koers, zelfde_datum.start.waarde) == (Koers.SLECHTER, 70)
    assert andere_datum.koers is Koers.NIET_TE_VERGELIJKEN


# relatief


def plus_vijf(soort: str = "procent", per_jaar: bool = False, **velden):
    gewoon = {"soort": Soort.STAND, "eenheid": "%", "start": meting(40, "31 december 2023"), **JAAR_2024}
    gewoon |= {"streefwaarden": streef(5), "metingen": (meting(41, JULI),)}
    return doel(vorm=Vorm.RELATIEF, relatief=relatief(5, soort, per_jaar), **{**gewoon, **velden})


@pytest.mark.parametrize(
    ("soort", "richting", "streefwaarde"),
    [
        ("procent", Richting.MEER, 42),
        ("procent", Richting.MINDER, 38),
        ("procentpunt", Richting.MEER, 45),
        ("procentpunt", Richting.MINDER, 35),
    ],
)
def test_relatief_makes_its_streefwaarde(soort: str, richting: Richting, streefwaarde: int):
    assert judge(plus_vijf(soort, richting=richting)).streefwaarde == streefwaarde


def test_relatief_is_then_a_getal():
    assert judge(plus_vijf("procent")).bereikt_afgedrukt == "50%"


def test_relatief_explains_its_streefwaarde_as_ours_and_the_words_as_agreed():
    waarom = judge(plus_vijf("procentpunt", omschrijving="stijgt met 5%")).waarom

    assert waarom.formule.startswith("streefwaarde = start + 5 procentpunt; bereikt = ")
    assert waarom.ingevuld.startswith("40% + 5 procentpunt = 45%; ")
    assert waarom.afgesproken == "stijgt met 5%"


def test_relatief_that_nobody_agreed_on_shows_no_streefwaarde():
    uitkomst = judge(plus_vijf("niet afgesproken"))

    assert (uitkomst.streefwaarde, uitkomst.waarde) == (None, 41)
    assert uitkomst.koers_afgedrukt == "niet te berekenen: procent of procentpunt niet afgesproken"


def test_relatief_without_start_is_not_computed():
    assert judge(plus_vijf(start=None)).koers_afgedrukt == "niet te berekenen: geen nulmeting"


def test_relatief_per_jaar_starts_at_the_year_before():
    feiten = stroom(
        5,
        meting(1050, "2024"),
        meting(700, "t/m juli 2025"),
        vorm=Vorm.RELATIEF,
        relatief=relatief(5, "procent", per_jaar=True),
        start=meting(1000, "2023", nulmeting=True),
        tot=date(2026, 12, 31),
    )

    assert judge(feiten, EIND_2024).streefwaarde == 1050
    assert judge(feiten, JULI_2025).streefwaarde == Decimal("1102.5")
    assert judge(feiten, JULI_2025).bereikt_afgedrukt == "63%"


def test_relatief_per_jaar_without_the_year_before_is_not_computed():
    feiten = plus_vijf(per_jaar=True, start=meting(40, "2021"))

    assert judge(feiten).koers_afgedrukt == "niet te berekenen: geen meting van het jaar ervoor"


def test_relatief_of_a_stroom_needs_a_full_period_to_start_from():
    feiten = plus_vijf(soort="procent", start=meting(40, "t/m juli 2023"), metingen=(meting(41),))

    assert judge(replace(feiten, soort=Soort.STROOM)).koers is Koers.NIET_TE_VERGELIJKEN


# vergelijking


def landelijk(waarde: int, *ander, **velden):
    gewoon = {"vorm": Vorm.VERGELIJKING, "eenheid": "%", "vergelijking": ander, "streefwaarden": ()}
    return stand(0, meting(waarde, "2023"), **{**gewoon, "van": None, "tot": EIND_2025, **velden})


@pytest.mark.parametrize(
    ("waarde", "koers"), [(21, Koers.OP_DOELNIVEAU), (20, Koers.GEEN_KOERS), (19, Koers.GEEN_KOERS)]
)
def test_higher_than_is_not_reached_by_the_same_number(waarde: int, koers: Koers):
    assert judge(landelijk(waarde, meting(20, "2023"))).koers is koers


def test_vergelijking_prints_both_and_the_distance():
    assert (
        judge(landelijk(15, meting(20, "2023"))).afgedrukt
        == "15%, vergelijkingscijfer 20%, nog 5 procentpunt"
    )


def test_vergelijking_needs_the_benchmark_of_the_same_period():
    uitkomst = judge(landelijk(21, meting(20, "2022")))

    assert uitkomst.koers_afgedrukt == "nog niet te vergelijken: nog geen vergelijkingscijfer"


def test_vergelijking_is_decided_at_the_end():
    aan_het_eind = landelijk(15, meting(20, "2023"), tot=date(2023, 12, 31))

    assert judge(aan_het_eind).koers is Koers.NIET_BEHAALD
    assert judge(landelijk(15, meting(20, "2023"), tot=JULI), NAJAAR).koers is Koers.EINDSTAND_NIET_GEMETEN


# oplevering


def oplevering(*stappen, **velden):
    return doel(vorm=Vorm.OPLEVERING, richting=Richting.GEEN, stappen=stappen, **{**JAAR_2024, **velden})


@pytest.mark.parametrize(
    ("soort", "onderweg", "na_de_datum"),
    [
        ("niet gestart", Koers.NIET_GESTART, Koers.NIET_BEHAALD),
        ("bezig", Koers.BEZIG, Koers.NIET_BEHAALD),
        ("deels gereed", Koers.DEELS_GEREED, Koers.DEELS_BEHAALD),
        ("gereed", Koers.GEREED, Koers.BEHAALD),
        ("vervallen", Koers.VERVALLEN, Koers.VERVALLEN),
    ],
)
def test_step_becomes_a_result_after_the_date(soort: str, onderweg: Koers, na_de_datum: Koers):
    assert judge(oplevering(stap(soort))).koers is onderweg
    assert judge(oplevering(stap(soort, EIND_2024)), JULI_2025).koers is na_de_datum


def test_step_keeps_the_words_it_rests_on():
    uitkomst = judge(oplevering(stap("deels gereed", woorden="energietransitie en kinderopvang")))

    assert (uitkomst.afgedrukt, uitkomst.reden) == ("deels gereed", "energietransitie en kinderopvang")
    assert uitkomst.waarom.ingevuld == "deels gereed: energietransitie en kinderopvang"


def test_step_that_was_not_set_at_the_end_is_no_verdict():
    uitkomst = judge(oplevering(stap("bezig")), JULI_2025)

    assert uitkomst.koers_afgedrukt == "eindstand niet gemeten (laatste: bezig, 31 juli 2024)"
    assert judge(oplevering(stap("gereed")), JULI_2025).koers is Koers.BEHAALD


def test_older_step_says_when_it_was_set():
    uitkomst = judge(oplevering(stap("bezig")), NAJAAR)

    assert uitkomst.koers_afgedrukt == "bezig, per 31 juli 2024"
    assert uitkomst.peildatum_tekst == "per 31 juli 2024, in deze ronde niet opnieuw gemeld"


def test_latest_step_counts_and_later_ones_do_not_yet():
    feiten = oplevering(stap("gereed", NAJAAR), stap("bezig"))

    assert [judge(feiten, dag).koers for dag in (JULI, NAJAAR)] == [Koers.BEZIG, Koers.GEREED]


def test_no_step_is_said_so():
    assert judge(oplevering()).koers is Koers.GEEN_STAP
    assert judge(oplevering(niet_gerapporteerd=True)).koers is Koers.NIET_GERAPPORTEERD


def test_round_asks_for_the_last_step_of_an_oplevering():
    assert asks_eindstand(oplevering(stap("bezig")), peildatum=JULI_2025, vorige=NAJAAR)
    assert not asks_eindstand(oplevering(stap("gereed")), peildatum=JULI_2025, vorige=NAJAAR)


# samengesteld


def samen(*onderdelen, **velden):
    return doel(vorm=Vorm.SAMENGESTELD, richting=Richting.GEEN, onderdelen=onderdelen, **velden)


gereed, bezig = oplevering(stap("gereed", EIND_2024)), oplevering(stap("bezig", EIND_2024))


@pytest.mark.parametrize(
    ("onderdelen", "gezien_op", "koers"),
    [
        ((gereed, gereed), EIND_2024, Koers.GEREED),
        ((gereed, gereed), JULI_2025, Koers.BEHAALD),
        ((gereed, bezig), EIND_2024, Koers.GEEN_KOERS),
        ((gereed, bezig), JULI_2025, Koers.DEELS_BEHAALD),
        ((bezig, bezig), JULI_2025, Koers.NIET_BEHAALD),
        ((gereed, stand(75, meting(75, JULI), tot=EIND_2025)), EIND_2024, Koers.OP_DOELNIVEAU),
        ((landelijk(21, meting(20, "2023")), richting(40)), EIND_2024, Koers.OP_DOELNIVEAU),
        ((landelijk(21, meting(20, "2023")), richting(30)), EIND_2024, Koers.GEEN_KOERS),
        ((stroom(100), stroom(100, niet_gerapporteerd=True)), JULI, Koers.NIET_GEMETEN),
        ((), JULI, Koers.NIET_TE_BEREKENEN),
    ],
)
def test_samengesteld_is_reached_when_all_parts_are(onderdelen, gezien_op: date, koers: Koers):
    assert judge(samen(*onderdelen), gezien_op).koers is koers


def test_samengesteld_shows_each_part_and_no_percentage():
    uitkomst = judge(samen(gereed, bezig), EIND_2024)

    assert [deel.koers for deel in uitkomst.onderdelen] == [Koers.GEREED, Koers.BEZIG]
    assert (uitkomst.bereikt, uitkomst.bereikt_afgedrukt) == (None, "")
    assert uitkomst.afgedrukt == "1 van 2 onderdelen bereikt"


def test_round_asks_for_the_eindstand_of_a_part():
    delen = (gereed, stroom(100, meting(60)))

    assert asks_eindstand(samen(*delen, tot=EIND_2024), peildatum=JULI_2025, vorige=NAJAAR)


# tekst, elders


def test_tekst_is_never_computed():
    uitkomst = judge(doel(vorm=Vorm.TEKST, omschrijving="Regionale samenwerking versterken"))

    assert (uitkomst.koers, uitkomst.telling) == (Koers.NIET_BEREKEND, Telling.ZONDER_OORDEEL)
    assert uitkomst.waarom.afgesproken == "Regionale samenwerking versterken"


def test_elders_says_where():
    uitkomst = judge(doel(vorm=Vorm.ELDERS, elders="via de lijn van Agenda 2030"))

    assert (uitkomst.koers, uitkomst.telling) == (Koers.ELDERS, Telling.ELDERS)
    assert uitkomst.reden == "via de lijn van Agenda 2030"
