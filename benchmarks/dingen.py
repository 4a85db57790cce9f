"""What is measured: each thing beside a yardstick that answers with the same bytes from memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from benchmarks.programmas import make_programmas
from benchmarks.sessie import start_session
from benchmarks.urls import BYTES
from benchmarks.werklijst import make_ronde_of
from dordt_monitor.templatetags.grafieken import render_grafiek
from programmalijnen.models import Gebruiker
from programmalijnen.services.gebruikers import create_gebruiker
from rapportage.inhoud import plek_of
from rapportage.views.lezer import KLAAR

BASIS = "/programmas/arbeidsmarkt-menselijk-kapitaal/augustus-2024/"
RIJEN = 100
PROGRAMMAS, MEEGELEVERD = 50, 4
INDICATOREN = "/programmas/bestaanszekerheid/uitvoeringsprogramma/indicatoren/"
GELD = "/programmas/glansrijke-toekomst/begin-2024/financien/"
OVER_PROGRAMMAS = {
    "voorpagina": "/",
    "gedeeld": "/gedeeld/",
    "tegenspraken": "/tegenspraken/",
    "zoeken": "/zoeken/?q=werkcentrum",
    "zoekvraag (in alles)": "/zoeken/?q=werk",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ding:
    """`streven` is the highest ratio we aim for; None: no aim was set."""

    naam: str
    ding: Callable[[], HttpResponse]
    kaal: Callable[[], HttpResponse]
    streven: float | None = None


class Lezer:
    """Somebody who is logged in and asks for pages as a browser does, straight at the handler: no socket,
    all middleware.
    """

    def __init__(self, gebruiker: Gebruiker) -> None:
        self.handler = WSGIHandler()
        self.cookie = f"{settings.SESSION_COOKIE_NAME}={start_session(gebruiker)}"

    def get(self, pad: str, **koppen: str) -> HttpResponse:
        request = RequestFactory().get(
            pad, HTTP_COOKIE=self.cookie, HTTP_ACCEPT_ENCODING="gzip, deflate, br", **koppen
        )
        return self.handler.get_response(request)

    def ask(self, pad: str, status: int = 200, **koppen: str) -> Callable[[], HttpResponse]:
        """A function that asks for the page; it must answer, or the figure would be that of an error."""
        antwoord = self.get(pad, **koppen)
        if antwoord.status_code != status:
            raise SystemExit(f"{pad} antwoordt {antwoord.status_code} in plaats van {status}.")
        return lambda: self.get(pad, **koppen)


def make_dingen() -> Iterator[Ding]:
    raadslid = Lezer(
        create_gebruiker(
            email="raad@voorbeeld.nl",
            naam="Demo raadslid",
            wachtwoord=None,
            is_raadslid=True,
            door=None,
            op=timezone.now(),
        )
    )
    manager, werklijst = make_ronde_of(RIJEN)
    team = Lezer(manager)
    yield compare("dashboard van de raad", raadslid, BASIS, streven=2)
    yield forget_first(compare("dashboard, voor het eerst gemaakt", raadslid, BASIS))
    etag = raadslid.get(BASIS)["ETag"]
    remember("304", raadslid.get(BASIS))
    yield Ding(
        naam="304-antwoord",
        ding=raadslid.ask(BASIS, 304, HTTP_IF_NONE_MATCH=etag),
        kaal=raadslid.ask("/kaal/304/"),
        streven=1.2,
    )
    yield compare(f"werklijst met {RIJEN} rijen", team, werklijst, streven=10)
    for naam, bestand in (("hele rapport", "rapport/"), ("Excel-bestand", "rapport.xlsx")):
        gemaakt = compare(naam, raadslid, f"{BASIS}{bestand}")
        yield gemaakt
        yield forget_first(replace(gemaakt, naam=f"{naam}, voor het eerst gemaakt"))
    yield from make_dingen_over_programmas(raadslid)


def make_dingen_over_programmas(raadslid: Lezer) -> Iterator[Ding]:
    """The pages that read more than one programme are made at every request."""
    yield forget_first(compare("indicatorenlijst, voor het eerst gemaakt", raadslid, INDICATOREN))
    yield forget_first(compare("geldpagina, voor het eerst gemaakt", raadslid, GELD))
    make_programmas(PROGRAMMAS - MEEGELEVERD, van="glansrijke-toekomst")
    for naam, pad in OVER_PROGRAMMAS.items():
        yield compare(f"{naam} met {PROGRAMMAS} programma's", raadslid, pad)


def forget_first(ding: Ding) -> Ding:
    """The same without what is kept between requests: as the first reader after an adoption or an upgrade."""

    def ask() -> HttpResponse:
        KLAAR.clear()
        plek_of.cache_clear()
        render_grafiek.cache_clear()
        return ding.ding()

    return replace(ding, ding=ask)


def remember(sleutel: str, antwoord: HttpResponse) -> None:
    BYTES[sleutel] = (antwoord.content, antwoord.get("Content-Encoding", ""))


def compare(naam: str, lezer: Lezer, pad: str, streven: float | None = None) -> Ding:
    sleutel = naam.split()[0].lower()
    remember(sleutel, lezer.get(pad))
    return Ding(naam=naam, ding=lezer.ask(pad), kaal=lezer.ask(f"/kaal/{sleutel}/"), streven=streven)
