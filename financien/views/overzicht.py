"""All money of a programme on one page."""

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from programmalijnen.forms.velden import read_jaar
from programmalijnen.rechten import Recht, fetch_programma, may
from programmalijnen.services.rondes import latest_ronde
from programmalijnen.views.rijpagina import show

from ..bouwen.overzicht import build_overzicht, choose_jaar, fetch_geld
from .rijen import GELD


@require_safe
def overzicht(request: HttpRequest, programma: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.LIVE_LEZEN)
    geld = fetch_geld(gevonden)
    ronde = latest_ronde(gevonden)
    rondejaar = ronde.jaar if ronde else localdate().year
    jaar = read_jaar(request.GET.get("jaar", "")) or choose_jaar(geld, rondejaar=rondejaar)
    return show(
        request,
        "financien/overzicht.html",
        GELD,
        gevonden,
        overzicht=build_overzicht(geld=geld, jaar=jaar),
        mag_wijzigen=may(request.user, gevonden, Recht.BEHEREN),
    )
