"""The programmamanager records the adoption; from then on the round is locked and the council reads it."""

import re
from datetime import date

import pytest
from django.test import Client

from programmalijnen.models import (
    Gebruiker,
    Invoerstaat,
    Programma,
    Rapportageronde,
    Realisatie,
    Rol,
    Rondestaat,
    Teamlid,
)
from rapportage.models import Editie
from tests.bouwers import (
    maak_activiteit,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)

pytestmark = pytest.mark.django_db

PAGINA = "/werk/haven/augustus-2024/vaststellen/"
INVOER = {
    "vastgesteld_op": "3 september 2024",
    "besluit": "collegebesluit 12",
    "openbaar_vanaf": "",
    "keur_rest_goed": "on",
}


@pytest.fixture
def ronde() -> Rapportageronde:
    maak_activiteit(maak_lijn(maak_programma()), "kade", titel="De kade")
    return maak_ronde(Programma.objects.get())


@pytest.fixture
def manager(ronde, client: Client) -> Gebruiker:
    gebruiker = maak_gebruiker("Mia")
    Teamlid.objects.create(gebruiker=gebruiker, programma=ronde.programma, rol=Rol.PROGRAMMAMANAGER)
    client.force_login(gebruiker)
    return gebruiker


def send(client: Client, **velden: str):
    """As a browser does that shows the page first."""
    gezien = re.search(r'name="gezien" value="(\w+)"', client.get(PAGINA).content.decode())
    return client.post(PAGINA, INVOER | {"gezien": gezien[1]} | velden)


def test_vaststellen_says_what_nobody_approved_with_a_link(manager, client):
    tekst = client.get(PAGINA).content.decode()

    assert 'href="/werk/haven/augustus-2024/activiteiten/kade/">De kade</a>' in tekst
    assert "Keur alles goed wat nog overblijft: 1 zonder tekst of cijfers als geen opgave." in tekst


def test_vaststellen_sends_to_the_page_for_approval_only_when_something_waits_there(manager, client):
    niets = client.get(PAGINA).content.decode()
    Realisatie.objects.update(tekst="Klaar.", staat=Invoerstaat.INGEDIEND)
    iets = client.get(PAGINA).content.decode()

    waar = "Lees wat is ingediend", "Daarvan is nog niets ingediend."
    assert [zin in niets for zin in waar] == [False, True]
    assert [zin in iets for zin in waar] == [True, False]


def test_vaststellen_counts_texts_apart(manager, client):
    Realisatie.objects.update(tekst="Klaar.")

    assert "Keur alles goed wat nog overblijft: 1 tekst akkoord." in client.get(PAGINA).content.decode()


def test_vaststellen_asks_to_approve_what_remains(manager, client):
    antwoord = send(client, keur_rest_goed="")

    assert "nog niet overal akkoord" in antwoord.content.decode()
    assert not Editie.objects.exists()


def test_vaststellen_needs_no_box_when_all_is_approved(manager, client):
    Realisatie.objects.update(staat=Invoerstaat.AKKOORD)

    assert "keur_rest_goed" not in client.get(PAGINA).content.decode()
    assert send(client, keur_rest_goed="").status_code == 302


def test_vaststellen_does_not_approve_what_was_not_seen(manager, client):
    antwoord = send(client, gezien="eerder")

    tekst = antwoord.content.decode()
    assert "Een collega veranderde intussen iets" in tekst
    assert 'id="id_keur_rest_goed"' in tekst
    assert "checked" not in tekst
    assert not Editie.objects.exists()


def test_vaststellen_names_warnings_and_lets_them_pass(manager, ronde, client):
    maak_meting(maak_indicator(ronde.programma, eenheid="jongeren"), 3)

    assert "3 personen. Zo weinig kan te herleiden zijn." in client.get(PAGINA).content.decode()
    assert send(client).status_code == 302


def test_vaststellen_stores_the_edition_with_date_and_besluit(manager, client):
    antwoord = send(client)

    editie = Editie.objects.get()
    assert antwoord.status_code == 302
    assert (editie.vastgesteld_op, editie.besluit, editie.door) == (
        date(2024, 9, 3),
        "collegebesluit 12",
        manager,
    )
    assert Rapportageronde.objects.get().staat == Rondestaat.VASTGESTELD


def test_vaststellen_without_a_date_keeps_what_was_typed(manager, client):
    antwoord = send(client, vastgesteld_op="drie september")

    tekst = antwoord.content.decode()
    assert "Deze datum kunnen wij niet lezen" in tekst
    assert "drie september" in tekst
    assert "collegebesluit 12" in tekst
    assert not Editie.objects.exists()


def test_a_day_of_publication_opens_the_edition_to_everybody(manager, client):
    send(client, openbaar_vanaf="4 september 2024")

    assert Client().get("/programmas/haven/augustus-2024/").status_code == 200


def test_without_a_day_of_publication_a_visitor_is_sent_to_log_in(manager, client):
    send(client)

    assert Client().get("/programmas/haven/augustus-2024/").status_code == 302


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"vastgesteld_op": "3 september 2094"}, "Deze dag moet nog komen."),
        ({"openbaar_vanaf": "2 september 2024"}, "voordat het college het heeft vastgesteld"),
        ({"vastgesteld_op": "3 juli 2024"}, "eerder dan de dag waarvan de cijfers spreken (31 juli 2024)"),
    ],
)
def test_vaststellen_refuses_days_that_cannot_be(manager, client, velden, zin):
    assert zin in send(client, **velden).content.decode()
    assert not Editie.objects.exists()


def test_a_day_before_the_peildatum_is_taken_from_who_says_it_is_right(manager, client):
    assert send(client, vastgesteld_op="3 juli 2024", datum_klopt="on").status_code == 302
    assert Editie.objects.get().vastgesteld_op == date(2024, 7, 3)


def test_after_adoption_the_page_leads_to_the_edition(manager, client):
    tekst = client.get(send(client, openbaar_vanaf="10 september 2024").url).content.decode()

    assert "is vastgesteld, versie 1." in tekst
    assert "<dt>Openbaar vanaf</dt><dd>10 september 2024</dd>" in tekst
    assert "/programmas/haven/augustus-2024/v1/" in tekst


def test_who_sends_it_twice_adopts_once_and_reads_no_error(manager, client):
    send(client)

    assert client.post(PAGINA, INVOER).url == PAGINA
    assert Editie.objects.count() == 1


def test_a_colleague_who_is_second_reads_who_was_first(manager, ronde, client):
    send(client)
    client.force_login(maak_teamlid(ronde.programma, Rol.PROGRAMMAMANAGER, naam="Bob").gebruiker)

    antwoord = client.post(PAGINA, INVOER)
    assert antwoord.status_code == 409
    assert "<dt>Vastgelegd door</dt><dd>Mia, " in antwoord.content.decode()
    assert Editie.objects.count() == 1
