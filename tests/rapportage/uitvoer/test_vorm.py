"""The workbook in each form: it opens, it has the heads of the form, and it holds the same facts."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from programmalijnen.regels.begrippen import Rapportvorm
from rapportage.rapport import Rapport
from rapportage.uitvoer.excel import render_xlsx
from tests.rapportage.bouwers import maak_activiteitregel, maak_doelregel, maak_lijnregel, maak_rapport

KOPPEN = {
    Rapportvorm.VOORTGANGSRAPPORTAGE: ("Activiteit", "Doel 2024", "Realisatie t/m juli 2024"),
    Rapportvorm.RAADSPRESENTATIE: ("Activiteiten", "Doel 2024", "Resultaat"),
    Rapportvorm.INVESTERINGSPROGRAMMA: (
        "Actie of activiteit",
        "Te behalen resultaten",
        "Voortgang t/m juli 2024",
    ),
    Rapportvorm.UITVOERINGSPROGRAMMA: (
        "Wat gaan we hiervoor doen?",
        "Wat zijn de beoogde resultaten?",
        "Stand t/m juli 2024",
    ),
    Rapportvorm.ACTIEPROGRAMMA: ("Activiteit", "Doel 2024", "Stand t/m juli 2024"),
}


def open_in(vorm: Rapportvorm, rapport: Rapport):
    return load_workbook(BytesIO(render_xlsx(rapport, sha256=None, vorm=vorm)))


@pytest.mark.parametrize("vorm", Rapportvorm)
def test_a_sheet_of_a_line_has_the_heads_of_the_form(vorm):
    (blad,) = (blad for blad in open_in(vorm, maak_rapport()) if blad.title.startswith("3 "))
    assert {*KOPPEN[vorm]} <= {cel.value for cel in blad[4]}


@pytest.mark.parametrize("vorm", Rapportvorm)
def test_every_sleutel_stands_in_every_form(vorm):
    def sleutels(boek) -> list[str]:
        return sorted(rij[-1].value for blad in boek for rij in blad.iter_rows() if rij[-1].value)

    standaard = open_in(Rapportvorm.VOORTGANGSRAPPORTAGE, maak_rapport())
    assert sleutels(open_in(vorm, maak_rapport())) == sleutels(standaard)


@pytest.mark.parametrize("vorm", Rapportvorm)
def test_sheets_keep_their_names_in_the_order_of_the_form(vorm):
    namen = open_in(vorm, maak_rapport()).sheetnames
    assert sorted(namen) == sorted(open_in(Rapportvorm.VOORTGANGSRAPPORTAGE, maak_rapport()).sheetnames)
    assert (namen[0], namen[-1]) == ("Overzicht", "Verantwoording")


def test_a_presentation_asks_its_three_questions_in_order():
    lijn = maak_lijnregel(
        "1",
        "Haven",
        maak_activiteitregel("a", "Loket", soort="extra", realisatie="Het loket is open."),
        maak_activiteitregel("b", "Kade", doelen_volgend_jaar=(maak_doelregel("straks", "Kade af"),)),
        doelen=(maak_doelregel("nu", "100 inwoners"),),
    )
    blad = open_in(Rapportvorm.RAADSPRESENTATIE, maak_rapport(lijnen=(lijn,)))["1 Haven"]
    eerste = [rij[0].value for rij in blad.iter_rows()]
    gezocht = (
        "Wat hadden we afgesproken?",
        "Wat hebben we bereikt?",
        "Afgesproken activiteiten",
        "Extra activiteiten",
        "Waar gaan we in 2025 voor?",
    )
    assert [waarde for waarde in eerste if waarde in gezocht] == [*gezocht]
