"""Rectifying the latest adopted round: who reads what meanwhile, version 2 with its reason, and stopping."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from programmalijnen.models import Gebruiker, Invoerstaat, Rapportageronde, Rol, Rondestaat, Wijziging
from programmalijnen.services.schrijven import Vergrendeld
from rapportage.services import adopt_ronde, cancel_rectificatie, open_rectificatie
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_realisatie,
    maak_ronde,
    maak_teamlid,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databank]

BASIS = "/programmas/haven/augustus-2024/"
PAGINA = "/werk/haven/augustus-2024/rectificeren/"
REDEN = "Er stond een verkeerd bedrag in."


@pytest.fixture
def activiteit():
    return maak_activiteit(maak_lijn(maak_programma()), "kade")


@pytest.fixture
def ronde(activiteit) -> Rapportageronde:
    """Adopted and public, with one approved text."""
    ronde = maak_ronde(activiteit.programma)
    maak_realisatie(ronde, activiteit, tekst="De kade is klaar.", staat=Invoerstaat.AKKOORD)
    return adopt(ronde)


def adopt(ronde: Rapportageronde, **velden) -> Rapportageronde:
    adopt_ronde(
        ronde=ronde,
        door=None,
        op=NU,
        overgenomen_uit="een document",
        openbaar_vanaf=date(2024, 8, 1),
        **velden,
    )
    return Rapportageronde.objects.get(pk=ronde.pk)


@pytest.fixture
def manager(ronde, client: Client) -> Gebruiker:
    gebruiker = maak_teamlid(ronde.programma, Rol.PROGRAMMAMANAGER).gebruiker
    client.force_login(gebruiker)
    return gebruiker


def rectify(ronde: Rapportageronde) -> Rapportageronde:
    return open_rectificatie(ronde=ronde, reden=REDEN, door=None, op=NU + timedelta(hours=1))


def test_a_round_in_rectification_takes_input_and_keeps_what_was_approved(ronde, activiteit):
    open_nu = rectify(ronde)

    assert (open_nu.staat, open_nu.is_bewerkbaar, open_nu.rectificatiereden) == (
        Rondestaat.IN_RECTIFICATIE,
        True,
        REDEN,
    )
    assert open_nu.realisaties.get().staat == Invoerstaat.AKKOORD


def test_it_is_one_act_in_the_trail_with_its_reason(ronde):
    rectify(ronde)

    (rij,) = Wijziging.objects.filter(naam="open rectificatie")
    assert (rij.soort, rij.reden, rij.velden["staat"]) == (
        "rapportageronde",
        REDEN,
        ["vastgesteld", "in rectificatie"],
    )


def test_without_a_reason_nothing_opens(ronde):
    with pytest.raises(ValidationError, match="Zeg wat er niet klopt"):
        open_rectificatie(ronde=ronde, reden=" ", door=None, op=NU)
    assert Rapportageronde.objects.get().staat == Rondestaat.VASTGESTELD


def test_only_the_latest_adopted_round_can_be_rectified(ronde):
    adopt(maak_ronde(ronde.programma, "najaar-2024", titel="Najaar 2024", peildatum=date(2024, 9, 30)))

    with pytest.raises(Vergrendeld, match="laatst vastgestelde ronde kan worden gerectificeerd: Najaar 2024"):
        rectify(ronde)


def test_a_later_round_that_is_still_open_is_no_hindrance(ronde):
    maak_ronde(ronde.programma, "augustus-2025", peildatum=date(2025, 7, 31), jaar=2025)

    assert rectify(ronde).staat == Rondestaat.IN_RECTIFICATIE


def test_a_round_is_rectified_once_at_a_time(ronde):
    rectify(ronde)

    with pytest.raises(Vergrendeld, match="wordt al gerectificeerd"):
        rectify(ronde)


def test_the_council_reads_version_1_until_version_2_is_adopted(ronde, activiteit):
    rectify(ronde)
    maak_realisatie(ronde, activiteit, tekst="De kade is bijna klaar.")
    raadslid = Client()
    raadslid.force_login(maak_gebruiker("Raadslid", is_raadslid=True))
    kade = f"{BASIS}activiteiten/kade/"

    assert "De kade is klaar." in raadslid.get(kade).text
    assert raadslid.get(f"{BASIS}concept/").status_code == 404

    adopt(ronde)
    assert "De kade is bijna klaar." in raadslid.get(kade).text


def test_both_versions_show_the_reason_and_lead_to_what_changed(ronde, activiteit, client):
    rectify(ronde)
    maak_realisatie(ronde, activiteit, tekst="De kade is bijna klaar.")
    adopt(ronde)

    oud, nieuw = client.get(f"{BASIS}v1/").text, client.get(f"{BASIS}v2/").text
    assert f"De reden: {REDEN}" in oud
    assert "Dit is een rectificatie van versie 1" in nieuw
    assert f"De reden: {REDEN}" in nieuw
    assert f'href="{BASIS}v2/vergelijk/augustus-2024/v1/"' in nieuw
    assert "De kade is bijna klaar." in client.get(f"{BASIS}v2/vergelijk/augustus-2024/v1/").text
    assert Rapportageronde.objects.get().rectificatiereden == ""


def test_the_team_reads_the_concept_and_that_it_becomes_the_next_version(ronde, manager, client):
    rectify(ronde)

    assert "Dit wordt een rectificatie van versie 1" in client.get(f"{BASIS}concept/").text


# --- stopping ---


def stop(ronde: Rapportageronde) -> None:
    cancel_rectificatie(ronde=ronde, door=None, op=NU + timedelta(hours=2))


def test_stopping_makes_the_round_what_it_was(ronde):
    stop(rectify(ronde))

    weer = Rapportageronde.objects.get()
    assert (weer.staat, weer.rectificatiereden) == (Rondestaat.VASTGESTELD, "")


def test_stopping_is_refused_while_the_round_says_something_else_than_its_edition(ronde, activiteit):
    rectify(ronde)
    maak_realisatie(ronde, activiteit, tekst="Iets anders.")

    with pytest.raises(Vergrendeld, match=r"al iets veranderd \(Kade\)"):
        stop(ronde)
    assert Rapportageronde.objects.get().staat == Rondestaat.IN_RECTIFICATIE


def test_what_rounds_share_is_no_reason_to_refuse(ronde, activiteit):
    rectify(ronde)
    maak_meting(maak_indicator(ronde.programma, activiteit=activiteit))

    stop(ronde)
    assert Rapportageronde.objects.get().staat == Rondestaat.VASTGESTELD


def test_what_is_not_rectified_cannot_be_stopped(ronde):
    with pytest.raises(Vergrendeld, match="wordt niet gerectificeerd"):
        stop(ronde)


# --- the page ---


def test_the_page_opens_the_round_with_its_reason(manager, client):
    assert "lezen versie 1 gewoon door" in client.get(PAGINA).text

    antwoord = client.post(PAGINA, {"reden": REDEN}, follow=True)
    assert Rapportageronde.objects.get().staat == Rondestaat.IN_RECTIFICATIE
    assert f"De reden: {REDEN}" in antwoord.text
    assert "Het concept zegt nog hetzelfde als versie 1." in antwoord.text


def test_the_page_asks_for_a_reason(manager, client):
    assert "Zeg wat er niet klopt" in client.post(PAGINA, {"reden": ""}).text


def test_the_page_stops_or_says_why_not(manager, client, ronde, activiteit):
    rectify(ronde)
    maak_realisatie(ronde, activiteit, tekst="Iets anders.")
    geweigerd = client.post(PAGINA, {"actie": "stop"})
    maak_realisatie(ronde, activiteit, tekst="De kade is klaar.")
    gestopt = client.post(PAGINA, {"actie": "stop"})

    assert (geweigerd.status_code, gestopt.status_code) == (409, 302)
    assert "al iets veranderd" in geweigerd.text
    assert Rapportageronde.objects.get().staat == Rondestaat.VASTGESTELD


def test_sending_the_form_twice_opens_once(manager, client):
    client.post(PAGINA, {"reden": REDEN})
    weer = client.post(PAGINA, {"reden": "Een andere reden"})

    assert weer.status_code == 200
    assert Rapportageronde.objects.get().rectificatiereden == REDEN
