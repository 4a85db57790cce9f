"""The team's money pages in a browser: readable for everybody, on a phone too."""

import pytest

from programmalijnen.models import Rol
from tests.bouwers import maak_lijn, maak_programma, maak_teamlid
from tests.financien.bouwers import maak_financiering, maak_kostenpost, maak_stand, maak_totaal, maak_uitgave


@pytest.fixture
def geld():
    programma = maak_programma("haven")
    lijn = maak_lijn(programma, "1")
    rij = maak_financiering(lijn, sleutel="kadernota")
    maak_stand(rij, "toegekend", 5)
    maak_totaal(lijn, 150_000)
    maak_uitgave(maak_kostenpost(programma, "Post", lijn), 2024, 5)
    return programma


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "address", ["", "financiering/kadernota/", "nieuwe-kostenpost/", "financiering/kadernota/weghalen/"]
)
def test_money_page_is_accessible_and_fits(new_page, log_in, axe, geld, width, address):
    page = log_in(new_page(width=width), maak_teamlid(geld, Rol.PROGRAMMAMANAGER).gebruiker)
    page.goto(f"/werk/haven/financien/{address}")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
