"""Finding one thing in a Rapport by its sleutel."""

from dataclasses import replace

import pytest

from rapportage.opzoeken import (
    NietInRapport,
    doelen_on_indicator,
    find_activiteit,
    find_indicator,
    find_lijn,
    geld_of_programma,
    lijnen_with_geld,
    neighbours,
    ouder_of,
    posten_of_activiteit,
)
from rapportage.rapport import Kostenpostregel
from tests.rapportage.bouwers import (
    maak,
    maak_activiteitregel,
    maak_leerwerktrajecten,
    maak_lijnregel,
    maak_rapport,
)

ONDERDEEL = maak_activiteitregel("a-west", "West", maak_leerwerktrajecten())
RAPPORT = maak_rapport(
    lijnen=(
        maak_lijnregel("1", "Werk", maak_activiteitregel("a-wijken", "Wijken", onderdelen=(ONDERDEEL,))),
        *maak_rapport().lijnen[1:],
    )
)


def test_an_onderdeel_is_found_with_its_line():
    plek = find_activiteit(RAPPORT, "a-west")

    assert (plek.lijn.code, plek.activiteit) == ("1", ONDERDEEL)


def test_a_doel_is_found_by_the_indicator_it_has():
    (plaats,) = doelen_on_indicator(RAPPORT, "i-leerwerktrajecten")

    assert plaats.plek.activiteit.sleutel == "a-west"


def test_an_indicator_is_found_with_what_it_hangs_on():
    plek, indicator = find_indicator(maak_rapport(), "i-leerwerktrajecten")

    assert (plek.activiteit.sleutel, indicator.naam) == (
        "a-leerwerktrajecten",
        "Gerealiseerde leerwerktrajecten",
    )


@pytest.mark.parametrize("find", [find_lijn, find_activiteit, find_indicator])
def test_what_is_not_there_is_said(find):
    with pytest.raises(NietInRapport):
        find(RAPPORT, "bestaat-niet")


def test_the_lines_know_their_neighbours():
    eerste, middelste, laatste = RAPPORT.lijnen

    assert neighbours(RAPPORT.lijnen, eerste) == (None, middelste)
    assert neighbours(RAPPORT.lijnen, laatste) == (middelste, None)


def test_money_that_no_line_has_is_the_programmes_own():
    assert [(soort, regel.bron) for soort, regel in geld_of_programma(maak_rapport())] == [
        ("niet vermeld", "Europees fonds")
    ]


def test_lines_with_money_are_those_a_document_names_money_of():
    assert [lijn.code for lijn in lijnen_with_geld(maak_rapport())] == ["1", "2"]


def test_an_onderdeel_knows_what_it_is_part_of():
    lijn, *_ = RAPPORT.lijnen

    assert ouder_of(lijn, "a-west") == lijn.activiteiten[0]
    assert (ouder_of(lijn, "a-wijken"), ouder_of(None, "a-west")) == (None, None)


def test_posts_of_an_activiteit_are_found_among_all_money():
    posten = tuple(maak(Kostenpostregel, sleutel=naam, activiteit=naam) for naam in ("kade", "kraan"))
    rapport = replace(RAPPORT, financien=replace(RAPPORT.financien, kostenposten=posten))

    assert posten_of_activiteit(rapport, "kraan") == posten[1:]
