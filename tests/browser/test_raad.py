"""What a council member does in a real browser; test_toegankelijk.py looks at the pages themselves.

`new_page` watches the console and the network of every page that is opened here.
"""

import pytest
from playwright.sync_api import expect

from tests.bouwers import (
    WACHTWOORD,
    maak_editie,
    maak_gebruiker,
    maak_programma,
    maak_ronde,
)
from tests.rapportage.bouwers import maak_rapport

HAVEN = "/programmas/haven/augustus-2024/"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editie(live_server) -> None:
    """A small edition under /programmas/haven/augustus-2024/."""
    maak_editie(maak_ronde(maak_programma("haven")), maak_rapport())


def test_the_keyboard_goes_from_the_skip_link_to_the_content(editie, page):
    page.goto(HAVEN)
    page.keyboard.press("Tab")
    expect(page.get_by_text("Naar de inhoud")).to_be_focused()

    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_filter_is_an_address(editie, page):
    page.goto(f"{HAVEN}rapport/")
    page.get_by_text("zoek activiteiten").click()
    page.get_by_label("Woord in de tekst").fill("uitrol")
    page.get_by_role("button", name="Toon", exact=True).click()

    expect(page.get_by_role("status")).to_have_text("1 van 4 activiteiten passen bij uw keuze.")
    assert "tekst=uitrol" in page.url


@pytest.mark.parametrize(
    "pagina", ["activiteiten/a-leerwerktrajecten/", "indicatoren/i-leerwerktrajecten/", "financien/"]
)
def test_the_link_to_a_place_is_not_in_the_name_of_its_heading_or_row(editie, page, pagina):
    page.goto(HAVEN + pagina)

    expect(page.get_by_role("link", name="Link naar").first).to_be_visible()
    for rol in ("heading", "rowheader"):
        expect(page.get_by_role(rol, name="Link naar")).to_have_count(0)


def test_a_raadslid_logs_in_reads_and_logs_out(editie, page):
    maak_gebruiker("Anna", is_raadslid=True)
    page.goto(HAVEN)
    page.get_by_role("link", name="Inloggen").click()
    page.get_by_label("E-mail").fill("anna@voorbeeld.nl")
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Inloggen").click()
    page.goto(HAVEN)
    page.get_by_role("link", name="Uitloggen").click()
    expect(page.get_by_text("U typte iets dat nog niet is opgeslagen")).to_be_hidden()
    page.get_by_role("button", name="Uitloggen").click()

    page.goto(HAVEN)
    expect(page.get_by_role("link", name="Inloggen")).to_be_visible()


def test_the_excel_downloads_under_its_own_name(editie, page):
    page.goto(HAVEN)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download Excel").click()

    assert download.value.suggested_filename == "haven-augustus-2024-v1.xlsx"
