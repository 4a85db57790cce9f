"""A programme from nothing, typed by two people who have only a browser, and read by a third.

The beheerder makes the programme and its manager; she sets it up, reports, adopts; the council reads it.
"""

import re

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from dordt_monitor.opmaak import format_datum
from programmalijnen.models import Programma, Wijziging
from rapportage.models import Editie
from tests.bouwers import WACHTWOORD, maak_gebruiker

pytestmark = pytest.mark.django_db(transaction=True)

WERK, RONDE = "/werk/veilige-wijken/", "/werk/veilige-wijken/juli-2026/"
RAPPORT = "/programmas/veilige-wijken/juli-2026/"


def test_a_small_programme_is_typed_from_nothing_and_read_by_the_council(new_page, log_in):
    bea = log_in(new_page(), maak_gebruiker("Bea", is_beheerder=True))
    raad = log_in(new_page(), maak_gebruiker("Raad", is_raadslid=True))
    mila = new_page()

    choose_a_password(mila, make_programme(bea))
    type_structure(mila)
    type_agreements(mila)
    type_money(mila)
    report(mila)
    raad.goto("/")
    expect(raad.get_by_text("Veilige wijken")).to_have_count(0)
    approve_and_adopt(mila)
    read(mila)

    raad.goto("/")
    raad.get_by_role("link", name="Veilige wijken").first.click()
    expect(raad).to_have_url(re.compile(f"{RAPPORT}$"))
    assert Editie.objects.get().ronde.programma == Programma.objects.get()
    assert not Wijziging.objects.filter(door=None).exists()


def make_programme(bea: Page) -> str:
    """The link with which the new manager chooses a password."""
    bea.goto("/werk/")
    bea.get_by_role("link", name="Nieuw programma").click()
    type_in(bea, {"Naam": "Veilige wijken", "Zo heet één lijn": "spoor", "Zo heten meer lijnen": "sporen"})
    expect(bea.get_by_label("Adres", exact=True)).to_have_value("veilige-wijken")
    bea.get_by_label("Openbaar").check()
    type_in(bea, {"E-mailadres van de programmamanager": "mila@voorbeeld.nl"})
    bea.get_by_role("button", name="Programma maken").click()
    type_in(bea, {"Naam van de programmamanager": "Mila"})
    bea.get_by_role("button", name="Programma maken").click()
    bea.get_by_role("button", name="Inloglink maken en mailen").click()
    return bea.get_by_label(re.compile("Deze link ziet u maar één keer")).input_value()


def choose_a_password(mila: Page, link: str) -> None:
    mila.goto(link)
    type_in(mila, {"Nieuw wachtwoord": WACHTWOORD, "Nog een keer": WACHTWOORD})
    mila.get_by_role("button", name="Opslaan en inloggen").click()
    mila.get_by_role("link", name="Veilige wijken").click()
    expect(mila.get_by_text("0 van de 5 stappen gedaan")).to_be_visible()


def type_structure(mila: Page) -> None:
    mila.get_by_role("link", name="Spoor toevoegen").click()
    save(mila, {"Titel": "Veilig op straat"}, nog_een=True)
    expect(mila.get_by_label("Nummer")).to_have_value("2")
    save(mila, {"Titel": "Veilig thuis"})
    mila.get_by_role("link", name="Activiteit toevoegen aan 1. Veilig op straat").click()
    save(mila, {"Titel": "Buurtpreventie"}, nog_een=True)
    save(mila, {"Titel": "Straatverlichting"}, nog_een=True)
    mila.get_by_label("Lijn", exact=True).select_option("veilig-thuis")
    save(mila, {"Titel": "Huisbezoeken"})


def type_agreements(mila: Page) -> None:
    mila.goto(WERK)
    mila.get_by_role("link", name="Indicator toevoegen").click()
    mila.get_by_label("Hoort bij").select_option("activiteit.huisbezoeken")
    mila.get_by_label("Soort").select_option("stroom")
    save(mila, {"Naam": "Gezinnen bezocht", "Eenheid": "gezinnen"})
    mila.get_by_role("link", name="Doel toevoegen bij deze indicator").click()
    mila.get_by_label("Welke kant op?").select_option("meer")
    mila.locator("[name=streefwaarden-0-waarde]").fill("120")
    save(mila, {"Wat is afgesproken?": "120 gezinnen bezocht", "Periode": "2026"}, nog_een=True)
    mila.get_by_label("Hoort bij").select_option("programmalijn.veilig-op-straat")
    mila.get_by_label("Vorm").select_option("tekst")
    save(mila, {"Wat is afgesproken?": "Bewoners voelen zich veiliger", "Periode": "2026"})


def type_money(mila: Page) -> None:
    mila.goto(WERK)
    mila.get_by_role("link", name="Geld invullen").click()
    mila.get_by_role("link", name="Financiering toevoegen").first.click()
    mila.get_by_label("Lijn", exact=True).select_option("veilig-op-straat")
    bedrag = {"Naam van de nieuwe bron": "Kadernota", "Bedrag in euro’s": "250.000", "Periode": "2026"}
    save(mila, bedrag)
    mila.get_by_role("link", name="Kostenpost toevoegen").click()
    mila.locator("[name=lijnen-0-lijn]").select_option("veilig-op-straat")
    for nummer, (soort, geschreven) in enumerate([("gepland", "100.000"), ("gerealiseerd", "40.000")]):
        mila.locator(f"[name=uitgaven-{nummer}-jaar]").fill("2026")
        mila.locator(f"[name=uitgaven-{nummer}-soort]").select_option(soort)
        mila.locator(f"[name=uitgaven-{nummer}-geschreven]").fill(geschreven)
    save(mila, {"Titel": "Lampen"})
    expect(mila.get_by_text("€ 60.000 lager dan gepland").first).to_be_visible()


def report(mila: Page) -> None:
    mila.goto(WERK)
    expect(mila.get_by_text("4 van de 5 stappen gedaan")).to_be_visible()
    mila.get_by_role("link", name="Ronde openen").click()
    over = {"Titel": "Voortgangsrapportage juli 2026", "Peildatum": "31 juli 2026", "Jaar": "2026"}
    type_in(mila, over | {"Hoe noemt u die stand?": "t/m juli 2026"})
    mila.get_by_role("button", name="Ronde openen").click()
    for titel in ("Buurtpreventie", "Straatverlichting", "Huisbezoeken"):
        mila.goto(RONDE)
        mila.get_by_role("link", name=titel).first.click()
        mila.get_by_label("Uw tekst").fill(f"{titel}: dit voorjaar begonnen.")
        if titel == "Huisbezoeken":
            mila.get_by_label("Waarde").first.fill("70")
        mila.get_by_role("button", name="Opslaan en indienen").click()
        expect(mila.get_by_text("Ingediend").first).to_be_visible()


def approve_and_adopt(mila: Page) -> None:
    mila.goto(f"{RONDE}keuren/")
    for spoor in ("1 Veilig op straat", "2 Veilig thuis"):
        expect(mila.get_by_role("heading", name=spoor)).to_be_visible()
        mila.get_by_role("link", name="Kies alles").click()
        mila.get_by_role("button", name="Akkoord", exact=True).click()
    expect(mila.get_by_text("Er wacht nu niets op uw akkoord")).to_be_visible()
    mila.goto(f"{RONDE}vaststellen/")
    vandaag = format_datum(localdate())
    type_in(mila, {"Vastgesteld op": vandaag, "Openbaar vanaf": vandaag})
    mila.get_by_role("button", name="Vaststellen", exact=True).click()
    expect(mila.get_by_text("is vastgesteld, versie").first).to_be_visible()


def read(mila: Page) -> None:
    """The dashboard has the figures, the page of the money the amounts, the file both."""
    mila.goto(RAPPORT)
    expect(mila.get_by_text("70 van 120 (58%), nog 50").first).to_be_visible()
    expect(mila.get_by_text("op schema").first).to_be_visible()
    mila.goto(f"{RAPPORT}financien/")
    for bedrag in ("€ 250.000", "€ 100.000", "€ 40.000"):
        expect(mila.get_by_text(bedrag).first).to_be_visible()
    inhoud = mila.request.get(f"{RAPPORT}rapport.json").json()
    (doel,) = inhoud["lijnen"][1]["activiteiten"][0]["doelen"]
    assert (doel["streefwaarde"], doel["waarde"]) == ("120", "70")
    assert [post["titel"] for post in inhoud["financien"]["kostenposten"]] == ["Lampen"]
    assert inhoud["programma"]["lijn_meervoud"] == "sporen"


def type_in(page: Page, velden: dict[str, str]) -> None:
    for label, tekst in velden.items():
        page.get_by_label(label, exact=True).first.fill(tekst)


def save(page: Page, velden: dict[str, str], *, nog_een: bool = False) -> None:
    type_in(page, velden)
    page.get_by_role("button", name="Opslaan en nog een" if nog_een else "Opslaan", exact=True).click()
    expect(page.get_by_text("is opgeslagen").first).to_be_visible()
