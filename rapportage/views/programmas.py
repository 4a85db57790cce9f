"""The way in: the programmes this person may read, what they have together, and the newest edition of one."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from programmalijnen.models import Programma
from programmalijnen.rechten import Recht, fetch_programma

from ..gedeeld import find_gedeeld
from ..lezen import newest_editie
from ..lezing import basis_of
from ..programmakaarten import fetch_kaarten, fetch_open_rondes, with_kerncijfers
from ..samen import add_up
from .lezer import keep_private


@login_not_required
@require_safe
def programmas(request: HttpRequest) -> HttpResponse:
    kaarten = fetch_kaarten(request.user, localdate())
    met_cijfers = [(kaart.programma.naam, kaart.kerncijfers) for kaart in with_kerncijfers(kaarten)]
    context = {
        "kaarten": kaarten,
        "samen": add_up(met_cijfers) if len(met_cijfers) > 1 else None,
    }
    return keep_private(render(request, "rapportage/programmas.html", context))


@login_not_required
@require_safe
def gedeeld(request: HttpRequest) -> HttpResponse:
    """What counts in one programme and is named in others."""
    kaarten = with_kerncijfers(fetch_kaarten(request.user, localdate()))
    rijen = find_gedeeld(
        {kaart.programma.slug: kaart.kerncijfers for kaart in kaarten},
        {kaart.programma.slug: kaart.programma.naam for kaart in kaarten},
    )
    context = {"rijen": rijen, "kruimels": crumbs("Wat programma’s delen")}
    return keep_private(render(request, "rapportage/gedeeld.html", context))


@login_not_required
@require_safe
def tegenspraken(request: HttpRequest) -> HttpResponse:
    """Where the sources contradict each other, of every programme in its newest report."""
    kaarten = with_kerncijfers(fetch_kaarten(request.user, localdate()))
    met = [kaart for kaart in kaarten if kaart.kerncijfers.tegenspraken]
    context = {"kaarten": met, "kruimels": crumbs("Waar de bronnen elkaar tegenspreken")}
    return keep_private(render(request, "rapportage/tegenspraken.html", context))


def crumbs(hier: str) -> list[tuple[str, str]]:
    return [("Programma’s", reverse("rapportage:programmas")), (hier, "")]


@login_not_required
@require_safe
def programma(request: HttpRequest, programma: str) -> HttpResponse:
    try:
        editie = newest_editie(request.user, programma, vandaag=localdate())
    except Http404:
        return show_zonder_rapport(request, fetch_programma(request.user, programma, Recht.LIVE_LEZEN))
    return redirect(basis_of(programma, editie.ronde))


def show_zonder_rapport(request: HttpRequest, programma: Programma) -> HttpResponse:
    """For the team, of which a report may still be on its way; nobody else knows of the programme."""
    rondes = fetch_open_rondes([programma])[programma.slug]
    context = {"programma": programma, "rondes": rondes}
    return keep_private(render(request, "rapportage/zonder_rapport.html", context))
