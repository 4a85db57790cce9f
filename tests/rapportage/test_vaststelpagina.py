"""The programmamanager records the adoption; from then on the round is locked and the council reads it."""

from datetime import date

import pytest
from django.test import Client

from programmalijnen.models import Gebruiker, Programma, Rapportageronde, Rol, Rondestaat, Teamlid
from rapportage.models import Editie
from tests.bouwers import maak_activiteit, maak_gebruiker, maak_lijn, maak_programma, maak_ronde

pytestmark = pytest.mark.django_db

PAGINA = "/werk/haven/augustus-2024/vaststellen/"
INVOER = {"vastgesteld_op": "3 september 2024", "besluit": "collegebesluit 12", "openbaar_vanaf": ""}


@pytest.fixture
def ronde() -> Rapportageronde:
    maak_activiteit(maak_lijn(maak_programma()))
    return maak_ronde(Programma.objects.get())


@pytest.fixture
def manager(ronde, client: Client) -> Gebruiker:
    gebruiker = maak_gebruiker("Mia")
    Teamlid.objects.create(gebruiker=gebruiker, programma=ronde.programma, rol=Rol.PROGRAMMAMANAGER)
    client.force_login(gebruiker)
    return gebruiker


def test_vaststellen_says_what_is_still_empty(manager, client):
    assert "bij 1 activiteit staat nog geen tekst" in client.get(PAGINA).content.decode()


def test_vaststellen_stores_the_edition_with_date_and_besluit(manager, client):
    antwoord = client.post(PAGINA, INVOER)

    editie = Editie.objects.get()
    assert antwoord.status_code == 302
    assert (editie.vastgesteld_op, editie.besluit, editie.door) == (
        date(2024, 9, 3),
        "collegebesluit 12",
        manager,
    )
    assert Rapportageronde.objects.get().staat == Rondestaat.VASTGESTELD


def test_vaststellen_without_a_date_keeps_what_was_typed(manager, client):
    antwoord = client.post(PAGINA, INVOER | {"vastgesteld_op": "drie september"})

    tekst = antwoord.content.decode()
    assert "Deze datum kunnen wij niet lezen" in tekst
    assert "drie september" in tekst
    assert "collegebesluit 12" in tekst
    assert not Editie.objects.exists()


def test_a_day_of_publication_opens_the_edition_to_everybody(manager, client):
    client.post(PAGINA, INVOER | {"openbaar_vanaf": "4 september 2024"})

    assert Client().get("/programmas/haven/augustus-2024/").status_code == 200


def test_without_a_day_of_publication_a_visitor_is_sent_to_log_in(manager, client):
    client.post(PAGINA, INVOER)

    assert Client().get("/programmas/haven/augustus-2024/").status_code == 302


def test_an_adopted_round_says_why_it_is_locked(manager, client):
    client.post(PAGINA, INVOER)

    antwoord = client.post(PAGINA, INVOER)
    assert antwoord.status_code == 409
    assert "al vastgesteld" in antwoord.content.decode()
    assert Editie.objects.count() == 1
