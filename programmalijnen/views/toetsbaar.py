"""Toetsbaar?: the audit offices' questions over a programme, and the page of one doel with its answers."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from ..bouwen.doelblad import fetch_doelblad
from ..bouwen.toetsing import count_vragen, fetch_toetsrijen
from ..filters.toetsbaar import ToetsbaarFilter
from ..rechten import Recht, fetch_programma, may
from ..tables import ToetsbaarTabel
from .ophalen import crumbs
from .spooradressen import find_adres

GEEN_DOEL = "Dit doel is er niet in dit programma."


@require_safe
def programma(request: HttpRequest, programma: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.LIVE_LEZEN)
    rijen = fetch_toetsrijen(gevonden)
    getoetst = [rij for rij in rijen if rij.toets.van]
    filters = ToetsbaarFilter(request.GET, rijen)
    context = {
        "programma": gevonden,
        "kruimels": crumbs(gevonden, ("Toetsbaar?", "")),
        "totalen": count_vragen(rijen),
        "aantal": len(getoetst),
        "volledig": sum(not rij.gaten for rij in getoetst),
        "filters": filters,
        "tabel": ToetsbaarTabel(filters.gekozen, request.GET),
        "heeft_werk": True,
    }
    return render(request, "programmalijnen/toetsbaar.html", context)


@require_safe
def doel(request: HttpRequest, programma: str, sleutel: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.LIVE_LEZEN)
    try:
        blad = fetch_doelblad(gevonden, sleutel, find_adres, localdate())
    except ObjectDoesNotExist as fout:
        raise Http404(GEEN_DOEL) from fout
    naar_toetsbaar = reverse("werk:toetsbaar", args=[gevonden.slug])
    context = {
        "programma": gevonden,
        "kruimels": crumbs(gevonden, ("Toetsbaar?", naar_toetsbaar), (str(blad.doel), "")),
        "blad": blad,
        "doel": blad.doel,
        "toets": blad.rij.toets,
        "kaarten": blad.spoor,
        "mag_beheren": may(request.user, gevonden, Recht.BEHEREN),
        "heeft_werk": True,
    }
    return render(request, "programmalijnen/toetsbaar_doel.html", context)
