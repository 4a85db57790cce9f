"""A word of the report opens its explanation without a script, by keyboard alone, and stays off paper."""

import pytest
from playwright.sync_api import expect

from tests.bouwers import maak_editie, maak_gebruiker, maak_programma, maak_ronde
from tests.rapportage.bouwers import maak_rapport

pytestmark = pytest.mark.django_db(transaction=True)


def test_word_is_explained_on_the_spot(new_page, log_in, axe):
    maak_editie(maak_ronde(maak_programma("haven")), maak_rapport())
    page = log_in(new_page(width=390), maak_gebruiker("Raadslid", is_raadslid=True))
    page.goto("/programmas/haven/augustus-2024/verantwoording/")
    woord, uitleg = page.get_by_role("button", name="Peildatum"), page.locator("#begrip-peildatum")

    woord.focus()
    page.keyboard.press("Enter")
    expect(uitleg).to_contain_text("De dag waarop is gemeten.")
    assert axe(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe(page) == []
    page.keyboard.press("Tab")
    expect(uitleg.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(uitleg).to_be_hidden()
    expect(woord).to_be_focused()

    page.keyboard.press("Enter")
    page.emulate_media(media="print")
    expect(uitleg).to_be_hidden()
