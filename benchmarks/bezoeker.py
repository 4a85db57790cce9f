"""Somebody who is logged in and asks for pages over HTTP, one after the other, as a browser would."""

import http.client
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings

from benchmarks.sessie import start_session
from programmalijnen.models import Gebruiker
from tests.formulier import lees_formulier

GEHEIM = "a" * 32  # any secret will do: cookie and form must agree


@dataclass(frozen=True, slots=True)
class Antwoord:
    status: int
    html: str


class Bezoeker:
    def __init__(self, port: int, gebruiker: Gebruiker | None) -> None:
        self.port = port
        self.cookie = f"{settings.CSRF_COOKIE_NAME}={GEHEIM}"
        if gebruiker is not None:
            self.cookie += f"; {settings.SESSION_COOKIE_NAME}={start_session(gebruiker)}"

    def get(self, pad: str) -> Antwoord:
        return self._ask("GET", pad)

    def post(self, pad: str, velden: dict[str, object]) -> Antwoord:
        """Does not follow the redirect: that only shows what was saved."""
        return self._ask("POST", pad, urlencode(velden | {"csrfmiddlewaretoken": GEHEIM}, doseq=True))

    def read_form(self, pad: str) -> dict[str, str]:
        """The fields of the page as a browser would send them untouched."""
        antwoord = self.get(pad)
        if antwoord.status != http.HTTPStatus.OK:
            raise SystemExit(f"{pad} antwoordt {antwoord.status}.")
        return lees_formulier(antwoord.html)

    def _ask(self, methode: str, pad: str, inhoud: str | None = None) -> Antwoord:
        verbinding = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        koppen = {"Cookie": self.cookie, "Host": "127.0.0.1"}
        if inhoud is not None:
            koppen["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            verbinding.request(methode, pad, inhoud, koppen)
            antwoord = verbinding.getresponse()
            return Antwoord(antwoord.status, antwoord.read().decode(errors="replace"))
        finally:
            verbinding.close()
