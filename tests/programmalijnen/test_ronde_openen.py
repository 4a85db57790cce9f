import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import URLResolver, get_resolver

from programmalijnen.bouwen.opening import fetch_vorige_rijen
from programmalijnen.models import (
    Herinnering,
    Opgave,
    Programma,
    Rapportageronde,
    Realisatie,
    Rol,
    Rondestaat,
    Toelichting,
    Wijziging,
)
from programmalijnen.models import programma as programma_model
from programmalijnen.models.rondes import VASTE_PAGINAS
from programmalijnen.services.rondebeheer import delete_ronde
from programmalijnen.services.schrijven import Vergrendeld
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_doel,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_realisatie,
    maak_ronde,
    maak_teamlid,
)
from tests.formulier import lees_formulier, send

pytestmark = pytest.mark.django_db

NAJAAR = {"slug": "najaar-2024", "titel": "Najaar", "label": "per Q3 2024", "peildatum": date(2024, 9, 30)}


@pytest.fixture
def lijn():
    return maak_lijn(maak_programma())


def test_each_row_is_asked_of_the_trekker_or_of_whom_was_chosen(lijn):
    anna, bram = maak_teamlid(lijn.programma, naam="Anna"), maak_teamlid(lijn.programma, naam="Bram")
    maak_activiteit(lijn, "loket", trekker=anna)
    maak_activiteit(lijn, "kade", trekker=anna)
    maak_activiteit(lijn, "brug")

    ronde = maak_ronde(lijn.programma, trekkers={"kade": bram})

    rijen = Realisatie.objects.filter(ronde=ronde).values_list("activiteit__sleutel", "trekker")
    assert dict(rijen) == {"loket": anna.pk, "kade": bram.pk, "brug": None}


def test_nothing_is_asked_of_who_left_the_team(lijn):
    weg = maak_teamlid(lijn.programma)
    weg.actief = False
    weg.save()
    maak_activiteit(lijn, "loket", trekker=weg)

    ronde = maak_ronde(lijn.programma)

    assert Realisatie.objects.get(ronde=ronde).trekker is None


def test_a_toelichting_is_asked_of_whom_the_previous_round_asked_it(lijn):
    anna = maak_teamlid(lijn.programma, naam="Anna")
    vorige = maak_ronde(lijn.programma)
    Toelichting.objects.filter(ronde=vorige, onderwerp="voortgang").update(trekker=anna, tekst="Vorig jaar.")

    ronde = maak_ronde(lijn.programma, **NAJAAR)

    rijen = Toelichting.objects.filter(ronde=ronde).values_list("onderwerp", "trekker", "tekst")
    assert sorted(rijen) == [("financiën", None, ""), ("inleiding", None, ""), ("voortgang", anna.pk, "")]


def test_opening_is_one_act_in_the_trail(lijn):
    maak_activiteit(lijn)
    maak_ronde(lijn.programma)

    assert set(Wijziging.objects.values_list("naam", flat=True)) == {"open ronde"}
    assert Wijziging.objects.values("handeling").distinct().count() == 1


def test_what_the_round_before_had_is_one_question(lijn, django_assert_num_queries):
    for _ in range(3):
        maak_activiteit(lijn)
    maak_ronde(lijn.programma)

    with django_assert_num_queries(1):
        assert len(fetch_vorige_rijen(lijn.programma, date(2025, 7, 31))) == 3


@pytest.mark.parametrize("slug", ["structuur", "rondes", "financien", "toetsbaar"])
def test_a_round_cannot_have_the_name_of_a_page(lijn, slug):
    with pytest.raises(ValidationError, match="zo heet al een pagina"):
        maak_ronde(lijn.programma, slug)


# --- taking back ---


def test_a_round_in_which_nothing_was_filled_in_can_be_taken_back(lijn):
    lid = maak_teamlid(lijn.programma)
    maak_activiteit(lijn, trekker=lid)
    ronde = maak_ronde(lijn.programma)
    Herinnering.objects.create(ronde=ronde, teamlid=lid, datum=date(2024, 8, 1), aanleiding="1 dag te laat")

    delete_ronde(ronde=ronde, door=maak_gebruiker(), op=NU)

    soorten = (Rapportageronde, Realisatie, Toelichting, Herinnering)
    assert [soort.objects.count() for soort in soorten] == [0, 0, 0, 0]
    weg = Wijziging.objects.filter(naam="draai ronde terug")
    assert sorted(weg.values_list("soort", flat=True)) == [
        "herinnering",
        "rapportageronde",
        "realisatie",
        "toelichting",
        "toelichting",
        "toelichting",
    ]


def test_a_round_with_a_text_is_not_taken_back(lijn):
    activiteit = maak_activiteit(lijn)
    ronde = maak_ronde(lijn.programma)
    maak_realisatie(ronde, activiteit, staat="concept")

    with pytest.raises(Vergrendeld, match="bij één tekst is al iets ingevuld"):
        delete_ronde(ronde=ronde, door=maak_gebruiker(), op=NU)
    assert Rapportageronde.objects.count() == 1


def test_a_round_with_figures_is_not_taken_back(lijn):
    ronde = maak_ronde(lijn.programma)
    maak_meting(maak_indicator(lijn.programma))

    with pytest.raises(Vergrendeld, match="al cijfers of stappen"):
        delete_ronde(ronde=ronde, door=maak_gebruiker(), op=NU)


def test_an_adopted_round_is_not_taken_back(lijn):
    ronde = maak_ronde(lijn.programma)
    Rapportageronde.objects.update(staat=Rondestaat.VASTGESTELD)

    with pytest.raises(Vergrendeld, match="is vastgesteld"):
        delete_ronde(ronde=ronde, door=maak_gebruiker(), op=NU)


def test_what_was_reported_elsewhere_is_asked_of_nobody(lijn):
    activiteit = maak_activiteit(lijn, trekker=maak_teamlid(lijn.programma))
    maak_realisatie(
        maak_ronde(lijn.programma), activiteit, opgave=Opgave.ELDERS, elders_waar="via Agenda 2030"
    )

    ronde = maak_ronde(lijn.programma, **NAJAAR)

    assert Realisatie.objects.get(ronde=ronde).trekker is None


# --- the page ---

NIEUW = "/werk/haven/rondes/nieuw/"


@pytest.fixture
def client(lijn):
    client = Client()
    client.force_login(maak_teamlid(lijn.programma, Rol.PROGRAMMAMANAGER, naam="Mia").gebruiker)
    return client


@pytest.fixture
def vorige(lijn):
    maak_activiteit(lijn, "kade", trekker=maak_teamlid(lijn.programma, naam="Anna"))
    maak_activiteit(lijn, "loket")
    return maak_ronde(lijn.programma, deadline=date(2024, 8, 20))


def test_the_proposal_is_a_year_after_the_previous_round(vorige, client):
    antwoord = send(client, NIEUW)

    ronde = Rapportageronde.objects.get(slug="augustus-2025")
    assert (ronde.titel, ronde.label, ronde.peildatum, ronde.jaar, ronde.deadline) == (
        "Voortgangsrapportage augustus 2025",
        "t/m juli 2025",
        date(2025, 7, 31),
        2025,
        date(2025, 8, 20),
    )
    assert antwoord.url == "/werk/haven/augustus-2025/"


def test_the_page_asks_each_activiteit_of_the_chosen_person(vorige, client):
    maak_teamlid(vorige.programma, naam="Bram")
    send(client, NIEUW, **{"trekker.kade": "", "lijn.lijn-1": "bram@voorbeeld.nl"})

    rijen = Realisatie.objects.filter(ronde__slug="augustus-2025").values_list(
        "activiteit__sleutel", "trekker__gebruiker__naam"
    )
    assert dict(rijen) == {"kade": None, "loket": "Bram"}


def test_looking_again_opens_nothing_and_keeps_what_was_typed(vorige, client):
    antwoord = send(client, NIEUW, bekijk="1", titel="Najaar 2025", **{"trekker.loket": "anna@voorbeeld.nl"})

    getypt = lees_formulier(antwoord.text)
    assert (getypt["titel"], getypt["trekker.loket"]) == ("Najaar 2025", "anna@voorbeeld.nl")
    assert "/werk/haven/najaar-2025/" in antwoord.text
    assert Rapportageronde.objects.count() == 1


def test_the_page_shows_which_doelen_come_along_and_which_ended(vorige, client):
    maak_doel(vorige.programma, omschrijving="Van 2024")
    maak_doel(
        vorige.programma,
        omschrijving="Van 2025",
        periode_van=date(2025, 1, 1),
        periode_tot=date(2025, 12, 31),
    )
    html = client.get(NIEUW).text
    assert "In deze ronde staat 1 doel van 2025." in html
    assert "Van 1 doel liep de periode af na Voortgangsrapportage augustus 2024." in html


def test_an_open_round_beside_it_is_said(vorige, client):
    assert "is nog open. U kunt er een ronde naast openen" in client.get(NIEUW).text


@pytest.mark.parametrize(
    ("getypt", "zin"),
    [
        ({"peildatum": "31 juli 2024"}, "Kies een dag na 31 juli 2024"),
        ({"peildatum": "31 juni 2025"}, "Peildatum:"),
        ({"titel": "Structuur"}, "zo heet al een pagina"),
        ({"titel": "???"}, "Gebruik letters of cijfers"),
        ({"titel": "Voortgangsrapportage augustus 2024"}, "heeft al een ronde met deze naam"),
        ({"jaar": "24"}, "Schrijf een jaar met vier cijfers"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(vorige, client, getypt, zin):
    antwoord = send(client, NIEUW, **getypt)
    assert zin in antwoord.text
    assert Rapportageronde.objects.count() == 1


def test_sending_twice_opens_one_round(vorige, client):
    getypt = lees_formulier(client.get(NIEUW).text)
    assert [client.post(NIEUW, getypt).status_code for _ in range(2)] == [302, 200]
    assert Rapportageronde.objects.count() == 2


def test_the_first_round_of_a_programme_opens_too(lijn, client):
    assert "Dit wordt de eerste ronde" in client.get(NIEUW).text

    send(client, NIEUW, titel="Zomer 2025", label="t/m juni 2025", peildatum="30 juni 2025", jaar="2025")

    assert Rapportageronde.objects.get().slug == "zomer-2025"


@pytest.mark.parametrize("aantal", [3, 30])
def test_the_page_costs_the_same_at_any_size(lijn, client, aantal, django_assert_num_queries):
    maak_ronde(lijn.programma)
    for _ in range(aantal):
        maak_activiteit(lijn, trekker=maak_teamlid(lijn.programma))
        maak_doel(lijn.programma)
    with django_assert_num_queries(8):
        client.get(NIEUW)


def test_no_page_of_a_programme_can_be_the_name_of_a_round():
    """`/werk/<programma>/<naam>/…`: a round of that name could not be reached."""
    namen = {
        found[1]
        for route in walk_routes(get_resolver().url_patterns)
        if (found := re.match(r"(?:werk|programmas)/<slug:programma>/([a-z-]+)/", route))
    }
    assert "rondes" in namen
    assert namen - VASTE_PAGINAS == set()


def test_no_page_of_the_team_can_be_the_name_of_a_programme():
    """`/werk/<naam>/`, beside the pages of a programme."""
    namen = {
        found[1]
        for route in walk_routes(get_resolver().url_patterns)
        if (found := re.match(r"(?:werk|programmas)/([a-z-]+)", route))
    }
    assert namen == programma_model.VASTE_PAGINAS
    with pytest.raises(ValidationError, match="zo heet al een pagina"):
        Programma(slug="gebruikers", naam="Gebruikers").full_clean()


def walk_routes(patterns, begin: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = begin + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk_routes(pattern.url_patterns, route)
        else:
            yield route
