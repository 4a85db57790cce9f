"""A programme from nothing: the beheerder makes it and its manager, who finds what to do next."""

import pytest
from django.test import Client

from programmalijnen.models import Gebruiker, Programma, Rol, Teamlid, Wijziging
from tests.bouwers import maak_gebruiker, maak_programma, maak_teamlid
from tests.formulier import lees_formulier, send

from .vaststellen import adopt

pytestmark = pytest.mark.django_db

NIEUW, INSTELLINGEN = "/werk/programmas/nieuw/", "/werk/haven/instellingen/"
VEILIG = {"naam": "Veilige wijken", "manager_email": "Mila@Voorbeeld.nl", "manager_naam": "Mila"}


@pytest.fixture
def beheer(client):
    client.force_login(maak_gebruiker("Bea", is_beheerder=True))
    return client


def test_beheerder_makes_a_programme_and_its_manager_in_one_act(beheer):
    antwoord = send(beheer, NIEUW, **VEILIG)
    programma, mila = Programma.objects.get(), Gebruiker.objects.get(email="mila@voorbeeld.nl")
    assert (programma.slug, programma.openbaar, programma.lijn_meervoud) == (
        "veilige-wijken",
        False,
        "programmalijnen",
    )
    assert (Teamlid.objects.get().gebruiker, Teamlid.objects.get().rol) == (mila, Rol.PROGRAMMAMANAGER)
    assert not mila.has_usable_password()
    assert antwoord["Location"] == "/werk/gebruikers/mila@voorbeeld.nl/"
    assert "Geef hieronder een inloglink" in beheer.get(antwoord["Location"]).text
    spoor = Wijziging.objects.values_list("handeling", "naam").distinct()
    assert [naam for _, naam in spoor] == ["maak programma"]


def test_who_has_a_password_already_starts_at_once(beheer):
    maak_gebruiker("Mila")
    antwoord = send(beheer, NIEUW, **VEILIG | {"manager_naam": ""})
    assert antwoord["Location"] == "/werk/veilige-wijken/"
    assert Gebruiker.objects.filter(naam="Mila").count() == 1


def test_form_that_is_sent_twice_makes_one_programme(beheer):
    velden = lees_formulier(beheer.get(NIEUW).text, **VEILIG)
    beheer.post(NIEUW, velden)
    antwoord = beheer.post(NIEUW, velden)
    assert antwoord["Location"] == "/werk/veilige-wijken/"
    assert (Programma.objects.count(), Teamlid.objects.count()) == (1, 1)


def test_form_that_is_sent_again_with_another_name_makes_nothing_until_it_is_sent_once_more(beheer):
    velden = lees_formulier(beheer.get(NIEUW).text, **VEILIG)
    beheer.post(NIEUW, velden)
    antwoord = beheer.post(NIEUW, velden | {"naam": "Schone lucht", "slug": "schone-lucht"})
    assert (antwoord.status_code, Programma.objects.count()) == (409, 1)
    beheer.post(NIEUW, lees_formulier(antwoord.text))
    assert Programma.objects.filter(slug="schone-lucht").exists()


@pytest.mark.parametrize(
    ("getypt", "veld", "zin"),
    [
        ({"naam": ""}, "naam", "Dit moet u nog invullen"),
        ({"slug": "haven"}, "slug", "al van een ander programma"),
        ({"slug": "gebruikers"}, "slug", "zo heet al een pagina"),
        ({"slug": "Veilige Wijken"}, "slug", "kleine letters"),
        ({"naam": "!!!"}, "slug", "Vul zelf een adres in"),
        ({"manager_email": "mila"}, "manager_email", "e-mailadres klopt niet"),
        ({"manager_naam": ""}, "manager_naam", "nog geen gebruiker"),
        ({"manager_email": "weg@voorbeeld.nl"}, "manager_email", "niet actief"),
        ({"naam": "Haven"}, "slug", "al van een ander programma"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(beheer, getypt, veld, zin):
    maak_programma("haven")
    maak_gebruiker("Weg", is_active=False)
    antwoord = send(beheer, NIEUW, **VEILIG | {"ondertitel": "2026-2030"} | getypt)
    form = antwoord.context["formulier"].form
    assert zin in " ".join(form.errors[veld])
    assert form["ondertitel"].value() == "2026-2030"
    assert (Programma.objects.count(), Gebruiker.objects.filter(naam="Mila").count()) == (1, 0)


# --- settings ---


@pytest.fixture
def programma():
    return maak_programma("haven")


def log_in(programma: Programma, rol: Rol) -> Client:
    client = Client()
    client.force_login(maak_teamlid(programma, rol).gebruiker)
    return client


def test_manager_changes_the_settings(programma):
    manager = log_in(programma, Rol.PROGRAMMAMANAGER)
    antwoord = send(
        manager, INSTELLINGEN, vorm="actieprogramma", lijn_meervoud="sporen", grens_aandacht="0,7"
    )
    programma.refresh_from_db()
    assert antwoord["Location"] == INSTELLINGEN
    assert (programma.vorm, programma.lijn_meervoud, str(programma.grens_aandacht)) == (
        "actieprogramma",
        "sporen",
        "0.70",
    )


def test_settings_that_an_adopted_report_shows_ask_for_a_reason(programma):
    manager = log_in(programma, Rol.PROGRAMMAMANAGER)
    send(manager, INSTELLINGEN, looptijd="2024")
    adopt(programma)
    assert "reden" in send(manager, INSTELLINGEN, looptijd="2024-2028").context["formulier"].form.errors
    send(manager, INSTELLINGEN, looptijd="2024-2028", reden="Verlengd door de raad")
    programma.refresh_from_db()
    assert programma.looptijd == "2024-2028"


def test_settings_that_two_people_change_are_merged_by_field(programma):
    manager = log_in(programma, Rol.PROGRAMMAMANAGER)
    velden = lees_formulier(manager.get(INSTELLINGEN).text, naam="Havens")
    send(manager, INSTELLINGEN, ondertitel="aan zee")
    manager.post(INSTELLINGEN, velden)
    programma.refresh_from_db()
    assert (programma.naam, programma.ondertitel) == ("Havens", "aan zee")
    botsing = manager.post(INSTELLINGEN, velden | {"ondertitel": "aan de rivier"})
    assert botsing.status_code == 409


def test_bands_in_the_wrong_order_are_refused(programma):
    antwoord = send(log_in(programma, Rol.PROGRAMMAMANAGER), INSTELLINGEN, grens_aandacht="0,99")
    assert "ligt tussen die voor" in antwoord.text


def test_meelezer_reads_the_settings_and_changes_none(programma):
    meelezer = log_in(programma, Rol.MEELEZER)
    page = meelezer.get(INSTELLINGEN)
    assert "/programmas/haven/" in page.text
    assert "Opslaan" not in page.text
    assert ("Openbaar", "ja") in [veld[:2] for _, velden in page.context["groepen"] for veld in velden]
    assert meelezer.post(INSTELLINGEN, {"naam": "Anders"}).status_code == 403
