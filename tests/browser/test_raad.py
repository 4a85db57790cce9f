"""The council's pages in a real browser: they fit, they are accessible, and they work without script.

`new_page` watches the console and the network of every page that is opened here.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.bouwers import (
    WACHTWOORD,
    maak_editie,
    maak_gebruiker,
    maak_programma,
    maak_ronde,
)
from tests.programmas import laad_programmas
from tests.rapportage.bouwers import maak_rapport

JULI = "/programmas/arbeidsmarkt-menselijk-kapitaal/augustus-2024/"
NAJAAR = "/programmas/arbeidsmarkt-menselijk-kapitaal/najaar-2024/"
PLAN = "/programmas/bestaanszekerheid/uitvoeringsprogramma/"
HAVEN = "/programmas/haven/augustus-2024/"
PAGINAS = (
    "/",
    "/zoeken/?q=wijk",
    "/inloggen/",
    JULI,
    f"{JULI}lijnen/1/",
    f"{JULI}activiteiten/wijkaanpakken/",
    f"{NAJAAR}activiteiten/label-dordrecht/",
    f"{NAJAAR}indicatoren/label-behaald/",
    f"{JULI}financien/",
    f"{NAJAAR}planning/",
    f"{PLAN}indicatoren/",
    f"{JULI}rapport/",
    f"{JULI}rapport/?lijn=3&tekst=label",
    NAJAAR,
    f"{NAJAAR}vergelijk/augustus-2024/v1/",
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def geladen(live_server) -> None:
    laad_programmas()


def fits(page: Page) -> bool:
    """Whether nothing makes the page itself scroll sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_every_page_is_accessible_and_fits_on_a_screen(geladen, page, axe):
    for pad in PAGINAS:
        page.goto(pad)
        assert axe(page) == [], pad
        assert fits(page), pad


def test_every_page_fits_on_a_tablet_and_a_phone_and_is_accessible_there(geladen, new_page, axe):
    for breedte in (820, 390):
        page = new_page(width=breedte)
        for pad in PAGINAS:
            page.goto(pad)
            assert fits(page), (pad, breedte)
        assert axe(page) == [], breedte


def test_every_page_fits_in_320_pixels_and_works_without_script(geladen, new_page):
    page = new_page(width=320, java_script_enabled=False)
    for pad in PAGINAS:
        page.goto(pad)
        expect(page.locator("h1")).to_have_count(1)
        box = page.locator("main").bounding_box()
        assert box["x"] + box["width"] <= 320, pad

    page.goto(f"{JULI}activiteiten/leerwerktrajecten/")
    waarom = page.locator("details", has_text="Waarom?")
    expect(waarom.get_by_text("door ons berekend, niet afgesproken")).to_be_hidden()
    waarom.locator("summary").click()
    expect(waarom.get_by_text("door ons berekend, niet afgesproken")).to_be_visible()


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
