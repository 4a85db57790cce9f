"""A whole round, played by four people: a manager, two trekkers and a council member, each in a browser.

Open, fill in, submit, send back with a reason, mend, approve, check, adopt, read, rectify, compare, withdraw.
"""

import re
from dataclasses import dataclass

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from dordt_monitor.opmaak import format_datum
from programmalijnen.models import Gebruiker, Programma, Rol, Teamlid, Wijziging
from rapportage.models import Editie
from tests.bouwers import (
    maak_activiteit,
    maak_editie,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_realisatie,
    maak_ronde,
)

pytestmark = pytest.mark.django_db(transaction=True)

WERK, RONDE = "/werk/haven/", "/werk/haven/augustus-2025/"
RAPPORT = "/programmas/haven/augustus-2025/"
EERSTE = "Aan de kade werken nu 90 leerlingen."
VERBETERD = "Aan de kade werken nu 95 leerlingen. Vijf van hen begonnen in juli."
RECTIFICATIE = "Vier leerlingen waren dubbel geteld."
HERSTELD = "Aan de kade werken nu 91 leerlingen. Vijf van hen begonnen in juli."
TERUG = "Noem ook hoeveel leerlingen in juli begonnen."


@dataclass
class Mensen:
    """Each with a browser profile of their own."""

    mira: Page
    tom: Page
    tess: Page
    raad: Page


@pytest.fixture
def programma(live_server) -> Programma:
    """A programme that reported once, in August 2024; Tom and Tess each draw an activiteit."""
    haven = maak_programma()
    lid = {naam: maak_lid(haven, naam, rol) for naam, rol in TEAM.items()}
    lijn = maak_lijn(haven)
    kade = maak_activiteit(lijn, "kade", titel="Leren op de kade", trekker=lid["Tom"])
    maak_activiteit(lijn, "sluis", titel="Werken bij de sluis", trekker=lid["Tess"])
    leerlingen = maak_indicator(
        haven, "leerlingen", activiteit=kade, eenheid="leerlingen", bron="Havenbedrijf"
    )
    maak_meting(leerlingen, 6)
    eerder = maak_ronde(haven)
    maak_realisatie(eerder, kade, tekst="Aan de kade werken 6 leerlingen.", staat="akkoord")
    maak_editie(eerder)
    eerder.staat = "vastgesteld"
    eerder.save()
    return haven


TEAM = {"Mira": Rol.PROGRAMMAMANAGER, "Tom": Rol.MEDEWERKER, "Tess": Rol.MEDEWERKER}


def maak_lid(programma: Programma, naam: str, rol: Rol) -> Teamlid:
    return Teamlid.objects.create(gebruiker=maak_gebruiker(naam), programma=programma, rol=rol)


@pytest.fixture
def mensen(programma, new_page, log_in) -> Mensen:
    def enter(naam: str) -> Page:
        return log_in(new_page(), Gebruiker.objects.get(naam=naam))

    raad = log_in(new_page(), maak_gebruiker("Raad", is_raadslid=True))
    return Mensen(mira=enter("Mira"), tom=enter("Tom"), tess=enter("Tess"), raad=raad)


def test_four_people_play_a_whole_round(mensen):
    open_the_round(mensen.mira)
    fill_in_and_submit(mensen.tom, "Leren op de kade", EERSTE, waarde="95")
    send_back(mensen.mira, "Leren op de kade")
    mend(mensen.tom)
    fill_in_and_submit(mensen.tess, "Werken bij de sluis", "De sluis nam drie mensen aan.")
    approve_all(mensen.mira)
    answer_a_warning(mensen.mira)
    read_nothing_yet(mensen.raad)
    adopt(mensen.mira)
    read_edition(mensen.raad)
    rectify(mensen.mira)
    compare_versions(mensen.raad)
    withdraw(mensen.mira, mensen.raad)

    assert Editie.objects.filter(ronde__slug="augustus-2025").count() == 2
    daden = set(Wijziging.objects.values_list("naam", flat=True))
    assert daden >= {"open ronde", "stel vast", "trek in"}


def open_the_round(mira: Page) -> None:
    mira.goto(WERK)
    mira.get_by_role("link", name="Ronde openen").click()
    expect(mira.get_by_label("Titel")).to_have_value("Voortgangsrapportage augustus 2025")
    mira.get_by_role("button", name="Ronde openen").click()
    expect(mira).to_have_url(re.compile(f"{RONDE}$"))


def fill_in_and_submit(trekker: Page, titel: str, tekst: str, waarde: str = "") -> None:
    trekker.goto("/werk/")
    trekker.get_by_role("link", name=titel).first.click()
    trekker.get_by_label("Uw tekst").fill(tekst)
    if waarde:
        trekker.get_by_label("Waarde").first.fill(waarde)
    trekker.get_by_role("button", name="Opslaan en indienen").click()
    expect(trekker.get_by_text("Ingediend").first).to_be_visible()


def send_back(mira: Page, titel: str) -> None:
    mira.goto(f"{RONDE}keuren/")
    mira.get_by_role("checkbox", name=f"Kies {titel}").check()
    mira.get_by_role("button", name="Teruggeven met reden").click()
    expect(mira.get_by_role("checkbox", name=f"Kies {titel}")).to_be_checked()
    mira.get_by_label("Wat moet er veranderen?").fill(TERUG)
    mira.get_by_role("button", name="Teruggeven met reden").click()
    expect(mira.get_by_text("Er wacht nu niets op uw akkoord")).to_be_visible()


def mend(tom: Page) -> None:
    tom.goto("/werk/")
    expect(tom.get_by_text(TERUG).first).to_be_visible()
    tom.get_by_role("link", name="Leren op de kade").first.click()
    expect(tom.get_by_text(TERUG).first).to_be_visible()
    expect(tom.get_by_label("Uw tekst")).to_have_value(EERSTE)
    tom.get_by_label("Uw tekst").fill(VERBETERD)
    tom.get_by_role("button", name="Opslaan en indienen").click()
    expect(tom.get_by_text("Ingediend").first).to_be_visible()


def approve_all(mira: Page) -> None:
    mira.goto(f"{RONDE}keuren/")
    mira.get_by_role("link", name="Kies alles").click()
    mira.get_by_role("button", name="Akkoord", exact=True).click()
    expect(mira.get_by_text("Er wacht nu niets op uw akkoord")).to_be_visible()


def answer_a_warning(mira: Page) -> None:
    mira.goto(f"{RONDE}controle/")
    mira.locator("details", has=mira.get_by_text("Beantwoorden")).first.locator("summary").click()
    mira.get_by_label("Uw antwoord").first.fill("Wij vroegen het na bij het havenbedrijf.")
    mira.get_by_role("button", name="Antwoord opslaan").first.click()
    expect(mira.get_by_text("Wij vroegen het na bij het havenbedrijf.").first).to_be_visible()


def read_nothing_yet(raad: Page) -> None:
    assert raad.request.get(RAPPORT).status == 404
    assert raad.request.get(f"{RAPPORT}concept/").status == 404


def adopt(mira: Page) -> None:
    """The introduction was never written and stays out; nothing else is left to approve."""
    vandaag = format_datum(localdate())
    mira.goto(f"{RONDE}vaststellen/")
    mira.get_by_label("Vastgesteld op").fill(vandaag)
    mira.get_by_label("Openbaar vanaf").fill(vandaag)
    mira.get_by_role("button", name="Vaststellen", exact=True).click()
    expect(mira.get_by_text("is vastgesteld, versie").first).to_be_visible()


def read_edition(raad: Page) -> None:
    raad.goto(RAPPORT)
    expect(raad.get_by_role("heading", name="Wat is er veranderd?", exact=False)).to_be_visible()
    raad.goto(f"{RAPPORT}activiteiten/kade/")
    expect(raad.get_by_text(VERBETERD)).to_be_visible()
    raad.goto(f"{RAPPORT}rapport/")
    expect(raad.get_by_text("Wij vroegen het na bij het havenbedrijf.")).to_be_attached()


def rectify(mira: Page) -> None:
    mira.goto(f"{RONDE}rectificeren/")
    mira.get_by_label("Wat klopt er niet?").fill(RECTIFICATIE)
    mira.get_by_role("button", name=re.compile("rectific", re.IGNORECASE)).click()
    mira.goto(f"{RONDE}activiteiten/kade/")
    mira.get_by_label("Uw tekst").fill(HERSTELD)
    mira.get_by_role("button", name="Opslaan", exact=True).click()
    adopt(mira)


def compare_versions(raad: Page) -> None:
    raad.goto(f"{RAPPORT}v1/")
    expect(raad.get_by_text(RECTIFICATIE).first).to_be_visible()
    raad.goto(RAPPORT)
    expect(raad.get_by_text(RECTIFICATIE).first).to_be_visible()
    raad.goto(f"{RAPPORT}v2/vergelijk/augustus-2025/v1/")
    expect(raad.locator("main ins").first).to_contain_text("91")
    expect(raad.locator("main del").first).to_contain_text("95")


def withdraw(mira: Page, raad: Page) -> None:
    mira.goto(f"{WERK}edities/")
    mira.get_by_role("link", name=re.compile("Intrekken")).first.click()
    mira.get_by_label("Waarom trekt u dit rapport in?").fill("Het college trok het rapport terug.")
    mira.get_by_role("button", name=re.compile("intrekken", re.IGNORECASE)).click()
    # Asked without showing it, because Chromium writes every 410 to its console.
    antwoord = raad.request.get(f"{RAPPORT}v2/")
    assert antwoord.status == 410
    assert "Het college trok het rapport terug." in antwoord.text()
