"""The council's pages over http: what is in the frame, 304, withdrawal, and how many queries a page makes."""

import hashlib
import re
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from programmalijnen.models import Rapportageronde, Rol
from rapportage.inhoud import plek_of
from rapportage.services import withdraw_editie
from rapportage.views.lezer import KLAAR
from tests.bouwers import NU, maak_editie, maak_gebruiker, maak_programma, maak_ronde, maak_teamlid
from tests.rapportage.bouwers import maak_lijnregel, maak_rapport

pytestmark = pytest.mark.django_db

BASIS = "/programmas/haven/augustus-2024/"
PAGINAS = (
    "",
    "lijnen/1/",
    "activiteiten/a-leerwerktrajecten/",
    "indicatoren/i-leerwerktrajecten/",
    "financien/",
    "planning/",
    "indicatoren/",
    "rapport/",
    "verantwoording/",
)
BESTANDEN = ("rapport.xlsx", "rapport.json", "activiteiten.csv")


@pytest.fixture
def ronde() -> Rapportageronde:
    return maak_ronde(maak_programma("haven"))


@pytest.fixture
def editie(ronde):
    return maak_editie(ronde, maak_rapport())


@pytest.fixture
def raadslid():
    return maak_gebruiker("Aukje Zeldzaam", is_raadslid=True)


def log_in(gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


@pytest.mark.parametrize("pagina", PAGINAS)
def test_a_visitor_reads_every_page_of_a_public_edition(editie, client, pagina):
    antwoord = client.get(BASIS + pagina)

    assert antwoord.status_code == 200
    assert "Vastgesteld, versie 1" in antwoord.text


@pytest.mark.parametrize("pagina", PAGINAS)
def test_the_frame_holds_no_token_and_no_name(editie, raadslid, pagina):
    tekst = log_in(raadslid).get(BASIS + pagina).text

    assert "Uitloggen" in tekst
    assert "csrf" not in tekst
    assert "Zeldzaam" not in tekst
    assert "aukje" not in tekst


@pytest.mark.parametrize("pagina", [*PAGINAS, *BESTANDEN])
def test_a_page_that_the_browser_holds_is_a_304(editie, client, pagina):
    eerst = client.get(BASIS + pagina)
    weer = client.get(BASIS + pagina, headers={"If-None-Match": eerst["ETag"]})

    assert (eerst.status_code, weer.status_code, weer.content) == (200, 304, b"")
    for antwoord in (eerst, weer):
        assert antwoord["Cache-Control"] == "private, no-cache"
        assert "Cookie" in antwoord["Vary"]
        assert "Last-Modified" not in antwoord


def test_a_304_loads_nothing(editie, client, django_assert_num_queries):
    etag = client.get(BASIS)["ETag"]
    plek_of.cache_clear()
    KLAAR.clear()

    with django_assert_num_queries(1):
        assert client.get(BASIS, headers={"If-None-Match": etag}).status_code == 304
    assert plek_of.cache_info().currsize == 0


def test_no_304_for_another_role_nor_after_logging_out(editie, raadslid, ronde):
    in_en_uit = log_in(raadslid)
    etag = in_en_uit.get(BASIS)["ETag"]
    collega = log_in(maak_teamlid(ronde.programma, Rol.MEDEWERKER).gebruiker)
    in_en_uit.logout()

    for client in (in_en_uit, collega, Client()):
        antwoord = client.get(BASIS, headers={"If-None-Match": etag})
        assert antwoord.status_code == 200
        assert antwoord["ETag"] != etag


def test_no_304_after_withdrawal(editie, client):
    etag = client.get(BASIS)["ETag"]
    withdraw_editie(editie=editie, reden="Bedrag klopt niet", door=None, op=NU)

    antwoord = client.get(BASIS, headers={"If-None-Match": etag})
    assert antwoord.status_code == 410


@pytest.mark.parametrize("pagina", [*PAGINAS, *BESTANDEN, "v1/", "v1/rapport.json"])
def test_a_withdrawn_edition_says_why_and_shows_nothing(editie, client, pagina):
    withdraw_editie(editie=editie, reden="Bedrag klopt niet", door=None, op=NU)

    antwoord = client.get(BASIS + pagina)
    assert antwoord.status_code == 410
    assert "Bedrag klopt niet" in antwoord.text
    assert "Leerwerktrajecten" not in antwoord.text


def test_an_older_version_keeps_its_address_and_names_the_newer(editie, ronde, client):
    maak_editie(ronde, maak_rapport(), reden="Bedrag hersteld")

    oud, nieuw = client.get(f"{BASIS}v1/").text, client.get(BASIS).text
    assert "U leest versie 1" in oud
    assert "Bedrag hersteld" in oud
    assert "Vastgesteld, versie 2" in nieuw
    assert "U leest versie" not in nieuw


def test_the_json_is_the_stored_content_byte_for_byte(editie, client):
    bytes_ = client.get(f"{BASIS}rapport.json").content

    assert hashlib.sha256(bytes_).hexdigest() == editie.sha256
    assert editie.sha256 in client.get(f"{BASIS}verantwoording/").text


def test_a_file_says_in_its_name_what_it_is(editie, client):
    antwoord = client.get(f"{BASIS}rapport.xlsx")

    assert antwoord["Content-Disposition"] == 'attachment; filename="haven-augustus-2024-v1.xlsx"'
    assert antwoord.content.startswith(b"PK")


@pytest.mark.parametrize(
    "pad",
    [
        "lijnen/99/",
        "activiteiten/bestaat-niet/",
        "indicatoren/bestaat-niet/",
        "v2/",
        "v2/rapport.json",
        "concept/",
    ],
)
def test_what_is_not_there_is_a_404_and_for_a_visitor_the_log_in_page(editie, raadslid, pad):
    assert log_in(raadslid).get(BASIS + pad).status_code == 404

    antwoord = Client().get(BASIS + pad)
    assert (antwoord.status_code, antwoord.url) == (302, f"/inloggen/?next={BASIS}{pad}")


@pytest.mark.parametrize("pagina", [*PAGINAS[:1], *PAGINAS[4:], *BESTANDEN])
def test_the_team_reads_the_concept_on_the_same_pages(ronde, pagina):
    teamlid = log_in(maak_teamlid(ronde.programma, Rol.MEELEZER).gebruiker)

    antwoord = teamlid.get(f"{BASIS}concept/{pagina}")
    assert antwoord.status_code == 200
    assert "ETag" not in antwoord
    if pagina in PAGINAS:
        assert "Concept, niet vastgesteld" in antwoord.text


@pytest.mark.parametrize(("velden", "staat_er"), [({}, True), ({"lijnen": ()}, False)])
def test_the_tab_of_indicatoren_is_there_when_the_report_has_any(ronde, client, velden, staat_er):
    maak_editie(ronde, maak_rapport(**velden))

    assert (f'href="{BASIS}indicatoren/"' in client.get(BASIS).text) is staat_er


def test_the_address_of_a_programme_leads_to_its_newest_edition(editie, client):
    assert client.get("/programmas/haven/").url == BASIS


def test_nothing_is_written_by_reading(editie, client):
    assert client.post(BASIS).status_code == 405


def test_the_list_shows_the_programmes_and_their_editions_without_reading_content(
    editie, client, django_assert_num_queries
):
    with django_assert_num_queries(2) as vragen:
        tekst = client.get("/").text

    assert not any("inhoud" in vraag["sql"] for vraag in vragen)
    assert f'href="{BASIS}"' in tekst
    assert "5 doelen" in tekst


def test_an_empty_list_says_what_to_do(client):
    assert "Log dan in" in client.get("/").text


def report_of(aantal: int):
    """The report with this many lines, of which the last has this many activiteiten."""
    vol = maak_rapport()
    *_, laatste = vol.lijnen
    extra = tuple(maak_lijnregel(str(nummer), f"Lijn {nummer}") for nummer in range(4, aantal + 1))
    rijen = tuple(
        replace(laatste.activiteiten[0], sleutel=f"rij-{nummer}", titel=f"Rij {nummer}")
        for nummer in range(aantal * 10)
    )
    return replace(vol, lijnen=(*vol.lijnen[:2], replace(laatste, activiteiten=rijen), *extra))


@pytest.mark.parametrize("aantal", [3, 30])
@pytest.mark.parametrize(
    "pagina", ["", "rapport/", "lijnen/3/", "rapport/?lijn=3", "financien/", "indicatoren/"]
)
def test_an_edition_page_makes_two_queries_at_any_size(
    ronde, client, django_assert_num_queries, pagina, aantal
):
    maak_editie(ronde, report_of(aantal))
    plek_of.cache_clear()

    with django_assert_num_queries(2):
        assert client.get(BASIS + pagina).status_code == 200
    KLAAR.clear()
    with django_assert_num_queries(1):
        assert client.get(BASIS + pagina).status_code == 200


@pytest.mark.parametrize("aantal", [1, 4])
@pytest.mark.parametrize("pagina", ["activiteiten/a-leerwerktrajecten/", "indicatoren/i-leerwerktrajecten/"])
def test_what_other_rounds_said_costs_one_query_however_many_there_are(
    ronde, client, django_assert_num_queries, pagina, aantal
):
    maak_editie(ronde, maak_rapport())
    for jaar in range(2025, 2025 + aantal):
        maak_editie(maak_later(ronde, jaar), maak_rapport(peildatum=date(jaar, 7, 31)))
    plek_of.cache_clear()
    KLAAR.clear()

    with django_assert_num_queries(3):
        tekst = client.get(BASIS + pagina).text
    with django_assert_num_queries(1):
        assert client.get("/programmas/haven/augustus-2025/").status_code == 200
    assert len(re.findall(rf'href="/programmas/haven/augustus-20(?!24)[0-9]{{2}}/{pagina}"', tekst)) == aantal


def maak_later(ronde: Rapportageronde, jaar: int) -> Rapportageronde:
    return maak_ronde(ronde.programma, f"augustus-{jaar}", peildatum=date(jaar, 7, 31), jaar=jaar)


def test_other_rounds_are_linked_and_one_that_was_withdrawn_is_not(editie, ronde, client):
    later = maak_editie(maak_later(ronde, 2025), maak_rapport())
    link = 'href="/programmas/haven/augustus-2025/activiteiten/a-leerwerktrajecten/"'
    pad = f"{BASIS}activiteiten/a-leerwerktrajecten/"

    assert link in client.get(pad).text
    withdraw_editie(editie=later, reden="Bedrag klopt niet", door=None, op=NU)
    assert link not in client.get(pad).text


@pytest.mark.parametrize("pagina", [*PAGINAS[1:], "rapport/?lijn=1"])
def test_every_page_below_the_overview_has_the_way_to_it_and_an_address_that_stays(editie, client, pagina):
    tekst = client.get(BASIS + pagina).text

    assert '<nav class="utrecht-breadcrumb-nav dm-kruimels"' in tekst
    assert f'<a href="{BASIS}v1/{pagina}">Vaste link naar deze versie</a>' in tekst


def test_a_reader_who_is_logged_in_costs_two_queries_more(editie, raadslid, django_assert_num_queries):
    client = log_in(raadslid)

    with django_assert_num_queries(4):
        plek_of.cache_clear()
        assert client.get(BASIS).status_code == 200
