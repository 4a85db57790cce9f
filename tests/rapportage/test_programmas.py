"""The pages over programmes: their state, what they have together, what they share, their tegenspraken."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client

from dordt_monitor.alleen_toevoegen import without_triggers
from programmalijnen.models import Rol
from rapportage.models import Editie
from rapportage.rapport import Financien, Mijlpaalregel, Programmakop, Rapport, Tegenspraakregel, Tel
from rapportage.services import withdraw_editie
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_editie,
    maak_gebruiker,
    maak_lijn,
    maak_programma,
    maak_ronde,
    maak_teamlid,
    maak_verwijzing,
)
from tests.rapportage.bouwers import maak, maak_geld, maak_groep, maak_rapport, maak_tellingen
from tests.rapportage.test_paginas_inhoud import plain

pytestmark = pytest.mark.django_db

OVER_PROGRAMMAS = ("/", "/gedeeld/", "/tegenspraken/")


def words(pad: str, gebruiker=None) -> str:
    client = Client()
    if gebruiker is not None:
        client.force_login(gebruiker)
    antwoord = client.get(pad)
    assert antwoord.status_code == 200, pad
    return plain(antwoord.text)


def make_rapport(slug: str, euro: int = 1000, **velden) -> Rapport:
    """A report with money of its own and 250 that another programme accounts for."""
    regels = (
        maak_geld("hier", "Kadernota", euro),
        maak_geld("elders", "Fonds", 250, elders_verantwoord="Fonds"),
    )
    groep = maak_groep("investering", "stad", *regels)
    geld = Financien(groepen=(groep,), totaal=groep.bedrag, waarvan_elders=Decimal(250))
    stap = maak(Mijlpaalregel, titel="Raadsbrief", actueel="Q4 2024", staat="gepland", tot=date(2024, 12, 31))
    standaard = {
        "programma": maak(Programmakop, slug=slug, naam=slug.capitalize(), lijn_meervoud="lijnen"),
        "financien": geld,
        "mijlpalen": (stap,),
        "tellingen": replace(maak_tellingen(OP_SCHEMA=2, ELDERS=1), aantal_activiteiten=5),
    }
    return maak_rapport(**standaard | velden)


def adopt(slug: str, **velden) -> Editie:
    programma = maak_programma(slug, **velden.pop("programma", {}))
    return maak_editie(maak_ronde(programma, titel=f"Rapport {slug}"), make_rapport(slug, **velden))


# --- the state of a programme ---


def test_a_programme_shows_its_report_its_counts_its_money_and_what_comes_next():
    adopt("haven")

    tekst = words("/")
    assert "Haven Rapport haven Vastgesteld, versie 1" in tekst
    assert "2 doelen bij 4 activiteiten, t/m juli 2024 2 op schema" in tekst
    assert "1 doel en 1 activiteit elders gerapporteerd, hier niet geteld" in tekst
    assert "Geld 2024 beschikbaar € 1.000 elders verantwoord, niet meegeteld € 250" in tekst
    assert "Wat komt er Q4 2024: Raadsbrief" in tekst


def test_the_day_of_adoption_stands_on_the_first_page_and_above_every_page_of_the_report():
    ronde = maak_ronde(maak_programma("haven"))
    dag = date(2024, 9, 3)
    maak_editie(ronde, make_rapport("haven"), vastgesteld_op=dag, openbaar_vanaf=dag)

    for pad in ("/", "/programmas/haven/augustus-2024/financien/"):
        assert "Vastgesteld op 3 september 2024, versie 1" in words(pad)


def test_a_programme_shows_what_its_team_says_goes_wrong():
    oordelen = (Tel(naam="wijkt af, bij te sturen", aantal=1), Tel(naam="afgerond", aantal=3))
    adopt("haven", tellingen=replace(maak_tellingen(OP_SCHEMA=2), oordelen=oordelen))

    assert "Het team over de activiteiten 1 wijkt af, bij te sturen Geld 2024" in words("/")


def test_an_edition_from_before_the_kerncijfers_is_counted_from_its_content(django_assert_num_queries):
    adopt("haven")
    adopt("dok")
    written = [words(pad) for pad in OVER_PROGRAMMAS]
    with without_triggers(connection):
        Editie.objects.update(kerncijfers=None)

    assert [words(pad) for pad in OVER_PROGRAMMAS] == written
    for pad in OVER_PROGRAMMAS:
        with django_assert_num_queries(2):
            Client().get(pad)


def test_a_programme_whose_report_was_withdrawn_says_so():
    withdraw_editie(editie=adopt("haven"), reden="Fout", door=None, op=NU)

    assert "Het rapport van dit programma is ingetrokken." in words("/")


def test_only_the_team_and_the_beheerder_see_a_programme_without_a_report_and_its_open_round():
    programma = maak_programma("haven")
    maak_ronde(programma, titel="Rapportage juli", deadline=date(2024, 8, 20))
    collega = maak_teamlid(programma, Rol.MEELEZER).gebruiker

    for lezer in (collega, maak_gebruiker("Beheerder", is_beheerder=True)):
        tekst = words("/", lezer)
        assert "Haven Nog geen rapport vastgesteld." in tekst
        assert "Open Rapportage juli in te vullen tot en met 20 augustus 2024" in tekst
    for lezer in (None, maak_gebruiker("Raadslid", is_raadslid=True)):
        assert "Haven" not in words("/", lezer)


def test_the_address_of_a_programme_without_a_report_leads_its_team_to_the_concept():
    programma = maak_programma("haven")
    lezer = maak_teamlid(programma, Rol.MEELEZER).gebruiker
    assert "Er is nog geen ronde geopend om een rapport te maken." in words("/programmas/haven/", lezer)

    maak_ronde(programma, titel="Rapportage juli")

    assert "Het team werkt aan Rapportage juli ." in words("/programmas/haven/", lezer)


def test_a_site_without_programmes_tells_the_beheerder_where_to_begin():
    beheerder = maak_gebruiker("Beheerder", is_beheerder=True)

    assert "Maak het eerste programma" in words("/", beheerder)
    assert "Maak het eerste programma" not in words("/")


def test_an_open_round_is_not_shown_to_who_only_reads_editions():
    editie = adopt("haven")

    assert "Open Rapport haven" in words("/", maak_teamlid(editie.programma).gebruiker)
    assert "Open Rapport haven" not in words("/")


# --- together ---


def test_programmes_together_count_everything_once():
    adopt("haven", euro=1000)
    adopt("dok", euro=500)

    tekst = words("/")
    assert "8 activiteiten en 4 doelen in de nieuwste rapporten van 2 programma’s" in tekst
    assert "is daarom niet meegeteld: 2 doelen en 2 activiteiten." in tekst
    assert "2024 € 1.500 Dok, Haven; € 500 elders verantwoord, niet meegeteld" in tekst


def test_one_programme_has_nothing_together():
    adopt("haven")

    assert "samen" not in words("/")


def test_what_a_reader_may_not_read_is_in_no_total():
    adopt("haven")
    adopt("dok", euro=500)
    adopt("besloten", euro=7000, programma={"openbaar": False})

    assert "€ 1.500" in words("/")
    assert "€ 8.500" in words("/", maak_gebruiker("Raadslid", is_raadslid=True))


# --- shared ---


def test_what_another_programme_names_stands_once_with_who_names_it():
    dok = maak_lijn(maak_programma("dok"), "2")
    kade = maak_activiteit(dok, "kade", titel="De kade")
    maak_editie(maak_ronde(dok.programma))
    haven = maak_lijn(maak_programma("haven"), "1")
    maak_verwijzing(haven, kade, titel="Een kade")
    maak_editie(maak_ronde(haven.programma))

    assert "De kade Dok , lijn 2 Haven , lijn 1" in words("/gedeeld/")
    assert 'href="/programmas/dok/augustus-2024/activiteiten/kade/"' in Client().get("/gedeeld/").text


def test_an_owner_without_a_report_for_this_reader_has_no_link():
    kade = maak_activiteit(maak_lijn(maak_programma("dok")), "kade")
    haven = maak_lijn(maak_programma("haven"), "1")
    maak_verwijzing(haven, kade, titel="Een kade")
    maak_editie(maak_ronde(haven.programma))

    assert "Een kade Dok Haven , lijn 1" in words("/gedeeld/")
    assert "/programmas/dok/" not in Client().get("/gedeeld/").text


@pytest.mark.parametrize("pad", OVER_PROGRAMMAS)
def test_a_page_over_programmes_is_kept_for_nobody_else(pad):
    assert Client().get(pad)["Cache-Control"] == "private, no-cache"


def test_without_anything_shared_the_page_says_so():
    adopt("haven")

    assert "noemt geen programma iets van een ander" in words("/gedeeld/")


# --- tegenspraken ---


def test_the_tegenspraken_of_every_programme_stand_on_one_page():
    adopt("haven")
    schuld = maak(
        Tegenspraakregel, sleutel="schuld", onderwerp="Schuld", waarde_a="30.240", waarde_b="30.262"
    )
    adopt("dok", tegenspraken=(schuld,))
    adopt("besloten", programma={"openbaar": False}, tegenspraken=(replace(schuld, onderwerp="Geheim"),))

    tekst = words("/tegenspraken/")
    assert "Dok" in tekst
    assert "30.240" in tekst
    assert "Nummer van het raadsbesluit" in tekst
    assert "Geheim" not in tekst


# --- how much it asks ---


@pytest.mark.parametrize("aantal", [1, 5, 50])
def test_it_takes_as_many_queries_for_one_programme_as_for_fifty(aantal, django_assert_num_queries):
    collega = maak_gebruiker("Anna")
    for nummer in range(aantal):
        editie = adopt(f"programma-{nummer}")
        editie.programma.teamleden.create(gebruiker=collega, rol=Rol.MEDEWERKER)
    client = Client()
    client.force_login(collega)

    for pad in OVER_PROGRAMMAS:
        with django_assert_num_queries(2) as vragen:
            Client().get(pad)
        assert not any("inhoud" in vraag["sql"] for vraag in vragen.captured_queries)
        with django_assert_num_queries(7):
            client.get(pad)
