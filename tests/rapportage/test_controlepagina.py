"""The page of the check: warnings by line, where to mend them, and the answers of the manager."""

import re

import pytest
from django.test import Client

from programmalijnen.models import (
    Meting,
    Programma,
    Programmalijn,
    Rapportageronde,
    Rol,
    Waarschuwingsantwoord,
)
from tests.bouwers import (
    maak_activiteit,
    maak_doel,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)

pytestmark = pytest.mark.django_db

PAGINA = "/werk/haven/augustus-2024/controle/"
ZIN = "‘Schippers’: 3 personen. Zo weinig kan te herleiden zijn."
INVOER = {"waarschuwing": "klein-aantal:schippers", "zin": ZIN, "versie": "", "antwoord": "Zij stemden toe."}
QUERIES = 37


@pytest.fixture
def ronde() -> Rapportageronde:
    kade = maak_activiteit(maak_lijn(maak_programma(), titel="Water"), "kade")
    maak_meting(
        maak_indicator(kade.programma, "schippers", activiteit=kade, bron="Haven", eenheid="personen"), 3
    )
    return maak_ronde(kade.programma)


@pytest.fixture
def manager(ronde, client: Client) -> Client:
    client.force_login(maak_teamlid(ronde.programma, Rol.PROGRAMMAMANAGER, naam="Mia").gebruiker)
    return client


def read(client: Client) -> str:
    return client.get(PAGINA).content.decode()


def counts(tekst: str) -> list[str]:
    return re.findall(r'<span class="dm-getal">(\d+)</span>', tekst)


def test_a_warning_stands_with_its_line_and_leads_to_its_field(manager):
    tekst = read(manager)

    assert re.findall(r'<h2 [^>]*id="groep[^>]*>([^<]*)</h2>', tekst) == ["1. Water"]
    assert ZIN in tekst
    assert 'href="/werk/haven/augustus-2024/activiteiten/kade/#id_meting.schippers.2024-07-31"' in tekst
    assert counts(tekst) == ["1", "1", "0", "0"]


def test_what_nobody_approved_leads_to_its_page(manager):
    assert 'href="/werk/haven/augustus-2024/activiteiten/kade/">' in read(manager)


def test_an_answer_is_kept_and_shown(manager):
    antwoord = manager.post(PAGINA, INVOER)

    assert antwoord.status_code == 302
    tekst = read(manager)
    assert "Zij stemden toe." in tekst
    assert counts(tekst) == ["1", "0", "1", "0"]


def test_an_answer_to_another_sentence_is_shown_as_such(manager):
    manager.post(PAGINA, INVOER)
    Meting.objects.update(waarde=4)

    tekst = read(manager)
    assert f"Dit antwoord ging over: {ZIN}" in tekst
    assert counts(tekst) == ["1", "1", "0", "0"]


def test_an_answer_to_a_warning_that_changed_is_not_saved_and_not_lost(manager):
    Meting.objects.update(waarde=4)

    tekst = manager.post(PAGINA, INVOER).content.decode()
    assert "intussen veranderd of vervallen" in tekst
    assert "Zij stemden toe.</textarea>" in tekst
    assert not Waarschuwingsantwoord.objects.exists()


def test_an_answer_to_a_warning_that_is_no_more_stays_in_sight(manager):
    Meting.objects.update(waarde=40)

    assert "U typte: Zij stemden toe." in manager.post(PAGINA, INVOER).content.decode()


def test_an_answer_does_not_overwrite_that_of_a_colleague(manager):
    manager.post(PAGINA, INVOER)

    tekst = manager.post(PAGINA, INVOER | {"antwoord": "Van een ander."}).content.decode()
    assert "Een collega schreef hier intussen: ‘Zij stemden toe.’" in tekst
    assert "Van een ander.</textarea>" in tekst
    assert 'name="versie" value="1"' in tekst


def test_an_answer_can_be_taken_away(manager):
    manager.post(PAGINA, INVOER)
    manager.post(PAGINA, INVOER | {"versie": "1", "weghalen": "ja"})

    assert not Waarschuwingsantwoord.objects.exists()


def test_who_reads_along_sees_answers_and_no_form(manager, ronde, client):
    manager.post(PAGINA, INVOER)
    client.force_login(maak_teamlid(ronde.programma, Rol.MEELEZER).gebruiker)

    tekst = read(client)
    assert "Zij stemden toe." in tekst
    assert 'name="antwoord"' not in tekst


def test_an_adopted_round_leads_to_its_verantwoording(manager):
    Rapportageronde.objects.update(staat="vastgesteld")

    assert "/programmas/haven/augustus-2024/rapport/#deel-verantwoording" in read(manager)
    assert manager.post(PAGINA, INVOER).status_code == 409


@pytest.mark.parametrize("aantal", [1, 20])
def test_the_page_takes_as_many_queries_for_few_warnings_as_for_many(
    manager, aantal, django_assert_num_queries
):
    lijn = Programmalijn.objects.get()
    for _ in range(aantal):
        activiteit = maak_activiteit(lijn)
        maak_meting(maak_indicator(lijn.programma, activiteit=activiteit, eenheid="inwoners"), 5)

    with django_assert_num_queries(QUERIES):
        tekst = read(manager)

    assert tekst.count("5 personen") >= aantal


@pytest.mark.parametrize(
    ("aantal", "mappen"), [(2, []), (3, ["3 doelen waarbij iets ontbreekt om ze te toetsen"])]
)
def test_what_comes_in_numbers_is_folded(manager, aantal, mappen):
    for _ in range(aantal):
        maak_doel(Programma.objects.get(), lijn=Programmalijn.objects.get())

    tekst = read(manager)
    assert re.findall(r"<summary>(\d+ doelen [^<]*)</summary>", tekst) == mappen
    assert counts(tekst) == ["1", str(1 + aantal), "0", "0"]
