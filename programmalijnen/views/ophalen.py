"""Fetching is authorising: the round of a programme whose live side this person may read."""

from datetime import date

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate

from ..models import Gebruiker, Programma, Rapportageronde
from ..rechten import Recht, fetch_programma
from ..services.sloten import Slot, find_rondeslot

GEEN_RONDE = "Deze ronde is er niet in dit programma."


def fetch_ronde(request: HttpRequest, programma: str, ronde: str, recht: Recht) -> Rapportageronde:
    """With its `programma`, which has `mijn_rol`. Raises Http404 or PermissionDenied."""
    return fetch_ronde_met_vorige(request, programma, ronde, recht)[0]


def fetch_ronde_met_vorige(
    request: HttpRequest, programma: str, ronde: str, recht: Recht
) -> tuple[Rapportageronde, date | None]:
    """Also the peildatum of the round before it; the rounds of a programme are few, so one query has both."""
    gevonden: Programma = fetch_programma(request.user, programma, recht)
    rondes = list(Rapportageronde.objects.filter(programma=gevonden).order_by("peildatum"))
    nummer = next((nummer for nummer, rij in enumerate(rondes) if rij.slug == ronde), None)
    if nummer is None:
        raise Http404(GEEN_RONDE)
    rondes[nummer].programma = gevonden
    return rondes[nummer], rondes[nummer - 1].peildatum if nummer else None


def crumbs(programma: Programma, *verder: tuple[str, str]) -> list[tuple[str, str]]:
    """(title, address) of the way to a page under /werk/; the last one, the page itself, has no address."""
    begin = [("Mijn werk", reverse("werk:mijn-werk"))]
    if not verder:
        return [*begin, (programma.naam, "")]
    return [*begin, (programma.naam, reverse("werk:programma", args=[programma.slug])), *verder]


def round_crumbs(ronde: Rapportageronde, *pagina: str) -> list[tuple[str, str]]:
    """The way to a page of a round, by its titles; the last one is the page itself."""
    naar_ronde = reverse("werk:ronde", args=[ronde.programma.slug, ronde.slug])
    return crumbs(ronde.programma, (ronde.titel, naar_ronde), *((titel, "") for titel in pagina))


def find_slot(ronde: Rapportageronde, gebruiker: Gebruiker) -> Slot:
    """Whether the round takes input from this person today, and the sentence that says so."""
    return find_rondeslot(ronde, gebruiker, localdate())
