"""What every page about one row does the same: fetch and authorise, save, say so, go back."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from dordt_monitor.bevestigen import confirm_opgeslagen

from ..bouwen.vorige import fetch_collega
from ..forms.rijen import Rijformulier
from ..forms.weghalen import TerughaalForm, WeghaalForm
from ..models import Programma
from ..rechten import Recht, fetch_programma
from ..regels.samenvoegen import Samengevoegd
from ..services.aanhangsel import fetch_aanhang
from ..services.dubbel import AlOpgeslagen
from ..services.samenvoegen import Botsing
from ..services.voorwaarden import is_getoond
from .ophalen import crumbs
from .rijsoorten import Rijsoort, Rijvraag, Rubriek

# What a new row may be asked to begin on, by the name of its field.
PLEKKEN = ("lijn", "ambitie", "activiteit", "ouder")
OPGESLAGEN = "‘{titel}’ is opgeslagen."
NIETS_VERANDERD = "Aan ‘{titel}’ was niets veranderd, dus er is niets opgeslagen."
OVERGENOMEN = "Een collega veranderde intussen: {velden}. Dat is bewaard, naast wat u typte."
WAS_OPGESLAGEN = "‘{titel}’ was al opgeslagen. Er is niets dubbel bij gekomen."
TERUGGEHAALD = "‘{titel}’ staat niet meer in het archief."


def add(request: HttpRequest, rubriek: Rubriek, programma: str, soort: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rijsoort = rubriek.find(soort)
    eerst = rijsoort.eerst(gevonden) if rijsoort.eerst and request.method == "GET" else None
    if eerst:
        messages.info(request, eerst[0])
        return redirect(eerst[1])
    return edit_rij(request, rubriek, gevonden, rijsoort, rijsoort.make_nieuw(gevonden, request.GET))


def change(request: HttpRequest, rubriek: Rubriek, programma: str, soort: str, sleutel: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rijsoort = rubriek.find(soort)
    return edit_rij(request, rubriek, gevonden, rijsoort, rijsoort.fetch(gevonden, sleutel))


def edit_rij(
    request: HttpRequest, rubriek: Rubriek, programma: Programma, soort: Rijsoort, rij: models.Model
) -> HttpResponse:
    """Show the form; on a POST save and go to the overview, or say what is wrong, everything typed kept."""
    data = request.POST if request.method == "POST" else None
    formulier = soort.formulier(
        Rijvraag(
            rij=rij,
            programma=programma,
            gebruiker=request.user,
            data=data,
            vraag_reden=is_getoond(rij),
        )
    )
    titel = "" if soort.sjabloon else soort.nieuw if rij._state.adding else str(rij)
    is_nieuw = rij._state.adding
    if data is not None and formulier.is_valid():
        verder = save_rij(request, rubriek, programma, soort, formulier)
        if verder:
            return redirect(another_url(request, rij) if is_nieuw and "nog" in data else verder)
    in_gebruik = bool(rij.pk) and not getattr(rij, "gearchiveerd", False)
    return show(
        request,
        soort.sjabloon or "programmalijnen/rij/bewerken.html",
        rubriek,
        programma,
        titel=titel,
        status=HTTPStatus.CONFLICT if formulier.botst or formulier.is_opnieuw else HTTPStatus.OK,
        formulier=formulier,
        is_nieuw=is_nieuw,
        soort=soort,
        rij=rij,
        weghalen_url=rubriek.weghalen(programma, soort, rij) if in_gebruik and soort.weg else "",
        acties=soort.acties(rij) if in_gebruik and soort.acties else [],
    )


def another_url(request: HttpRequest, rij: models.Model) -> str:
    """The same page for the next one, which begins on the place of the one just saved."""
    plekken = {naam: getattr(rij, naam, None) for naam in PLEKKEN}
    vraag = {naam: plek.sleutel for naam, plek in plekken.items() if plek is not None}
    return f"{request.path}?{urlencode(vraag)}" if vraag else request.path


def save_rij(
    request: HttpRequest, rubriek: Rubriek, programma: Programma, soort: Rijsoort, formulier: Rijformulier
) -> str:
    """Where to go when it was saved; "" when the form says why not."""
    rij = formulier.form.rij
    try:
        uitkomsten = soort.save(formulier, door=request.user, op=timezone.now(), reden=formulier.reden)
    except Botsing as botsing:
        formulier.show_botsing(botsing.uitkomsten, fetch_collega(rij))
    except AlOpgeslagen as eerder:
        if eerder.gelijk:
            confirm_opgeslagen(request, WAS_OPGESLAGEN.format(titel=rij), messages.INFO)
            return rubriek.overview_url(programma, soort)
        formulier.begin_opnieuw()
    except ValidationError as fout:
        formulier.show_fouten(fout)
    else:
        tell_saved(request, formulier, uitkomsten)
        return rubriek.terug_url(programma, soort, rij)
    return ""


def tell_saved(request: HttpRequest, formulier: Rijformulier, uitkomsten: Sequence[Samengevoegd]) -> None:
    zin, niveau = (
        (OPGESLAGEN, messages.SUCCESS) if formulier.is_veranderd else (NIETS_VERANDERD, messages.INFO)
    )
    confirm_opgeslagen(request, zin.format(titel=formulier.form.rij), niveau)
    overgenomen = formulier.overgenomen(uitkomsten)
    if overgenomen:
        messages.info(request, OVERGENOMEN.format(velden=", ".join(overgenomen)))
    for melding in formulier.meldingen:
        messages.info(request, melding)


def ask_weghalen(
    request: HttpRequest, rubriek: Rubriek, programma: str, soort: str, sleutel: str
) -> HttpResponse:
    """Say what hangs on the row, and remove it on a POST. Raises Http404 where none is removed."""
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rijsoort = rubriek.find(soort)
    rij = rijsoort.fetch(gevonden, sleutel)
    if not rijsoort.weg or getattr(rij, "gearchiveerd", False):
        raise Http404("Dit is al weggehaald.")
    form = WeghaalForm(
        request.POST if request.method == "POST" else None,
        initial={"versie": rij.versie},
        vraag_reden=is_getoond(rij),
    )
    blijft, beletsel = rijsoort.must_be_kept(rij), rijsoort.beletsel(rij)
    if request.method == "POST" and form.is_valid() and remove(request, rijsoort, rij, form):
        messages.success(request, f"‘{rij}’ is {'gearchiveerd' if blijft else 'verwijderd'}.")
        return redirect(rubriek.overview_url(gevonden, rijsoort))
    return show(
        request,
        "programmalijnen/rij/weghalen.html",
        rubriek,
        gevonden,
        titel="Weghalen" if beletsel else "Archiveren" if blijft else "Verwijderen",
        soort=rijsoort,
        form=form,
        rij=rij,
        blijft=blijft,
        beletsel=beletsel,
        aanhang=fetch_aanhang(rij),
    )


def remove(request: HttpRequest, soort: Rijsoort, rij: models.Model, form: WeghaalForm) -> bool:
    """Whether it was removed; otherwise the form says why not."""
    gegevens = form.cleaned_data
    try:
        soort.remove(
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


def take_back(
    request: HttpRequest, rubriek: Rubriek, programma: str, soort: str, sleutel: str
) -> HttpResponse:
    """Out of the archive; what is wrong is said on the overview."""
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rijsoort = rubriek.find(soort)
    if not rijsoort.heeft_archief:
        raise Http404("Dit wordt niet gearchiveerd.")
    rij = rijsoort.fetch(gevonden, sleutel)
    form = TerughaalForm(request.POST)
    versie = form.cleaned_data["versie"] if form.is_valid() else 0
    try:
        rijsoort.restore(rij=rij, versie=versie, door=request.user, op=timezone.now())
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    else:
        messages.success(request, TERUGGEHAALD.format(titel=rij))
    return redirect(rubriek.terug_url(gevonden, rijsoort, rij))


def show(
    request: HttpRequest,
    sjabloon: str,
    rubriek: Rubriek,
    programma: Programma,
    *,
    titel: str = "",
    status: int = HTTPStatus.OK,
    **context: Any,
) -> HttpResponse:
    """A page in the frame of the team's pages; without `titel` it is the overview itself."""
    overzicht = rubriek.overview_url(programma)
    hier = [(rubriek.titel, overzicht), (titel, "")] if titel else [(rubriek.titel, "")]
    context |= {
        "programma": programma,
        "titel": titel,
        "rubriek": rubriek,
        "overzicht_url": rubriek.overview_url(programma, context.get("soort")),
        "kruimels": crumbs(programma, *hier),
        "heeft_werk": True,
    }
    return render(request, sjabloon, context, status=status)
