"""What a reader sees of a shared thing: at who names it where it counts, at its owner who names it."""

import pytest
from django.test import Client

from programmalijnen.models import Zekerheid
from tests.bouwers import (
    maak_activiteit,
    maak_editie,
    maak_lijn,
    maak_programma,
    maak_realisatie,
    maak_relatie,
    maak_ronde,
    maak_verwijzing,
)
from tests.rapportage.test_paginas_inhoud import plain

pytestmark = pytest.mark.django_db


@pytest.fixture
def gedeeld():
    """The kade of the dok, that line 1 of the haven names; the haven also has a relatie with the dok."""
    dok, haven = maak_lijn(maak_programma("dok"), "2"), maak_lijn(maak_programma("haven"), "1")
    kade = maak_activiteit(dok, "kade", titel="De kade")
    maak_verwijzing(haven, kade, zekerheid=Zekerheid.MOGELIJK, titel="Kade van het dok")
    maak_relatie(haven.programma, "Samen bouwen", ander_programma=dok.programma, tekst="Eén plan.")
    ronde = maak_ronde(dok.programma, titel="Dok in juli")
    maak_realisatie(ronde, kade, tekst="De kade ligt er.")
    maak_editie(ronde)
    maak_editie(maak_ronde(haven.programma))


def words(pad: str) -> str:
    antwoord = Client().get(pad)
    assert antwoord.status_code == 200, pad
    return plain(antwoord.text)


@pytest.mark.parametrize("pagina", ["lijnen/1/", "rapport/"])
def test_who_names_it_says_where_it_counts_and_what_its_owner_reports(gedeeld, pagina):
    tekst = words(f"/programmas/haven/augustus-2024/{pagina}")

    assert "Kade van het dok mogelijk Telt mee in programma Dok , lijn 2; hier alleen genoemd." in tekst
    assert "De kade ligt er. Overgenomen uit Dok in juli , versie 1, peildatum 31 juli 2024." in tekst


def test_its_own_page_says_who_names_it(gedeeld):
    tekst = words("/programmas/dok/augustus-2024/activiteiten/kade/")

    assert "Telt alleen hier. Ook genoemd in: Haven , lijn 1 (mogelijk)" in tekst


@pytest.mark.parametrize("pagina", ["lijnen/2/", "rapport/"])
def test_its_row_says_who_names_it(gedeeld, pagina):
    tekst = words(f"/programmas/dok/augustus-2024/{pagina}")

    assert "Telt alleen hier; ook genoemd in Haven, lijn 1 (mogelijk)." in tekst


def test_a_relatie_is_told_on_both_sides(gedeeld):
    assert "Samen bouwen Eén plan. Naar Dok" in words("/programmas/haven/augustus-2024/verantwoording/")
    dok = words("/programmas/dok/augustus-2024/verantwoording/")
    assert "Programma’s die dit programma noemen Haven" in dok
