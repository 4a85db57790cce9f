"""The tree of a programme is put in order by keyboard or by dragging."""

import pytest

from programmalijnen.models import Activiteit, Rol
from tests.bouwers import maak_activiteit, maak_doel, maak_lijn, maak_programma, maak_teamlid


@pytest.fixture
def programma():
    programma = maak_programma("haven")
    lijn = maak_lijn(programma, "1")
    for nummer, naam in enumerate(("een", "twee", "drie")):
        maak_doel(programma, activiteit=maak_activiteit(lijn, naam, volgorde=nummer))
    maak_activiteit(lijn, "vier", volgorde=4, gearchiveerd=True)
    return programma


def order() -> list[str]:
    rijen = Activiteit.objects.filter(gearchiveerd=False).order_by("volgorde")
    return list(rijen.values_list("sleutel", flat=True))


def test_tree_is_put_in_order(new_page, log_in, programma):
    page = log_in(new_page(width=390), maak_teamlid(programma, Rol.PROGRAMMAMANAGER).gebruiker)
    page.goto("/werk/haven/structuur/?ordenen=ja")
    page.get_by_role("button", name="Omhoog: Drie").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert order() == ["een", "drie", "twee"]
    with page.expect_navigation():
        page.locator("#activiteiten-een .dm-knoop__titel").first.drag_to(
            page.locator("#activiteiten-twee > .dm-knoop__regel")
        )
    assert order() == ["drie", "twee", "een"]
