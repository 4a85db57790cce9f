"""What a report rests on: its sources and decisions, where they contradict, and what was assumed."""

from django.http import HttpRequest, HttpResponse

from ..lezing import Lezing
from .lezer import lezer, render_lezing


@lezer
def verantwoording(request: HttpRequest, lezing: Lezing) -> HttpResponse:
    return render_lezing(request, "verantwoording", lezing, titel="Verantwoording")
