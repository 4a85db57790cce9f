"""Every page is accessible in both themes, fits on every screen, and works without a script.

`new_bewaard_page` sees to it that none says anything in the console or asks another host. `make test-alles`
does the same for every role at every width.
"""

import pytest
from playwright.sync_api import Page

from .axe import KLEURREGELS, examine
from .paginas import CONCEPT, JULI, OPEN, Pagina, with_other_content

pytestmark = pytest.mark.django_db

SMAL = {"/", JULI, f"{JULI}rapport/", CONCEPT, "/werk/", OPEN, f"{OPEN}activiteiten/leerwerktrajecten/"}
BREEDTES = (820, 390, 320)
# Charts are drawn by a script when they come near the screen; test_grafieken.py looks at those.
ZONDER_PLOTLY = "window.IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} }"


def test_every_page_is_accessible_in_both_themes_and_fits(alle_paginas, new_bewaard_page):
    page = new_bewaard_page()
    page.add_init_script(ZONDER_PLOTLY)
    problems = [
        (pagina.adres, *problem)
        for pagina in with_other_content(alle_paginas)
        for problem in look_at(page, pagina)
    ]
    assert problems == []


def unfold(page: Page, pagina: Pagina) -> None:
    """Open a page with all that unfolds; explanations of words lie over it, test_begrippen.py opens one."""
    page.goto(pagina.adres)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")


def look_at(page: Page, pagina: Pagina) -> list[tuple[str, str]]:
    """What is wrong with everything unfolded, in both themes, and what is wider than the screen."""
    unfold(page, pagina)
    gezien = {"licht": examine(page)}
    page.emulate_media(color_scheme="dark")
    gezien["donker"] = examine(page, KLEURREGELS)
    page.emulate_media(color_scheme="light")
    te_breed = [(f"{breedte} breed", over) for breedte in BREEDTES if (over := overflow(page, breedte))]
    if pagina.pad in SMAL:
        gezien["smal"] = examine(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    return [(stand, str(fout)) for stand, oordeel in gezien.items() for fout in oordeel.fouten] + te_breed


def overflow(page: Page, breedte: int) -> str:
    """What makes the page itself scroll sideways, nothing when it fits."""
    page.set_viewport_size({"width": breedte, "height": 900})
    return page.evaluate(
        """breedte => document.documentElement.scrollWidth <= breedte ? "" :
        [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > breedte + 1)
          .map(e => e.outerHTML.slice(0, 120)).slice(-1)[0] ?? `${document.documentElement.scrollWidth}`""",
        breedte,
    )


def test_text_may_be_spaced_and_nothing_is_cut_off(alle_paginas, new_bewaard_page):
    """WCAG 1.4.12: what holds text grows with it, and the page still does not scroll sideways.

    The text in a field scrolls within it.
    """
    page = new_bewaard_page(width=390)
    page.add_init_script(ZONDER_PLOTLY)
    paginas = [pagina for pagina in alle_paginas if pagina.pad in SMAL and pagina.rol == "programmamanager"]
    assert {pagina.pad for pagina in paginas} == SMAL
    for pagina in paginas:
        page.goto(pagina.adres)
        page.evaluate(RUIM)
        assert page.evaluate(AFGEKNIPT) == [], pagina.pad
        assert overflow(page, 390) == "", pagina.pad


RUIM = """() => { const ruim = new CSSStyleSheet()
ruim.replaceSync(
  "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
  + "p { margin-block-end: 2em !important }")
document.adoptedStyleSheets = [ruim] }"""
AFGEKNIPT = """[...document.querySelectorAll("main *, header *")].filter(e => {
  if (e.matches("input, textarea, select")) return false
  const stijl = getComputedStyle(e)
  const klemt = [stijl.overflowX, stijl.overflowY].some(o => ["hidden", "clip"].includes(o))
  const groter = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1
  return klemt && Math.min(e.clientWidth, e.clientHeight) > 2 && groter
}).map(e => e.outerHTML.slice(0, 120))"""
