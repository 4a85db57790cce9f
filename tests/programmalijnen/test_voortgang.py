from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from programmalijnen.bouwen.voortgang import count_voortgang, fetch_voortgang
from programmalijnen.models import Herinnering, Invoerstaat, Opgave, Realisatie, Rol, Rondestaat, Toelichting
from tests.bouwers import maak_activiteit, maak_lijn, maak_programma, maak_ronde, maak_teamlid

pytestmark = pytest.mark.django_db

ADRES = "/werk/haven/augustus-2024/voortgang/"
DEADLINE = date(2024, 8, 20)


@pytest.fixture
def lijn():
    return maak_lijn(maak_programma(), "1")


@pytest.fixture
def ronde(lijn):
    """Anna wrote one and submitted another, Bram did nothing, one is asked of nobody and one elsewhere."""
    anna, bram = maak_teamlid(lijn.programma, naam="Anna"), maak_teamlid(lijn.programma, naam="Bram")
    twee = maak_lijn(lijn.programma, "2")
    maak_activiteit(lijn, "kade", trekker=anna)
    maak_activiteit(lijn, "loket", trekker=anna)
    maak_activiteit(twee, "brug", trekker=bram)
    maak_activiteit(twee, "sluis")
    maak_activiteit(twee, "festival")
    ronde = maak_ronde(lijn.programma, deadline=DEADLINE)
    staten = {"kade": Invoerstaat.CONCEPT, "loket": Invoerstaat.INGEDIEND, "sluis": Invoerstaat.TERUGGEGEVEN}
    for sleutel, staat in staten.items():
        Realisatie.objects.filter(activiteit__sleutel=sleutel).update(staat=staat, teruggeefreden="Te kort.")
    Realisatie.objects.filter(activiteit__sleutel="festival").update(opgave=Opgave.ELDERS)
    Toelichting.objects.update(staat=Invoerstaat.AKKOORD)
    return ronde


def make_client(lijn, rol: Rol) -> Client:
    client = Client()
    client.force_login(maak_teamlid(lijn.programma, rol, naam=f"Een {rol}").gebruiker)
    return client


def tellingen(groepen) -> dict[str, dict[str, int]]:
    return {groep.naam: {staat: aantal for staat, aantal in groep.per_staat if aantal} for groep in groepen}


def test_the_whole_round_is_counted_by_state(ronde):
    geheel = fetch_voortgang(ronde, DEADLINE).geheel
    assert dict(geheel.per_staat) == {
        "leeg": 1,
        "concept": 1,
        "teruggegeven": 1,
        "ingediend": 1,
        "akkoord": 5,
        "geen opgave": 0,
    }
    assert (geheel.totaal, geheel.binnen, geheel.nog_te_doen) == (9, 6, 3)


def test_each_line_is_counted_and_so_is_the_programme_itself(ronde):
    assert tellingen(fetch_voortgang(ronde, DEADLINE).per_lijn) == {
        "1 Lijn 1": {"concept": 1, "ingediend": 1, "akkoord": 2},
        "2 Lijn 2": {"leeg": 1, "teruggegeven": 1, "akkoord": 2},
        "Het hele programma": {"akkoord": 1},
    }


def test_each_person_is_counted_and_nobody_comes_last(ronde):
    assert tellingen(fetch_voortgang(ronde, DEADLINE).per_trekker) == {
        "Anna": {"concept": 1, "ingediend": 1},
        "Bram": {"leeg": 1},
        "": {"teruggegeven": 1, "akkoord": 5},
    }


def test_what_is_reported_elsewhere_is_not_asked(ronde):
    assert fetch_voortgang(ronde, DEADLINE).niet_gevraagd == 1


def test_what_is_late_is_known_after_the_deadline(ronde):
    assert fetch_voortgang(ronde, DEADLINE).te_laat == []

    voortgang = fetch_voortgang(ronde, DEADLINE + timedelta(days=1))
    assert [rij.sleutel for rij in voortgang.te_laat] == ["kade", "brug", "sluis"]


def test_a_closed_round_has_nothing_late(ronde):
    ronde.staat = Rondestaat.GESLOTEN
    assert fetch_voortgang(ronde, DEADLINE + timedelta(days=1)).te_laat == []


def test_it_is_known_who_has_not_begun_and_what_came_back(ronde):
    voortgang = fetch_voortgang(ronde, DEADLINE)
    assert [groep.naam for groep in voortgang.niet_begonnen] == ["Bram"]
    assert [(rij.sleutel, rij.teruggeefreden) for rij in voortgang.teruggegeven] == [("sluis", "Te kort.")]
    assert [rij.sleutel for rij in voortgang.zonder_trekker] == ["sluis"]


def test_the_bar_says_done_submitted_and_begun(ronde):
    assert fetch_voortgang(ronde, DEADLINE).geheel.balk == (555, 666, 888)


def test_an_empty_round_has_an_empty_bar(lijn):
    ronde = maak_ronde(lijn.programma)
    Toelichting.objects.all().delete()
    assert fetch_voortgang(ronde, DEADLINE).geheel.balk == (0, 0, 0)


# --- the page ---


def test_the_page_leads_to_the_list_and_to_the_field(ronde, lijn):
    html = make_client(lijn, Rol.PROGRAMMAMANAGER).get(ADRES).text
    links = [
        "/werk/haven/augustus-2024/?lijn=lijn-1",
        "/werk/haven/augustus-2024/?trekker=anna",
        "/werk/haven/augustus-2024/?trekker=niemand",
        "/werk/haven/augustus-2024/activiteiten/sluis/",
        "/werk/haven/augustus-2024/overdragen/?van=anna%40voorbeeld.nl",
    ]
    assert [link for link in links if f'href="{link}"' not in html] == []


@pytest.mark.parametrize(
    ("vraag", "groep"), [("lijn=lijn-1", "1 Lijn 1"), ("trekker=anna", "Anna"), ("trekker=niemand", "")]
)
def test_the_list_behind_a_number_shows_as_many_rows(ronde, lijn, vraag, groep):
    anna = Realisatie.objects.get(activiteit__sleutel="kade").trekker
    Toelichting.objects.filter(lijn=lijn).update(trekker=anna)
    voortgang = fetch_voortgang(ronde, DEADLINE)
    totalen = {rij.naam: rij.totaal for rij in (*voortgang.per_lijn, *voortgang.per_trekker)}

    html = make_client(lijn, Rol.PROGRAMMAMANAGER).get(f"/werk/haven/augustus-2024/?{vraag}").text

    assert html.count('"utrecht-table__cell" scope="row"') == totalen[groep]


def test_a_medewerker_reads_it_without_the_managers_buttons(ronde, lijn):
    html = make_client(lijn, Rol.MEDEWERKER).get(ADRES).text
    assert "6 van 9" in html
    assert [knop for knop in ("Herinner", "Overdragen", "Ronde beheren") if knop in html] == []


def test_a_manager_sees_when_somebody_was_reminded(ronde, lijn):
    bram = Realisatie.objects.get(activiteit__sleutel="brug").trekker
    for dagen in (2, 5):
        datum = DEADLINE + timedelta(days=dagen)
        Herinnering.objects.create(ronde=ronde, teamlid=bram, datum=datum, aanleiding="op verzoek")

    client = make_client(lijn, Rol.PROGRAMMAMANAGER)
    assert "herinnerd op 22 augustus 2024, 25 augustus 2024" in client.get(ADRES).text

    Herinnering.objects.create(ronde=ronde, teamlid=bram, datum=timezone.localdate(), aanleiding="op verzoek")
    assert "vandaag herinnerd" in client.get(ADRES).text


def test_without_a_mail_server_there_is_no_button(ronde, lijn, settings):
    settings.POST_AAN = False
    assert "Herinner" not in make_client(lijn, Rol.PROGRAMMAMANAGER).get(ADRES).text


@pytest.mark.parametrize("aantal", [3, 300])
def test_the_page_costs_the_same_at_any_size(lijn, aantal, django_assert_num_queries):
    leden = [maak_teamlid(lijn.programma) for _ in range(min(aantal, 20))]
    maak_ronde(lijn.programma)
    for nummer in range(aantal):
        activiteit = maak_activiteit(lijn, f"a-{nummer}")
        Realisatie.objects.create(
            ronde=activiteit.programma.rondes.get(),
            activiteit=activiteit,
            lijn=lijn,
            titel=activiteit.titel,
            trekker=leden[nummer % len(leden)],
        )
    client = make_client(lijn, Rol.PROGRAMMAMANAGER)
    with django_assert_num_queries(7):
        assert client.get(ADRES).status_code == 200


# --- in short, on my own page ---


@pytest.mark.parametrize(
    ("rol", "verwacht"), [(Rol.PROGRAMMAMANAGER, True), (Rol.MEDEWERKER, False), (Rol.MEELEZER, False)]
)
def test_a_manager_sees_each_round_in_short(ronde, lijn, rol, verwacht):
    html = make_client(lijn, rol).get("/werk/").text
    assert ("<strong>6 van 9</strong> teksten zijn ingediend of klaar" in html) is verwacht
    assert (f'href="{ADRES}"' in html) is verwacht


def test_the_numbers_of_all_rounds_are_two_questions(ronde, lijn, django_assert_num_queries):
    najaar = maak_ronde(lijn.programma, "najaar-2024", peildatum=date(2024, 9, 30))
    with django_assert_num_queries(2):
        tellingen = count_voortgang([ronde, najaar], DEADLINE)
    assert [(tellingen[pk].geheel.totaal, tellingen[pk].dagen) for pk in (ronde.pk, najaar.pk)] == [
        (9, 0),
        (9, None),
    ]
