"""Users and roles: what the beheerder does, and how anybody gets and changes a password."""

import re
from io import StringIO

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command, get_commands
from django.test import Client

from programmalijnen.models import Gebruiker, Realisatie, Rol, Teamlid, Wijziging
from programmalijnen.rechten import editie_filter, programmas_met_werk
from programmalijnen.services.gebruikers import set_actief
from programmalijnen.services.rollen import end_rol, set_rol
from tests.bouwers import (
    NU,
    WACHTWOORD,
    maak_activiteit,
    maak_gebruiker,
    maak_lijn,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)
from tests.formulier import lees_formulier

pytestmark = pytest.mark.django_db

NIEUW = "fiets-brug-klok-4821"
GEBRUIKERS = "/werk/gebruikers/"
ANNA = f"{GEBRUIKERS}anna@voorbeeld.nl/"


@pytest.fixture
def bea():
    return maak_gebruiker("Bea", is_beheerder=True)


@pytest.fixture
def beheer(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def anna():
    return maak_gebruiker("Anna")


def trail(**velden) -> list[tuple]:
    return list(Wijziging.objects.filter(**velden).order_by("pk").values_list("naam", "velden"))


# --- people ---


def test_beheerder_adds_somebody_without_a_password(beheer, bea):
    beheer.post(f"{GEBRUIKERS}nieuw/", {"naam": "Anna", "email": "Anna@Voorbeeld.nl", "is_raadslid": "on"})
    anna = Gebruiker.objects.get(email="anna@voorbeeld.nl")
    assert (anna.is_raadslid, anna.is_beheerder, anna.has_usable_password()) == (True, False, False)
    assert Wijziging.objects.get(soort="gebruiker").door == bea


def test_an_address_is_there_once(beheer, anna):
    antwoord = beheer.post(f"{GEBRUIKERS}nieuw/", {"naam": "Ander", "email": "anna@voorbeeld.nl"})
    assert antwoord.context["form"].errors["email"]
    assert Gebruiker.objects.count() == 2


def test_list_is_searched_and_filtered(beheer, anna):
    set_rol(gebruiker=anna, programma=maak_programma(), rol=Rol.MEELEZER, door=None, op=NU)
    maak_gebruiker("Cor", is_active=False)

    def found(vraag: str) -> list[str]:
        return [rij.naam for rij in beheer.get(f"{GEBRUIKERS}{vraag}").context["tabel"].blad.object_list]

    assert found("") == ["Anna", "Bea", "Cor"]
    assert found("?zoek=ann") == found("?programma=haven") == ["Anna"]
    assert found("?soort=beheerder") == ["Bea"]
    assert found("?account=gesloten") == ["Cor"]


@pytest.mark.parametrize("aantal", [3, 30])
def test_list_costs_the_same_at_any_length(beheer, aantal, django_assert_num_queries):
    programma = maak_programma()
    for _ in range(aantal):
        maak_teamlid(programma)
    with django_assert_num_queries(5):
        beheer.get(GEBRUIKERS)


def test_editing_merges_with_what_another_beheerder_saved(beheer, anna):
    formulier = lees_formulier(beheer.get(ANNA).text, naam="Anna de Vries")
    Gebruiker.objects.filter(pk=anna.pk).update(is_raadslid=True, versie=2)
    beheer.post(ANNA, formulier)
    anna.refresh_from_db()
    assert (anna.naam, anna.is_raadslid) == ("Anna de Vries", True)


def test_two_who_change_the_same_see_both(beheer, anna):
    formulier = lees_formulier(beheer.get(ANNA).text, naam="Anna de Vries")
    Gebruiker.objects.filter(pk=anna.pk).update(naam="Anna Bakker", versie=2)
    antwoord = beheer.post(ANNA, formulier)
    assert antwoord.status_code == 409
    assert "Anna Bakker" in antwoord.text
    assert Gebruiker.objects.get(pk=anna.pk).naam == "Anna Bakker"


def test_beheerder_cannot_give_up_their_own_beheer(beheer, bea):
    maak_gebruiker("Bob", is_beheerder=True)
    adres = f"{GEBRUIKERS}bea@voorbeeld.nl/"
    antwoord = beheer.post(adres, lees_formulier(beheer.get(adres).text, is_beheerder=""))
    assert "eigen beheer" in str(antwoord.context["form"].errors["is_beheerder"])
    with pytest.raises(ValidationError, match="eigen beheer"):
        set_actief(gebruiker=bea, actief=False, door=bea, op=NU)
    assert Gebruiker.objects.get(pk=bea.pk).is_beheerder


def test_last_beheerder_stays(bea):
    with pytest.raises(ValidationError, match="laatste beheerder"):
        set_actief(gebruiker=bea, actief=False, door=None, op=NU)
    assert Gebruiker.objects.get(pk=bea.pk).is_active


def test_closed_account_loses_its_sessions_for_good(beheer, anna):
    sessie = Client()
    sessie.force_login(anna)
    beheer.post(f"{ANNA}account/", {"account": "gesloten"})
    assert get_user(sessie).is_anonymous
    beheer.post(f"{ANNA}account/", {"account": "open"})
    assert Gebruiker.objects.get(pk=anna.pk).is_active
    assert get_user(sessie).is_anonymous


# --- roles ---


def test_role_is_given_changed_and_ended(beheer, anna):
    maak_programma()
    adres = f"{ANNA}rollen/haven/"
    for rol in ("medewerker", "programmamanager", ""):
        beheer.post(adres, {"rol": rol})
    lid = Teamlid.objects.get()
    assert (lid.rol, lid.actief) == ("programmamanager", False)
    assert [naam for naam, _ in trail(soort="teamlid")] == ["geef rol", "geef rol", "beëindig rol"]
    beheer.post(adres, {"rol": "meelezer"})
    assert Teamlid.objects.get().actief


def test_page_says_what_open_rounds_ask_of_somebody(beheer):
    programma = maak_programma()
    lid = maak_teamlid(programma, naam="Anna")
    maak_activiteit(maak_lijn(programma))
    maak_ronde(programma)
    Realisatie.objects.update(trekker=lid)
    (rij,) = beheer.get(ANNA).context["rollen"]
    assert [(deel.ronde.slug, deel.aantal) for deel in rij.gevraagd] == [("augustus-2024", 1)]


def test_who_left_the_team_reads_and_writes_nothing_more(client, anna):
    programma = maak_programma(openbaar=False)
    set_rol(gebruiker=anna, programma=programma, rol=Rol.MEDEWERKER, door=None, op=NU)
    client.force_login(anna)
    assert client.get("/werk/haven/").status_code == 200
    end_rol(gebruiker=anna, programma=programma, door=None, op=NU)
    assert client.get("/werk/haven/").status_code == 404
    assert list(programmas_met_werk(anna)) == []
    assert list(type(programma).objects.filter(editie_filter(anna))) == []


# --- passwords ---


def make_link(beheer) -> str:
    """The address of a new link, as it is shown and mailed."""
    antwoord = beheer.post(f"{ANNA}inloglink/", follow=True)
    link = re.search(r"http://testserver(/inloggen/wachtwoord/[^\"]+)", antwoord.text)[1]
    assert link in mail.outbox[-1].body
    assert mail.outbox[-1].to == ["anna@voorbeeld.nl"]
    return link


def choose(link: str, wachtwoord: str = NIEUW) -> tuple[Client, int]:
    bezoeker = Client()
    return bezoeker, bezoeker.post(link, {"nieuw": wachtwoord, "herhaald": wachtwoord}).status_code


def test_link_sets_a_password_and_logs_in_once(beheer, anna):
    link = make_link(beheer)
    assert Client().get(link).status_code == 200
    bezoeker, status = choose(link)
    assert (status, get_user(bezoeker)) == (302, anna)
    assert choose(link, "een-heel-ander-wachtwoord")[1] == 410
    assert Gebruiker.objects.get(pk=anna.pk).check_password(NIEUW)


def test_link_is_shown_once(beheer, anna):
    make_link(beheer)
    assert "/inloggen/wachtwoord/" not in beheer.get(ANNA).text


def test_link_expires(beheer, anna, settings):
    link = make_link(beheer)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert Client().get(link).status_code == 410


def test_link_of_a_closed_account_does_not_work(beheer, anna):
    link = make_link(beheer)
    beheer.post(f"{ANNA}account/", {"account": "gesloten"})
    assert choose(link)[1] == 410
    assert "niet actief" in beheer.post(f"{ANNA}inloglink/", follow=True).text


@pytest.mark.parametrize("wie", ["YW5uYUB2b29yYmVlbGQubmw", "bmllbWFuZEB2b29yYmVlbGQubmw", "%%%", "AA"])
def test_wrong_link_says_the_same_for_everybody(anna, wie):
    assert Client().get(f"/inloggen/wachtwoord/{wie}/abc-def/").status_code == 410


def test_weak_password_is_refused_with_a_sentence(beheer, anna):
    bezoeker = Client()
    antwoord = bezoeker.post(make_link(beheer), {"nieuw": "kort", "herhaald": "kort"})
    assert "te kort" in str(antwoord.context["form"].errors["nieuw"])


def test_own_password_keeps_this_session_and_ends_the_others(client, anna):
    ander = Client()
    ander.force_login(anna)
    client.force_login(anna)
    velden = {"oud": WACHTWOORD, "nieuw": NIEUW, "herhaald": NIEUW}
    assert client.post("/wachtwoord/", velden | {"oud": "verkeerd"}).context["form"].errors["oud"]
    client.post("/wachtwoord/", velden)
    assert (get_user(client), get_user(ander).is_anonymous) == (anna, True)


def test_trail_tells_that_a_password_changed_and_never_which(beheer, bea, anna):
    choose(make_link(beheer))
    assert [(naam, list(velden)) for naam, velden in trail(sleutel="anna@voorbeeld.nl")] == [
        ("geef inloglink", ["inloglink_op"]),
        ("wijzig wachtwoord", ["wachtwoord_gewijzigd_op"]),
    ]
    assert [w.door for w in Wijziging.objects.order_by("pk")] == [bea, anna]
    hekje = Gebruiker.objects.get(pk=anna.pk).password
    assert not Wijziging.objects.filter(velden__icontains=hekje[-20:]).exists()


# --- the commands ---


def test_createsuperuser_makes_a_beheerder_with_a_trail(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", NIEUW)
    call_command("createsuperuser", "--noinput", "--email=x@y.nl", "--naam=Xandra", stdout=StringIO())
    gebruiker = Gebruiker.objects.get()
    assert (gebruiker.is_beheerder, gebruiker.check_password(NIEUW)) == (True, True)
    assert [naam for naam, _ in trail()] == ["maak gebruiker"]


def test_changepassword_leaves_a_trail(monkeypatch, anna):
    monkeypatch.setattr("programmalijnen.management.commands.createsuperuser.getpass", lambda _: NIEUW)
    call_command("changepassword", "anna@voorbeeld.nl", stdout=StringIO())
    assert Gebruiker.objects.get().check_password(NIEUW)
    assert [naam for naam, _ in trail()] == ["wijzig wachtwoord"]


def test_changepassword_says_who_is_not_there():
    with pytest.raises(CommandError, match="geen gebruiker"):
        call_command("changepassword", "niemand@voorbeeld.nl")


def test_commands_are_ours():
    namen = get_commands()
    assert {namen["createsuperuser"], namen["changepassword"]} == {"programmalijnen"}
