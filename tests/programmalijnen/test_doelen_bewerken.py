"""Editing doelen, indicatoren, mijlpalen and besluiten, as a browser does."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from programmalijnen.models import (
    Besluit,
    Categorie,
    Doel,
    Indicator,
    Meting,
    Mijlpaal,
    Programma,
    Rol,
    Rondestaat,
    Streefwaarde,
    Wijziging,
)
from programmalijnen.services.samenvoegen import Bewerking
from programmalijnen.services.schrijven import begin
from programmalijnen.services.vastleggen import Rijinvoer
from programmalijnen.services.versies import BLIJFT, save_doel
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_categorie,
    maak_doel,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)
from tests.formulier import send

pytestmark = pytest.mark.django_db

BASIS = "/werk/haven/structuur/"
PARTNERS = f"{BASIS}doelen/partners/"


@pytest.fixture
def programma() -> Programma:
    return maak_programma()


@pytest.fixture
def client(programma) -> Client:
    client = Client()
    client.force_login(maak_teamlid(programma, Rol.PROGRAMMAMANAGER).gebruiker)
    return client


@pytest.fixture
def doel(programma) -> Doel:
    lijn = maak_lijn(programma)
    indicator = maak_indicator(programma, "aantal-partners", lijn=lijn)
    return maak_doel(programma, "partners", 75, indicator=indicator, lijn=lijn)


@pytest.fixture
def besluit(programma) -> Besluit:
    return Besluit.objects.create(programma=programma, sleutel="kadernota", titel="Kadernota 2025")


def adopt(programma: Programma, slug: str = "augustus-2024", **velden) -> None:
    """Adopt a round after everything that exists now was made."""
    ronde = maak_ronde(programma, slug, **velden)
    with begin("stel vast", door=None, op=NU) as handeling:
        ronde.staat = Rondestaat.VASTGESTELD
        handeling.save(ronde)


# --- a doel ---


def test_new_doel_gets_its_place_and_the_days_of_its_period(client, programma):
    activiteit = maak_activiteit(maak_lijn(programma), "leerwerk")
    antwoord = send(
        client,
        f"{BASIS}doelen/nieuw/",
        omschrijving="100 leerwerktrajecten",
        vorm="getal",
        richting="meer",
        plek="activiteit.leerwerk",
        periode="2025-2028",
        streefwaarden__0__waarde="100",
    )
    assert antwoord.status_code == 302
    doel = Doel.objects.get()
    assert (doel.sleutel, doel.activiteit, doel.lijn) == ("100-leerwerktrajecten", activiteit, None)
    assert (doel.periode_van, doel.periode_tot) == (date(2025, 1, 1), date(2028, 12, 31))
    assert doel.streefwaarden.get().waarde == 100


def test_days_that_were_typed_are_kept(client, doel):
    send(client, PARTNERS, periode="voor de zomer", periode_tot="20 juni 2024")
    doel.refresh_from_db()
    assert (doel.periode, doel.periode_tot) == ("voor de zomer", date(2024, 6, 20))


def test_what_was_understood_of_the_period_is_said(client, doel):
    antwoord = send(client, PARTNERS, periode="Q2 2025")
    tekst = client.get(antwoord["Location"]).text
    assert "lezen wij als van 1 april 2025 tot en met 30 juni 2025" in tekst


def test_period_that_cannot_be_read_changes_no_day(client, doel):
    antwoord = send(client, PARTNERS, periode="zodra het kan")
    doel.refresh_from_db()
    assert (doel.periode, doel.periode_tot) == ("zodra het kan", date(2024, 12, 31))
    assert (
        "lezen wij geen dag. Begin en eind blijven: van 1 januari 2024"
        in client.get(antwoord["Location"]).text
    )


def test_moving_a_doel_leaves_its_old_place(client, doel, programma):
    maak_activiteit(doel.lijn, "leerwerk")
    send(client, PARTNERS, plek="activiteit.leerwerk")
    doel.refresh_from_db()
    assert (doel.activiteit.sleutel, doel.lijn) == ("leerwerk", None)


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"vorm": "tekst"}, "Dit past niet bij de vorm ‘in woorden, niet te meten’."),
        ({"vorm": "relatief"}, "Kies procent, procentpunt of ‘niet afgesproken’"),
        ({"marge": "2"}, "kies: ‘meer of minder, zonder getal’."),
        ({"vorm": "bandbreedte", "richting": ""}, "Bij een bandbreedte horen een laagste en een hoogste"),
        (
            {"vorm": "elders", "richting": "", "indicator": ""},
            "Zeg waar het doel dan wel wordt gerapporteerd.",
        ),
        ({"periode_van": "1-1-2025", "periode_tot": "1-1-2024"}, "Het eind ligt vóór het begin."),
        ({"streefwaarden__0__laag": "5"}, "Geef één getal, of een laagste en een hoogste waarde."),
    ],
)
def test_what_does_not_fit_is_explained_and_nothing_is_saved(client, doel, velden, melding):
    antwoord = send(client, PARTNERS, **velden)
    assert antwoord.status_code == 200
    assert melding in antwoord.text
    assert Doel.objects.get().versie == doel.versie


def test_start_is_a_measurement_of_the_same_indicator(client, doel, programma):
    ander = maak_meting(maak_indicator(programma), 20)
    assert "van een andere indicator" in send(client, PARTNERS, start=ander.sleutel).text
    eigen = maak_meting(doel.indicator, 40)
    send(client, PARTNERS, start=eigen.sleutel)
    doel.refresh_from_db()
    assert doel.start == eigen


def test_before_a_report_shows_it_a_target_is_simply_edited(client, doel):
    send(client, PARTNERS, streefwaarden__0__waarde="80")
    assert doel.streefwaarden.get().waarde == 80


# --- a target that a report shows ---


def test_target_that_a_report_shows_cannot_be_overwritten(client, doel, programma):
    adopt(programma)
    antwoord = send(client, PARTNERS, streefwaarden__0__waarde="60", reden="Minder geld")
    assert "U typte: ‘60’. Leg dat vast in een nieuwe regel." in antwoord.text
    assert doel.streefwaarden.get().waarde == 75


@pytest.mark.parametrize("manier", ["veranderen", "weghalen"])
def test_service_refuses_to_rewrite_what_a_report_shows(doel, programma, manier):
    adopt(programma)
    versie = doel.streefwaarden.get()
    deel = Bewerking(rij=versie, versie=versie.versie, ingevoerd={"waarde": 60}, geladen={"waarde": 75})
    delen = {"delen": (deel,)} if manier == "veranderen" else {"weg": (deel,)}
    invoer = Rijinvoer(hoofd=Bewerking(rij=doel, versie=doel.versie, ingevoerd={}), **delen)
    with pytest.raises(ValidationError, match="Dat blijft staan"):
        save_doel(invoer=invoer, door=None, op=NU, reden="Minder geld")
    assert doel.streefwaarden.get().waarde == 75
    assert "{versie}" in BLIJFT


def test_changed_target_is_a_new_version_beside_the_old_one(client, doel, programma, besluit):
    adopt(programma)
    nieuw = {"waarde": "60", "vanaf": "1-9-2024", "besluit": "kadernota", "reden": "Minder geld"}
    antwoord = send(client, PARTNERS, **{f"streefwaarden__1__{naam}": tekst for naam, tekst in nieuw.items()})
    assert antwoord.status_code == 302
    assert list(doel.streefwaarden.order_by("pk").values_list("waarde", flat=True)) == [75, 60]
    assert Wijziging.objects.filter(soort="streefwaarde").latest("pk").reden == "Minder geld"
    pagina = client.get("/werk/haven/doelen/partners/").text
    assert "ging op 1\N{NO-BREAK SPACE}september 2024 van 75 naar 60" in pagina


@pytest.mark.parametrize(
    ("veld", "melding"),
    [
        ("vanaf", "Zeg vanaf welke dag"),
        ("besluit", "Kies het besluit"),
        ("reden", "Zeg waarom de streefwaarde"),
    ],
)
def test_changed_target_accounts_for_itself(client, doel, programma, besluit, veld, melding):
    adopt(programma)
    nieuw = {"waarde": "60", "vanaf": "1-9-2024", "besluit": "kadernota", "reden": "Minder geld", veld: ""}
    velden = {f"streefwaarden__1__{naam}": tekst for naam, tekst in nieuw.items()}
    antwoord = send(client, PARTNERS, **velden)
    assert melding in antwoord.text
    assert Streefwaarde.objects.count() == 1


NIEUWE_VERSIE = {"waarde": "60", "vanaf": "1-9-2024", "besluit": "kadernota", "reden": "Minder geld"}


def send_deel(client: Client, deel: str, **getypt: str):
    return send(
        client, PARTNERS, **{f"streefwaarden__{deel}__{naam}": tekst for naam, tekst in getypt.items()}
    )


def test_version_that_no_report_shows_yet_is_mended(client, doel, programma, besluit):
    adopt(programma)
    send_deel(client, "1", **NIEUWE_VERSIE)
    assert send_deel(client, "1", waarde="65", vanaf="1-10-2024").status_code == 302
    assert send_deel(client, "1", waarde="66").status_code == 302
    rijen = doel.streefwaarden.order_by("pk").values_list("waarde", "vanaf")
    assert list(rijen) == [(75, None), (66, date(2024, 10, 1))]
    assert "Zeg vanaf welke dag" in send_deel(client, "1", vanaf="").text


def test_version_that_no_report_shows_yet_is_removed(client, doel, programma, besluit):
    adopt(programma)
    send_deel(client, "1", **NIEUWE_VERSIE)
    send(client, PARTNERS, streefwaarden__1__DELETE="on", reden="Het besluit ging niet door")
    assert doel.streefwaarden.get().waarde == 75


def test_version_that_a_later_report_shows_stays(client, doel, programma, besluit):
    adopt(programma)
    send_deel(client, "1", **NIEUWE_VERSIE)
    adopt(programma, "najaar-2024", peildatum=date(2024, 9, 30))
    assert "Leg dat vast in een nieuwe regel." in send_deel(client, "1", waarde="65").text
    assert list(doel.streefwaarden.order_by("pk").values_list("waarde", flat=True)) == [75, 60]


def test_page_of_a_shown_doel_asks_as_much_with_more_versions(
    client, doel, programma, besluit, django_assert_num_queries
):
    adopt(programma)
    for maand in range(9, 13):
        Streefwaarde.objects.create(doel=doel, waarde=60, vanaf=date(2024, maand, 1), besluit=besluit)
    with django_assert_num_queries(19):
        client.get(PARTNERS)


def test_page_of_a_doel_asks_as_much_at_any_length(client, doel, programma, django_assert_num_queries):
    for jaar in range(2010, 2020):
        maak_meting(doel.indicator, 5, periode=str(jaar), periode_van=None, peildatum=date(jaar, 12, 31))
        maak_activiteit(doel.lijn)
        maak_doel(programma)
    with django_assert_num_queries(17):
        client.get(PARTNERS)


# --- indicatoren, mijlpalen, besluiten ---


def test_indicator_is_made_with_its_categories(client, programma):
    send(
        client,
        f"{BASIS}indicatoren/nieuw/",
        naam="Inwoners op een duurzame plek",
        eenheid="inwoners",
        decimalen="1",
        soort="stroom",
        categorieen_sluiten_uit="ja",
        categorieen__0__naam="betaald werk",
        categorieen__0__telt_mee="ja",
        categorieen__1__naam="meer uren",
    )
    indicator = Indicator.objects.get()
    assert (indicator.decimalen, indicator.categorieen_sluiten_uit) == (1, True)
    rijen = indicator.categorieen.order_by("volgorde").values_list("naam", "telt_mee")
    assert list(rijen) == [("betaald werk", True), ("meer uren", None)]


def test_category_that_was_measured_stays(client, programma):
    indicator = maak_indicator(programma, "plekken")
    maak_meting(indicator, 5, categorie=maak_categorie(indicator, "meer uren"))
    antwoord = send(client, f"{BASIS}indicatoren/plekken/", categorieen__0__DELETE="on")
    assert (antwoord.status_code, Categorie.objects.count()) == (200, 1)
    assert "staan metingen" in antwoord.text


def test_moved_milestone_keeps_its_first_date(client, programma):
    send(
        client,
        f"{BASIS}mijlpalen/nieuw/",
        titel="Opening",
        mijlpaalstanden__0__bekend_op="31-7-2024",
        mijlpaalstanden__0__tijdspad="Q3 2024",
    )
    mijlpaal = Mijlpaal.objects.get()
    adopt(programma)
    send(
        client,
        f"{BASIS}mijlpalen/opening/",
        mijlpaalstanden__1__bekend_op="30-9-2024",
        mijlpaalstanden__1__tijdspad="Q2 2025",
        mijlpaalstanden__1__staat="verschoven",
        mijlpaalstanden__1__reden="Later gestart",
    )
    standen = mijlpaal.standen.order_by("bekend_op").values_list("tijdspad", "staat")
    assert list(standen) == [("Q3 2024", "gepland"), ("Q2 2025", "verschoven")]
    assert Wijziging.objects.filter(soort="mijlpaalstand").latest("pk").reden == "Later gestart"


def test_stand_that_no_report_shows_yet_is_mended(client, programma):
    adres = f"{BASIS}mijlpalen/opening/"
    eerste = {"titel": "Opening", "mijlpaalstanden__0__bekend_op": "31-7-2024"}
    send(client, f"{BASIS}mijlpalen/nieuw/", mijlpaalstanden__0__tijdspad="Q3 2024", **eerste)
    adopt(programma)
    send(client, adres, mijlpaalstanden__1__bekend_op="30-9-2024", mijlpaalstanden__1__tijdspad="Q2 2052")
    send(client, adres, mijlpaalstanden__1__tijdspad="Q2 2025")
    assert "Leg dat vast in een nieuwe regel." in send(client, adres, mijlpaalstanden__0__tijdspad="Q4").text
    standen = Mijlpaal.objects.get().standen.order_by("bekend_op").values_list("tijdspad", flat=True)
    assert list(standen) == ["Q3 2024", "Q2 2025"]


def test_milestone_says_when_and_why_it_moved(client, programma):
    adres = f"{BASIS}mijlpalen/nieuw/"
    assert "Zeg wanneer de mijlpaal gepland is" in send(client, adres, titel="Opening").text
    stand = {"bekend_op": "31-7-2024", "tijdspad": "Q3", "staat": "verschoven"}
    velden = {f"mijlpaalstanden__0__{naam}": tekst for naam, tekst in stand.items()}
    assert "Zeg waarom de mijlpaal is verschoven" in send(client, adres, titel="Opening", **velden).text


def test_milestone_of_which_nobody_knows_what_became_keeps_its_heading(client, programma):
    send(
        client,
        f"{BASIS}mijlpalen/nieuw/",
        titel="Gezamenlijk beeld",
        groep="Oorspronkelijke planning",
        mijlpaalstanden__0__bekend_op="31-3-2024",
        mijlpaalstanden__0__tijdspad="tot en met augustus 2022",
        mijlpaalstanden__0__staat="niet vermeld",
    )
    mijlpaal = Mijlpaal.objects.get()
    assert (mijlpaal.groep, mijlpaal.standen.get().staat) == ("Oorspronkelijke planning", "niet vermeld")


def test_address_of_a_besluit_leads_to_a_page(client, programma):
    adres = f"{BASIS}besluiten/nieuw/"
    antwoord = send(client, adres, titel="Kadernota", url="javascript:alert(1)")
    assert "Dit webadres klopt niet" in antwoord.text
    send(client, adres, titel="Kadernota", url="raad.voorbeeld.nl/kadernota")
    assert Besluit.objects.get().url == "https://raad.voorbeeld.nl/kadernota"


def test_doel_says_whether_it_is_a_result_or_an_effect(client, doel):
    send(client, PARTNERS, niveau="maatschappelijk effect")
    doel.refresh_from_db()
    assert doel.niveau == "maatschappelijk effect"


def test_besluit_is_added_and_removed(client, programma):
    send(client, f"{BASIS}besluiten/nieuw/", titel="Kadernota", nummer="2024-1", datum="1-7-2024")
    assert (Besluit.objects.get().sleutel, Besluit.objects.get().datum) == (
        "kadernota-2024-1",
        date(2024, 7, 1),
    )
    send(client, f"{BASIS}besluiten/kadernota-2024-1/weghalen/")
    assert Besluit.objects.count() == 0


# --- metingen ---

METINGEN = "/werk/haven/indicatoren/aantal-partners/"


def test_measurement_over_another_period_is_added_once(client, doel):
    velden = {"periode": "schooljaar 2022-2023", "waarde": "circa 40", "is_nulmeting": "on"}
    assert send(client, f"{METINGEN}nieuw/", **velden).status_code == 302
    antwoord = send(client, f"{METINGEN}nieuw/", **velden)
    assert "staat er al een meting" in antwoord.text
    meting = Meting.objects.get()
    assert (meting.waarde, meting.precisie, meting.is_nulmeting) == (40, "circa", True)
    assert meting.peildatum == date(2023, 7, 31)


def test_measurement_is_corrected_in_place_before_a_report_rests_on_it(client, doel):
    meting = maak_meting(doel.indicator, 67)
    send(client, f"{METINGEN}metingen/{meting.sleutel}/", waarde="70")
    assert Meting.objects.get().waarde == 70


def test_measurement_in_a_report_gets_a_successor_with_a_reason(client, doel, programma):
    meting = maak_meting(doel.indicator, 67)
    adopt(programma)
    adres = f"{METINGEN}metingen/{meting.sleutel}/"
    assert Meting.objects.count() == 1
    assert send(client, adres, waarde="70").status_code == 200
    send(client, adres, waarde="70", reden="Telfout")
    assert list(Meting.objects.order_by("pk").values_list("waarde", "vervangen")) == [(67, True), (70, False)]
    assert "stond er eerst" in client.get(METINGEN).text
    assert client.get(adres).status_code == 404


def test_value_changed_by_a_colleague_meanwhile_is_not_overwritten(client, doel):
    meting = maak_meting(doel.indicator, 67)
    antwoord = send(client, f"{METINGEN}metingen/{meting.sleutel}/", waarde="70", versie="99")
    assert "intussen" in antwoord.text
    assert Meting.objects.get().waarde == 67


def test_medewerker_writes_metingen_only_while_a_round_is_open(doel, programma):
    client = Client()
    client.force_login(maak_teamlid(programma).gebruiker)
    assert client.get(f"{METINGEN}nieuw/").status_code == 403
    maak_ronde(programma)
    assert client.get(f"{METINGEN}nieuw/").status_code == 200


def test_list_of_metingen_costs_the_same_at_any_length(client, doel, django_assert_num_queries):
    for jaar in range(2010, 2020):
        maak_meting(doel.indicator, 5, periode=str(jaar), periode_van=None, peildatum=date(jaar, 12, 31))
    with django_assert_num_queries(6):
        client.get(METINGEN)
