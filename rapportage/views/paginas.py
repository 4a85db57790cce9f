"""The pages of a report: each takes what it shows from the Rapport and nothing else."""

from django.http import HttpRequest, HttpResponse

from ..lezen import Lezing
from .lezer import lezer, render_lezing


@lezer
def dashboard(request: HttpRequest, lezing: Lezing) -> HttpResponse:
    return render_lezing(request, "dashboard", lezing)


@lezer
def lijn(request: HttpRequest, lezing: Lezing, code: str) -> HttpResponse:
    return render_lezing(request, "lijn", lezing)


@lezer
def activiteit(request: HttpRequest, lezing: Lezing, sleutel: str) -> HttpResponse:
    return render_lezing(request, "activiteit", lezing)


@lezer
def indicator(request: HttpRequest, lezing: Lezing, sleutel: str) -> HttpResponse:
    return render_lezing(request, "indicator", lezing)


@lezer
def financien(request: HttpRequest, lezing: Lezing) -> HttpResponse:
    return render_lezing(request, "financien", lezing)


@lezer
def planning(request: HttpRequest, lezing: Lezing) -> HttpResponse:
    return render_lezing(request, "planning", lezing)


@lezer
def rapport(request: HttpRequest, lezing: Lezing) -> HttpResponse:
    return render_lezing(request, "rapport", lezing)
