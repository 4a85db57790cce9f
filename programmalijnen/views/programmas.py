"""The overview of one programme for its team."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..bouwen.opbouw import fetch_opbouw
from ..models import Programmalijn, Rapportageronde, Rondestaat, Teamlid
from ..rechten import Recht, fetch_programma, may
from .ophalen import crumbs


@require_safe
def programma(request: HttpRequest, programma: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.LIVE_LEZEN)
    # Parts are counted with their activiteit, as in the tree and in the report.
    actief = Count(
        "activiteiten", filter=Q(activiteiten__gearchiveerd=False, activiteiten__onderdeel_van=None)
    )
    lijnen = Programmalijn.objects.filter(programma=gevonden, gearchiveerd=False).annotate(aantal=actief)
    team = Teamlid.objects.filter(programma=gevonden, actief=True, gebruiker__is_active=True)
    rondes = list(Rapportageronde.objects.filter(programma=gevonden).order_by("-peildatum"))
    context = {
        "programma": gevonden,
        "kruimels": crumbs(gevonden),
        "rondes": rondes,
        "heeft_editie": any(ronde.staat == Rondestaat.VASTGESTELD for ronde in rondes),
        "opbouw": fetch_opbouw(gevonden),
        "lijnen": list(lijnen.order_by("volgorde", "pk")),
        "team": list(team.select_related("gebruiker").order_by("-rol", "gebruiker__naam", "pk")),
        "vastgesteld": Rondestaat.VASTGESTELD,
        "mag_beheren": may(request.user, gevonden, Recht.BEHEREN),
        "heeft_werk": True,
    }
    return render(request, "programmalijnen/programma.html", context)
