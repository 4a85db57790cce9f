"""The pages on which a team fills in, seen through a browser's requests."""

from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest
from django.test import Client

from programmalijnen.models import Meting, Opgave, Rapportageronde, Realisatie, Rol, Rondestaat
from programmalijnen.regels.begrippen import Soort, Vorm
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_doel,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)

pytestmark = pytest.mark.django_db

RONDE = "/werk/haven/augustus-2024/"
PAGINA = f"{RONDE}activiteiten/leerwerk/"
WAARDE = "meting.trajecten.2024-07-31"


class Veldlezer(HTMLParser):
    """What a browser would send from the form of a page: {name: value}."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.velden: dict[str, str] = {}
        self.tekstvak = self.keuzelijst = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        veld = dict(attrs)
        if tag == "input" and veld.get("type") != "radio" and veld.get("name"):
            self.velden[veld["name"]] = veld.get("value") or ""
        elif tag == "textarea":
            self.tekstvak = veld["name"]
            self.velden[self.tekstvak] = ""
        elif tag == "select":
            self.keuzelijst = veld["name"]
            self.velden[self.keuzelijst] = ""
        elif tag == "option" and self.keuzelijst and "selected" in veld:
            self.velden[self.keuzelijst] = veld["value"]

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.velden[self.tekstvak] = self.velden[self.tekstvak].removeprefix("\n")
            self.tekstvak = ""
        elif tag == "select":
            self.keuzelijst = ""

    def handle_data(self, data):
        if self.tekstvak:
            self.velden[self.tekstvak] += data


def read_velden(antwoord) -> dict[str, str]:
    return Veldlezer(antwoord.content.decode()).velden


def text_of(antwoord) -> str:
    return unescape(antwoord.content.decode())


@pytest.fixture
def programma():
    """Two activiteiten; on the first hang a stroom with a doel and an oplevering."""
    programma = maak_programma()
    lijn = maak_lijn(programma, "1.1")
    activiteit = maak_activiteit(lijn, "leerwerk")
    indicator = maak_indicator(programma, "trajecten", activiteit=activiteit, eenheid="trajecten")
    maak_doel(programma, "honderd", indicator=indicator, activiteit=activiteit)
    maak_doel(programma, "centrum", None, activiteit=activiteit, vorm=Vorm.OPLEVERING, richting="")
    maak_activiteit(lijn, "studentenfestival")
    maak_indicator(programma, "werkloosheid", lijn=lijn, soort=Soort.STAND, eenheid="%", decimalen=1)
    maak_ronde(programma)
    return programma


def login(gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


@pytest.fixture
def anna(programma) -> Client:
    return login(maak_teamlid(programma, naam="Anna").gebruiker)


@pytest.fixture
def bram(programma) -> Client:
    return login(maak_teamlid(programma, naam="Bram").gebruiker)


def typ(client: Client, /, pagina: str = PAGINA, **velden: str):
    """Open the page, type, save."""
    return client.post(pagina, read_velden(client.get(pagina)) | velden)


def test_saving_goes_back_to_the_page_and_says_so(anna):
    antwoord = typ(anna, **{"tekst": "Zestig gestart.", WAARDE: "circa 60"})
    assert (antwoord.status_code, antwoord["Location"]) == (302, PAGINA)
    pagina = text_of(anna.get(PAGINA))
    assert "Opgeslagen om" in pagina
    assert "circa 60 van 100 (60%)" in pagina
    assert "op schema" in pagina


def test_save_and_go_on_leads_to_the_next_page(anna):
    assert typ(anna, tekst="Klaar", volgende="1")["Location"] == f"{RONDE}activiteiten/studentenfestival/"


def test_nothing_changed_is_said(anna):
    typ(anna)
    assert "niets veranderd" in text_of(anna.get(PAGINA))


def test_getting_a_page_changes_nothing(anna):
    voor = list(Realisatie.objects.values())
    anna.get(PAGINA)
    assert list(Realisatie.objects.values()) == voor


def test_figures_stand_under_the_text(anna):
    typ(anna, **{WAARDE: "ruim 60"})
    assert '<strong class="dm-getal">ruim 60</strong>' in text_of(anna.get(PAGINA))


def test_last_round_stands_beside_the_fields(anna, programma):
    typ(anna, **{"tekst": "Zestig gestart.", WAARDE: "60", "bron.trajecten.2024-07-31": "SDD"})
    maak_ronde(programma, "augustus-2025", peildatum=date(2025, 7, 31), jaar=2025, label="t/m juli 2025")
    pagina = text_of(anna.get("/werk/haven/augustus-2025/activiteiten/leerwerk/"))
    assert "<p>Zestig gestart.</p>" in pagina
    assert pagina.count('<span class="dm-getal">60, t/m juli 2024</span>') == 2
    assert "eindstand 2024" in pagina


@pytest.mark.parametrize(
    ("getypt", "zin"),
    [
        ("1,234.56", "Dit getal kunnen wij niet lezen"),
        ("3 ton", "Schrijf dan: niet gemeten of niet van toepassing."),
        ("-", "Een streepje kan nul of onbekend betekenen"),
        ("37,5", "Dit is een heel getal"),
        ("999999999999999", "Dit getal is te groot"),
        ("6\x000", "onzichtbaar teken"),
    ],
)
def test_value_that_cannot_be_read_is_explained_and_kept(anna, getypt, zin):
    antwoord = typ(anna, **{"tekst": "Blijft staan", WAARDE: getypt})
    assert antwoord.status_code == 200
    assert zin in text_of(antwoord)
    velden = read_velden(antwoord)
    assert (velden["tekst"], velden[WAARDE]) == ("Blijft staan", getypt)
    assert not Meting.objects.exists()


@pytest.mark.parametrize("getypt", ["n.v.t.", "NVT", "Niet van toepassing"])
def test_niet_van_toepassing_may_be_abbreviated(anna, getypt):
    typ(anna, **{WAARDE: getypt})
    assert (Meting.objects.get().waarde, Meting.objects.get().toestand) == (None, "niet van toepassing")


def test_value_of_an_unknown_period_is_not_taken_for_an_unknown_value(anna, programma):
    typ(anna, **{WAARDE: "15"})
    Meting.objects.update(periode="niet vermeld")
    maak_ronde(programma, "najaar-2024", peildatum=date(2024, 9, 30))
    pagina = text_of(anna.get("/werk/haven/najaar-2024/activiteiten/leerwerk/"))
    assert '<span class="dm-getal">15, periode niet vermeld</span>' in pagina


def test_mistake_is_named_above_the_form_with_a_link_to_its_field(anna):
    antwoord = typ(anna, **{WAARDE: "veel"})
    assert f'<a href="#id_{WAARDE}">Trajecten: Dit getal' in text_of(antwoord)


def test_too_long_a_text_is_refused_before_the_database(anna):
    antwoord = typ(anna, tekst="a" * 20_001)
    assert antwoord.status_code == 200
    assert "Deze tekst is te lang: 20001 tekens. Er passen er hoogstens 20000." in text_of(antwoord)
    assert len(read_velden(antwoord)["tekst"]) == 20_001


@pytest.mark.parametrize("veld", ["tekst", "oordeel_oorzaak", "woorden.centrum"])
def test_control_character_is_refused_in_a_sentence(anna, veld):
    antwoord = typ(anna, **{veld: "a\x1bb"})
    assert "onzichtbaar teken" in text_of(antwoord)


def test_line_ends_of_word_and_windows_become_ours(anna):
    typ(anna, tekst="een\r\ntwee\x0bdrie  \n\n")
    assert Realisatie.objects.get(activiteit__sleutel="leerwerk").tekst == "een\ntwee\ndrie"


def test_different_fields_of_two_people_merge_and_it_is_said(anna, bram):
    van_anna = read_velden(anna.get(PAGINA))
    typ(bram, tekst="Van Bram")
    anna.post(PAGINA, van_anna | {WAARDE: "60"})
    assert "Een collega veranderde intussen: Tekst." in text_of(anna.get(PAGINA))
    assert read_velden(anna.get(PAGINA))["tekst"] == "Van Bram"


@pytest.fixture
def botsing(anna, bram):
    """Anna's page after she saved a text that Bram changed too, and a value of her own."""
    van_anna = read_velden(anna.get(PAGINA))
    typ(bram, tekst="Van Bram")
    return anna.post(PAGINA, van_anna | {"tekst": "Van Anna", WAARDE: "60"})


def test_same_field_of_two_people_shows_both_texts(botsing):
    assert botsing.status_code == 409
    assert "<p>Van Bram</p>" in text_of(botsing)
    assert "Van Bram, " in text_of(botsing)
    velden = read_velden(botsing)
    assert (velden["tekst"], velden[WAARDE]) == ("Van Anna", "60")
    assert not Meting.objects.exists()


@pytest.mark.parametrize(("keuze", "tekst"), [("mijn", "Van Anna"), ("hun", "Van Bram")])
def test_choice_settles_it_and_saves_the_rest(anna, botsing, keuze, tekst):
    antwoord = anna.post(PAGINA, read_velden(botsing) | {"keuze.tekst": keuze})
    assert antwoord.status_code == 302
    velden = read_velden(anna.get(PAGINA))
    assert (velden["tekst"], velden[WAARDE]) == (tekst, "60")


def test_own_text_may_still_be_edited_in_a_conflict(anna, botsing):
    anna.post(PAGINA, read_velden(botsing) | {"keuze.tekst": "mijn", "tekst": "Van ons beiden"})
    assert read_velden(anna.get(PAGINA))["tekst"] == "Van ons beiden"


def test_conflict_without_a_choice_stays_a_conflict(anna, botsing):
    weer = anna.post(PAGINA, read_velden(botsing))
    assert weer.status_code == 409
    assert "<p>Van Bram</p>" in text_of(weer)
    assert read_velden(anna.get(PAGINA))["tekst"] == "Van Bram"


def test_third_text_in_between_asks_again(anna, bram, botsing):
    typ(bram, tekst="Bram nog eens")
    weer = anna.post(PAGINA, read_velden(botsing) | {"keuze.tekst": "mijn"})
    assert weer.status_code == 409
    assert "<p>Bram nog eens</p>" in text_of(weer)


@pytest.mark.parametrize(("keuze", "oordeel"), [("mijn", "afgerond"), ("hun", "op schema")])
def test_choice_settles_a_field_that_goes_with_one_both_wrote_the_same(anna, bram, keuze, oordeel):
    """An oordeel goes with its horizon; both wrote "dit jaar" there."""
    van_anna = read_velden(anna.get(PAGINA))
    typ(bram, oordeel="op schema", oordeel_horizon="dit jaar")
    botsing = anna.post(PAGINA, van_anna | {"oordeel": "afgerond", "oordeel_horizon": "dit jaar"})
    assert botsing.status_code == 409
    assert anna.post(PAGINA, read_velden(botsing) | {"keuze.oordeel": keuze}).status_code == 302
    assert read_velden(anna.get(PAGINA))["oordeel"] == oordeel


def test_round_that_closed_meanwhile_keeps_what_was_typed_in_sight(anna):
    velden = read_velden(anna.get(PAGINA))
    Rapportageronde.objects.update(staat=Rondestaat.GESLOTEN, gesloten_op=NU)
    antwoord = anna.post(PAGINA, velden | {"tekst": "Net te laat"})
    assert antwoord.status_code == 409
    assert text_of(antwoord).count("De ronde is gesloten") == 1
    assert "is niet opgeslagen" in text_of(antwoord)
    assert read_velden(antwoord)["tekst"] == "Net te laat"
    assert "Opslaan" not in text_of(antwoord)


def test_locked_round_says_why_and_shows_what_there_is(anna):
    typ(anna, tekst="Zestig gestart.")
    Rapportageronde.objects.update(staat=Rondestaat.VASTGESTELD)
    pagina = text_of(anna.get(PAGINA))
    assert "is vastgesteld" in pagina
    assert "<p>Zestig gestart.</p>" in pagina
    assert "<textarea" not in pagina


def test_correcting_an_adopted_value_asks_the_reason(anna, programma):
    typ(anna, **{WAARDE: "60"})
    maak_ronde(programma, "najaar-2024", peildatum=date(2024, 9, 30))
    Rapportageronde.objects.filter(slug="najaar-2024").update(staat=Rondestaat.VASTGESTELD)
    antwoord = typ(anna, **{WAARDE: "61"})
    assert "Zeg waarom u hem verbetert" in text_of(antwoord)
    velden = read_velden(antwoord)
    assert (velden[WAARDE], velden["reden"]) == ("61", "")
    assert anna.post(PAGINA, velden | {"reden": "Eén dossier was vergeten"}).status_code == 302


@pytest.fixture
def volgende(anna, programma) -> str:
    """The page in the round after one in which 60 was adopted."""
    typ(anna, **{WAARDE: "60", "bron.trajecten.2024-07-31": "SDD"})
    Rapportageronde.objects.update(staat=Rondestaat.VASTGESTELD)
    maak_ronde(programma, "augustus-2025", peildatum=date(2025, 7, 31), jaar=2025, label="t/m juli 2025")
    return "/werk/haven/augustus-2025/activiteiten/leerwerk/"


def test_mistake_in_an_adopted_value_is_corrected_with_a_reason(anna, volgende):
    antwoord = typ(anna, volgende, **{WAARDE: "61"})
    assert "Zeg waarom u hem verbetert" in text_of(antwoord)
    assert '<details class="dm-open" open>' in text_of(antwoord)
    assert anna.post(volgende, read_velden(antwoord) | {"reden": "Een dossier vergeten"}).status_code == 302
    waarden = Meting.objects.order_by("pk").values_list("waarde", "vervangen", "bron")
    assert list(waarden) == [(60, True, "SDD"), (61, False, "SDD")]
    assert '<span class="dm-getal">61, t/m juli 2024</span>' in text_of(anna.get(volgende))


def test_earlier_value_is_no_figure_of_this_round(anna, volgende):
    pagina = text_of(anna.get(volgende))
    assert "nog geen cijfers in deze ronde" in pagina
    assert '<details class="dm-open">' in pagina
    assert "Een eerder cijfer verbeteren" in pagina


def test_earlier_value_is_not_offered_to_who_reads(anna, volgende, programma):
    lezer = login(maak_teamlid(programma, Rol.MEELEZER, naam="Mees").gebruiker)
    assert "Een eerder cijfer verbeteren" not in text_of(lezer.get(volgende))


@pytest.mark.parametrize(
    ("opgave", "velden"),
    [
        (Opgave.HIER, {"tekst", "oordeel"}),
        (Opgave.ELDERS, set()),
        (Opgave.NIET_GERAPPORTEERD, set()),
        (Opgave.IN_ONDERDELEN, set()),
    ],
)
def test_text_is_asked_only_where_the_report_prints_it(anna, opgave, velden):
    Realisatie.objects.update(opgave=opgave)
    assert {"tekst", "oordeel"} & read_velden(anna.get(PAGINA)).keys() == velden


def test_text_from_before_it_was_reported_elsewhere_stays_in_sight(anna):
    typ(anna, tekst="Zestig gestart.")
    Realisatie.objects.update(opgave=Opgave.ELDERS)
    assert read_velden(anna.get(PAGINA))["tekst"] == "Zestig gestart."


def test_page_on_which_nothing_is_asked_has_no_button_to_save(anna):
    Realisatie.objects.update(opgave=Opgave.ELDERS)
    pagina = text_of(anna.get(f"{RONDE}activiteiten/studentenfestival/"))
    assert "Hier wordt u niets gevraagd." in pagina
    assert "Opslaan" not in pagina


def test_milder_oordeel_than_the_koers_asks_to_explain(anna):
    typ(anna, **{WAARDE: "5", "oordeel": "op schema", "oordeel_horizon": "dit jaar"})
    assert "maar een doel over dit jaar is ‘achter’" in text_of(anna.get(PAGINA))


def test_jump_is_remarked_and_not_refused(anna, programma):
    typ(anna, **{WAARDE: "60"})
    maak_ronde(programma, "najaar-2024", peildatum=date(2024, 9, 30))
    url = "/werk/haven/najaar-2024/activiteiten/leerwerk/"
    typ(anna, url, **{"meting.trajecten.2024-09-30": "6000"})
    assert "wordt meer dan tien keer zo groot, van 60 naar 6.000" in text_of(anna.get(url))


def test_toelichting_of_a_numbered_line_has_a_page(anna):
    url = f"{RONDE}toelichtingen/1.1-voortgang/"
    assert typ(anna, url, tekst="De lijn loopt.").status_code == 302
    assert read_velden(anna.get(url))["tekst"] == "De lijn loopt."


def test_indicator_without_activiteit_has_a_page(anna):
    url = f"{RONDE}indicatoren/werkloosheid/"
    typ(anna, url, **{"meting.werkloosheid.2024-07-31": "3,5%"})
    assert Meting.objects.get().waarde == 3.5


@pytest.mark.parametrize(
    "pad",
    [
        "activiteiten/bestaat-niet",
        "indicatoren/bestaat-niet",
        "toelichtingen/9-voortgang",
    ],
)
def test_page_that_is_not_there_is_not_found(anna, pad):
    assert anna.get(f"{RONDE}{pad}/").status_code == 404


@pytest.mark.parametrize(
    ("rol", "lezen", "schrijven"),
    [
        (Rol.MEELEZER, 200, 403),
        (Rol.MEDEWERKER, 200, 302),
        (Rol.PROGRAMMAMANAGER, 200, 302),
    ],
)
def test_who_may_read_and_who_may_write(programma, rol, lezen, schrijven):
    client = login(maak_teamlid(programma, rol).gebruiker)
    pagina = client.get(PAGINA)
    assert pagina.status_code == lezen
    assert ("Opslaan" in text_of(pagina)) is (schrijven == 302)
    assert client.post(PAGINA, read_velden(pagina)).status_code == schrijven


@pytest.mark.parametrize("wie", [{"is_raadslid": True}, {}])
def test_outsiders_find_nothing(programma, wie):
    client = login(maak_gebruiker("Cor", **wie))
    assert [client.get(PAGINA).status_code, client.post(PAGINA).status_code] == [404, 404]


def test_stranger_goes_to_the_log_in_page():
    assert Client().get(PAGINA)["Location"] == f"/inloggen/?next={PAGINA}"


@pytest.mark.parametrize("aantal", [3, 100])
def test_page_takes_as_many_queries_among_3_and_among_100(programma, anna, aantal, django_assert_num_queries):
    lijn = programma.rondes.get().realisaties.first().lijn
    for _ in range(aantal):
        activiteit = maak_activiteit(lijn)
        maak_indicator(programma, activiteit=activiteit)
    ronde = maak_ronde(programma, "najaar-2024", peildatum=date(2024, 9, 30))
    url = f"/werk/haven/{ronde.slug}/activiteiten/leerwerk/"
    anna.get(url)
    with django_assert_num_queries(15):
        anna.get(url)
