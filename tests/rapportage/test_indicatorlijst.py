"""Which indicatoren stand under which line of a Rapport, and where one is only named."""

from dataclasses import replace

import pytest
from django.http import QueryDict

from rapportage.filters import Indicatorfilter
from rapportage.indicatorlijst import has_indicatoren, list_indicatoren
from rapportage.rapport import Verwijzingregel
from tests.rapportage.bouwers import maak, maak_indicatorregel, maak_rapport

HAVEN, VRACHT = "arbeidsmarkt-menselijk-kapitaal", "i-leerwerktrajecten"


def naming(eigenaar: str):
    """The report in which line 3 names an indicator of this programme."""
    verwijzing = maak(
        Verwijzingregel, sleutel="v", soort="indicator", doel_sleutel=VRACHT, eigenaar_programma=eigenaar
    )
    *lijnen, laatste = maak_rapport().lijnen
    return maak_rapport(lijnen=(*lijnen, replace(laatste, verwijzingen=(verwijzing,))))


def rijen_per_lijn(rapport) -> list[tuple]:
    """[(code, [(indicator, doelen, whether it is only named)])]."""
    return [
        (
            groep.lijn.code if groep.lijn else "",
            [
                (
                    rij.indicator.sleutel if rij.indicator else "",
                    [doel.sleutel for doel in rij.doelen],
                    rij.verwijzing is not None,
                )
                for rij in groep.rijen
            ],
        )
        for groep in list_indicatoren(rapport)
    ]


def test_an_indicator_stands_under_its_line_with_its_doelen():
    assert rijen_per_lijn(maak_rapport()) == [("1", [(VRACHT, ["d-leerwerktrajecten"], False)])]


def test_those_of_the_programme_come_first():
    eigen = replace(maak_indicatorregel(), sleutel="krapte")

    assert [code for code, _ in rijen_per_lijn(maak_rapport(indicatoren=(eigen,)))] == ["", "1"]


def test_a_line_that_names_one_of_another_line_shows_it_too():
    assert rijen_per_lijn(naming(HAVEN))[-1] == ("3", [(VRACHT, ["d-leerwerktrajecten"], True)])


def test_of_another_programme_only_the_reference_is_known():
    assert rijen_per_lijn(naming("elders"))[-1] == ("3", [("", [], True)])


def test_a_report_may_have_none():
    leeg = maak_rapport(lijnen=())

    assert (has_indicatoren(maak_rapport()), has_indicatoren(leeg)) == (True, False)
    assert list_indicatoren(leeg) == ()


@pytest.mark.parametrize(
    ("vraag", "over"),
    [
        ("", [("", 3), ("1", 1)]),
        ("lijn=-", [("", 3)]),
        ("doel=met", [("1", 1)]),
        ("doel=zonder", [("", 3)]),
        ("lijn=1&doel=zonder", []),
        ("lijn=99&doel=99", [("", 3), ("1", 1)]),
    ],
)
def test_filter_keeps_a_line_or_what_has_a_doel(vraag, over):
    los = tuple(replace(maak_indicatorregel(), sleutel=f"los-{nummer}") for nummer in range(3))
    rapport = maak_rapport(indicatoren=los)
    formulier = Indicatorfilter(QueryDict(vraag), groepen=list_indicatoren(rapport), rapport=rapport)

    assert [(groep.lijn.code if groep.lijn else "", len(groep.rijen)) for groep in formulier.kies()] == over
