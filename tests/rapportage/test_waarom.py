"""The sentence that answers Waarom?, and the steps behind it."""

from dataclasses import replace

import pytest

from programmalijnen.regels.begrippen import Koers
from programmalijnen.regels.feiten import Waarom
from rapportage.waarom import ZINNEN, explain_doel, stappen_of, tell_waarom
from tests.rapportage.bouwers import maak_doelregel, maak_leerwerktrajecten, maak_rapport

DOEL = replace(maak_leerwerktrajecten(), verwacht_afgedrukt="58")


def test_every_koers_has_its_sentence():
    assert set(ZINNEN) == set(Koers)


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "Op 31 juli 2024 mocht 58 worden verwacht; gemeten is 60. Dat is genoeg om op schema te zijn."),
        (
            {"koers": Koers.GEEN_KOERS, "reden": "geen nulmeting"},
            "Er is geen nulmeting. Daarom is niet te zeggen of het hard genoeg gaat.",
        ),
        (
            {"koers": Koers.NIET_TE_BEREKENEN, "reden": "procent of procentpunt niet afgesproken"},
            "Dit is niet te berekenen: procent of procentpunt niet afgesproken.",
        ),
        (
            {"koers": Koers.OP_DOELNIVEAU, "waarde_afgedrukt": "", "koers_afgedrukt": "op doelniveau"},
            "Op doelniveau.",
        ),
    ],
)
def test_sentence_says_the_figures_or_the_reason(velden, zin):
    assert tell_waarom(replace(DOEL, **velden)) == zin


def test_formulas_stand_beside_their_values():
    waarom = Waarom(formule="a = b; c = d", ingevuld="1 = 1; 2 = 2")
    assert stappen_of(replace(DOEL, waarom=waarom)) == (("a = b", "1 = 1"), ("c = d", "2 = 2"))

    los = Waarom(formule="de laatste stap", ingevuld="gereed: Oost; West")
    assert stappen_of(replace(DOEL, waarom=los)) == (("de laatste stap", "gereed: Oost; West"),)
    assert stappen_of(maak_doelregel("d", "In woorden")) == ()


def test_a_daarvan_names_the_whole_and_only_a_computed_koers_has_bands():
    rapport = replace(maak_rapport(), legenda=("Verwachting: zo.", "Op schema: minstens 95%."))
    deel = maak_doelregel("d-deel", "25 daarvan", onderdeel_van="d-leerwerktrajecten")

    assert explain_doel(deel, rapport).geheel == "100 leerwerktrajecten realiseren"
    assert (explain_doel(DOEL, rapport).grenzen, explain_doel(deel, rapport).grenzen) == (
        "Op schema: minstens 95%.",
        "",
    )
