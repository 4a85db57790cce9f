"""Deleting or archiving a row, after asking; and taking it out of the archive."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from programmalijnen.models import Programma
from programmalijnen.rechten import Recht, fetch_programma

from ..forms.weghalen import WeghaalForm
from ..models import Financiering, Financieringsbron, GedruktTotaal, Kostenpost
from ..services.voorwaarden import Geldrij, is_getoond
from ..services.weghalen import must_be_kept, remove_geldrij, restore_geldrij
from .bladzijde import fetch_rij, overview_url, show

SOORTEN = {
    "financiering": Financiering,
    "kostenposten": Kostenpost,
    "totalen": GedruktTotaal,
    "bronnen": Financieringsbron,
}
MET_ARCHIEF = (Financiering, Kostenpost)


@require_http_methods(["GET", "POST"])
def weghalen(request: HttpRequest, programma: str, soort: str, sleutel: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rij = fetch_geldrij(gevonden, soort, sleutel)
    form = WeghaalForm(
        request.POST if request.method == "POST" else None,
        initial={"versie": rij.versie},
        vraag_reden=is_getoond(rij),
    )
    blijft = must_be_kept(rij)
    if request.method == "POST" and form.is_valid() and remove(request, rij, form):
        messages.success(request, f"‘{rij}’ is {'gearchiveerd' if blijft else 'verwijderd'}.")
        return redirect(overview_url(gevonden))
    return show(
        request, "financien/weghalen.html", gevonden, titel="Weghalen", form=form, rij=rij, blijft=blijft
    )


@require_POST
def terughalen(request: HttpRequest, programma: str, soort: str, sleutel: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rij = fetch_geldrij(gevonden, soort, sleutel)
    if not isinstance(rij, MET_ARCHIEF):
        raise Http404("Dit wordt niet gearchiveerd.")
    restore_geldrij(rij=rij, door=request.user, op=timezone.now())
    messages.success(request, f"‘{rij}’ staat weer bij het geld van dit programma.")
    return redirect(overview_url(gevonden))


def fetch_geldrij(programma: Programma, soort: str, sleutel: str) -> Geldrij:
    if soort not in SOORTEN:
        raise Http404("Dit bestaat niet bij het geld van een programma.")
    return fetch_rij(SOORTEN[soort].objects.filter(programma=programma).select_related("programma"), sleutel)


def remove(request: HttpRequest, rij: Geldrij, form: forms.Form) -> bool:
    """Whether it was removed; otherwise the form says why not."""
    gegevens = form.cleaned_data
    try:
        remove_geldrij(
            rij=rij,
            versie=gegevens["versie"],
            door=request.user,
            op=timezone.now(),
            reden=gegevens.get("reden", ""),
        )
    except ValidationError as fout:
        form.show_fouten(fout)
        return False
    return True
