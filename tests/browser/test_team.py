"""Filling in with a real browser: two people at once, the keyboard alone, without a script."""

import pytest
from playwright.sync_api import expect

from programmalijnen.models import Meting, Realisatie
from programmalijnen.regels.begrippen import Vorm
from tests.bouwers import (
    maak_activiteit,
    maak_doel,
    maak_indicator,
    maak_lijn,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)

LIJST = "/werk/haven/augustus-2024/"
PAGINA = f"{LIJST}activiteiten/leerwerk/"


@pytest.fixture
def programma(transactional_db):
    programma = maak_programma()
    lijn = maak_lijn(programma)
    activiteit = maak_activiteit(lijn, "leerwerk")
    indicator = maak_indicator(programma, "trajecten", activiteit=activiteit)
    maak_doel(programma, "honderd", indicator=indicator, activiteit=activiteit)
    maak_doel(programma, "centrum", None, activiteit=activiteit, vorm=Vorm.OPLEVERING, richting="")
    maak_activiteit(lijn, "studentenfestival")
    maak_indicator(programma, "werkloosheid", lijn=lijn)
    maak_ronde(programma)
    return programma


@pytest.fixture
def log_in_team(programma, new_page, log_in):
    """A function that gives a browser of its own to a new member of the team: `log_in_team("Anna")`."""

    def log_in_team(naam: str, **opties):
        return log_in(new_page(**opties), maak_teamlid(programma, naam=naam).gebruiker)

    return log_in_team


def open_pagina(page, url: str = PAGINA):
    page.goto(url)
    return page


def save(page) -> None:
    page.get_by_role("button", name="Opslaan", exact=True).click()


def test_koers_is_there_at_once_after_saving(log_in_team):
    page = open_pagina(log_in_team("Anna"))
    page.get_by_label("Uw tekst").fill("Zestig mensen zijn gestart.")
    page.get_by_label("Waarde").fill("circa 60")
    save(page)
    expect(page.get_by_role("status").first).to_contain_text("Opgeslagen om")
    expect(page.locator(".dm-afspraak").first).to_contain_text("circa 60 van 100 (60%)")
    expect(page.locator(".dm-afspraak").first).to_contain_text("op schema")


def test_two_people_on_different_fields_lose_nothing(log_in_team):
    anna, bram = open_pagina(log_in_team("Anna")), open_pagina(log_in_team("Bram"))
    anna.get_by_label("Uw tekst").fill("Van Anna")
    bram.get_by_label("Waarde").fill("60")
    save(anna)
    expect(anna.get_by_text("Opgeslagen om")).to_be_visible()
    save(bram)
    expect(bram.get_by_text("Een collega veranderde intussen: Tekst.")).to_be_visible()
    expect(bram.get_by_label("Uw tekst")).to_have_value("Van Anna")
    assert Meting.objects.get().waarde == 60


def test_two_people_on_the_same_field_see_both_texts(log_in_team):
    anna, bram = open_pagina(log_in_team("Anna")), open_pagina(log_in_team("Bram"))
    anna.get_by_label("Uw tekst").fill("Van Anna")
    bram.get_by_label("Uw tekst").fill("Van Bram")
    bram.get_by_label("Waarde").fill("60")
    save(anna)
    expect(anna.get_by_text("Opgeslagen om")).to_be_visible()
    save(bram)
    botsing = bram.locator(".dm-botsing")
    expect(botsing).to_contain_text("Van Anna")
    expect(bram.get_by_label("Uw tekst")).to_have_value("Van Bram")
    expect(bram.get_by_label("Waarde")).to_have_value("60")
    bram.get_by_label("Uw tekst").fill("Van Anna en Bram")
    botsing.get_by_label("Van u").check()
    save(bram)
    expect(bram.get_by_text("Opgeslagen om")).to_be_visible()
    assert Realisatie.objects.get(activiteit__sleutel="leerwerk").tekst == "Van Anna en Bram"


def test_mistake_is_explained_and_what_was_typed_stays(log_in_team):
    page = open_pagina(log_in_team("Anna"))
    page.get_by_label("Uw tekst").fill("Blijft staan")
    page.get_by_label("Waarde").fill("3 ton")
    save(page)
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Waarde")).to_be_focused()
    expect(page.get_by_label("Uw tekst")).to_have_value("Blijft staan")


def test_keyboard_alone_is_enough(log_in_team):
    page = open_pagina(log_in_team("Anna"), LIJST)
    page.get_by_role("link", name="Leerwerk").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{PAGINA}")
    page.get_by_label("Uw tekst").focus()
    page.keyboard.type("Getypt")
    page.keyboard.press("Tab")
    page.keyboard.type("60")
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Opgeslagen om")).to_be_visible()
    assert Meting.objects.get().waarde == 60


def test_focus_never_hides_behind_the_save_bar(log_in_team):
    page = open_pagina(log_in_team("Anna", height=500))
    balk = page.locator(".dm-opslaan").bounding_box()["y"]
    page.get_by_label("Uw tekst").focus()
    for _ in range(8):
        page.keyboard.press("Tab")
        veld = page.evaluate(
            "(({top, bottom}) => [top, bottom])(document.activeElement.getBoundingClientRect())"
        )
        eerste_regel = min(veld[1], veld[0] + 40)
        assert 0 <= veld[0] < eerste_regel <= balk


def test_unsaved_work_is_said_and_guarded(log_in_team):
    page = open_pagina(log_in_team("Anna"))
    page.get_by_label("Uw tekst").fill("Half")
    expect(page.get_by_text("Nog niet opgeslagen")).to_be_visible()
    gevraagd = []
    page.on("dialog", lambda dialog: (gevraagd.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Mijn werk").first.click()
    page.wait_for_timeout(200)
    assert gevraagd == ["beforeunload"]
    assert page.url.endswith(PAGINA)


def test_works_without_a_script(log_in_team):
    page = open_pagina(log_in_team("Anna", java_script_enabled=False))
    page.get_by_label("Uw tekst").fill("Zonder script")
    save(page)
    expect(page.get_by_text("Opgeslagen om")).to_be_visible()
