"""Adding, changing, removing and taking back a row of money: the pages that every kind of row has."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from programmalijnen.models import Programma
from programmalijnen.views import rijpagina
from programmalijnen.views.rijsoorten import Rijsoort, Rubriek, make_soorten

from .financieringen import FINANCIERING
from .posten import BRONNEN, KOSTENPOSTEN, TOTALEN


def weghaal_url(programma: Programma, soort: Rijsoort, rij: Any) -> str:
    return reverse("financien:weghalen", args=[programma.slug, soort.naam, rij.sleutel])


GELD = Rubriek(
    titel="Financiën",
    hier="geld",
    overzicht="financien:overzicht",
    weghalen=weghaal_url,
    soorten=make_soorten(FINANCIERING, KOSTENPOSTEN, TOTALEN, BRONNEN),
)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, programma: str, soort: str) -> HttpResponse:
    return rijpagina.add(request, GELD, programma, soort)


@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, programma: str, soort: str, sleutel: str) -> HttpResponse:
    return rijpagina.change(request, GELD, programma, soort, sleutel)


@require_http_methods(["GET", "POST"])
def weghalen(request: HttpRequest, programma: str, soort: str, sleutel: str) -> HttpResponse:
    return rijpagina.ask_weghalen(request, GELD, programma, soort, sleutel)


@require_POST
def terughalen(request: HttpRequest, programma: str, soort: str, sleutel: str) -> HttpResponse:
    return rijpagina.take_back(request, GELD, programma, soort, sleutel)
