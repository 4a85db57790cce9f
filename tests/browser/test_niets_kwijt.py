"""Losing nothing in a real browser: drafts that come back, two tabs, the back button, pressing twice."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from financien.models import Financiering
from programmalijnen.models import Realisatie, Rol, Wijziging
from tests.bouwers import maak_activiteit, maak_gebruiker, maak_lijn, maak_programma, maak_ronde, maak_teamlid

PAGINA = "/werk/haven/augustus-2024/activiteiten/leerwerk/"
NIEUW = "/werk/haven/financien/nieuwe-financiering/"


@pytest.fixture
def manager(transactional_db):
    programma = maak_programma("haven")
    maak_activiteit(maak_lijn(programma, "1"), "leerwerk")
    maak_ronde(programma)
    return maak_teamlid(programma, Rol.PROGRAMMAMANAGER, naam="Anna").gebruiker


@pytest.fixture
def anna(new_page, log_in, manager) -> Page:
    return log_in(new_page(), manager)


def drafts(page: Page) -> int:
    return page.evaluate("Object.keys(localStorage).length")


def wait_for_drafts(page: Page, aantal: int) -> None:
    for _ in range(100):
        if drafts(page) == aantal:
            return
        page.wait_for_timeout(50)
    pytest.fail(f"This browser keeps {drafts(page)} drafts, not {aantal}.")


def type_tekst(page: Page, tekst: str) -> None:
    """Until the browser has kept it, which a moment without typing brings about."""
    page.goto(PAGINA)
    page.get_by_label("Uw tekst").fill(tekst)
    wait_for_drafts(page, 1)


def reopen(page: Page, adres: str = PAGINA) -> Page:
    """Close the tab without a word, open another in the same browser."""
    ander = page.context.new_page()
    page.close(run_before_unload=False)
    ander.goto(adres)
    return ander


def save(page: Page) -> None:
    page.get_by_role("button", name="Opslaan", exact=True).click()


def read_tekst() -> str:
    return Realisatie.objects.get(activiteit__sleutel="leerwerk").tekst


def test_what_was_typed_comes_back_after_a_closed_tab_and_goes_when_it_is_saved(anna):
    type_tekst(anna, "Zestig mensen zijn gestart.")
    page = reopen(anna)
    aanbod = page.get_by_role("region", name="Niet opgeslagen")
    expect(aanbod).to_contain_text("U typte hier om")
    expect(aanbod).to_contain_text("Zestig mensen zijn gestart.")
    expect(page.get_by_label("Uw tekst")).to_have_value("")
    aanbod.get_by_role("button", name="Zet terug").click()
    expect(aanbod).to_have_count(0)
    expect(page.get_by_label("Uw tekst")).to_have_value("Zestig mensen zijn gestart.")
    save(page)
    expect(page.get_by_text("Opgeslagen om")).to_be_visible()
    wait_for_drafts(page, 0)
    assert read_tekst() == "Zestig mensen zijn gestart."


def test_what_is_thrown_away_does_not_come_back(anna):
    type_tekst(anna, "Toch niet")
    page = reopen(anna)
    page.get_by_role("button", name="Gooi weg").click()
    page.reload()
    expect(page.get_by_role("region", name="Niet opgeslagen")).to_have_count(0)


def test_what_was_typed_survives_a_session_that_ended(anna, manager, log_in):
    type_tekst(anna, "Nog niet bewaard")
    Session.objects.all().delete()
    inloggen = reopen(anna)
    expect(inloggen.get_by_role("heading", name="Inloggen")).to_be_visible()
    page = reopen(log_in(inloggen, manager))
    expect(page.get_by_role("region", name="Niet opgeslagen")).to_contain_text("Nog niet bewaard")


def test_a_colleague_who_saved_meanwhile_is_told_of(anna):
    type_tekst(anna, "Van Anna")
    Realisatie.objects.update(tekst="Van Bram", versie=9)
    aanbod = reopen(anna).get_by_role("region", name="Niet opgeslagen")
    expect(aanbod).to_contain_text("Daarna is deze pagina veranderd")
    expect(aanbod).to_contain_text("intussen veranderd")
    assert [deel.strip() for deel in aanbod.locator(".dm-concept__tekst").all_inner_texts()] == [
        "Van Anna",
        "Van Bram",
    ]


def test_another_user_of_the_same_browser_never_sees_it(anna, log_in, manager):
    type_tekst(anna, "Van Anna")
    ander = maak_gebruiker("Bram")
    manager.teamleden.update(gebruiker=ander)
    page = reopen(log_in(anna, ander))
    expect(page.get_by_label("Uw tekst")).to_be_visible()
    expect(page.get_by_role("region", name="Niet opgeslagen")).to_have_count(0)
    wait_for_drafts(page, 1)


def test_logging_out_warns_and_clears(anna):
    type_tekst(anna, "Nog niet bewaard")
    page = reopen(anna, "/uitloggen/")
    expect(page.get_by_text("U typte iets dat nog niet is opgeslagen.")).to_be_visible()
    expect(page.get_by_role("link", name="Leerwerk")).to_have_attribute("href", PAGINA)
    page.get_by_role("main").get_by_role("button", name="Uitloggen").click()
    page.wait_for_url(lambda url: "uitloggen" not in url)
    wait_for_drafts(page, 0)


def test_page_after_the_back_button_shows_what_was_saved(anna):
    type_tekst(anna, "Eerst")
    save(anna)
    expect(anna.get_by_text("Opgeslagen om")).to_be_visible()
    anna.go_back()
    expect(anna.get_by_label("Uw tekst")).to_have_value("Eerst")


def fill_financiering(page: Page, bedrag: str = "1.000") -> Page:
    page.goto(NIEUW)
    page.get_by_label("Naam van de nieuwe bron").fill("Provincie")
    page.get_by_label("Bedrag in euro’s").first.fill(bedrag)
    return page


@pytest.mark.parametrize("met_script", [True, False])
def test_pressing_twice_makes_one_row(new_page, log_in, manager, met_script):
    page = fill_financiering(log_in(new_page(java_script_enabled=met_script), manager))
    page.get_by_role("button", name="Opslaan", exact=True).dblclick()
    expect(page.get_by_text("opgeslagen").first).to_be_visible()
    page.wait_for_url("**/werk/haven/financien/")
    assert Financiering.objects.count() == 1


def test_back_and_saving_again_makes_no_second_row(anna):
    save(fill_financiering(anna))
    anna.wait_for_url("**/werk/haven/financien/")
    anna.go_back()
    save(anna)
    expect(anna.get_by_text("was al opgeslagen")).to_be_visible()
    anna.go_back()
    anna.get_by_label("Bedrag in euro’s").first.fill("2.000")
    save(anna)
    expect(anna.get_by_text("U hebt dit formulier al eens opgeslagen")).to_be_visible()
    expect(anna.get_by_label("Bedrag in euro’s").first).to_have_value("2.000")
    assert Financiering.objects.count() == 1
    save(anna)
    anna.wait_for_url("**/werk/haven/financien/")
    assert [int(rij.bedrag) for rij in Financiering.objects.order_by("pk")] == [1000, 2000]


def test_two_tabs_keep_what_was_typed_in_each(anna):
    type_tekst(anna, "In het eerste tabblad")
    tweede = anna.context.new_page()
    tweede.goto(PAGINA)
    tweede.get_by_label("Uw tekst").fill("In het tweede tabblad")
    save(tweede)
    expect(tweede.get_by_text("Opgeslagen om")).to_be_visible()
    save(anna)
    expect(anna.locator(".dm-botsing")).to_contain_text("In het tweede tabblad")
    anna.locator(".dm-botsing").get_by_label("Van u").check()
    save(anna)
    expect(anna.get_by_text("Opgeslagen om")).to_be_visible()
    wait_for_drafts(anna, 0)
    assert read_tekst() == "In het eerste tabblad"
    assert Wijziging.objects.filter(soort="realisatie", aard="gewijzigd").count() == 2
