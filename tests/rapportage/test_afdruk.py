"""What a sheet of paper says that a screen shows around the page: title block, contents, head and foot."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.utils.timezone import localdate

from dordt_monitor.opmaak import format_datum
from programmalijnen.models import Rol
from programmalijnen.regels.begrippen import Rapportvorm
from tests.bouwers import maak_editie, maak_programma, maak_ronde, maak_teamlid
from tests.rapportage.bouwers import maak_lijnregel, maak_rapport

pytestmark = pytest.mark.django_db

BASIS = "/programmas/haven/augustus-2024/"
PAPIER = re.compile(
    r'<html[^>]* data-papier="([^"]*)" data-stand="([^"]*)" data-voet="([^"]*)" data-dag="([^"]*)"'
)
HOOFDSTUK = re.compile(r'<h2 [^>]*id="([^"]+)"')
INHOUD = re.compile(r'<nav class="dm-inhoudsopgave".*?</nav>', re.DOTALL)
ONDER = '<li class="dm-inhoudsopgave__onder"><a href="#lijn-1.1">Programmalijn 1.1: Wonen</a></li>'


@pytest.fixture
def ronde():
    return maak_ronde(maak_programma("haven"))


def teamlid(ronde) -> Client:
    client = Client()
    client.force_login(maak_teamlid(ronde.programma, Rol.MEELEZER).gebruiker)
    return client


def titelblad(html: str) -> dict[str, str]:
    (lijst,) = re.findall(r'<dl class="dm-feiten dm-titelblad">(.*?)</dl>', html, re.DOTALL)
    return dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", re.sub("</?strong>", "", lijst)))


def test_the_title_block_of_an_edition_says_who_adopted_what_and_where_it_stays(ronde, client, settings):
    settings.SITE_URL = "https://monitor.voorbeeld.nl"
    dag = date(2024, 9, 3)
    vastgesteld = {
        "vastgesteld_op": dag,
        "openbaar_vanaf": dag,
        "besluit": "collegebesluit 44",
        "overgenomen_uit": "",
    }
    maak_editie(ronde, maak_rapport(), **vastgesteld)

    assert titelblad(client.get(f"{BASIS}rapport/").text) == {
        "Cijfers": "t/m juli 2024 (peildatum 31 juli 2024)",
        "Stand": "Vastgesteld, versie 1",
        "Vastgesteld op": "3 september 2024",
        "Besluit": "collegebesluit 44",
        "Adres": "https://monitor.voorbeeld.nl/programmas/haven/augustus-2024/v1/",
    }


def test_a_site_that_does_not_know_its_address_prints_none(ronde, client, settings):
    settings.SITE_URL = ""
    maak_editie(ronde, maak_rapport())

    assert "Adres" not in titelblad(client.get(f"{BASIS}rapport/").text)


def test_a_concept_says_that_it_is_one_and_of_which_moment(ronde):
    html = teamlid(ronde).get(f"{BASIS}concept/rapport/").text

    assert list(titelblad(html)) == ["Cijfers", "Stand", "Gegevens van"]
    assert titelblad(html)["Stand"] == "Concept, niet vastgesteld. De gegevens kunnen nog veranderen."
    _, stand, _, dag = PAPIER.findall(html)[0]
    assert (stand, dag) == ("Concept, niet vastgesteld", format_datum(localdate()))


def test_another_form_and_a_choice_stand_on_paper(ronde, client):
    rapport = maak_rapport()
    maak_editie(ronde, rapport)
    html = client.get(f"{BASIS}rapport/?vorm=actieprogramma&lijn=1&tekst=uitrol").text

    assert titelblad(html)["Vorm"] == "Actieprogramma"
    assert re.findall(r"<dt>(Programmalijn|Schaal|Woord in de tekst)</dt><dd>(.*?)</dd>", html) == [
        ("Programmalijn", f"1. {rapport.lijnen[0].titel}"),
        ("Woord in de tekst", "uitrol"),
    ]


@pytest.mark.parametrize("vorm", Rapportvorm)
def test_the_contents_name_every_chapter_in_its_order(ronde, client, vorm):
    maak_editie(ronde, maak_rapport())
    html = client.get(f"{BASIS}rapport/?vorm={vorm}").text
    (inhoud,) = INHOUD.findall(html)

    assert len(re.findall("<li", inhoud)) > 4
    assert re.findall(r'href="#([^"]+)"', inhoud) == HOOFDSTUK.findall(html.replace(inhoud, ""))


def test_a_line_below_another_stands_below_it_in_the_contents(ronde, client):
    rapport = maak_rapport()
    onder = maak_lijnregel(code="1.1", titel="Wonen", ouder="1")
    maak_editie(ronde, replace(rapport, lijnen=(rapport.lijnen[0], onder, *rapport.lijnen[1:])))

    assert ONDER in client.get(f"{BASIS}rapport/").text


def test_every_sheet_of_a_page_says_which_programme_round_and_edition(ronde, client):
    maak_editie(ronde, maak_rapport())

    assert PAPIER.findall(client.get(f"{BASIS}planning/").text) == [
        (
            "Arbeidsmarkt &amp; menselijk kapitaal, Voortgangsrapportage augustus 2024",
            "Vastgesteld, versie 1",
            "Gemeente Dordrecht, Planning",
            "",
        )
    ]


def test_a_sheet_of_the_team_says_its_programme_round_page_and_day(ronde):
    html = teamlid(ronde).get("/werk/haven/augustus-2024/controle/").text

    assert PAPIER.findall(html) == [
        (
            f"Gemeente Dordrecht, {ronde.programma.naam}, {ronde.titel}",
            "",
            "Controle",
            format_datum(localdate()),
        )
    ]
