"""What every money page does the same: fetch and authorise, save, say so, go back."""

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from programmalijnen.models import Programma
from programmalijnen.regels.samenvoegen import Samengevoegd
from programmalijnen.services.samenvoegen import Botsing
from programmalijnen.views.ophalen import crumbs

from ..forms.invoer import Geldformulier

OPGESLAGEN = "‘{titel}’ is opgeslagen."
NIETS_VERANDERD = "Aan ‘{titel}’ was niets veranderd, dus er is niets opgeslagen."
OVERGENOMEN = "Een collega veranderde intussen: {velden}. Dat is bewaard, naast wat u typte."
BOTSING = (
    "Er is nog niets opgeslagen. Een collega veranderde tegelijk met u hetzelfde; "
    "beide teksten staan hieronder bij het veld. Alles wat u typte, staat er nog."
)


NIEUW = {
    "financiering": "Nieuwe financiering",
    "kostenposten": "Nieuwe kostenpost",
    "totalen": "Nieuw gedrukt totaal",
}


def overview_url(programma: Programma) -> str:
    return reverse("financien:overzicht", args=[programma.slug])


def fetch_rij(rijen: QuerySet, sleutel: str) -> Any:
    """One row of the programme the caller fetched; raises Http404."""
    rij = rijen.filter(sleutel=sleutel).first()
    if rij is None:
        raise Http404("Dit staat niet (meer) bij het geld van dit programma.")
    return rij


def edit(
    request: HttpRequest,
    *,
    programma: Programma,
    formulier: Geldformulier,
    save: Callable[[Geldformulier], Sequence[Samengevoegd]],
    soort: str,
) -> HttpResponse:
    """Show the form; on a POST save and go to the overview, or say what is wrong, everything typed kept."""
    rij = formulier.form.rij
    titel = NIEUW[soort] if rij._state.adding else str(rij)
    status = HTTPStatus.OK
    if request.method == "POST" and formulier.is_valid():
        try:
            uitkomsten = save(formulier)
        except Botsing as botsing:
            formulier.show_botsing(botsing.uitkomsten)
            messages.warning(request, BOTSING)
            status = HTTPStatus.CONFLICT
        except ValidationError as fout:
            formulier.show_fouten(fout)
        else:
            tell_saved(request, formulier, uitkomsten)
            return redirect(overview_url(programma))
    return show(
        request,
        "financien/bewerken.html",
        programma,
        formulier=formulier,
        titel=titel,
        weghalen_url=remove_url(programma, soort, rij),
        status=status,
    )


def remove_url(programma: Programma, soort: str, rij: Any) -> str:
    """Empty for a row that is not stored yet."""
    return reverse("financien:weghalen", args=[programma.slug, soort, rij.sleutel]) if rij.pk else ""


def tell_saved(request: HttpRequest, formulier: Geldformulier, uitkomsten: Sequence[Samengevoegd]) -> None:
    zin, niveau = (
        (OPGESLAGEN, messages.SUCCESS) if formulier.is_veranderd else (NIETS_VERANDERD, messages.INFO)
    )
    messages.add_message(request, niveau, zin.format(titel=formulier.form.rij))
    overgenomen = formulier.overgenomen(uitkomsten)
    if overgenomen:
        messages.info(request, OVERGENOMEN.format(velden=", ".join(overgenomen)))


def show(
    request: HttpRequest,
    sjabloon: str,
    programma: Programma,
    *,
    titel: str = "",
    status: int = HTTPStatus.OK,
    **context: Any,
) -> HttpResponse:
    """A page in the frame of the team's pages; without `titel` it is the overview itself."""
    geld = overview_url(programma)
    hier = [("Financiën", geld), (titel, "")] if titel else [("Financiën", "")]
    context |= {
        "programma": programma,
        "titel": titel,
        "overzicht_url": geld,
        "kruimels": crumbs(programma, *hier),
        "heeft_werk": True,
    }
    return render(request, sjabloon, context, status=status)
