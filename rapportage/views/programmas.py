"""The way in: the programmes this person may read, what they have together, and the newest edition of one."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from ..gedeeld import find_gedeeld
from ..lezen import basis_of, newest_editie
from ..programmakaarten import fetch_kaarten, with_kerncijfers
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
    return keep_private(render(request, "rapportage/gedeeld.html", {"rijen": rijen}))


@login_not_required
@require_safe
def tegenspraken(request: HttpRequest) -> HttpResponse:
    """Where the sources contradict each other, of every programme in its newest report."""
    kaarten = with_kerncijfers(fetch_kaarten(request.user, localdate()))
    met = [kaart for kaart in kaarten if kaart.kerncijfers.tegenspraken]
    return keep_private(render(request, "rapportage/tegenspraken.html", {"kaarten": met}))


@login_not_required
@require_safe
def programma(request: HttpRequest, programma: str) -> HttpResponse:
    editie = newest_editie(request.user, programma, vandaag=localdate())
    return redirect(basis_of(programma, editie.ronde))
