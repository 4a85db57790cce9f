"""The trail of a programme: who changed what, when, from what to what and why (ontwerp 3, "The trail")."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from dordt_monitor.tabelbestand import CSV, XLSX, write_csv, write_xlsx

from ..bouwen.spoor import REGELS_PER_BLAD, fetch_blad, fetch_kaarten, fetch_regels, make_kaart, page_of
from ..bouwen.spoorbestand import BREEDTES, KOPPEN, fetch_tekstrijen
from ..filters import WijzigingFilter
from ..models import Gebruiker, Programma, Wijziging
from ..rechten import Recht, fetch_programma, may, require_beheerder
from .ophalen import crumbs
from .spooradressen import find_adres

GEEN_HANDELING = "Dit staat niet in de wijzigingen."
TITEL = "Wijzigingen"


def fetch_spoor(request: HttpRequest, slug: str | None) -> tuple[Programma | None, QuerySet[Wijziging]]:
    """The trail of a programme; without a slug that of no programme, the users, for the beheerder."""
    if slug is None:
        require_beheerder(request.user)
        return None, Wijziging.objects.filter(programma=None)
    programma = fetch_programma(request.user, slug, Recht.LIVE_LEZEN)
    return programma, Wijziging.objects.filter(programma=programma)


@require_safe
def wijzigingen(request: HttpRequest, programma: str | None = None) -> HttpResponse:
    gevonden, spoor = fetch_spoor(request, programma)
    filters = WijzigingFilter(request.GET, spoor)
    blad = fetch_blad(filters.qs, request.GET.get("page", "1"))
    context = frame_of(gevonden) | {
        "filters": filters,
        "blad": blad,
        "handelingen": fetch_kaarten(gevonden, filters.qs, blad, find_adres),
        "aantal": blad.paginator.count,
    }
    return render(request, "programmalijnen/wijzigingen.html", context)


@require_safe
def handeling(request: HttpRequest, handeling: UUID, programma: str | None = None) -> HttpResponse:
    gevonden, spoor = fetch_spoor(request, programma)
    rijen = fetch_handeling(spoor, handeling)
    blad = page_of(rijen, request.GET.get("page", "1"), REGELS_PER_BLAD)
    kop = blad.object_list[0]
    kaart = make_kaart(kop, blad.paginator.count, "", ())
    context = frame_of(gevonden, (kaart.titel, "")) | {
        "kaart": kaart,
        "terug_url": undo_url(gevonden, handeling, request.user),
        "blad": blad,
        "regels": list(fetch_regels(gevonden, blad.object_list, find_adres, blad.start_index())),
    }
    return render(request, "programmalijnen/handeling.html", context)


def undo_url(programma: Programma | None, handeling: UUID, gebruiker: Gebruiker) -> str:
    """Offered to who writes in the programme; the page itself says what of it they may."""
    if programma is None or not may(gebruiker, programma, Recht.INVULLEN):
        return ""
    return reverse("werk:terugzetten", args=[programma.slug, handeling])


def fetch_handeling(spoor: QuerySet[Wijziging], handeling: UUID) -> QuerySet[Wijziging]:
    """The rows of one act, in the order in which they were written. Raises Http404."""
    rijen = spoor.filter(handeling=handeling).select_related("door", "programma").order_by("pk")
    if not rijen.exists():
        raise Http404(GEEN_HANDELING)
    return rijen


@require_safe
def csv(request: HttpRequest, programma: str | None = None) -> HttpResponse:
    return answer_bestand(request, programma, "csv")


@require_safe
def xlsx(request: HttpRequest, programma: str | None = None) -> HttpResponse:
    return answer_bestand(request, programma, "xlsx")


def answer_bestand(request: HttpRequest, slug: str | None, formaat: str) -> HttpResponse:
    """What the list shows with the same filter, all of it."""
    programma, spoor = fetch_spoor(request, slug)
    rijen = fetch_tekstrijen(programma, WijzigingFilter(request.GET, spoor).qs, formaat)
    inhoud = write_csv(KOPPEN, rijen) if formaat == "csv" else write_xlsx(TITEL, KOPPEN, BREEDTES, rijen)
    antwoord = HttpResponse(inhoud, content_type=CSV if formaat == "csv" else XLSX)
    naam = f"{slug or 'gebruikers'}-wijzigingen.{formaat}"
    antwoord["Content-Disposition"] = content_disposition_header(True, naam)
    antwoord["Cache-Control"] = "private, no-store"
    return antwoord


def frame_of(programma: Programma | None, *verder: tuple[str, str]) -> dict[str, Any]:
    """What every page of the trail stands in; the addresses are those of the programme, or of the users."""
    namen = [] if programma is None else [programma.slug]
    soort = "gebruikers-" if programma is None else ""
    lijst = reverse(f"werk:{soort}wijzigingen", args=namen)
    return {
        "programma": programma,
        "titel": TITEL if programma else "Wijzigingen van gebruikers",
        "soort": soort,
        "lijst_url": lijst,
        "kruimels": crumbs_of(programma, lijst, verder),
        "heeft_werk": True,
    }


def crumbs_of(
    programma: Programma | None, lijst: str, verder: tuple[tuple[str, str], ...]
) -> list[tuple[str, str]]:
    hier = (TITEL, lijst if verder else "")
    if programma is not None:
        return crumbs(programma, hier, *verder)
    begin = [("Mijn werk", reverse("werk:mijn-werk")), ("Gebruikers", reverse("werk:gebruikers"))]
    return [*begin, hier, *verder]
