"""Every error has a page of its own that says what to do, also when little else works."""

import pytest
from django.db import connection
from django.test import Client

from dordt_monitor.fouten import storing
from tests.bouwers import maak_gebruiker


def test_page_of_a_failure_needs_no_database_and_no_user(rf, settings):
    settings.CONTACT = "griffie@voorbeeld.nl"
    antwoord = storing(rf.get("/"))
    assert antwoord.status_code == 500
    assert "Dat ligt aan ons, niet aan u." in antwoord.text
    assert "mailto:griffie@voorbeeld.nl" in antwoord.text


@pytest.mark.django_db
def test_failure_of_the_database_is_answered_with_that_page(monkeypatch):
    def is_down(*args, **kwargs):
        raise connection.Database.OperationalError

    client = Client(raise_request_exception=False)
    client.force_login(maak_gebruiker("Anna"))
    monkeypatch.setattr(connection, "cursor", is_down)
    antwoord = client.get("/")
    assert antwoord.status_code == 500
    assert "Dat ligt aan ons, niet aan u." in antwoord.text


@pytest.mark.parametrize(
    ("contact", "woorden"),
    [
        ("", "Neem contact op met Gemeente Dordrecht."),
        ("https://voorbeeld.nl/contact", 'href="https://voorbeeld.nl/contact"'),
    ],
)
def test_reader_is_told_whom_to_turn_to(rf, settings, contact, woorden):
    settings.CONTACT = contact
    assert woorden in storing(rf.get("/")).text


@pytest.mark.django_db
def test_address_that_is_only_for_a_button_says_so(client):
    antwoord = client.post("/begrippen/")
    assert (antwoord.status_code, antwoord["Allow"]) == (405, "GET, HEAD")
    assert "Zo werkt deze pagina niet" in antwoord.text


@pytest.mark.django_db
def test_request_that_is_too_large_is_answered_with_a_page(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1
    antwoord = client.post("/inloggen/", {"login": "jan@voorbeeld.nl", "password": "geheim"})
    assert antwoord.status_code == 400
    assert "Dit kunnen wij niet lezen" in antwoord.text


@pytest.mark.django_db
def test_page_that_is_not_there_says_what_to_do(client):
    client.force_login(maak_gebruiker("Anna"))
    antwoord = client.get("/bestaat-niet/")
    assert antwoord.status_code == 404
    assert "Kijk of het adres goed is" in antwoord.text
