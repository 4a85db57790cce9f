"""What somebody types on a money page is not lost by accident."""

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


def test_unsaved_amount_is_guarded_until_somebody_lets_it_go(new_page, log_in, geld):
    page = log_in(new_page(), maak_teamlid(geld, Rol.PROGRAMMAMANAGER).gebruiker)
    page.goto("/werk/haven/financien/financiering/kadernota/")
    page.get_by_label("Bedrag in euro’s").first.fill("160.000")
    gevraagd = []
    page.on("dialog", lambda dialog: (gevraagd.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Mijn werk").first.click()
    page.wait_for_timeout(200)
    assert gevraagd == ["beforeunload"]
    page.get_by_role("link", name="Niet opslaan").click()
    page.wait_for_url("**/werk/haven/financien/")
    assert gevraagd == ["beforeunload"]
