"""Toetsbaar?: the page of a programme and the page of one doel."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from programmalijnen.bouwen.doelblad import print_versies
from programmalijnen.models import Rol, Streefwaarde
from programmalijnen.regels.begrippen import Soort, Vorm
from programmalijnen.services.structuur import save_rij
from rapportage.bouwen import build_rapport
from rapportage.rapport import Toetsregel
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_doel,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)

from .test_werklijst import read_tabel

pytestmark = pytest.mark.django_db

PAGINA = "/werk/haven/toetsbaar/"
DOEL = "/werk/haven/doelen/partners/"


@pytest.fixture
def programma():
    return maak_programma()


@pytest.fixture
def client(programma) -> Client:
    client = Client()
    client.force_login(maak_teamlid(programma, Rol.PROGRAMMAMANAGER).gebruiker)
    return client


@pytest.fixture
def doelen(programma):
    """One doel that lacks its start and its owner, one that answers all, one that is no figure."""
    een, twee = maak_lijn(programma, "1"), maak_lijn(programma, "2")
    indicator = maak_indicator(programma, "aantal-partners", soort=Soort.STAND, bron="Register")
    maak_meting(indicator, 67)
    partners = maak_doel(
        programma,
        "partners",
        75,
        indicator=indicator,
        lijn=een,
        aanpak="Bezoeken",
        omschrijving="75 partners",
    )
    trekker = maak_teamlid(programma)
    leerwerk = maak_activiteit(twee, "leerwerk", trekker=trekker)
    trajecten = maak_indicator(programma, "trajecten", bron="Register")
    maak_doel(programma, "trajecten", 100, indicator=trajecten, activiteit=leerwerk)
    maak_doel(programma, "elders", None, vorm=Vorm.ELDERS)
    return partners


def doelen_op(client: Client, query: str = "") -> list[str]:
    html = client.get(PAGINA + query).content.decode()
    return [deel.split("/", 1)[0] for deel in html.split('href="/werk/haven/doelen/')[1:]]


def test_doel_with_most_gaps_comes_first(doelen, client):
    assert doelen_op(client) == ["partners", "trajecten", "elders"]


@pytest.mark.parametrize(
    ("query", "verwacht"),
    [
        ("?lijn=lijn-2", ["trajecten"]),
        ("?vraag=start", ["partners"]),
        ("?vraag=meetbaar", []),
        ("?lijn=onzin&vraag=onzin", ["partners", "trajecten", "elders"]),
    ],
)
def test_list_is_limited_to_a_line_or_to_a_question_that_fails(doelen, client, query, verwacht):
    assert doelen_op(client, query) == verwacht


def test_choice_of_a_line_follows_the_programme_and_not_the_gaps(programma, client):
    een, twee = maak_lijn(programma, "1"), maak_lijn(programma, "2")
    maak_doel(programma, "vol", 100, lijn=een, eigenaar="Havenmeester")
    maak_doel(programma, "leeg", 100, lijn=twee)
    assert doelen_op(client) == ["leeg", "vol"]
    html = client.get(PAGINA).content.decode()
    assert html.index('value="lijn-1"') < html.index('value="lijn-2"')


def test_each_question_is_totalled_over_the_doelen_it_fits(doelen, client):
    totalen = {rij[0].split(":")[0]: rij[1:] for rij in read_tabel(client, PAGINA)}
    assert totalen["Start"] == ["0 van 1", "1 doelzonder ja bij start"]
    assert totalen["Eigenaar"] == ["1 van 2", "1 doelzonder ja bij eigenaar"]
    assert totalen["Aanpak"] == ["2 van 2", "niets"]


def test_programme_without_doelen_says_so(programma, client):
    assert "Dit programma heeft nog geen doelen." in client.get(PAGINA).content.decode()


def test_list_costs_the_same_at_any_length(doelen, programma, client, django_assert_num_queries):
    for nummer in range(12):
        indicator = maak_indicator(programma)
        maak_doel(
            programma, indicator=indicator, activiteit=maak_activiteit(maak_lijn(programma, f"9{nummer}"))
        )
    with django_assert_num_queries(10):
        client.get(PAGINA)


# --- the page of one doel ---


def test_doel_says_what_to_do_about_each_gap(doelen, client):
    tekst = client.get(DOEL).content.decode()
    assert "5 van 7 vragen met ja" in tekst
    assert tekst.count("Zo maakt u dit in orde") == 2
    assert "Schrijf op wie verantwoordelijk is voor dit doel." in tekst


def test_gap_leads_a_manager_to_the_field(doelen, client, programma):
    veld = "/werk/haven/structuur/doelen/partners/#id_eigenaar"
    assert veld in client.get(DOEL).content.decode()
    lezer = Client()
    lezer.force_login(maak_teamlid(programma, Rol.MEELEZER).gebruiker)
    assert veld not in lezer.get(DOEL).content.decode()


def test_changed_target_shows_both_versions_and_the_step(doelen, client):
    Streefwaarde.objects.create(doel=doelen, waarde=60, vanaf=date(2024, 9, 1), reden="Minder geld")
    tekst = client.get(DOEL).content.decode()
    assert "De streefwaarde ging op 1\N{NO-BREAK SPACE}september 2024 van 75 naar 60." in tekst
    assert "Reden: Minder geld" in tekst


def test_a_version_that_is_yet_to_begin_does_not_hold_now(doelen):
    nieuw = Streefwaarde(doel=doelen, waarde=Decimal(60), vanaf=date(2024, 9, 1), precisie="circa")
    versies = [doelen.streefwaarden.get(vanaf=None), nieuw]

    def geldt(vandaag: date) -> list[str]:
        return [versie.getal for versie in print_versies(doelen, versies, vandaag) if versie.geldt]

    assert (geldt(date(2024, 8, 31)), geldt(date(2024, 9, 1))) == (["75"], ["circa 60"])


@pytest.mark.parametrize(
    ("soort", "getal"),
    [("procent", "2,5%"), ("procentpunt", "2,5 procentpunt"), ("niet afgesproken", "2,5%")],
)
def test_a_change_is_no_value_of_its_indicator(programma, soort, getal):
    bedrag = maak_indicator(programma, eenheid="€")
    velden = {"vorm": Vorm.RELATIEF, "relatief_soort": soort, "indicator": bedrag}
    doel = maak_doel(programma, streefwaarde="2.5", **velden)
    assert print_versies(doel, list(doel.streefwaarden.all()))[0].getal == getal


def test_history_says_who_changed_what(doelen, client):
    doelen.eigenaar = "Afdeling Werk"
    save_rij(rij=doelen, door=maak_gebruiker("Anna"), op=NU, reden="Afgesproken in het overleg")
    tekst = client.get(DOEL).content.decode()
    assert "<ins>Afdeling Werk</ins>" in tekst
    assert "Afgesproken in het overleg" in tekst


def test_page_of_a_doel_costs_the_same_at_any_length(doelen, client, django_assert_num_queries):
    for jaar in range(2010, 2020):
        maak_meting(doelen.indicator, 5, periode=str(jaar), periode_van=None, peildatum=date(jaar, 12, 31))
        Streefwaarde.objects.create(doel=doelen, waarde=jaar, vanaf=date(jaar, 1, 1))
    with django_assert_num_queries(13):
        client.get(DOEL)


# --- in the report ---


def regel_van(programma) -> Toetsregel | None:
    rapport = build_rapport(ronde=maak_ronde(programma))
    return rapport.lijnen[0].doelen[0].toets


def test_report_keeps_the_answers_for_the_team(doelen, programma):
    assert regel_van(programma) is None


def test_report_publishes_the_answers_where_the_programme_chose_to(doelen, programma):
    programma.toon_toetsbaar = True
    toets = regel_van(programma)
    assert (toets.ja, toets.van) == (5, 7)
    assert [vraag.antwoord for vraag in toets.vragen].count("nee") == 2


@pytest.mark.parametrize(("aan", "keer"), [(False, 0), (True, 1)])
def test_page_for_the_council_shows_the_answers_only_then(doelen, programma, client, aan, keer):
    programma.toon_toetsbaar = aan
    programma.save()
    maak_ronde(programma)
    pagina = client.get("/programmas/haven/augustus-2024/concept/lijnen/1/").text
    assert pagina.count("<summary>Toetsbaar? 5 van 7") == keer
