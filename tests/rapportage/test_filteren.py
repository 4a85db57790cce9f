"""Choosing activiteiten of a report."""

import pytest

from rapportage.filteren import Keuze, filter_lijnen
from rapportage.filters import Activiteitenfilter
from tests.rapportage.bouwers import maak_activiteitregel, maak_doelregel, maak_lijnregel, maak_rapport

RAPPORT = maak_rapport(
    lijnen=(
        maak_lijnregel(
            "1", "Werk",
            maak_activiteitregel("a-cafe", "Café in de wijk", realisatie="Open sinds mei."),
            maak_activiteitregel("a-regio", "Regiofonds", schaal="regio", soort="extra"),
            maak_activiteitregel(
                "a-wijken", "Wijken",
                onderdelen=(
                    maak_activiteitregel("a-oost", "Oost", schaal="regio"),
                    maak_activiteitregel("a-west", "West"),
                ),
            ),
        ),
        maak_lijnregel(
            "2", "Jeugd", maak_activiteitregel("a-festival", "DS", maak_doelregel("d", "Behoud jongeren"))
        ),
    )
)  # fmt: skip


def chosen(**keuze: str) -> list[str]:
    """The sleutels that are left, onderdelen behind their parent with a slash."""
    return [
        "/".join((rij.sleutel, *(deel.sleutel for deel in rij.onderdelen)))
        for lijn in filter_lijnen(RAPPORT, Keuze(**keuze))
        for rij in lijn.activiteiten
    ]


def test_asking_nothing_keeps_everything():
    assert filter_lijnen(RAPPORT, Keuze()) == RAPPORT.lijnen


@pytest.mark.parametrize(
    ("keuze", "over"),
    [
        ({"lijn": "2"}, ["a-festival"]),
        ({"soort": "extra"}, ["a-regio"]),
        ({"tekst": "cafe"}, ["a-cafe"]),
        ({"tekst": "mei open"}, ["a-cafe"]),
        ({"tekst": "jongeren"}, ["a-festival"]),
        ({"tekst": "nergens"}, []),
        ({"lijn": "2", "tekst": "cafe"}, []),
    ],
)
def test_an_activiteit_stays_when_it_matches_all_that_is_asked(keuze, over):
    assert chosen(**keuze) == over


def test_an_onderdeel_that_matches_keeps_its_parent_but_not_its_siblings():
    assert chosen(schaal="regio") == ["a-regio", "a-wijken/a-oost"]


def test_a_parent_that_matches_keeps_all_its_onderdelen():
    assert chosen(tekst="wijken") == ["a-wijken/a-oost/a-west"]


def test_the_form_offers_what_the_report_holds():
    formulier = Activiteitenfilter({}, rapport=RAPPORT)

    assert formulier.fields["schaal"].choices == [("", "Alle"), ("stad", "stad"), ("regio", "regio")]
    assert formulier.fields["lijn"].label == "Programmalijn"


def test_a_choice_the_report_does_not_have_asks_nothing():
    formulier = Activiteitenfilter({"lijn": "99", "tekst": " cafe "}, rapport=RAPPORT)

    assert formulier.keuze() == Keuze(tekst="cafe")
