"""All editions of a programme for its team: when they are public, and withdrawing one."""

from datetime import date

import pytest
from django.test import Client

from programmalijnen.models import Gebruiker, Rol
from programmalijnen.services.schrijven import Vergrendeld
from rapportage.models import Lotgeval, Lotgevalsoort
from rapportage.services import publish_editie, withdraw_editie
from tests.bouwers import NU, maak_editie, maak_programma, maak_ronde, maak_teamlid

pytestmark = pytest.mark.django_db

PAGINA = "/werk/haven/edities/"
EDITIE = f"{PAGINA}augustus-2024/v1/"
RAPPORT = "/programmas/haven/augustus-2024/v1/"


@pytest.fixture
def ronde():
    return maak_ronde(maak_programma())


@pytest.fixture
def editie(ronde):
    return maak_editie(ronde, vastgesteld_op=date(2024, 9, 3), openbaar_vanaf=None, besluit="besluit 12")


def log_in(ronde, client: Client, rol: Rol = Rol.PROGRAMMAMANAGER) -> Gebruiker:
    gebruiker = maak_teamlid(ronde.programma, rol).gebruiker
    client.force_login(gebruiker)
    return gebruiker


def test_the_list_tells_of_every_edition(ronde, editie, client):
    log_in(ronde, client)
    tekst = client.get(PAGINA).text

    for deel in ("versie 1", "3 september 2024", "besluit 12", "niet openbaar", editie.sha256[:12]):
        assert deel in tekst
    assert f'href="{RAPPORT}rapport.xlsx"' in tekst


def test_only_the_manager_gets_the_links_to_change(ronde, editie, client):
    log_in(ronde, client, Rol.MEELEZER)
    assert "intrekken/" not in client.get(PAGINA).text

    log_in(ronde, client)
    assert f'href="{EDITIE}intrekken/"' in client.get(PAGINA).text


def test_an_edition_can_be_compared_with_the_one_before(ronde, editie, client):
    maak_editie(maak_ronde(ronde.programma, "najaar-2024", peildatum=date(2024, 9, 30)))
    log_in(ronde, client)

    assert "/programmas/haven/najaar-2024/v1/vergelijk/augustus-2024/v1/" in client.get(PAGINA).text


@pytest.mark.parametrize("aantal", [1, 6])
def test_the_list_makes_as_many_queries_for_many_editions(ronde, client, django_assert_num_queries, aantal):
    for _ in range(aantal):
        maak_editie(ronde)
    log_in(ronde, client)

    with django_assert_num_queries(6):
        client.get(PAGINA)


def test_a_programme_without_editions_says_so(ronde, client):
    log_in(ronde, client)

    assert "Er is nog niets vastgesteld." in client.get(PAGINA).text


# --- publishing ---


def test_the_manager_makes_an_edition_public_and_changes_the_day(ronde, editie, client):
    log_in(ronde, client)
    assert Client().get(RAPPORT).status_code == 302

    client.post(f"{EDITIE}openbaar/", {"vanaf": "4 september 2024"})
    assert Client().get(RAPPORT).status_code == 200
    assert 'value="4 september 2024"' in client.get(f"{EDITIE}openbaar/").text

    client.post(f"{EDITIE}openbaar/", {"vanaf": "1 januari 2099"})
    assert Client().get(RAPPORT).status_code == 302


def test_no_edition_is_public_before_its_adoption(ronde, editie, client):
    log_in(ronde, client)

    assert "voordat het college" in client.post(f"{EDITIE}openbaar/", {"vanaf": "2 september 2024"}).text
    assert not Lotgeval.objects.exists()


def test_the_same_day_twice_is_one_event(editie):
    for _ in range(2):
        publish_editie(editie=editie, vanaf=date(2024, 9, 4), door=None, op=NU)

    assert Lotgeval.objects.count() == 1


# --- withdrawing ---


def test_the_page_says_what_readers_will_see(ronde, editie, client):
    log_in(ronde, client)
    tekst = client.get(f"{EDITIE}intrekken/").text

    assert "Het adres blijft bestaan." in tekst
    assert "Dit is voorgoed." in tekst
    assert not Lotgeval.objects.exists()


def test_a_withdrawn_edition_leaves_its_address_with_the_reason(ronde, editie, client):
    gebruiker = log_in(ronde, client)
    client.post(f"{EDITIE}intrekken/", {"reden": "Er stond een naam in."})

    antwoord = client.get(RAPPORT)
    assert antwoord.status_code == 410
    assert "Er stond een naam in." in antwoord.text
    (lotgeval,) = Lotgeval.objects.filter(soort=Lotgevalsoort.INGETROKKEN)
    assert lotgeval.door == gebruiker
    assert "kan niet meer" in client.get(PAGINA).text


def test_a_withdrawn_version_leads_to_the_next_one(ronde, editie, client):
    maak_editie(ronde, vastgesteld_op=date(2024, 10, 1), openbaar_vanaf=None, reden="Naam weggehaald")
    withdraw_editie(editie=editie, reden="Er stond een naam in.", door=None, op=NU)
    log_in(ronde, client)

    assert "Er is een verbeterd rapport" in client.get(RAPPORT).text
    assert client.get("/programmas/haven/augustus-2024/").status_code == 200


def test_a_version_says_that_its_successor_was_withdrawn(ronde, editie, client):
    tweede = maak_editie(
        ronde, vastgesteld_op=date(2024, 10, 1), openbaar_vanaf=None, reden="Bedrag hersteld"
    )
    withdraw_editie(editie=tweede, reden="Ook niet goed.", door=None, op=NU)
    log_in(ronde, client)

    tekst = client.get(RAPPORT).text
    assert "versie 2</a>, die op 20 augustus 2024 is ingetrokken. De reden: Bedrag hersteld" in tekst
    assert "Wat is er veranderd?</a>" not in tekst


def test_withdrawing_asks_for_a_reason(ronde, editie, client):
    log_in(ronde, client)

    assert "Zeg waarom u dit rapport intrekt" in client.post(f"{EDITIE}intrekken/", {"reden": " "}).text
    assert client.get(RAPPORT).status_code == 200


def test_withdrawing_is_once_and_for_good(editie):
    withdraw_editie(editie=editie, reden="Fout", door=None, op=NU)

    with pytest.raises(Vergrendeld, match="al ingetrokken op 20 augustus 2024"):
        withdraw_editie(editie=editie, reden="Nog een keer", door=None, op=NU)
    with pytest.raises(Vergrendeld, match="al ingetrokken"):
        publish_editie(editie=editie, vanaf=date(2025, 1, 1), door=None, op=NU)
    assert Lotgeval.objects.count() == 1
