"""Every page of the site with the shipped programmes: the one list that axe, the Nu HTML Checker, the tests
without script and `make test-alles` walk. test_paginas.py fails when a page of the URLconf is not in it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory

from dordt_monitor.fouten import storing

from .wereld import HANDELING, HANDELING_GEBRUIKERS

AMK = "arbeidsmarkt-menselijk-kapitaal"
JULI, NAJAAR = f"/programmas/{AMK}/augustus-2024/", f"/programmas/{AMK}/najaar-2024/"
CONCEPT = f"/programmas/{AMK}/augustus-2025/concept/"
PLAN = "/programmas/bestaanszekerheid/uitvoeringsprogramma/"
TOEKOMST = "/programmas/glansrijke-toekomst/begin-2024/"
IMPACT = "/programmas/ondernemen-met-impact/actieprogramma-2022/"
WERK, OPEN, VAST = f"/werk/{AMK}/", f"/werk/{AMK}/augustus-2025/", f"/werk/{AMK}/augustus-2024/"
STRUCTUUR, GELD = f"{WERK}structuur/", f"{WERK}financien/"
MENSEN = "/werk/gebruikers/"
MAAR_EEN = ("indicatoren/", "financien/", "planning/", "rapport/", "verantwoording/", "vergelijk/")
LEGE_LIJSTEN = (
    "",
    "toetsbaar/",
    "structuur/",
    "financien/",
    "edities/",
    "wijzigingen/",
    "augustus-2025/",
    "augustus-2025/controle/",
    "augustus-2025/keuren/",
    "augustus-2025/voortgang/",
)

SOORTEN = (
    "lijnen",
    "ambities",
    "activiteiten",
    "verwijzingen",
    "doelen",
    "indicatoren",
    "mijlpalen",
    "besluiten",
    "relaties",
    "tegenspraken",
    "aannames",
)

ONDER_BASIS = [
    "",
    "lijnen/3/",
    "activiteiten/leerwerktrajecten/",
    "indicatoren/",
    "indicatoren/leerwerktrajecten/",
    "financien/",
    "planning/",
    "rapport/",
    "verantwoording/",
    "vergelijk/",
]
RAAD = [
    "/",
    "/zoeken/",
    "/zoeken/?q=wijk",
    "/gedeeld/",
    "/tegenspraken/",
    "/begrippen/",
    "/toegankelijkheid/",
    *(basis + pagina for basis in (JULI, f"{JULI}v1/", CONCEPT) for pagina in ONDER_BASIS),
    f"{JULI}rapport/?lijn=3&tekst=label",
    f"{JULI}vergelijk/najaar-2024/v1/",
    f"{JULI}v1/vergelijk/najaar-2024/v1/",
    f"{JULI}vergelijk/augustus-2025/concept/",
    f"{JULI}v1/vergelijk/augustus-2025/concept/",
    f"{CONCEPT}vergelijk/augustus-2024/v1/",
    f"{CONCEPT}vergelijk/augustus-2025/concept/",
    NAJAAR,
    f"{NAJAAR}activiteiten/label-dordrecht/",
    f"{NAJAAR}indicatoren/label-behaald/",
    f"{NAJAAR}planning/",
    *(PLAN + pagina for pagina in ("", "lijnen/1/", "indicatoren/", "financien/", "planning/", "rapport/")),
    *(TOEKOMST + pagina for pagina in ("", "financien/", "rapport/")),
    *(IMPACT + pagina for pagina in ("", "financien/", "planning/")),
]
TEAM = [
    "/werk/",
    WERK,
    *(WERK + pagina for pagina in ("instellingen/", "toetsbaar/", "relaties/", "tegenspraken/", "aannames/")),
    f"{WERK}doelen/label-behaald-2024/",
    f"{WERK}indicatoren/leerwerktrajecten/",
    f"{WERK}indicatoren/leerwerktrajecten/nieuw/",
    f"{WERK}indicatoren/ondernemers-belemmerd/metingen/ondernemers-belemmerd-2024-07/",
    f"{WERK}edities/",
    f"{WERK}edities/najaar-2024/v1/openbaar/",
    f"{WERK}edities/najaar-2024/v1/intrekken/",
    f"{WERK}najaar-2024/rectificeren/",
    f"{WERK}rondes/nieuw/",
    OPEN,
    VAST,
    f"{VAST}controle/",
    *(OPEN + pagina for pagina in ("controle/", "vaststellen/", "voortgang/", "overdragen/", "keuren/")),
    f"{OPEN}overdragen/?van=niemand",
    *(OPEN + pagina for pagina in ("beheer/", "beheer/activiteiten/")),
    f"{OPEN}activiteiten/leerwerktrajecten/",
    f"{VAST}activiteiten/leerwerktrajecten/",
    f"{OPEN}toelichtingen/1-voortgang/",
    f"{OPEN}indicatoren/ondernemers-belemmerd/",
    f"{WERK}wijzigingen/",
    f"{WERK}wijzigingen/{HANDELING}/",
    f"{WERK}wijzigingen/{HANDELING}/terugzetten/",
    f"{WERK}wijzigingen/{HANDELING}/terugzetten/1/",
    STRUCTUUR,
    *(f"{STRUCTUUR}{soort}/nieuw/" for soort in SOORTEN),
    f"{STRUCTUUR}?ordenen=ja",
    f"{STRUCTUUR}doelen/label-behaald-2024/",
    f"{STRUCTUUR}activiteiten/leerwerktrajecten/",
    f"{STRUCTUUR}activiteiten/leerwerktrajecten/weghalen/",
    f"{STRUCTUUR}activiteiten/leerwerktrajecten/splitsen/",
    GELD,
    *(GELD + pagina for pagina in ("nieuwe-financiering/", "nieuwe-kostenpost/", "nieuw-totaal/")),
    f"{GELD}financiering/kadernota-1/",
    f"{GELD}financiering/kadernota-1/weghalen/",
    f"{GELD}totalen/investering-1/",
    f"{GELD}bronnen/agenda-2030/",
    "/werk/bestaanszekerheid/financien/kostenposten/bijstandsverlening/",
]
IEDER = [
    "/inloggen/",
    "/inloggen/niet-actief/",
    "/uitloggen/",
    "/wachtwoord/",
    MENSEN,
    f"{MENSEN}nieuw/",
    f"{MENSEN}raadslid@voorbeeld.nl/",
    f"{MENSEN}wijzigingen/",
    f"{MENSEN}wijzigingen/{HANDELING_GEBRUIKERS}/",
    "/werk/programmas/nieuw/",
]
# Pages that say that something is not there (any more), is not for you, or can no longer be changed.
BERICHTEN = [
    "/programmas/bestaat-niet/",
    "/inloggen/wachtwoord/YW5uYQ/abc-def/",
    f"{JULI}lijnen/99/",
    "/programmas/haven/augustus-2024/",
    f"{WERK}augustus-2024/rectificeren/",
]
# A programme of which only the round is there.
LEEG = [
    *("/programmas/haven/augustus-2025/concept/" + pagina for pagina in ("", *MAAR_EEN)),
    *("/werk/haven/" + pagina for pagina in LEGE_LIJSTEN),
]
# What is shown when the site itself fails, whatever the address was.
STORING = "/storing/"
ADRESSEN = [*RAAD, *TEAM, *IEDER, *BERICHTEN, *LEEG]

# By role the cookies of its browser.
Sessies = dict[str, dict[str, str]]
SCHRIJVERS = ("programmamanager", "beheerder", "anoniem")
# What of the headers decides how a browser shows a page.
KOPPEN = ("Content-Type", "Content-Security-Policy")


@dataclass(frozen=True)
class Pagina:
    """A page as one role sees it."""

    pad: str
    rol: str
    status: int
    headers: dict[str, str]
    html: str

    @property
    def adres(self) -> str:
        """Where `serve` has it: one address is another page for another role."""
        return f"/{self.rol}{self.pad}"

    @cached_property
    def inhoud(self) -> str:
        """The hash of the page's main, without addresses and without what differs at every visit."""
        main = re.search(r"<main.*</main>", self.html, re.DOTALL)
        tekst = main[0] if main else self.html
        return sha256(re.sub(r' (href|action|value)="[^"]*"', "", tekst).encode()).hexdigest()


def fetch_paginas(sessies: Sessies) -> Iterator[Pagina]:
    """Every address as every role sees it, the role that sees most first; a redirect is no page."""
    for pad in ADRESSEN:
        for rol in sessies:
            yield from read_pagina(pad, rol, log_in(sessies, rol).get(pad))
    yield from read_pagina(STORING, "anoniem", storing(RequestFactory().get("/")))


def fetch_with_errors(paginas: Iterable[Pagina], sessies: Sessies) -> Iterator[Pagina]:
    """Every form as it comes back when it is sent empty; what that changed is undone."""
    for pagina in paginas:
        if 'method="post"' in pagina.html and pagina.rol in SCHRIJVERS:
            with transaction.atomic():
                antwoord = log_in(sessies, pagina.rol).post(pagina.pad)
                transaction.set_rollback(True)
            yield from read_pagina(f"{pagina.pad}?fout", pagina.rol, antwoord)


def log_in(sessies: Sessies, rol: str) -> Client:
    client = Client()
    client.cookies.load(sessies[rol])
    return client


def read_pagina(pad: str, rol: str, antwoord: HttpResponse) -> Iterator[Pagina]:
    if antwoord.headers["Content-Type"].startswith("text/html") and antwoord.content:
        headers = {naam: antwoord.headers[naam] for naam in KOPPEN if naam in antwoord.headers}
        yield Pagina(pad, rol, antwoord.status_code, headers, antwoord.content.decode())


def with_other_content(paginas: Iterable[Pagina]) -> list[Pagina]:
    """The first page of each content: what another role, or the same report elsewhere, shows in the same way
    need not be looked at twice."""
    return list({pagina.inhoud: pagina for pagina in reversed(list(paginas))}.values())[::-1]
