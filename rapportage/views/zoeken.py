"""The search page: open to all, like `/`; what it finds depends on who asks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from dordt_monitor.tekst import has_stuurteken
from programmalijnen.bouwen.spoor import name_soort
from programmalijnen.filters.werklijst import Keuzeveld
from programmalijnen.models import Programma, Vindplaats
from programmalijnen.regels.zoekwoorden import HOOGSTENS_TEKENS, Stuk, mark, mark_fragment, split_vraag
from programmalijnen.views.spooradressen import find_adres

from ..lezing import basis_of
from ..zoeken import (
    HOOGSTENS,
    LIVE,
    RAPPORT,
    WERK,
    Keuze,
    Leesbaar,
    Rij,
    count_keuzes,
    fetch_leesbaar,
    find_rijen,
    group_dingen,
)
from .lezer import keep_private

PER_BLAD = 25
WAAR = {RAPPORT: "vastgestelde rapporten", WERK: "het werk van nu"}
FILTERS = {"programma": "Programma", "soort": "Wat", "waar": "Waar"}
NU = "nu, in bewerking"


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a thing stands: the title of a report, or NU."""

    naam: str
    url: str


@dataclass(frozen=True, slots=True)
class Vondst:
    """A thing that was found: where it stands now or stood last, and `ook` the rounds before."""

    titel: list[Stuk]
    soort: str
    programma: str
    plek: Plek
    fragment: list[Stuk]
    ook: list[Plek]


@login_not_required
@require_safe
def zoeken(request: HttpRequest) -> HttpResponse:
    vraag = "".join(teken for teken in request.GET.get("q", "") if not has_stuurteken(teken)).strip()
    woorden = split_vraag(vraag)
    context = {
        "vraag": vraag[:HOOGSTENS_TEKENS],
        "te_lang": len(vraag) > HOOGSTENS_TEKENS,
        "heeft_letters": bool(woorden),
    }
    if woorden:
        context |= answer(request, woorden)
    return keep_private(render(request, "rapportage/zoeken.html", context))


def answer(request: HttpRequest, woorden: tuple[str, ...]) -> dict[str, object]:
    leesbaar = fetch_leesbaar(request.user, localdate())
    alle = find_rijen(leesbaar, woorden)
    velden = make_velden(request, alle[:HOOGSTENS])
    keuze = Keuze(*(veld.gekozen for veld in velden))
    gekozen = filter(keuze.fits, alle[:HOOGSTENS]) if any(keuze) else alle[:HOOGSTENS]
    dingen = group_dingen(leesbaar, gekozen, woorden)
    blad = Paginator(dingen, PER_BLAD).get_page(request.GET.get("page"))
    return {
        "velden": velden if alle else (),
        "is_gefilterd": any(keuze),
        "aantal": len(dingen),
        "te_veel": len(alle) > HOOGSTENS,
        "blad": blad,
        "vondsten": list(make_vondsten(leesbaar, blad, woorden)),
        "heeft_werk": bool(leesbaar.live) or getattr(request.user, "is_beheerder", False),
    }


def make_velden(request: HttpRequest, rijen: list[Rij]) -> list[Keuzeveld]:
    """Each choice says how much it leads to; a value that nothing has asks nothing."""
    aantallen = count_keuzes(rijen)
    namen = {
        "programma": {rij.programma: rij.naam for rij in rijen},
        "soort": {soort: name_soort(soort, 2) for soort in aantallen["soort"]},
        "waar": WAAR,
    }
    return [
        make_veld(veld, label, namen[veld], aantallen[veld], request.GET.get(veld, ""))
        for veld, label in FILTERS.items()
    ]


def make_veld(
    veld: str, label: str, namen: Mapping[str, str], aantallen: Mapping[str, int], gevraagd: str
) -> Keuzeveld:
    keuzes = [(waarde, f"{namen[waarde]} ({aantal})") for waarde, aantal in aantallen.items()]
    gekozen = gevraagd if gevraagd in aantallen else ""
    return Keuzeveld(
        veld, label, [("", "alles"), *sorted(keuzes, key=lambda keuze: keuze[1].lower())], gekozen
    )


def make_vondsten(leesbaar: Leesbaar, blad: Page, woorden: tuple[str, ...]) -> Iterator[Vondst]:
    """One query, for the texts of a page."""
    eerste = [plekken[0].pk for plekken in blad.object_list]
    teksten = dict(Vindplaats.objects.filter(pk__in=eerste).values_list("pk", "tekst"))
    for rij, *ouder in blad.object_list:
        yield Vondst(
            titel=mark(rij.titel, woorden),
            soort=name_soort(rij.soort),
            programma=rij.naam,
            plek=make_plek(leesbaar, rij),
            fragment=mark_fragment(teksten.get(rij.pk, ""), woorden),
            ook=[make_plek(leesbaar, ander) for ander in ouder],
        )


def make_plek(leesbaar: Leesbaar, rij: Rij) -> Plek:
    if rij.editie == LIVE:
        return Plek(NU, live_url(leesbaar.live[rij.programma], rij))
    editie = leesbaar.editie_of(rij)
    return Plek(editie.titel, f"{basis_of(rij.programma, editie.ronde)}{rij.pad}")


def live_url(programma: Programma, rij: Rij) -> str:
    """What only the manager may open leads others to the overview it stands in."""
    thuis = reverse("werk:programma", args=[programma.slug])
    return f"{thuis}{rij.pad}" if rij.pad else find_adres(programma, rij.soort, rij.sleutel) or thuis
