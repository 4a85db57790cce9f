"""A report in a form over http: whose form, who may choose another, and what stays the same."""

import pytest

from programmalijnen.models import Programma, Rapportageronde
from programmalijnen.regels.begrippen import Rapportvorm
from rapportage.inhoud import plek_of
from tests.bouwers import maak_editie, maak_programma, maak_ronde
from tests.rapportage.bouwers import maak_rapport

pytestmark = pytest.mark.django_db

BASIS = "/programmas/haven/augustus-2024/"
GEKOZEN = '<option value="{}" selected>'


@pytest.fixture
def editie():
    return maak_editie(maak_ronde(maak_programma("haven")), maak_rapport())


def gekozen_vorm(client, vraag: str = "") -> str:
    html = client.get(f"{BASIS}rapport/{vraag}").text
    (vorm,) = (vorm for vorm in Rapportvorm if GEKOZEN.format(vorm) in html)
    return vorm


def test_a_round_without_a_form_has_that_of_its_programme(editie, client):
    assert gekozen_vorm(client) == "voortgangsrapportage"

    Programma.objects.update(vorm=Rapportvorm.ACTIEPROGRAMMA)
    assert gekozen_vorm(client) == "actieprogramma"

    Rapportageronde.objects.update(vorm=Rapportvorm.RAADSPRESENTATIE)
    assert gekozen_vorm(client) == "raadspresentatie"


def test_a_reader_may_choose_another_and_a_bad_value_asks_nothing(editie, client):
    assert gekozen_vorm(client, "?vorm=investeringsprogramma") == "investeringsprogramma"
    assert gekozen_vorm(client, "?vorm=bestaat-niet") == "voortgangsrapportage"


def test_another_form_is_another_page_for_a_browser_that_holds_one(editie, client):
    etag = client.get(f"{BASIS}rapport/")["ETag"]
    assert client.get(f"{BASIS}rapport/", headers={"If-None-Match": etag}).status_code == 304

    Rapportageronde.objects.update(vorm=Rapportvorm.RAADSPRESENTATIE)
    assert client.get(f"{BASIS}rapport/", headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize("bestand", ["rapport.json", "activiteiten.csv"])
def test_json_and_csv_are_the_same_in_every_form(editie, client, bestand):
    gewoon = client.get(BASIS + bestand).content
    assert {client.get(f"{BASIS}{bestand}?vorm={vorm}").content for vorm in Rapportvorm} == {gewoon}


def test_the_workbook_follows_the_form(editie, client):
    boeken = {vorm: client.get(f"{BASIS}rapport.xlsx?vorm={vorm}").content for vorm in Rapportvorm}
    assert len(set(boeken.values())) == len(Rapportvorm)
    assert client.get(f"{BASIS}rapport.xlsx").content == boeken[Rapportvorm.VOORTGANGSRAPPORTAGE]


@pytest.mark.parametrize("vorm", Rapportvorm)
def test_a_form_costs_no_query_more(editie, client, django_assert_num_queries, vorm):
    plek_of.cache_clear()
    with django_assert_num_queries(2):
        assert client.get(f"{BASIS}rapport/?vorm={vorm}").status_code == 200


def test_the_filter_keeps_the_form_that_was_chosen(editie, client):
    html = client.get(f"{BASIS}rapport/?vorm=raadspresentatie&lijn=1").text
    assert '<input type="hidden" name="vorm" value="raadspresentatie">' in html
    assert '<th scope="col">Resultaat</th>' in html
    assert '<th scope="col">Doel 2024</th>' not in html


def test_pages_of_a_line_take_the_words_of_the_form(editie, client):
    Rapportageronde.objects.update(vorm=Rapportvorm.RAADSPRESENTATIE)
    assert "Wat hebben we bereikt?" in client.get(f"{BASIS}lijnen/1/").text
