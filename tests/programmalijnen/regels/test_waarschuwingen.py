from decimal import Decimal

import pytest

from programmalijnen.regels.begrippen import Soort
from programmalijnen.regels.waarschuwingen import (
    Genoemd,
    Waarschuwing,
    check_daarvan,
    check_gedrukt_totaal,
    check_kleine_aantallen,
    check_ontbreekt,
    check_oud_cijfer,
    check_sprong,
    check_stroom,
    check_tegenspraak,
    check_vier_ogen,
)
from tests.programmalijnen.regels.bouwers import meting


def genoemd(naam: str, waarde: int | None) -> Genoemd:
    return Genoemd(naam=naam, waarde=None if waarde is None else Decimal(waarde))


PARTNERS = genoemd("partners", 67)


def zinnen(waarschuwingen: tuple[Waarschuwing, ...]) -> list[str]:
    return [waarschuwing.zin for waarschuwing in waarschuwingen]


def test_child_above_its_parent():
    assert zinnen(check_daarvan(PARTNERS, (genoemd("label behaald", 70),), sluiten_uit=None)) == [
        "‘label behaald’ (70) is hoger dan het geheel ‘partners’ (67)."
    ]


def test_exclusive_children_together_above_their_parent():
    delen = (genoemd("label behaald", 30), genoemd("aan de slag", 45))

    assert zinnen(check_daarvan(PARTNERS, delen, sluiten_uit=True)) == [
        "De delen van ‘partners’ zijn samen te veel: 30 + 45 = 75 van 67."
    ]
    assert check_daarvan(PARTNERS, delen, sluiten_uit=None) == ()


def test_unexplained_rest_is_a_neutral_line():
    delen = (genoemd("label behaald", 22), genoemd("aan de slag", 40))
    rest = Waarschuwing(
        zin="‘partners’: 22 + 40 = 62 van 67; over de andere 5 zegt de bron niets.", is_neutraal=True
    )

    assert check_daarvan(PARTNERS, delen, sluiten_uit=None) == (rest,)
    assert check_daarvan(PARTNERS, delen, sluiten_uit=False) == ()


def test_children_without_number_say_nothing():
    assert check_daarvan(PARTNERS, (genoemd("label behaald", None),), sluiten_uit=True) == ()
    assert check_daarvan(genoemd("partners", None), (genoemd("label behaald", 22),), sluiten_uit=True) == ()


def test_stroom_that_fell_within_its_year():
    metingen = (meting(55, "t/m september 2024"), meting(60), meting(90, "2023"))

    assert zinnen(check_stroom("leerwerktrajecten", Soort.STROOM, metingen)) == [
        "‘leerwerktrajecten’ daalt binnen een jaar, van 60 (t/m juli 2024) naar 55 (t/m september 2024)."
    ]
    assert check_stroom("partners", Soort.STAND, metingen) == ()


@pytest.mark.parametrize(
    ("vorige", "nieuw", "woorden"),
    [
        (6, 61, "wordt meer dan tien keer zo groot"),
        (61, 6, "wordt meer dan tien keer zo klein"),
        (-6, -61, "wordt meer dan tien keer zo groot"),
        (60, -5, "slaat om"),
        (-5, 60, "slaat om"),
    ],
)
def test_jump_of_more_than_ten_times(vorige: int, nieuw: int, woorden: str):
    assert zinnen(check_sprong("partners", Decimal(vorige), Decimal(nieuw))) == [
        f"‘partners’ {woorden}, van {vorige} naar {nieuw}. Klopt dat?"
    ]


@pytest.mark.parametrize(("vorige", "nieuw"), [(6, 60), (60, 6), (0, 60), (60, 0), (None, 60), (60, None)])
def test_jump_of_ten_times_or_from_nothing_is_none(vorige: int | None, nieuw: int | None):
    waarden = (None if waarde is None else Decimal(waarde) for waarde in (vorige, nieuw))

    assert check_sprong("partners", *waarden) == ()


def test_printed_total_that_differs_from_the_sum():
    assert zinnen(check_gedrukt_totaal("2024", Decimal(925000), Decimal(1043000))) == [
        "Het document noemt voor ‘2024’ € 925.000, de regels zijn samen € 1.043.000: € 118.000 verschil."
    ]
    assert check_gedrukt_totaal("lijn 1", Decimal(710010), Decimal("710010.00")) == ()


@pytest.mark.parametrize(
    ("ontbreekt", "zin"),
    [
        (
            ("start", "bron", "eigenaar", "periode"),
            "ontbreken een start, een bron, een eigenaar en een periode",
        ),
        (("bron", "periode"), "ontbreken een bron en een periode"),
        (("eigenaar",), "ontbreekt een eigenaar"),
    ],
)
def test_what_is_missing_is_one_sentence(ontbreekt: tuple[str, ...], zin: str):
    assert zinnen(check_ontbreekt("label", **dict.fromkeys(ontbreekt, False))) == [f"Bij ‘label’ {zin}."]
    assert check_ontbreekt("label") == ()


def test_text_that_repeats_last_rounds_value():
    assert zinnen(
        check_oud_cijfer("67 organisaties zijn partner.", "partners", Decimal(67), Decimal(75))
    ) == ["De tekst noemt 67, de waarde van de vorige ronde; ‘partners’ is nu 75."]


@pytest.mark.parametrize(
    "tekst", ["Van 67 naar 75 partners.", "167 bedrijven", "€ 67.000", "1.067", "67,5%", "Geen cijfers."]
)
def test_text_that_does_not_repeat_it(tekst: str):
    assert check_oud_cijfer(tekst, "partners", Decimal(67), Decimal(75)) == ()


def test_text_is_fine_while_the_value_did_not_change():
    assert check_oud_cijfer("67 partners", "partners", Decimal(67), Decimal(67)) == ()
    assert check_oud_cijfer("67 partners", "partners", None, Decimal(67)) == ()


def test_small_counts_may_point_to_people():
    delen = (genoemd("uren", 2), genoemd("werk", 14), genoemd("zorg", 0), genoemd("vrijwillig", None))

    assert zinnen(check_kleine_aantallen("inwoners", delen)) == [
        "‘inwoners’, uren: 2 personen. Zo weinig kan te herleiden zijn."
    ]


def test_a_small_whole_has_no_name_of_a_part():
    assert zinnen(check_kleine_aantallen("statushouders", (genoemd("", 1),))) == [
        "‘statushouders’: 1 persoon. Zo weinig kan te herleiden zijn."
    ]


SCHULD = {"waarden": ("30.240 euro", "€ 30.262"), "gebruikt": "30.240."}


def test_text_with_the_figure_of_two_that_is_not_used():
    assert zinnen(check_tegenspraak("De schuld is € 30.262.", "schuld", **SCHULD)) == [
        "De tekst noemt 30.262. De bronnen spreken elkaar tegen over ‘schuld’, en wij gebruiken: 30.240."
    ]


@pytest.mark.parametrize("tekst", ["De schuld is 30.240.", "130.262", "2023-30262", "4 jaar", ""])
def test_text_without_that_figure(tekst: str):
    assert check_tegenspraak(tekst, "schuld", **SCHULD) == ()


def test_small_numbers_that_disagree_are_in_too_many_texts():
    assert check_tegenspraak("Over 5 jaar.", "duur", waarden=("4 jaar", "5 jaar"), gebruikt="4 jaar") == ()


def test_a_year_is_no_figure_that_disagrees():
    geld = {"waarden": ("925.000 in 2024", "1.040.000"), "gebruikt": "925.000"}

    assert check_tegenspraak("De investering van 2024 staat er zonder.", "geld", **geld) == ()
    assert [rij.over for rij in check_tegenspraak("In 2024 was het 1.040.000.", "geld", **geld)] == [
        "1.040.000"
    ]


def test_one_person_both_entered_and_approved():
    assert zinnen(check_vier_ogen("Leerwerktrajecten", "anna", "anna")) == [
        "‘Leerwerktrajecten’ is ingevuld en goedgekeurd door dezelfde persoon."
    ]
    assert (
        check_vier_ogen("Leerwerktrajecten", "anna", "bob")
        == check_vier_ogen("Leerwerktrajecten", "", "")
        == ()
    )
