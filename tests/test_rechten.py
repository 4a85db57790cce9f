"""Who may do what: every address of the site, for every role (ontwerp 4). An address not in the table fails.

The team roles hold in two programmes, *haven* (openbaar) and *dok* (not openbaar); the roles "elders" are the
same three in another programme.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, resolve

from programmalijnen.models import Gebruiker, Programma, Rol, Wijziging
from rapportage.services import adopt_ronde, withdraw_editie
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_doel,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_ronde,
)
from tests.financien.bouwers import maak_financiering, maak_kostenpost, maak_totaal

# Every page is asked for here once, so this is where PostgreSQL answers them all.
pytestmark = [pytest.mark.django_db, pytest.mark.databank]

# fmt: off
ROLLEN = ("anoniem", "raadslid", "meelezer", "medewerker", "programmamanager", "beheerder",
          "meelezer elders", "medewerker elders", "programmamanager elders")

# In the order of ROLLEN; the bar stands before the roles of another programme. "in": to the log-in page.
TOEGANG = {
    #                           anon raad meel medw mana beh | elders
    "ieder":                   "200  200  200  200  200  200 | 200 200 200",
    "ieder, verder":           "302  302  302  302  302  302 | 302 302 302",
    "ieder, niet zo":          "405  405  405  405  405  405 | 405 405 405",
    "wie is ingelogd, niet zo": "in  405  405  405  405  405 | 405 405 405",
    "wie is ingelogd":         "in   200  200  200  200  200 | 200 200 200",
    "link werkt niet":         "410  410  410  410  410  410 | 410 410 410",
    "alleen uitgelogd":        "200  302  302  302  302  302 | 302 302 302",
    "alleen ingelogd":         "302  200  200  200  200  200 | 200 200 200",

    "openbare editie":         "200  200  200  200  200  200 | 200 200 200",
    "ingetrokken editie":      "410  410  410  410  410  410 | 410 410 410",
    "nog niet openbaar":       "in   200  200  200  200  200 | 404 404 404",
    "besloten programma":      "in   200  200  200  200  200 | 404 404 404",
    "concept":                 "in   404  200  200  200  200 | 404 404 404",
    "is er niet (meer)":       "in   404  404  404  404  404 | 404 404 404",

    "team leest":              "in   404  200  200  200  200 | 404 404 404",
    "team vult in":            "in   404  403  302  302  403 | 404 404 404",
    "team, vastgesteld":       "in   404  403  409  409  403 | 404 404 404",
    "team meet":               "in   404  403  200  200  403 | 404 404 404",
    "manager schrijft":        "in   404  403  403  200  403 | 404 404 404",
    "manager, dicht":          "in   404  403  403  409  403 | 404 404 404",
    "manager schrijft, verder": "in  404  403  403  302  403 | 404 404 404",
    "mijn werk":               "in   200  200  200  200  200 | 200 200 200",

    "beheer leest":            "in   404  404  404  404  200 | 404 404 404",
    "beheer, verder":          "in   404  404  404  404  302 | 404 404 404",
    "beheer schrijft nooit":   "in   404  404  404  404  403 | 404 404 404",
    "beheer, niet zo":         "in   404  404  404  404  405 | 404 404 404",
    "beheer, inloggen":        "in   403  403  403  403  302 | 403 403 403",
    "beheer, al ingelogd":     "in   403  403  403  403  200 | 403 403 403",
}

HAVEN, WERK, GELD, BEHEER = "/programmas/haven/", "/werk/haven/", "/werk/haven/financien/", "/beheer/"
STRUCTUUR = f"{WERK}structuur/"
PROGRAMMA = "/beheer/programmalijnen/programma/"
MENSEN, WIE = "/werk/gebruikers/", "/werk/gebruikers/raadslid@voorbeeld.nl/"
HANDELING = "7d9f1c1e-0000-4000-8000-000000000000"

# name of the address, an example of it, who may GET, who may POST
ADRESSEN = [
    ("account_login", "/inloggen/", "alleen uitgelogd", "alleen uitgelogd"),
    ("account_inactive", "/inloggen/niet-actief/", "ieder", "ieder, niet zo"),
    ("account_logout", "/uitloggen/", "alleen ingelogd", "ieder, verder"),

    ("inloglink", "/inloggen/wachtwoord/YW5uYQ/abc-def/", "link werkt niet", "link werkt niet"),
    ("wachtwoord", "/wachtwoord/", "wie is ingelogd", "wie is ingelogd"),

    ("rapportage:programmas", "/", "ieder", "ieder, niet zo"),
    ("rapportage:zoeken", "/zoeken/", "ieder", "ieder, niet zo"),
    ("rapportage:programma", HAVEN, "ieder, verder", "ieder, niet zo"),
    ("rapportage:gedeeld", "/gedeeld/", "ieder", "ieder, niet zo"),
    ("rapportage:tegenspraken", "/tegenspraken/", "ieder", "ieder, niet zo"),
    ("rapportage:begrippen", "/begrippen/", "ieder", "ieder, niet zo"),
    ("rapportage:toegankelijkheid", "/toegankelijkheid/", "ieder", "ieder, niet zo"),

    ("rapportage:controle", f"{WERK}augustus-2025/controle/", "team leest", "manager schrijft"),
    ("rapportage:vaststellen", f"{WERK}augustus-2025/vaststellen/", "manager schrijft", "manager schrijft"),

    ("rapportage:edities", f"{WERK}edities/", "team leest", "wie is ingelogd, niet zo"),
    ("rapportage:openbaar", f"{WERK}edities/najaar-2024/v1/openbaar/",
     "manager schrijft", "manager schrijft"),
    ("rapportage:intrekken", f"{WERK}edities/najaar-2024/v1/intrekken/",
     "manager schrijft", "manager schrijft"),
    ("rapportage:rectificeren", f"{WERK}najaar-2024/rectificeren/", "manager schrijft", "manager schrijft"),
    ("rapportage:rectificeren", f"{WERK}augustus-2024/rectificeren/", "manager, dicht", "manager, dicht"),

    ("werk:mijn-werk", "/werk/", "mijn werk", "wie is ingelogd, niet zo"),
    ("werk:programma-nieuw", "/werk/programmas/nieuw/", "beheer leest", "beheer leest"),
    ("werk:gebruikers", MENSEN, "beheer leest", "beheer, niet zo"),
    ("werk:gebruiker-nieuw", f"{MENSEN}nieuw/", "beheer leest", "beheer leest"),
    ("werk:gebruiker", f"{WIE}", "beheer leest", "beheer leest"),
    ("werk:gebruiker-account", f"{WIE}account/", "beheer, niet zo", "beheer, verder"),
    ("werk:gebruiker-inloglink", f"{WIE}inloglink/",
     "beheer, niet zo", "beheer, verder"),
    ("werk:gebruiker-rol", f"{WIE}rollen/haven/", "beheer, niet zo", "beheer, verder"),
    ("werk:gebruikers-wijzigingen", f"{MENSEN}wijzigingen/", "beheer leest", "wie is ingelogd, niet zo"),
    ("werk:gebruikers-wijzigingen-csv", f"{MENSEN}wijzigingen.csv",
     "beheer leest", "wie is ingelogd, niet zo"),
    ("werk:gebruikers-wijzigingen-xlsx", f"{MENSEN}wijzigingen.xlsx",
     "beheer leest", "wie is ingelogd, niet zo"),
    ("werk:gebruikers-handeling", f"{MENSEN}wijzigingen/{HANDELING}/",
     "is er niet (meer)", "wie is ingelogd, niet zo"),

    ("werk:programma", WERK, "team leest", "wie is ingelogd, niet zo"),
    ("werk:instellingen", f"{WERK}instellingen/", "team leest", "manager schrijft"),
    ("werk:toetsbaar", f"{WERK}toetsbaar/", "team leest", "wie is ingelogd, niet zo"),
    ("werk:doel", f"{WERK}doelen/vrachtdoel/", "team leest", "wie is ingelogd, niet zo"),
    ("werk:doel", f"{WERK}doelen/bestaat-niet/", "is er niet (meer)", "wie is ingelogd, niet zo"),
    ("werk:metingen", f"{WERK}indicatoren/vracht/", "team leest", "wie is ingelogd, niet zo"),
    ("werk:meting-nieuw", f"{WERK}indicatoren/vracht/nieuw/", "team meet", "team meet"),
    ("werk:meting", f"{WERK}indicatoren/vracht/metingen/vracht-2024/", "team meet", "team meet"),
    ("werk:ronde", f"{WERK}augustus-2025/", "team leest", "wie is ingelogd, niet zo"),
    ("werk:ronde", "/werk/dok/augustus-2025/", "team leest", "wie is ingelogd, niet zo"),
    ("werk:ronde", f"{WERK}bestaat-niet/", "is er niet (meer)", "wie is ingelogd, niet zo"),
    ("werk:activiteit", f"{WERK}augustus-2025/activiteiten/kade/", "team leest", "team vult in"),
    ("werk:activiteit", f"{WERK}augustus-2024/activiteiten/kade/", "team leest", "team, vastgesteld"),
    ("werk:toelichting", f"{WERK}augustus-2025/toelichtingen/1-voortgang/", "team leest", "team vult in"),
    ("werk:indicator", f"{WERK}augustus-2025/indicatoren/vracht/", "team leest", "team vult in"),
    ("werk:ronde-nieuw", f"{WERK}rondes/nieuw/", "manager schrijft", "manager schrijft"),
    ("werk:voortgang", f"{WERK}augustus-2025/voortgang/", "team leest", "wie is ingelogd, niet zo"),
    ("werk:herinner", f"{WERK}augustus-2025/voortgang/herinner/",
     "wie is ingelogd, niet zo", "manager schrijft, verder"),
    ("werk:overdragen", f"{WERK}augustus-2025/overdragen/", "team meet", "team meet"),
    ("werk:ronde-beheer", f"{WERK}augustus-2025/beheer/", "manager schrijft", "manager schrijft, verder"),
    ("werk:samenstelling", f"{WERK}augustus-2025/beheer/activiteiten/",
     "manager schrijft", "manager schrijft, verder"),
    ("werk:keuren", f"{WERK}augustus-2025/keuren/", "manager schrijft", "manager schrijft"),

    ("werk:wijzigingen", f"{WERK}wijzigingen/", "team leest", "wie is ingelogd, niet zo"),
    ("werk:wijzigingen-csv", f"{WERK}wijzigingen.csv", "team leest", "wie is ingelogd, niet zo"),
    ("werk:wijzigingen-xlsx", f"{WERK}wijzigingen.xlsx", "team leest", "wie is ingelogd, niet zo"),
    ("werk:handeling", f"{WERK}wijzigingen/{HANDELING}/", "team leest", "wie is ingelogd, niet zo"),
    ("werk:terugzetten", f"{WERK}wijzigingen/{HANDELING}/terugzetten/",
     "manager schrijft", "manager schrijft"),
    ("werk:wijziging-terugzetten", f"{WERK}wijzigingen/{HANDELING}/terugzetten/1/",
     "manager schrijft", "manager schrijft"),

    ("werk:structuur", STRUCTUUR, "team leest", "wie is ingelogd, niet zo"),
    ("werk:rij-nieuw", f"{STRUCTUUR}lijnen/nieuw/", "manager schrijft", "manager schrijft"),
    ("werk:rij", f"{STRUCTUUR}activiteiten/kade/", "manager schrijft", "manager schrijft"),
    ("werk:rij-weghalen", f"{STRUCTUUR}activiteiten/kade/weghalen/", "manager schrijft", "manager schrijft"),
    ("werk:rij-terughalen", f"{STRUCTUUR}activiteiten/kade/terughalen/",
     "wie is ingelogd, niet zo", "manager schrijft, verder"),
    ("werk:rij-verplaats", f"{STRUCTUUR}activiteiten/kade/verplaatsen/",
     "wie is ingelogd, niet zo", "manager schrijft, verder"),
    ("werk:splitsen", f"{STRUCTUUR}activiteiten/kade/splitsen/", "manager schrijft", "manager schrijft"),
    ("werk:relaties", f"{WERK}relaties/", "team leest", "wie is ingelogd, niet zo"),
    ("werk:tegenspraken", f"{WERK}tegenspraken/", "team leest", "wie is ingelogd, niet zo"),
    ("werk:aannames", f"{WERK}aannames/", "team leest", "wie is ingelogd, niet zo"),

    ("financien:overzicht", GELD, "team leest", "wie is ingelogd, niet zo"),
    ("financien:nieuwe-financiering", f"{GELD}nieuwe-financiering/", "manager schrijft", "manager schrijft"),
    ("financien:nieuwe-kostenpost", f"{GELD}nieuwe-kostenpost/", "manager schrijft", "manager schrijft"),
    ("financien:nieuw-totaal", f"{GELD}nieuw-totaal/", "manager schrijft", "manager schrijft"),
    ("financien:financiering", f"{GELD}financiering/eerste/", "manager schrijft", "manager schrijft"),
    ("financien:kostenpost", f"{GELD}kostenposten/regisseur/", "manager schrijft", "manager schrijft"),
    ("financien:totaal", f"{GELD}totalen/totaal/", "manager schrijft", "manager schrijft"),
    ("financien:bron", f"{GELD}bronnen/kadernota/", "manager schrijft", "manager schrijft"),
    ("financien:weghalen", f"{GELD}financiering/eerste/weghalen/", "manager schrijft", "manager schrijft"),
    ("financien:terughalen", f"{GELD}financiering/eerste/terughalen/",
     "wie is ingelogd, niet zo", "manager schrijft, verder"),

    ("admin:index", BEHEER, "beheer leest", "beheer leest"),
    ("admin:login", f"{BEHEER}login/", "beheer, inloggen", "beheer, al ingelogd"),
    ("admin:logout", f"{BEHEER}logout/", "beheer, niet zo", "beheer leest"),
    ("admin:password_change", f"{BEHEER}password_change/", "beheer, verder", "beheer, verder"),
    ("admin:password_change_done", f"{BEHEER}password_change/done/", "beheer, verder", "beheer, verder"),
    ("admin:autocomplete", f"{BEHEER}autocomplete/", "beheer schrijft nooit", "beheer, niet zo"),
    ("admin:jsi18n", f"{BEHEER}jsi18n/", "beheer leest", "beheer, niet zo"),
    ("admin:view_on_site", f"{BEHEER}r/1/1/", "is er niet (meer)", "is er niet (meer)"),
    ("admin:app_list", f"{BEHEER}programmalijnen/", "beheer leest", "beheer leest"),
    ("admin:<tabel>_changelist", PROGRAMMA, "beheer leest", "beheer leest"),
    ("admin:<tabel>_add", f"{PROGRAMMA}add/", "beheer schrijft nooit", "beheer schrijft nooit"),
    ("admin:<tabel>_history", f"{PROGRAMMA}<pk>/history/", "beheer leest", "beheer leest"),
    ("admin:<tabel>_delete", f"{PROGRAMMA}<pk>/delete/", "beheer schrijft nooit", "beheer schrijft nooit"),
    ("admin:<tabel>_change", f"{PROGRAMMA}<pk>/change/", "beheer leest", "beheer schrijft nooit"),
    ("admin:<tabel>/<path:object_id>/", f"{PROGRAMMA}<pk>/", "beheer, verder", "beheer, verder"),
    ("admin:beheer/(?P<url>.*)$", f"{BEHEER}bestaat-niet/", "is er niet (meer)", "is er niet (meer)"),
]

# Under each basis of a report stand the same pages and files, behind one door (rapportage/views/lezer.py):
# what an address begins with, who may GET there, and whether all of them are tried there or just DEUR.
BASES = [
    ("laatste", "/programmas/haven/augustus-2024/", "openbare editie", "alles"),
    ("versie", "/programmas/haven/augustus-2024/v1/", "openbare editie", "alles"),
    ("laatste", "/programmas/haven/najaar-2024/", "nog niet openbaar", "alles"),
    ("versie", "/programmas/haven/najaar-2024/v1/", "nog niet openbaar", "deur"),
    ("laatste", "/programmas/haven/voorjaar-2024/", "ingetrokken editie", "alles"),
    ("versie", "/programmas/haven/voorjaar-2024/v1/", "ingetrokken editie", "deur"),
    ("laatste", "/programmas/dok/augustus-2024/", "besloten programma", "alles"),
    ("versie", "/programmas/dok/augustus-2024/v1/", "besloten programma", "deur"),
    ("versie", "/programmas/haven/augustus-2024/v2/", "is er niet (meer)", "deur"),
    ("laatste", "/programmas/haven/augustus-2025/", "is er niet (meer)", "alles"),
    ("concept", "/programmas/haven/augustus-2025/concept/", "concept", "alles"),
    ("concept", "/programmas/dok/augustus-2025/concept/", "concept", "deur"),
    ("concept", "/programmas/haven/augustus-2024/concept/", "is er niet (meer)", "deur"),
]
DEUR = ("dashboard", "json")
ONDER_BASIS = {
    "dashboard": "",
    "lijn": "lijnen/1/",
    "activiteit": "activiteiten/kade/",
    "indicatoren": "indicatoren/",
    "indicator": "indicatoren/schepen/",
    "financien": "financien/",
    "planning": "planning/",
    "rapport": "rapport/",
    "verantwoording": "verantwoording/",
    "xlsx": "rapport.xlsx",
    "json": "rapport.json",
    "csv": "activiteiten.csv",
    "vergelijk-kies": "vergelijk/",
    "vergelijk": "vergelijk/augustus-2024/v1/",
}
# fmt: on

RAPPORTEN = [
    (f"rapportage:{soort}:{naam}", basis + pagina, wie, "ieder, niet zo")
    for soort, basis, wie, wat in BASES
    for naam, pagina in ONDER_BASIS.items()
    if wat == "alles" or naam in DEUR
]
# A comparison shows both reports: who reads it may read the one and the other.
MET_CONCEPT = "vergelijk/augustus-2025/concept/"
VERGELIJKINGEN = [
    (f"rapportage:{soort}:{naam}", f"/programmas/{pad}", wie, "ieder, niet zo")
    for soort, naam, pad, wie in [
        ("laatste", "vergelijk-concept", f"haven/augustus-2024/{MET_CONCEPT}", "concept"),
        ("versie", "vergelijk-concept", f"haven/augustus-2024/v1/{MET_CONCEPT}", "concept"),
        ("concept", "vergelijk-concept", f"haven/augustus-2025/concept/{MET_CONCEPT}", "concept"),
        ("laatste", "vergelijk", "haven/augustus-2024/vergelijk/najaar-2024/v1/", "nog niet openbaar"),
        ("laatste", "vergelijk", "haven/augustus-2024/vergelijk/voorjaar-2024/v1/", "ingetrokken editie"),
        ("laatste", "vergelijk", "haven/augustus-2024/vergelijk/augustus-2024/v2/", "is er niet (meer)"),
    ]
]
TABEL = ADRESSEN + RAPPORTEN + VERGELIJKINGEN
LEZEN = {address: wie for _, address, wie, _ in TABEL}
# A report refuses every POST before it looks at which one it is: one example of each name says so.
EEN_PER_NAAM = list({rij[0]: rij for rij in RAPPORTEN}.values())
SCHRIJVEN = {address: wie for _, address, _, wie in ADRESSEN + EEN_PER_NAAM + VERGELIJKINGEN[:3]}


# --- the world the table speaks of ---


def adopt(programma: Programma, slug: str, peildatum: date, openbaar_vanaf: date | None):
    ronde = maak_ronde(programma, slug, peildatum=peildatum, ook_eerder=True)
    return adopt_ronde(
        ronde=ronde, door=None, op=NU, overgenomen_uit="een document", openbaar_vanaf=openbaar_vanaf
    )


def fill(programma: Programma) -> None:
    lijn = maak_lijn(programma, "1")
    activiteit = maak_activiteit(lijn, "kade")
    Wijziging.objects.create(
        handeling=HANDELING,
        naam="leg vast",
        programma=programma,
        soort="activiteit",
        sleutel="kade",
        aard="gewijzigd",
        velden={"titel": ["Oude kade", activiteit.titel]},
        op=NU,
    )
    maak_meting(maak_indicator(programma, "schepen", activiteit=activiteit))
    maak_meting(maak_indicator(programma, "vracht", lijn=lijn), sleutel="vracht-2024")
    maak_doel(programma, "vrachtdoel")
    maak_financiering(lijn, sleutel="eerste")
    maak_kostenpost(programma, "Regisseur", lijn, sleutel="regisseur")
    maak_totaal(lijn, 5, sleutel="totaal")


def make_wereld() -> dict[str, Gebruiker | None]:
    """The programmes with their editions, and a user for every role; None for who is not logged in."""
    haven, elders = maak_programma("haven"), maak_programma("elders")
    dok = maak_programma("dok", openbaar=False)
    for programma in (haven, dok):
        fill(programma)
        adopt(programma, "augustus-2024", date(2024, 7, 31), date(2024, 9, 1))
        maak_ronde(programma, "augustus-2025", peildatum=date(2025, 7, 31), jaar=2025)
    adopt(haven, "najaar-2024", date(2024, 9, 30), None)
    oud = adopt(haven, "voorjaar-2024", date(2024, 3, 31), date(2024, 4, 1))
    withdraw_editie(editie=oud, reden="Er stond een fout in.", door=None, op=NU)
    gebruikers = {
        "anoniem": None,
        "raadslid": maak_gebruiker("Raadslid", is_raadslid=True),
        "beheerder": maak_gebruiker("Beheerder", is_beheerder=True),
    }
    for rol in Rol:
        gebruikers[rol] = maak_gebruiker(rol)
        gebruikers[f"{rol} elders"] = maak_gebruiker(f"{rol} elders")
        for programma in (haven, dok):
            programma.teamleden.create(gebruiker=gebruikers[rol], rol=rol)
        elders.teamleden.create(gebruiker=gebruikers[f"{rol} elders"], rol=rol)
    return gebruikers


@pytest.fixture(scope="module")
def sessies(django_db_setup, django_db_blocker):
    """A browser's cookies for every role. The world is made once, each test rolls back what it did to it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield {rol: log_in(gebruiker) for rol, gebruiker in make_wereld().items()}
        transaction.set_rollback(True)


def log_in(gebruiker: Gebruiker | None) -> dict[str, str]:
    client = Client()
    if gebruiker is not None:
        client.force_login(gebruiker)
    return {naam: cookie.value for naam, cookie in client.cookies.items()}


# --- the table against the site ---


def answers_of(method: str, address: str, sessies: dict[str, dict[str, str]]) -> dict[str, str]:
    """By role the status of the answer; "in" for a visitor who is led to the log-in page."""
    address = address.replace("<pk>", str(Programma.objects.get(slug="haven").pk))
    return {rol: answer_of(method, address, sessies[rol]) for rol in ROLLEN}


def answer_of(method: str, address: str, sessie: dict[str, str]) -> str:
    client = Client()
    client.cookies.load(sessie)
    answer = client.generic(method, address)
    leads_to = answer.headers.get("Location", "")
    naar_inloggen = not sessie and leads_to.startswith(("/inloggen/?next=", "/beheer/login/?next="))
    return "in" if answer.status_code == 302 and naar_inloggen else str(answer.status_code)


def expected(wie: str) -> dict[str, str]:
    return dict(zip(ROLLEN, TOEGANG[wie].replace("|", " ").split(), strict=True))


@pytest.mark.parametrize(("address", "wie"), LEZEN.items())
def test_who_may_read(sessies, address, wie):
    assert answers_of("GET", address, sessies) == expected(wie)


@pytest.mark.parametrize(("address", "wie"), SCHRIJVEN.items())
def test_who_may_write(sessies, address, wie):
    assert answers_of("POST", address, sessies) == expected(wie)


# --- the table is complete ---


def walk(patterns: Iterable, namespaces: tuple[str, ...] = (), route: str = "") -> Iterator[str]:
    """The name of every address, its route where it has no name."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            dieper = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from walk(pattern.url_patterns, dieper, route + str(pattern.pattern))
        else:
            yield name_of(namespaces, pattern.name, route + str(pattern.pattern))


def name_of(namespaces: Iterable[str], naam: str | None, route: str) -> str:
    """The tables of the admin count as one: tests/dordt_monitor/test_admin.py opens them all."""
    vol = ":".join([*namespaces, naam or route])
    vol = re.sub(r"^admin:(programmalijnen|financien|rapportage)_[a-z]+_", "admin:<tabel>_", vol)
    return re.sub(r"^admin:beheer/(programmalijnen|financien|rapportage)/[a-z]+/", "admin:<tabel>/", vol)


def test_every_address_of_the_site_is_in_the_table():
    assert sorted(set(walk(get_resolver().url_patterns))) == sorted({naam for naam, *_ in TABEL})


@pytest.mark.parametrize(("naam", "address"), [rij[:2] for rij in TABEL])
def test_every_example_leads_where_the_table_says(naam, address):
    match = resolve(address.replace("<pk>", "1"))
    assert name_of(match.namespaces, match.url_name, match.route) == naam
