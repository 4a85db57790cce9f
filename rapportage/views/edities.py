"""All editions of a programme for its team: when they are public, withdrawing one, rectifying the latest."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from programmalijnen.models import Programma, Rapportageronde, Rondestaat
from programmalijnen.rechten import Recht, fetch_programma, may
from programmalijnen.services.schrijven import Vergrendeld

from ..edities import Editiekaart, readable_edities
from ..forms import Intrekform, Openbaarform
from ..models import Editie, Lotgevalsoort
from ..services import publish_editie, withdraw_editie
from ..services.edities import last_datum

ANDERE_DAG = "Andere dag kiezen"
NIET_GEVONDEN = "Deze editie is er niet in dit programma."


@dataclass(frozen=True, slots=True)
class Editierij:
    """An edition on the page; `vorige` is the one to compare it with."""

    kaart: Editiekaart
    besluit: str
    vorige: Editiekaart | None
    is_openbaar: bool


@require_safe
def edities(request: HttpRequest, programma: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.LIVE_LEZEN)
    plank = readable_edities(request.user, programma, localdate())
    rondes = list(Rapportageronde.objects.filter(programma=gevonden).order_by("-peildatum"))
    context = {
        "programma": gevonden,
        "rijen": make_rijen(gevonden, plank.edities if plank else ()),
        "lopend": [ronde for ronde in rondes if ronde.staat != Rondestaat.VASTGESTELD],
        "te_rectificeren": next((ronde for ronde in rondes if is_vast(ronde)), None),
        "mag_beheren": may(request.user, gevonden, Recht.BEHEREN),
        "heeft_werk": True,
        "kruimels": crumbs(gevonden, "Edities"),
    }
    return render(request, "rapportage/edities.html", context)


def is_vast(ronde: Rapportageronde) -> bool:
    return ronde.staat in (Rondestaat.VASTGESTELD, Rondestaat.IN_RECTIFICATIE)


def make_rijen(programma: Programma, kaarten: tuple[Editiekaart, ...]) -> list[Editierij]:
    """Newest first; each with the decision, which only this page shows in a list."""
    velden = Editie.objects.filter(ronde__programma=programma).values_list("sha256", "besluit")
    besluiten = dict(velden)
    vandaag = localdate()
    return [
        Editierij(
            kaart=kaart,
            besluit=besluiten[kaart.sha256],
            vorige=next((ander for ander in kaarten[plaats:] if ander.ingetrokken_op is None), None),
            is_openbaar=kaart.openbaar_vanaf is not None and kaart.openbaar_vanaf <= vandaag,
        )
        for plaats, kaart in enumerate(kaarten, 1)
    ]


@require_http_methods(["GET", "POST"])
def openbaar(request: HttpRequest, programma: str, ronde: str, versie: int) -> HttpResponse:
    editie = fetch(request, programma, ronde, versie)
    eerder = last_datum(editie, Lotgevalsoort.OPENBAAR)
    # The day it has: who only came to look and saves would else move what was public before.
    form = Openbaarform(request.POST or None, initial={"vanaf": eerder or localdate()})
    if request.method == "POST" and write(form, publish_editie, request, editie):
        messages.success(request, f"{editie} is openbaar vanaf {form['vanaf'].value()}.")
        return redirect("rapportage:edities", programma)
    return show(request, editie, form, "openbaar", ANDERE_DAG if eerder else "Openbaar maken")


@require_http_methods(["GET", "POST"])
def intrekken(request: HttpRequest, programma: str, ronde: str, versie: int) -> HttpResponse:
    editie = fetch(request, programma, ronde, versie)
    form = Intrekform(request.POST or None)
    if request.method == "POST" and write(form, withdraw_editie, request, editie):
        messages.success(request, f"{editie} is ingetrokken.")
        return redirect("rapportage:edities", programma)
    return show(request, editie, form, "intrekken", "Intrekken")


def fetch(request: HttpRequest, programma: str, ronde: str, versie: int) -> Editie:
    """Without its content. Raises Http404, PermissionDenied."""
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rijen = Editie.objects.select_related("ronde__programma").defer("inhoud")
    editie = rijen.filter(ronde__programma=gevonden, ronde__slug=ronde, versie=versie).first()
    if editie is None:
        raise Http404(NIET_GEVONDEN)
    return editie


def write(form: forms.Form, service: Callable[..., Any], request: HttpRequest, editie: Editie) -> bool:
    """False when the form says why not."""
    if not form.is_valid():
        return False
    try:
        service(editie=editie, door=request.user, op=timezone.now(), **form.cleaned_data)
    except (ValidationError, Vergrendeld) as fout:
        form.add_error(None, str(fout) if isinstance(fout, Vergrendeld) else fout)
        return False
    return True


def show(request: HttpRequest, editie: Editie, form: forms.Form, pagina: str, titel: str) -> HttpResponse:
    context = {
        "editie": editie,
        "programma": editie.ronde.programma,
        "form": form,
        "titel": titel,
        "heeft_werk": True,
        "kruimels": crumbs(editie.ronde.programma, "Edities", titel),
    }
    return render(request, f"rapportage/editie_{pagina}.html", context)


def crumbs(programma: Programma, *namen: str) -> list[tuple[str, str]]:
    """The last one is the page itself."""
    *boven, hier = namen
    return [
        ("Mijn werk", reverse("werk:mijn-werk")),
        (programma.naam, reverse("werk:programma", args=[programma.slug])),
        *((naam, reverse("rapportage:edities", args=[programma.slug])) for naam in boven),
        (hier, ""),
    ]
