"""A council member with nothing but a keyboard: from log-in to the Excel, with focus always in sight."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from rapportage.services import adopt_ronde
from tests.bouwers import (
    NU,
    WACHTWOORD,
    maak_activiteit,
    maak_doel,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_realisatie,
    maak_ronde,
)

EDITIE = "/programmas/haven/augustus-2024/"
# More than any page has between its top and what we look for.
GENOEG = 120


@pytest.fixture
def editie(live_server) -> None:
    """An edition with one activiteit that is behind, which its team says why."""
    haven = maak_programma("haven")
    kade = maak_activiteit(maak_lijn(haven), "kade")
    schepen = maak_indicator(haven, "schepen", activiteit=kade)
    maak_meting(schepen, 90, periode="2023", peildatum=date(2023, 12, 31), periode_van=date(2023, 1, 1))
    maak_meting(schepen, 45)
    maak_doel(haven, "honderd-schepen", 100, indicator=schepen, activiteit=kade)
    ronde = maak_ronde(haven)
    waarom = {
        "oordeel": "wijkt af, bij te sturen",
        "oordeel_horizon": "dit jaar",
        "oordeel_oorzaak": "De kade is verzakt.",
    }
    maak_realisatie(ronde, kade, staat="akkoord", **waarom)
    adopt_ronde(
        ronde=ronde, door=None, op=NU, overgenomen_uit="een document", openbaar_vanaf=date(2024, 9, 1)
    )
    maak_gebruiker("Raad", is_raadslid=True)


def tab_to(page: Page, wat: str) -> None:
    """Tab until `wat` (a CSS selector) has focus: each stop can be seen and lets go of it again."""
    vorige = None
    for _ in range(GENOEG):
        page.keyboard.press("Tab")
        stand = page.evaluate(STAND, wat)
        assert stand["zichtbaar"], stand["html"]
        assert stand["html"] != vorige, "het toetsenbord zit vast"
        if stand["gevonden"]:
            return
        vorige = stand["html"]
    raise AssertionError(f"niet bereikt: {wat}")


STAND = """wat => { const e = document.activeElement
  const stijl = getComputedStyle(e), r = e.getBoundingClientRect()
  const rand = stijl.outlineStyle !== "none" && parseFloat(stijl.outlineWidth) >= 2
  const inBeeld = r.width > 0 && r.bottom > 0 && r.top < innerHeight
  const zichtbaar = e === document.body || rand && inBeeld
  return { gevonden: e.matches(wat), html: e.outerHTML.slice(0, 160), zichtbaar } }"""


def test_council_member_reads_and_downloads_with_the_keyboard_alone(editie, page):
    page.goto("/inloggen/")
    tab_to(page, "#id_login")
    page.keyboard.type("raad@voorbeeld.nl")
    tab_to(page, "#id_password")
    page.keyboard.type(WACHTWOORD)
    page.keyboard.press("Enter")
    page.wait_for_url("/")

    tab_to(page, f"main a[href^='{EDITIE}']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{EDITIE}")
    tab_to(page, f"section[aria-labelledby=aandacht] a[href='{EDITIE}activiteiten/kade/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/activiteiten/kade/")

    expect(page.get_by_text("De kade is verzakt.")).to_be_visible()
    tab_to(page, "main details summary")
    page.keyboard.press("Space")
    expect(page.locator(".dm-waarom").first).to_be_visible()

    tab_to(page, "a[href*='/indicatoren/schepen/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/indicatoren/schepen/")
    tab_to(page, ".grafiek summary")
    page.keyboard.press("Enter")
    expect(page.locator(".grafiek table").first).to_be_visible()

    tab_to(page, f"nav a[href='{EDITIE}']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{EDITIE}")
    tab_to(page, "a[href$='rapport.xlsx']")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "haven-augustus-2024-v1.xlsx"
