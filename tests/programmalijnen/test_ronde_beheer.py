from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from programmalijnen.models import (
    Opgave,
    Rapportageronde,
    Realisatie,
    Rol,
    Rondestaat,
    Uitzondering,
    Wijziging,
)
from programmalijnen.services.rondes import close_ronde
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_lijn,
    maak_programma,
    maak_realisatie,
    maak_ronde,
    maak_teamlid,
)
from tests.formulier import lees_formulier, send

pytestmark = pytest.mark.django_db

RONDE = "/werk/haven/augustus-2024/"
BEHEER, SAMENSTELLING = f"{RONDE}beheer/", f"{RONDE}beheer/activiteiten/"


@pytest.fixture
def lijn():
    return maak_lijn(maak_programma())


@pytest.fixture
def manager(lijn):
    return maak_teamlid(lijn.programma, Rol.PROGRAMMAMANAGER, naam="Mia")


@pytest.fixture
def anna(lijn):
    return maak_teamlid(lijn.programma, naam="Anna")


@pytest.fixture
def client(manager):
    client = Client()
    client.force_login(manager.gebruiker)
    return client


@pytest.fixture
def ronde(lijn):
    maak_activiteit(lijn, "loket")
    maak_activiteit(lijn, "kade")
    return maak_ronde(lijn.programma)


def laatste_handeling() -> tuple[str, str, str]:
    rij = Wijziging.objects.order_by("-pk").first()
    return rij.naam, rij.soort, rij.reden


# --- settings and state ---


def test_title_label_and_deadline_can_change(ronde, client):
    antwoord = send(client, BEHEER, actie="instellingen", titel="Augustus", deadline="20 augustus 2024")

    assert antwoord.status_code == 302
    ronde.refresh_from_db()
    assert (ronde.titel, ronde.label, ronde.deadline) == ("Augustus", "t/m juli 2024", date(2024, 8, 20))


def test_the_form_of_the_report_can_change_and_go_back_to_that_of_the_programme(ronde, client):
    send(client, BEHEER, actie="instellingen", vorm="raadspresentatie")
    assert Rapportageronde.objects.get().vorm == "raadspresentatie"

    send(client, BEHEER, actie="instellingen", vorm="")
    assert Rapportageronde.objects.get().vorm == ""


def test_two_managers_who_change_the_title_are_both_asked(ronde, client):
    getypt = lees_formulier(client.get(BEHEER).text, actie="instellingen", titel="Mijn titel")
    send(client, BEHEER, actie="instellingen", titel="Hun titel")

    antwoord = client.post(BEHEER, getypt)

    assert antwoord.status_code == 409
    assert ("Hun titel" in antwoord.text, "Mijn titel" in antwoord.text) == (True, True)
    assert Rapportageronde.objects.get().titel == "Hun titel"


def test_closing_shows_what_is_not_in_and_asks_nothing(ronde, client):
    assert "5 van 5 teksten zijn nog niet ingediend" in client.get(BEHEER).text

    client.post(BEHEER, {"actie": "sluit"})

    ronde.refresh_from_db()
    assert (ronde.staat, ronde.gesloten_op) == (Rondestaat.GESLOTEN, timezone.localdate())


def test_closing_twice_is_said(ronde, client):
    client.post(BEHEER, {"actie": "sluit"})
    antwoord = client.post(BEHEER, {"actie": "sluit"}, follow=True)

    assert "Alleen een open ronde kan worden gesloten" in antwoord.text
    assert Wijziging.objects.filter(naam="sluit ronde").count() == 1


def test_reopening_asks_a_reason_that_stays_in_the_trail(ronde, client):
    close_ronde(ronde=ronde, door=None, op=NU)
    zonder = client.post(BEHEER, {"actie": "heropen", "heropen-reden": " "})
    assert (zonder.status_code, Rapportageronde.objects.get().staat) == (200, Rondestaat.GESLOTEN)

    client.post(BEHEER, {"actie": "heropen", "heropen-reden": "Lijn 2 was vergeten."})

    ronde.refresh_from_db()
    assert (ronde.staat, ronde.gesloten_op) == (Rondestaat.OPEN, None)
    assert laatste_handeling() == ("heropen ronde", "rapportageronde", "Lijn 2 was vergeten.")


def test_a_button_that_does_not_exist_does_nothing(ronde, client):
    antwoord = client.post(BEHEER, {"actie": "verwijder alles"}, follow=True)
    assert "Deze knop is er niet." in antwoord.text
    assert set(Wijziging.objects.values_list("naam", flat=True)) == {"open ronde"}


def test_an_empty_round_is_taken_back_with_a_button(ronde, client):
    antwoord = client.post(BEHEER, {"actie": "draai-terug"})
    assert (antwoord.url, Rapportageronde.objects.count()) == ("/werk/haven/", 0)


def test_a_round_with_a_text_says_why_it_stays(ronde, client):
    Realisatie.objects.filter(activiteit__sleutel="kade").update(tekst="Klaar.", staat="concept")

    assert "kan niet meer worden teruggedraaid: bij één tekst" in client.get(BEHEER).text
    antwoord = client.post(BEHEER, {"actie": "draai-terug"}, follow=True)
    assert "is al iets ingevuld" in antwoord.text
    assert Rapportageronde.objects.count() == 1


# --- exceptions ---


def uitzondering(client: Client, wie: str, tot_en_met: date, reden: str = "Was ziek."):
    return client.post(
        BEHEER,
        {
            "actie": "uitzondering",
            "uitzondering-teamlid": wie,
            "uitzondering-tot_en_met": f"{tot_en_met:%d-%m-%Y}",
            "uitzondering-reden": reden,
        },
    )


def test_an_exception_can_be_given_changed_and_ended(ronde, client, anna):
    morgen = timezone.localdate() + timedelta(days=1)
    uitzondering(client, "anna@voorbeeld.nl", morgen)
    uitzondering(client, "anna@voorbeeld.nl", morgen + timedelta(days=1), "Nog een dag.")

    rij = Uitzondering.objects.get()
    assert (rij.teamlid, rij.tot_en_met, rij.reden) == (anna, morgen + timedelta(days=1), "Nog een dag.")
    assert laatste_handeling() == ("geef uitzondering", "uitzondering", "Nog een dag.")

    client.post(BEHEER, {"actie": "beeindig", "wie": "anna@voorbeeld.nl"})
    assert Uitzondering.objects.count() == 0
    assert laatste_handeling()[:2] == ("beëindig uitzondering", "uitzondering")


def test_an_exception_does_not_begin_in_the_past(ronde, client, anna):
    antwoord = uitzondering(client, "anna@voorbeeld.nl", timezone.localdate() - timedelta(days=1))

    assert "Deze dag is al voorbij" in antwoord.text
    assert Uitzondering.objects.count() == 0


def test_an_exception_is_for_who_fills_in_here(ronde, client, lijn):
    maak_teamlid(lijn.programma, Rol.MEELEZER, naam="Lezer")
    antwoord = uitzondering(client, "lezer@voorbeeld.nl", timezone.localdate())
    assert (antwoord.status_code, Uitzondering.objects.count()) == (200, 0)


# --- who is in this round ---


def rijen() -> dict[str, tuple]:
    velden = ("activiteit__sleutel", "opgave", "trekker__gebruiker__naam", "elders_waar")
    return {sleutel: tuple(rest) for sleutel, *rest in Realisatie.objects.values_list(*velden)}


def test_each_activiteit_can_be_asked_of_another_in_this_round(ronde, client, anna):
    send(client, SAMENSTELLING, **{"trekker.kade": "anna@voorbeeld.nl"})

    assert rijen() == {"loket": (Opgave.HIER, None, ""), "kade": (Opgave.HIER, "Anna", "")}
    assert Wijziging.objects.filter(naam="wijzig samenstelling").count() == 1
    assert ronde.realisaties.get(activiteit__sleutel="kade").activiteit.trekker is None


def test_a_whole_line_can_be_asked_of_one_person(ronde, client, anna, manager):
    send(client, SAMENSTELLING, **{"lijn.lijn-1": "anna@voorbeeld.nl", "trekker.kade": "mia@voorbeeld.nl"})

    assert [rijen()[sleutel][1] for sleutel in ("loket", "kade")] == ["Anna", "Mia"]


def test_what_is_reported_elsewhere_stays_there_when_the_line_is_asked(ronde, client):
    send(client, SAMENSTELLING, **{"trekker.kade": "elders", "waar.kade": "Havenbericht"})
    send(client, SAMENSTELLING, **{"lijn.lijn-1": "anna@voorbeeld.nl"})

    assert rijen()["kade"] == (Opgave.ELDERS, None, "Havenbericht")


def test_reported_elsewhere_asks_where(ronde, client):
    antwoord = send(client, SAMENSTELLING, **{"trekker.kade": "elders"})
    assert "Zeg bij ‘Kade’ waar het wordt gerapporteerd" in antwoord.text

    client.post(SAMENSTELLING, lees_formulier(antwoord.text, **{"waar.kade": "Agenda 2030"}))
    assert rijen()["kade"] == (Opgave.ELDERS, None, "Agenda 2030")


def test_what_was_reported_elsewhere_is_asked_here_again(ronde, client, anna):
    elders = {"opgave": Opgave.ELDERS, "elders_programma": maak_programma("agenda-2030")}
    Realisatie.objects.filter(activiteit__sleutel="kade").update(**elders)

    send(client, SAMENSTELLING, **{"trekker.kade": "anna@voorbeeld.nl"})

    assert rijen()["kade"] == (Opgave.HIER, "Anna", "")
    assert ronde.realisaties.get(activiteit__sleutel="kade").elders_programma is None


def test_an_activiteit_leaves_the_round_and_comes_back(ronde, client):
    send(client, SAMENSTELLING, **{"trekker.kade": "eruit"})
    assert set(rijen()) == {"loket"}

    send(client, SAMENSTELLING, erbij="kade")
    send(client, SAMENSTELLING, erbij="kade")
    assert set(rijen()) == {"loket", "kade"}


def test_what_was_filled_in_does_not_leave_the_round(ronde, client):
    Realisatie.objects.filter(activiteit__sleutel="kade").update(tekst="Klaar.", staat="concept")

    antwoord = send(client, SAMENSTELLING, **{"trekker.kade": "eruit"})

    assert "Bij ‘Kade’ is al iets ingevuld" in antwoord.text
    assert set(rijen()) == {"loket", "kade"}


def test_two_managers_who_ask_the_same_of_others_are_told(ronde, client, anna, manager):
    getypt = lees_formulier(client.get(SAMENSTELLING).text, **{"trekker.kade": "anna@voorbeeld.nl"})
    send(client, SAMENSTELLING, **{"trekker.kade": "mia@voorbeeld.nl"})

    antwoord = client.post(SAMENSTELLING, getypt)
    assert antwoord.status_code == 409
    assert ("Een collega veranderde dit intussen ook" in antwoord.text, rijen()["kade"][1]) == (True, "Mia")

    client.post(SAMENSTELLING, lees_formulier(antwoord.text))
    assert rijen()["kade"][1] == "Anna"


def test_what_a_colleague_changed_elsewhere_stays(ronde, client, anna, manager):
    getypt = lees_formulier(client.get(SAMENSTELLING).text, **{"trekker.kade": "anna@voorbeeld.nl"})
    send(client, SAMENSTELLING, **{"trekker.loket": "mia@voorbeeld.nl"})

    client.post(SAMENSTELLING, getypt)

    assert [rijen()[sleutel][1] for sleutel in ("loket", "kade")] == ["Mia", "Anna"]


def test_who_left_the_team_stays_until_another_is_chosen(ronde, client, anna):
    maak_realisatie(ronde, Realisatie.objects.get(activiteit__sleutel="kade").activiteit, trekker=anna)
    type(anna).objects.filter(pk=anna.pk).update(actief=False)

    send(client, SAMENSTELLING)

    assert rijen()["kade"][1] == "Anna"


def test_the_samenstelling_of_a_closed_round_is_fixed(ronde, client):
    getypt = lees_formulier(client.get(SAMENSTELLING).text, **{"trekker.kade": "eruit"})
    close_ronde(ronde=ronde, door=None, op=NU)

    antwoord = client.post(SAMENSTELLING, getypt)
    assert (antwoord.status_code, antwoord.text.count("De ronde is gesloten")) == (409, 1)
    assert set(rijen()) == {"loket", "kade"}
    gelezen = client.get(SAMENSTELLING).text
    assert "De ronde is gesloten" in gelezen
    assert "<select" not in gelezen


@pytest.mark.parametrize("aantal", [3, 30])
@pytest.mark.parametrize(("adres", "queries"), [(BEHEER, 13), (SAMENSTELLING, 7)])
def test_arranging_costs_the_same_at_any_size(
    lijn, client, aantal, adres, queries, django_assert_num_queries
):
    for nummer in range(aantal):
        maak_activiteit(lijn, f"a-{nummer}", trekker=maak_teamlid(lijn.programma))
    maak_ronde(lijn.programma)
    with django_assert_num_queries(queries):
        client.get(adres)
