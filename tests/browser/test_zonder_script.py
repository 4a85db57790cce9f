"""Every page works without a script, on a screen of 320 pixels (which is 400 % on one of 1280)."""

import pytest
from playwright.sync_api import expect

from .paginas import JULI, with_other_content

pytestmark = pytest.mark.django_db


def test_every_page_shows_all_it_has_without_a_script(alle_paginas, new_bewaard_page):
    page = new_bewaard_page(width=320, java_script_enabled=False)
    for pagina in with_other_content(alle_paginas):
        page.goto(pagina.adres)
        expect(page.locator("h1")).to_have_count(1)
        expect(page.locator("h1")).to_be_visible()
        box = page.locator("main").bounding_box()
        assert box["x"] + box["width"] <= 320, pagina.adres


def test_why_a_verdict_is_given_opens_without_a_script(new_bewaard_page):
    page = new_bewaard_page(java_script_enabled=False)
    page.goto(f"/raadslid{JULI}activiteiten/leerwerktrajecten/")
    waarom = page.locator("details", has_text="Waarom").first
    waarom.locator("summary").click()
    expect(waarom.locator("p").first).to_be_visible()
