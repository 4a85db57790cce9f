"""The whole chain with the shipped data: a colleague edits, the concept follows, the edition does not."""

import hashlib
import io

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from programmalijnen.models import Gebruiker, Programma, Rol, Teamlid
from rapportage.models import Editie
from tests.bouwers import maak_gebruiker
from tests.programmas import laad_programmas

pytestmark = pytest.mark.django_db(transaction=True)

PROGRAMMA = "arbeidsmarkt-menselijk-kapitaal"
INVOER = f"/werk/{PROGRAMMA}/augustus-2025/activiteiten/leerwerktrajecten/"
CONCEPT = f"/programmas/{PROGRAMMA}/augustus-2025/concept/"
EDITIE = f"/programmas/{PROGRAMMA}/augustus-2024/"
TEKST = "In de eerste zeven maanden begonnen 41 mensen aan een traject."


@pytest.fixture
def medewerker(live_server) -> Gebruiker:
    laad_programmas()
    anna = maak_gebruiker("Anna")
    Teamlid.objects.create(
        gebruiker=anna, programma=Programma.objects.get(slug=PROGRAMMA), rol=Rol.MEDEWERKER
    )
    return anna


def fetch(page: Page, pad: str) -> bytes:
    antwoord = page.request.get(pad)
    assert antwoord.status == 200, pad
    return antwoord.body()


def cells(inhoud: bytes) -> set:
    """Every value of every sheet."""
    boek = openpyxl.load_workbook(io.BytesIO(inhoud))
    return {cel for blad in boek for rij in blad.iter_rows(values_only=True) for cel in rij}


def fill_in(page: Page) -> None:
    page.goto(INVOER)
    page.get_by_label("Uw tekst").fill(TEKST)
    page.get_by_role("group", name="eindstand 2024").get_by_label("Waarde").fill("97")
    page.get_by_role("button", name="Opslaan", exact=True).click()


def test_what_a_medewerker_changes_is_in_the_concept_and_not_in_the_edition(medewerker, new_page, log_in):
    page = log_in(new_page(), medewerker)
    voor = {editie.pk: editie.sha256 for editie in Editie.objects.all()}
    oud_bestand, oude_pagina = fetch(page, f"{EDITIE}rapport.json"), fetch(page, EDITIE)

    fill_in(page)

    expect(page.get_by_text("niet behaald").first).to_be_visible()
    page.goto(CONCEPT)
    expect(page.get_by_text("Concept, niet vastgesteld").first).to_be_visible()
    page.goto(f"{CONCEPT}activiteiten/leerwerktrajecten/")
    expect(page.get_by_text(TEKST)).to_be_visible()
    assert TEKST in cells(fetch(page, f"{CONCEPT}rapport.xlsx"))
    assert fetch(page, f"{EDITIE}rapport.json") == oud_bestand
    assert fetch(page, EDITIE) == oude_pagina
    assert {editie.pk: editie.sha256 for editie in Editie.objects.all()} == voor


def test_the_concept_does_not_exist_for_a_raadslid(medewerker, new_page, log_in):
    raad = log_in(new_page(), maak_gebruiker("Raad", is_raadslid=True))

    assert raad.request.get(CONCEPT).status == 404
    assert raad.request.get(INVOER).status == 404
    assert raad.request.get(EDITIE).status == 200


def test_the_hash_of_the_file_is_printed_on_the_page_and_in_the_workbook(medewerker, page):
    hash_van_bestand = hashlib.sha256(fetch(page, f"{EDITIE}rapport.json")).hexdigest()

    assert hash_van_bestand in fetch(page, f"{EDITIE}verantwoording/").decode()
    assert hash_van_bestand in cells(fetch(page, f"{EDITIE}rapport.xlsx"))
    assert hash_van_bestand == Editie.objects.get(ronde__slug="augustus-2024").sha256


def test_two_browsers_that_change_different_fields_both_keep_their_words(medewerker, new_page, log_in):
    eerste, tweede = (log_in(new_page(), medewerker) for _ in range(2))
    for page in (eerste, tweede):
        page.goto(INVOER)
    eerste.get_by_label("Uw tekst").fill(TEKST)
    eerste.get_by_role("button", name="Opslaan", exact=True).click()
    tweede.get_by_role("group", name="eindstand 2024").get_by_label("Waarde").fill("97")
    tweede.get_by_role("button", name="Opslaan", exact=True).click()

    expect(tweede.get_by_label("Uw tekst")).to_have_value(TEKST)
    expect(tweede.get_by_role("group", name="eindstand 2024").get_by_label("Waarde")).to_have_value("97")


def test_two_browsers_that_change_the_same_field_are_shown_both_texts(medewerker, new_page, log_in):
    eerste, tweede = (log_in(new_page(), medewerker) for _ in range(2))
    for page, tekst in ((eerste, "De tekst van een collega."), (tweede, "Mijn eigen tekst.")):
        page.goto(INVOER)
        page.get_by_label("Uw tekst").fill(tekst)
    eerste.get_by_role("button", name="Opslaan", exact=True).click()
    expect(eerste.get_by_label("Uw tekst")).to_have_value("De tekst van een collega.")
    with tweede.expect_response(lambda antwoord: antwoord.status == 409):
        tweede.get_by_role("button", name="Opslaan", exact=True).click()

    expect(tweede.get_by_text("De tekst van een collega.").first).to_be_visible()
    assert "Mijn eigen tekst." in tweede.content()
