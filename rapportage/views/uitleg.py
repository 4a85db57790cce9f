"""Pages for everyone about the site itself: its words, and how accessible it is."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dordt_monitor.begrippenlijst import THEMAS, anchor_of

from .lezer import keep_private


@login_not_required
@require_safe
def begrippen(request: HttpRequest) -> HttpResponse:
    themas = [
        (titel, [(anchor_of(woord), woord, uitleg) for woord, uitleg in sorted(woorden.items())])
        for titel, woorden in THEMAS.items()
    ]
    return keep_private(render(request, "rapportage/begrippen.html", {"themas": themas}))


@login_not_required
@require_safe
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    return keep_private(render(request, "rapportage/toegankelijkheid.html"))
