"""The dashboard is one screen on a tablet and one sheet of A4, of every shipped report."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from programmalijnen.regels.begrippen import Oordeel, Telling
from rapportage.rapport import Oordeelregel
from tests.bouwers import maak_editie, maak_programma, maak_ronde
from tests.programmas import laad_programmas
from tests.rapportage.bouwers import maak_activiteitregel, maak_doelregel, maak_rapport

from .test_toegankelijk import AFGEKNIPT, RUIM

RAPPORTEN = (
    "arbeidsmarkt-menselijk-kapitaal/augustus-2024",
    "arbeidsmarkt-menselijk-kapitaal/najaar-2024",
    "bestaanszekerheid/uitvoeringsprogramma",
    "glansrijke-toekomst/begin-2024",
    "ondernemen-met-impact/actieprogramma-2022",
)
# On a phone every word is shown, in little more than three screens of 844.
TABLET, TELEFOON = 1180, 2700
LANG = "Partners vinden geen begeleiders, en de wachttijd voor een plek is opgelopen tot een half jaar. " * 4

pytestmark = pytest.mark.django_db(transaction=True)


def height(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollHeight")


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def check(page: Page, pad: str) -> None:
    page.goto(pad)
    for breedte, hoogstens in ((1180, TABLET), (820, TABLET), (390, TELEFOON)):
        page.set_viewport_size({"width": breedte, "height": 600})
        assert height(page) <= hoogstens, (pad, breedte)
    assert pages(page.pdf(format="A4", prefer_css_page_size=True)) == 1, pad


def test_every_shipped_report_fits(live_server, page):
    laad_programmas()
    for rapport in RAPPORTEN:
        check(page, f"/programmas/{rapport}/")


def test_long_reasons_for_attention_fit(live_server, page, axe):
    oordeel = Oordeelregel(
        waarde=Oordeel.WIJKT_AF, horizon="dit jaar", oorzaak=LANG, gevolg=LANG, bijsturing=LANG
    )
    achter = maak_doelregel("d-achter", LANG, 100, afgedrukt="20 van 100", telling=Telling.ACHTER)
    activiteiten = [maak_activiteitregel(f"a-{n}", LANG, achter, oordeel=oordeel) for n in range(6)]
    rapport = maak_rapport()
    eerste, *rest = rapport.lijnen
    lijnen = (replace(eerste, titel=LANG, activiteiten=tuple(activiteiten)), *rest)
    maak_editie(maak_ronde(maak_programma("haven")), replace(rapport, lijnen=lijnen))

    check(page, "/programmas/haven/augustus-2024/")
    assert axe(page) == []
    for breedte in (820, 390):
        page.set_viewport_size({"width": breedte, "height": 600})
        assert page.evaluate(AFGEKNIPT) != []
        page.evaluate(RUIM)
        assert page.evaluate(AFGEKNIPT) == [], breedte
        page.evaluate("document.adoptedStyleSheets = []")
