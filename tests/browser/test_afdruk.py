"""What Chromium makes of a report on paper, from a dark screen."""

import re

import pytest
from playwright.sync_api import expect

from tests.bouwers import maak_editie, maak_programma, maak_ronde
from tests.rapportage.bouwers import maak_rapport

A4 = b"/MediaBox [0 0 594.95996 841.91998]"
# What a sheet says above and below its text; `--papier-…` come from the attributes of <html>.
BOVEN = ["Arbeidsmarkt & menselijk kapitaal, Voortgangsrapportage augustus 2024", "Vastgesteld, versie 1"]
KADER = """() => {
  const sheet = [...document.styleSheets].find((one) => one.href?.includes("afdruk"));
  const page = [...sheet.cssRules].find((rule) => rule instanceof CSSPageRule && !rule.selectorText);
  const root = getComputedStyle(document.documentElement);
  return {
    bladnummer: page.cssText.includes('"pagina " counter(page) " van " counter(pages)'),
    boven: [root.getPropertyValue("--papier"), root.getPropertyValue("--papier-stand")],
    achtergrond: getComputedStyle(document.body).backgroundColor,
  };
}"""


@pytest.fixture
def rapport(live_server, new_page):
    maak_editie(maak_ronde(maak_programma("haven")), maak_rapport())
    page = new_page(color_scheme="dark")
    page.goto("/programmas/haven/augustus-2024/rapport/")
    return page


def test_the_report_prints_as_a_document_in_black_on_white(rapport):
    pdf = rapport.pdf(prefer_css_page_size=True)
    assert pdf.count(A4) == len(re.findall(rb"/Type /Page\b", pdf)) > 3

    expect(rapport.get_by_text("Adres", exact=True)).to_be_hidden()
    rapport.emulate_media(media="print")
    expect(rapport.get_by_text("Adres", exact=True)).to_be_visible()
    expect(rapport.get_by_role("navigation", name="Dit rapport")).to_be_hidden()
    expect(rapport.get_by_role("table", name="Aannames")).to_be_visible()
    assert rapport.evaluate(KADER) == {
        "bladnummer": True,
        "boven": [f'"{woorden}"' for woorden in BOVEN],
        "achtergrond": "rgb(255, 255, 255)",
    }
