from datetime import date
from html.parser import HTMLParser

import pytest
from django.test import Client

from programmalijnen.models import Rapportageronde, Realisatie, Rol, Rondestaat, Teamlid
from programmalijnen.regels.begrippen import Vorm
from tests.bouwers import (
    maak_activiteit,
    maak_doel,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databank]

LIJST = "/werk/haven/augustus-2024/"


class Tabellezer(HTMLParser):
    """The cells of the first table body of a page, as text."""

    def __init__(self) -> None:
        super().__init__()
        self.rijen: list[list[str]] = []
        self.in_body = self.in_cel = self.klaar = False

    def handle_starttag(self, tag, attrs):
        self.in_body = not self.klaar and (self.in_body or tag == "tbody")
        if self.in_body and tag == "tr":
            self.rijen.append([])
        if self.in_body and tag in ("td", "th"):
            self.rijen[-1].append("")
            self.in_cel = True

    def handle_endtag(self, tag):
        self.klaar |= tag == "tbody"
        self.in_cel = self.in_cel and tag not in ("td", "th")

    def handle_data(self, data):
        if self.in_cel and self.in_body and not self.klaar:
            self.rijen[-1][-1] += data.strip()


def read_tabel(client: Client, url: str) -> list[list[str]]:
    lezer = Tabellezer()
    antwoord = client.get(url)
    assert antwoord.status_code == 200
    lezer.feed(antwoord.content.decode())
    return lezer.rijen


def titels(client: Client, query: str = "") -> list[str]:
    return [rij[1] for rij in read_tabel(client, LIJST + query)]


@pytest.fixture
def programma():
    return maak_programma()


@pytest.fixture
def lid(programma) -> Teamlid:
    return maak_teamlid(programma, Rol.MEDEWERKER, naam="Anna Bakker")


@pytest.fixture
def client(lid) -> Client:
    client = Client()
    client.force_login(lid.gebruiker)
    return client


@pytest.fixture
def ronde(programma, lid) -> Rapportageronde:
    """Lines 1 and 2; of each activiteit something else is asked, and one is asked of Anna."""
    een, twee = maak_lijn(programma, "1"), maak_lijn(programma, "2")
    maak_activiteit(een, "beroepentuin", schaal="stad")
    leerwerk = maak_activiteit(een, "leerwerk", groep="Voor Stad & Regio", schaal="stad & regio")
    maak_indicator(programma, activiteit=leerwerk)
    bram = maak_teamlid(programma, naam="Bram de Wit")
    centrum = maak_activiteit(twee, "centrum", soort="extra", schaal="stad", trekker=bram)
    maak_doel(programma, "", None, activiteit=centrum, vorm=Vorm.OPLEVERING, richting="")
    maak_activiteit(twee, "studentenfestival", schaal="regio", trekker=lid)
    return maak_ronde(programma)


def test_row_says_where_it_stands_of_whom_it_is_asked_and_what_is_missing(ronde, client):
    assert read_tabel(client, LIJST) == [
        ["2", "Studentenfestival", "Voor Stad, regio", "Anna Bakker (u)", "nog leeg", "tekst ontbreekt"],
        ["1", "Beroepentuin", "Voor Stad", "nog niemand", "nog leeg", "tekst ontbreekt"],
        [
            "1",
            "Leerwerk",
            "Voor Stad & Regio",
            "nog niemand",
            "nog leeg",
            "tekst ontbreekt, meting ontbreekt",
        ],
        ["2", "Centrumextra", "Voor Stad", "Bram de Wit", "nog leeg", "tekst ontbreekt, stap ontbreekt"],
    ]


def test_what_is_done_no_longer_comes_first(ronde, client, lid):
    Realisatie.objects.filter(activiteit__trekker=lid).update(tekst="Gehouden", staat="ingediend")
    assert titels(client)[-1] == "Studentenfestival"


@pytest.mark.parametrize(
    ("query", "verwacht"),
    [
        ("?lijn=lijn-2", ["Studentenfestival", "Centrumextra"]),
        ("?schaal=stad", ["Beroepentuin", "Centrumextra"]),
        ("?trekker=ik", ["Studentenfestival"]),
        ("?trekker=bram-de-wit", ["Centrumextra"]),
        ("?trekker=niemand", ["Beroepentuin", "Leerwerk"]),
        ("?stand=nog leeg&lijn=lijn-1", ["Beroepentuin", "Leerwerk"]),
    ],
)
def test_filter_shows_what_passes(ronde, client, query, verwacht):
    assert titels(client, query) == verwacht


def test_filter_that_nothing_passes_says_so(ronde, client):
    assert "Geen activiteit past bij deze keuze." in client.get(LIJST + "?stand=ingevuld").content.decode()


@pytest.mark.parametrize(
    ("query", "verwacht"),
    [
        ("?sort=activiteit", ["Beroepentuin", "Centrumextra", "Leerwerk", "Studentenfestival"]),
        ("?sort=-activiteit", ["Studentenfestival", "Leerwerk", "Centrumextra", "Beroepentuin"]),
        ("?sort=lijn", ["Beroepentuin", "Leerwerk", "Centrumextra", "Studentenfestival"]),
    ],
)
def test_header_orders(ronde, client, query, verwacht):
    assert titels(client, query) == verwacht


@pytest.mark.parametrize(
    "query",
    [
        "?page=0",
        "?page=-1",
        "?page=abc",
        "?page=9999999999999999999999",
        "?per_page=-1",
        "?per_page=20000",
        "?sort=wachtwoord",
        "?sort=-",
        "?sort=ronde__programma__teamleden__gebruiker__password",
        "?lijn=bestaat-niet",
        "?stand=gaar",
    ],
)
def test_nonsense_in_the_address_shows_the_first_page(ronde, client, query):
    assert len(titels(client, query)) == 4


def test_header_says_how_it_is_ordered(ronde, client):
    koppen = client.get(LIJST + "?sort=-trekker").content.decode().split("<th ")
    geordend = [kop for kop in koppen if "aria-sort" in kop]
    assert len(geordend) == 1
    assert 'aria-sort="descending"' in geordend[0]
    assert 'href="?sort=trekker"' in geordend[0]


def test_long_list_is_cut_on_the_server(programma, client):
    lijn = maak_lijn(programma)
    for nummer in range(101):
        maak_activiteit(lijn, f"a-{nummer:03}")
    maak_ronde(programma)
    assert [len(titels(client, f"?page={blad}&per_page=500")) for blad in (1, 2)] == [100, 1]


@pytest.mark.parametrize("aantal", [3, 300])
@pytest.mark.parametrize(
    ("url", "query", "queries"), [(LIJST, "", 8), (LIJST, "?trekker=ik", 9), ("/werk/", "", 8)]
)
def test_number_of_queries_is_the_same_at_3_and_300_rows(
    programma, lid, client, url, query, queries, aantal, django_assert_num_queries
):
    lijn = maak_lijn(programma)
    for nummer in range(aantal):
        activiteit = maak_activiteit(lijn, trekker=lid if nummer % 2 else None)
        maak_indicator(programma, activiteit=activiteit)
    maak_ronde(programma)
    client.get(url)
    with django_assert_num_queries(queries):
        client.get(url + query)


def test_my_work_holds_the_open_rounds_of_my_programmes_only(ronde, programma, lid, client):
    ander = maak_programma("ander")
    maak_activiteit(maak_lijn(ander), "niet van mij")
    maak_ronde(ander)
    gesloten = maak_ronde(programma, "najaar-2024", peildatum=date(2024, 9, 30))
    Rapportageronde.objects.filter(pk=gesloten.pk).update(staat=Rondestaat.GESLOTEN)
    assert [rij[1] for rij in read_tabel(client, "/werk/")] == [
        "Studentenfestival",
        "Beroepentuin",
        "Leerwerk",
        "Centrumextra",
    ]


def test_my_work_names_the_programme_when_there_are_more(ronde, lid, client):
    tweede = maak_programma("stad")
    maak_activiteit(maak_lijn(tweede), "wijkaanpak")
    maak_ronde(tweede)
    Teamlid.objects.create(gebruiker=lid.gebruiker, programma=tweede, rol=Rol.MEELEZER)
    rijen = read_tabel(client, "/werk/")
    assert [rij[0] for rij in rijen] == ["Haven"] * 4 + ["Stad"]


def test_my_work_of_somebody_without_a_programme_says_so():
    client = Client()
    client.force_login(maak_gebruiker("Cor", is_raadslid=True))
    antwoord = client.get("/werk/")
    assert "U hoort nog bij geen programma" in antwoord.content.decode()


def test_programme_page_leads_to_its_rounds(ronde, client):
    Rapportageronde.objects.filter(pk=ronde.pk).update(staat=Rondestaat.VASTGESTELD)
    maak_ronde(ronde.programma, "augustus-2025", peildatum=date(2025, 7, 31), jaar=2025)
    inhoud = client.get("/werk/haven/").content.decode()
    for url in (
        "/werk/haven/augustus-2024/",
        "/programmas/haven/augustus-2024/",
        "/programmas/haven/augustus-2025/concept/",
        "/werk/haven/financien/",
    ):
        assert f'href="{url}"' in inhoud


def test_round_of_another_programme_is_not_found(ronde, client):
    maak_ronde(maak_programma("ander"), "zomer-2024")
    paden = ("haven/zomer-2024", "ander/zomer-2024", "ander")
    assert [client.get(f"/werk/{pad}/").status_code for pad in paden] == [404, 404, 404]
