"""The manager of an empty programme is led from the first line to the first report, without a dead end."""

import pytest
from django.test import Client

from programmalijnen.bouwen.opbouw import fetch_opbouw
from programmalijnen.models import Activiteit, Doel, Programmalijn, Rol
from tests.bouwers import (
    maak_activiteit,
    maak_ambitie,
    maak_doel,
    maak_indicator,
    maak_lijn,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)
from tests.formulier import send

from .vaststellen import adopt

pytestmark = pytest.mark.django_db

WERK, STRUCTUUR = "/werk/haven/", "/werk/haven/structuur/"
LIJN, ACTIVITEIT = f"{STRUCTUUR}lijnen/nieuw/", f"{STRUCTUUR}activiteiten/nieuw/"


@pytest.fixture
def programma():
    return maak_programma("haven", lijn_enkelvoud="spoor", lijn_meervoud="sporen")


@pytest.fixture
def manager(client, programma):
    client.force_login(maak_teamlid(programma, Rol.PROGRAMMAMANAGER).gebruiker)
    return client


def test_steps_are_done_by_facts(programma):
    assert fetch_opbouw(programma).klaar == 0
    activiteit = maak_activiteit(maak_lijn(programma))
    maak_doel(programma, activiteit=activiteit)
    opbouw = fetch_opbouw(programma)
    assert (opbouw.lijnen, opbouw.activiteiten, opbouw.doelen, opbouw.geld, opbouw.klaar) == (1, 1, 1, 0, 3)
    assert opbouw.ontbreekt == ["geld"]


def test_money_counts_as_long_as_it_is_there(manager, programma):
    adres = "/werk/haven/financien/"
    send(manager, f"{adres}nieuwe-kostenpost/", titel="Lampen")
    assert fetch_opbouw(programma).geld == 1
    send(manager, f"{adres}kostenposten/lampen/weghalen/")
    assert fetch_opbouw(programma).geld == 0


def test_what_is_archived_is_no_step_done(programma):
    lijn = maak_lijn(programma)
    maak_ambitie(lijn)
    Programmalijn.objects.update(gearchiveerd=True)
    assert fetch_opbouw(programma).lijnen == 0


def test_manager_sees_what_comes_first_and_others_how_far_it_is(manager, programma):
    page = manager.get(WERK).text
    assert "0 van de 5 stappen gedaan" in page
    assert f'href="{LIJN}"' in page
    assert f'href="{ACTIVITEIT}"' not in page
    stappen = page.split("dm-opbouw__stappen")[1].split("</ol>")[0]
    assert stappen.count("utrecht-button--primary-action") == 1
    lezer = Client()
    lezer.force_login(maak_teamlid(programma, Rol.MEELEZER).gebruiker)
    page = lezer.get(WERK).text
    assert "Zo ver is het programma ingericht" in page
    assert LIJN not in page


def test_nobody_is_led_once_a_report_was_adopted(manager, programma):
    maak_lijn(programma)
    adopt(programma)
    assert manager.get(WERK).context["opbouw"] is None


@pytest.mark.parametrize("soort", ["activiteiten", "ambities", "verwijzingen"])
def test_what_stands_on_a_line_leads_to_the_line_first(manager, programma, soort):
    antwoord = manager.get(f"{STRUCTUUR}{soort}/nieuw/", follow=True)
    assert antwoord.redirect_chain == [(LIJN, 302)]
    assert "Maak eerst een spoor" in antwoord.text


def test_saving_one_more_begins_where_the_last_one_stands(manager, programma):
    lijn = maak_lijn(programma, "1", titel="Kades")
    antwoord = send(manager, ACTIVITEIT, titel="Kade schoonmaken", lijn="lijn-1", nog="1")
    assert antwoord["Location"] == f"{ACTIVITEIT}?lijn=lijn-1"
    antwoord = send(manager, antwoord["Location"], titel="Kade verlichten")
    assert antwoord["Location"] == f"{STRUCTUUR}#activiteiten-kade-verlichten"
    assert list(Activiteit.objects.order_by("pk").values_list("titel", "lijn")) == [
        ("Kade schoonmaken", lijn.pk),
        ("Kade verlichten", lijn.pk),
    ]


def test_one_more_after_a_mistake_stays_on_the_form(manager, programma):
    maak_lijn(programma, "1")
    antwoord = send(manager, ACTIVITEIT, lijn="lijn-1", nog="1")
    assert (antwoord.status_code, Activiteit.objects.count()) == (200, 0)


def test_new_line_is_numbered_after_its_neighbours(manager, programma):
    een = maak_lijn(programma, "1")
    maak_lijn(programma, "1.1", ouder=een)
    maak_lijn(programma, "7", gearchiveerd=True)
    send(manager, LIJN, titel="Sluizen")
    send(manager, f"{LIJN}?ouder=lijn-1", titel="Bruggen")
    nieuw = Programmalijn.objects.filter(titel__in=("Sluizen", "Bruggen")).order_by("pk")
    assert [lijn.code for lijn in nieuw] == ["8", "1.2"]


def test_sub_line_stands_below_its_own_line_in_every_list(manager, programma):
    for nummer in (1, 2, 3):
        maak_lijn(programma, str(nummer), volgorde=nummer)
    send(manager, f"{LIJN}?ouder=lijn-1", titel="Bruggen")
    assert codes() == ["1", "1.1", "2", "3"]
    manager.post(f"{STRUCTUUR}lijnen/lijn-2/verplaatsen/", {"richting": "omhoog-2"})
    assert codes() == ["2", "1", "1.1", "3"]


def codes() -> list[str]:
    return list(Programmalijn.objects.order_by("volgorde").values_list("code", flat=True))


def test_doel_of_an_indicator_takes_its_place(manager, programma):
    activiteit = maak_activiteit(maak_lijn(programma), "kade")
    indicator = maak_indicator(programma, "schepen", activiteit=activiteit)
    send(manager, f"{STRUCTUUR}doelen/nieuw/?indicator=schepen", omschrijving="100 schepen", periode="2026")
    assert (Doel.objects.get().indicator, Doel.objects.get().activiteit) == (indicator, activiteit)


def test_first_round_of_an_empty_programme_says_what_is_missing(manager, programma):
    assert "nog geen activiteiten, geen doelen, geen geld" in manager.get(f"{WERK}rondes/nieuw/").text


def test_empty_round_is_worked_in_adopted_and_read(manager, programma):
    ronde = maak_ronde(programma)
    for pagina in ("", "keuren/", "voortgang/", "beheer/", "controle/", "vaststellen/"):
        assert manager.get(f"{WERK}{ronde.slug}/{pagina}").status_code == 200
    dag = {"vastgesteld_op": "20-8-2024", "openbaar_vanaf": "20-8-2024"}
    antwoord = send(manager, f"{WERK}{ronde.slug}/vaststellen/", **dag)
    assert antwoord.status_code == 302
    for pagina in ("", "financien/", "planning/", "rapport/", "rapport.xlsx", "rapport.json"):
        assert Client().get(f"/programmas/haven/{ronde.slug}/{pagina}").status_code == 200
