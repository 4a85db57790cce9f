"""The pages on which a manager arranges a round: on a screen and on a phone."""

import pytest

from programmalijnen.models import Realisatie, Rol
from tests.bouwers import maak_activiteit, maak_doel, maak_lijn, maak_programma, maak_ronde, maak_teamlid

RONDE = "/werk/haven/augustus-2024/"
PAGINAS = (
    "/werk/haven/rondes/nieuw/",
    f"{RONDE}voortgang/",
    f"{RONDE}beheer/",
    f"{RONDE}beheer/activiteiten/",
    f"{RONDE}overdragen/?van=niemand",
)


@pytest.fixture
def manager(transactional_db):
    programma = maak_programma()
    lijn = maak_lijn(programma)
    anna = maak_teamlid(programma, naam="Anna")
    for sleutel, trekker in (("kade", anna), ("loket", None), ("festival", None)):
        maak_doel(programma, activiteit=maak_activiteit(lijn, sleutel, trekker=trekker))
    maak_ronde(programma)
    Realisatie.objects.filter(trekker=anna).update(staat="teruggegeven", teruggeefreden="Te kort.")
    Realisatie.objects.filter(activiteit__sleutel="festival").update(
        opgave="elders gerapporteerd", elders_waar="via Agenda 2030"
    )
    return maak_teamlid(programma, Rol.PROGRAMMAMANAGER, naam="Mia").gebruiker


@pytest.mark.parametrize("breedte", [1280, 390])
def test_pages_of_a_round_are_accessible_and_fit(new_page, log_in, axe, manager, breedte):
    page = log_in(new_page(width=breedte), manager)
    gezien = {}
    for pad in PAGINAS:
        page.goto(pad)
        page.evaluate("document.querySelectorAll('details').forEach(deel => { deel.open = true })")
        gezien[pad] = (axe(page), page.evaluate("document.documentElement.scrollWidth"))
    assert gezien == dict.fromkeys(PAGINAS, ([], breedte))
