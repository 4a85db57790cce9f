import pytest

from programmalijnen.regels.begrippen import Horizon, Koers, Oordeel, Telling
from programmalijnen.regels.oordelen import ask_toelichting, find_horizon
from programmalijnen.regels.tellingen import Beoordeelde, count_koersen, count_oordelen
from tests.programmalijnen.regels.bouwers import EIND_2024, JAAR_2024, JULI_2025, judge, meting, stroom

JAAR, PLAN = Horizon.DIT_JAAR, Horizon.PLANPERIODE


def test_koersen_are_counted_in_all_nine_piles():
    uitkomsten = [judge(stroom(100, meting(waarde))) for waarde in (60, 10, 10, 120)] + [judge(stroom(100))]
    aantallen = {aantal.naam: aantal.aantal for aantal in count_koersen(uitkomsten)}

    assert list(aantallen) == [telling.value for telling in Telling]
    assert {naam: aantal for naam, aantal in aantallen.items() if aantal} == {
        "behaald, gereed of op doelniveau": 1,
        "op schema": 1,
        "achter": 2,
        "niet gemeten of niet gerapporteerd": 1,
    }


def test_oordelen_are_counted_with_those_not_yet_given():
    aantallen = count_oordelen([Beoordeelde(sleutel="a", oordeel=Oordeel.WIJKT_AF), Beoordeelde(sleutel="b")])

    assert [(aantal.naam, aantal.aantal) for aantal in aantallen] == [
        ("op schema", 0),
        ("wijkt af, bij te sturen", 1),
        ("niet haalbaar in de planperiode", 0),
        ("afgerond", 0),
        ("nog niet beoordeeld", 1),
    ]


def test_onderdeel_is_not_counted_beside_its_parent():
    wijkaanpak, west = Beoordeelde(sleutel="wijkaanpak"), Beoordeelde(sleutel="west", ouder="wijkaanpak")

    assert sum(aantal.aantal for aantal in count_oordelen([wijkaanpak, west])) == 1
    assert sum(aantal.aantal for aantal in count_oordelen([west])) == 1


@pytest.mark.parametrize("oordeel", [Oordeel.WIJKT_AF, Oordeel.NIET_HAALBAAR])
def test_oranje_and_rood_ask_for_oorzaak_gevolg_and_bijsturing(oordeel: Oordeel):
    assert ask_toelichting(oordeel, JAAR, []) == (
        f"Het oordeel is ‘{oordeel}’. Beschrijf oorzaak, gevolg en bijsturing."
    )


@pytest.mark.parametrize("koers", [Koers.AANDACHT, Koers.ACHTER, Koers.VERSLECHTERD, Koers.NIET_BEHAALD])
@pytest.mark.parametrize("oordeel", [Oordeel.OP_SCHEMA, Oordeel.AFGEROND])
def test_oordeel_milder_than_the_worst_koers_asks_why(oordeel: Oordeel, koers: Koers):
    assert ask_toelichting(oordeel, JAAR, [(Koers.OP_SCHEMA, JAAR), (koers, JAAR)]) == (
        f"Het oordeel is ‘{oordeel}’, maar een doel over dit jaar is ‘{koers}’. Licht toe waarom."
    )


@pytest.mark.parametrize(
    "koersen",
    [
        [],
        [(Koers.OP_SCHEMA, JAAR), (Koers.NIET_GEMETEN, JAAR), (Koers.GEEN_KOERS, JAAR)],
        [(Koers.ACHTER, PLAN)],
    ],
)
def test_oordeel_is_only_held_against_a_koers_of_its_own_horizon(koersen):
    assert ask_toelichting(Oordeel.OP_SCHEMA, JAAR, koersen) == ""


def test_no_oordeel_asks_nothing():
    assert ask_toelichting(Oordeel.NIET_BEOORDEELD, JAAR, [(Koers.ACHTER, JAAR)]) == ""
    assert ask_toelichting(Oordeel.OP_SCHEMA, Horizon.GEEN, [(Koers.ACHTER, Horizon.GEEN)]) == ""


def test_horizon_of_a_doel_follows_from_its_period():
    assert find_horizon(JAAR_2024["van"], EIND_2024) is JAAR
    assert find_horizon(JAAR_2024["van"], JULI_2025) is PLAN
    assert find_horizon(None, JULI_2025) is PLAN
    assert find_horizon(JAAR_2024["van"], None) is Horizon.GEEN
