"""The trail as people read it: by act, in words, filtered, as a file."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from openpyxl import load_workbook

from programmalijnen.bouwen import spoorbestand
from programmalijnen.bouwen.spoor import HANDELINGEN_PER_BLAD
from programmalijnen.models import Activiteit, Mijlpaal, Realisatie, Rol, Wijziging
from programmalijnen.services.schrijven import begin
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_financiering,
    maak_gebruiker,
    maak_lijn,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databank]

ADRES = "/werk/haven/wijzigingen/"
QUERIES = 13


@pytest.fixture
def programma():
    return maak_programma()


@pytest.fixture
def lijn(programma):
    return maak_lijn(programma, "1", titel="Water")


@pytest.fixture
def manager(programma):
    return maak_teamlid(programma, Rol.PROGRAMMAMANAGER, "Mila").gebruiker


@pytest.fixture
def pagina(client, manager):
    client.force_login(manager)
    return lambda vraag="": client.get(f"{ADRES}{vraag}")


def save(*rijen, naam: str = "leg vast", door=None, op=NU, reden: str = "") -> None:
    with begin(naam, door=door, op=op, reden=reden) as handeling:
        for rij in rijen:
            handeling.save(rij)


def acts(antwoord) -> list[tuple[str, str]]:
    return [(kaart.titel, kaart.samenvatting) for kaart in antwoord.context["handelingen"]]


def told(antwoord) -> list[tuple[str, str, str]]:
    """(field, old, new) of all rows shown on the page."""
    regels = [regel for kaart in antwoord.context["handelingen"] for regel in kaart.regels]
    return [(veld.naam, veld.oud, veld.nieuw) for regel in regels for veld in regel.velden]


def test_an_act_is_one_thing_that_can_be_opened(pagina, programma, lijn, manager, client):
    for nummer in range(9):
        maak_activiteit(lijn, f"activiteit-{nummer}")
    maak_ronde(programma)
    rijen = list(Realisatie.objects.all())
    for rij in rijen:
        rij.staat = "akkoord"
    save(*rijen, naam="geef akkoord", door=manager)
    antwoord = pagina()
    assert acts(antwoord)[0] == ("Akkoord gegeven", "9\N{NO-BREAK SPACE}realisaties gewijzigd")
    kaart = antwoord.context["handelingen"][0]
    assert (kaart.door, kaart.regels) == (manager, ())
    geopend = client.get(f"{ADRES}{kaart.id}/")
    assert [regel.nummer for regel in geopend.context["regels"]] == list(range(1, 10))


def test_names_and_values_are_in_words(pagina, lijn, manager):
    kade = maak_activiteit(lijn, "kade", titel="Kade verbreden", trekker=None)
    kade.projectomvang, kade.lijn = 125_000, maak_lijn(lijn.programma, "2", titel="Land")
    kade.gearchiveerd, kade.trekker = True, manager.teamleden.get()
    save(kade, reden="Besluit van de raad")
    antwoord = pagina()
    assert sorted(told(antwoord)) == [
        ("gearchiveerd", "nee", "ja"),
        ("lijn", "1 Water", "2 Land"),
        ("projectomvang", "", "€ 125.000"),
        ("trekker", "", "Mila"),
    ]
    assert "Kade verbreden" in antwoord.text
    assert "Besluit van de raad" in antwoord.text


def test_long_text_shows_the_words_that_differ(pagina, lijn):
    kade = maak_activiteit(
        lijn, "kade", partners="De haven en de stad werken hier samen aan, sinds het voorjaar."
    )
    kade.partners = kade.partners.replace("stad", "regio")
    save(kade)
    tekst = pagina().text
    assert "<del> stad</del><ins> regio</ins>" in tekst


def test_deleted_row_keeps_the_title_it_had(pagina, programma, lijn):
    mijlpaal = Mijlpaal(programma=programma, lijn=lijn, titel="Eerste paal", sleutel="paal")
    save(mijlpaal)
    with begin("haal weg", door=None, op=NU) as handeling:
        handeling.delete(mijlpaal)
    titels = [kaart.regels[0].titel for kaart in pagina().context["handelingen"]]
    assert titels == ["Eerste paal", "Eerste paal"]


def test_object_with_a_page_of_its_own_is_a_link(pagina, programma, lijn):
    maak_activiteit(lijn, "kade")
    maak_ronde(programma)
    rij = Realisatie.objects.get()
    rij.tekst = "Klaar."
    save(rij, naam="vul in")
    geld = maak_financiering(lijn, 5, sleutel="eerste")
    geld.toelichting = "Nieuw"
    save(geld)
    adressen = [kaart.regels[0].adres for kaart in pagina().context["handelingen"][:2]]
    assert adressen == [
        "/werk/haven/financien/financiering/eerste/",
        "/werk/haven/augustus-2024/activiteiten/kade/",
    ]


def test_who_does_not_manage_is_led_to_the_overview(client, programma, lijn):
    kade = maak_activiteit(lijn, "kade")
    kade.titel = "Kade Oost"
    save(kade)
    gevonden = {}
    for rol in (Rol.PROGRAMMAMANAGER, Rol.MEELEZER):
        client.force_login(maak_teamlid(programma, rol).gebruiker)
        gevonden[rol] = client.get(ADRES).context["handelingen"][0].regels[0].adres
    assert gevonden == {
        Rol.PROGRAMMAMANAGER: "/werk/haven/structuur/activiteiten/kade/",
        Rol.MEELEZER: "/werk/haven/structuur/",
    }


@pytest.mark.parametrize(
    ("vraag", "gevonden"),
    [
        ("", ["Vastgelegd", "Ingevuld", "Ingevuld"]),
        ("?naam=leg+vast", ["Vastgelegd"]),
        ("?door=systeem", ["Vastgelegd"]),
        ("?door=mila@voorbeeld.nl", ["Ingevuld", "Ingevuld"]),
        ("?soort=programmalijn", ["Vastgelegd"]),
        ("?soort=activiteit&sleutel=kade", ["Ingevuld"]),
        ("?woord=één", ["Ingevuld"]),
        ("?woord=verslag", ["Vastgelegd"]),
        ("?van=2024-08-21", ["Vastgelegd"]),
        ("?tot=2024-08-20", ["Ingevuld", "Ingevuld"]),
        ("?van=0001-01-01&tot=9999-12-31", ["Vastgelegd", "Ingevuld", "Ingevuld"]),
        ("?van=gisteren&naam=bestaat-niet&page=99", ["Vastgelegd", "Ingevuld", "Ingevuld"]),
    ],
)
def test_filter_is_an_address(pagina, lijn, manager, vraag, gevonden):
    kade, plein = maak_activiteit(lijn, "kade"), maak_activiteit(lijn, "plein")
    kade.titel, plein.titel, lijn.titel = "Kade één", "Marktplein", "Andere lijn"
    save(kade, naam="vul in", door=manager)
    save(plein, naam="vul in", door=manager)
    save(lijn, op=NU + timedelta(days=1), reden="Verslag van de raad")
    assert [titel for titel, _ in acts(pagina(vraag))] == gevonden


def make_handelingen(programma, aantal: int, velden: int = 20) -> None:
    Wijziging.objects.bulk_create(
        Wijziging(
            handeling=uuid4(),
            naam="leg vast",
            programma=programma,
            soort="activiteit",
            sleutel=f"activiteit-{nummer}",
            aard="gewijzigd",
            velden={f"veld_{veld}": ["oud", "nieuw"] for veld in range(velden)},
            op=NU,
        )
        for nummer in range(aantal)
    )


@pytest.mark.parametrize("aantal", [3, 300])
def test_list_costs_the_same_at_any_length(client, manager, programma, aantal, django_assert_num_queries):
    make_handelingen(programma, aantal)
    client.force_login(manager)
    with django_assert_num_queries(QUERIES):
        antwoord = client.get(ADRES)
    assert len(antwoord.context["handelingen"]) == min(aantal, HANDELINGEN_PER_BLAD)


def test_files_hold_the_filtered_trail_as_text(client, manager, lijn):
    client.force_login(manager)
    kade = maak_activiteit(lijn, "kade", titel="Kade", partners="Stad")
    kade.titel = "=SOM(A1)"
    save(kade, reden="Proef")
    lijn.titel = "Anders"
    save(lijn)
    tekst = client.get("/werk/haven/wijzigingen.csv?soort=activiteit").content.decode("utf-8-sig")
    assert tekst.splitlines()[1:] == [
        f"2024-08-20 11:30:00;het systeem;Vastgelegd;{Wijziging.objects.earliest('pk').handeling};activiteit;"
        "'=SOM(A1);kade;gewijzigd;titel;Kade;'=SOM(A1);Proef"
    ]
    boek = load_workbook(BytesIO(client.get("/werk/haven/wijzigingen.xlsx?soort=activiteit").content))
    cellen = list(boek.active.iter_rows())[1]
    assert {cel.data_type for cel in cellen} == {"s"}
    assert cellen[10].value == "=SOM(A1)"


def test_file_that_stops_says_so(client, manager, programma, monkeypatch):
    monkeypatch.setitem(spoorbestand.HOOGSTENS, "csv", 3)
    make_handelingen(programma, 2, velden=2)
    client.force_login(manager)
    regels = client.get("/werk/haven/wijzigingen.csv").content.decode("utf-8-sig").splitlines()
    assert len(regels) == 5
    assert regels[-1].startswith("Dit bestand stopt na 3 regels.")


def test_undo_asks_first_and_then_tells_the_trail(client, manager, lijn):
    client.force_login(manager)
    kade = maak_activiteit(lijn, "kade", titel="Kade")
    kade.titel = "Kade Oost"
    save(kade)
    adres = f"{ADRES}{Wijziging.objects.get().handeling}/terugzetten/"
    vraag = client.get(adres)
    assert Activiteit.objects.get().titel == "Kade Oost"
    client.post(adres, {"gezien": vraag.context["plan"].vingerafdruk, "reden": "Verkeerd."})
    assert Activiteit.objects.get().titel == "Kade"
    assert acts(client.get(ADRES))[0] == ("Teruggezet", "1\N{NO-BREAK SPACE}activiteit gewijzigd")


def test_who_only_fills_in_cannot_put_back_what_a_manager_did(client, programma, lijn):
    kade = maak_activiteit(lijn, "kade")
    kade.titel = "Kade Oost"
    save(kade)
    client.force_login(maak_teamlid(programma).gebruiker)
    assert client.get(f"{ADRES}{Wijziging.objects.get().handeling}/terugzetten/").status_code == 403


def test_changes_of_users_are_only_for_the_beheerder(client, manager):
    save(maak_gebruiker("Anna"), manager)
    gebruiker = maak_gebruiker("Bea", is_beheerder=True)
    gebruiker.naam = "Beatrijs"
    save(gebruiker, naam="verander gebruiker")
    client.force_login(manager)
    assert client.get("/werk/gebruikers/wijzigingen/").status_code == 404
    client.force_login(gebruiker)
    antwoord = client.get("/werk/gebruikers/wijzigingen/")
    assert told(antwoord) == [("naam", "Bea", "Beatrijs")]
