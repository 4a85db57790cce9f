"""The measurements of one indicator: the list, another value for one, and one over another period."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from dordt_monitor.bevestigen import confirm_opgeslagen

from ..bouwen.meetblad import Meetblad, fetch_meetblad
from ..forms.metingen import MetingForm, NieuweMetingForm, VerbeterForm
from ..models import Categorie, Meting, Programma, Rapportageronde, Rondestaat
from ..rechten import Recht, fetch_programma, may
from ..services.metingen import add_meting, correct_meting, is_adopted
from .ophalen import crumbs

GEEN_INDICATOR = "Deze indicator is er niet in dit programma."
GEEN_RONDE_OPEN = "Er is nu geen ronde open. Buiten een ronde past de programmamanager de metingen aan."
OPGESLAGEN = "Opgeslagen: {periode}, {waarde}."
OPEN = (Rondestaat.OPEN, Rondestaat.IN_RECTIFICATIE)


@require_safe
def metingen(request: HttpRequest, programma: str, indicator: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.LIVE_LEZEN)
    blad = fetch_blad(gevonden, indicator)
    context = {
        "blad": blad,
        "mag_invullen": may_meten(request, gevonden),
        "mag_beheren": may(request.user, gevonden, Recht.BEHEREN),
    }
    return show(request, "programmalijnen/metingen.html", gevonden, blad, **context)


@require_http_methods(["GET", "POST"])
def verbeter(request: HttpRequest, programma: str, indicator: str, meting: str) -> HttpResponse:
    gevonden = fetch_voor_invoer(request, programma)
    blad = fetch_blad(gevonden, indicator)
    rij = next((rij.meting for rij in blad.rijen if rij.meting.sleutel == meting), None)
    if rij is None:
        raise Http404("Deze meting is er niet (meer), of is al verbeterd.")
    rij.indicator = blad.indicator
    form = VerbeterForm(posted(request), meting=rij, vraag_reden=is_adopted(rij))

    def save() -> Meting:
        gegevens = form.cleaned_data
        return correct_meting(
            meting=rij,
            versie=gegevens["versie"] or 0,
            reden=gegevens.get("reden", ""),
            door=request.user,
            op=timezone.now(),
            **form.velden(),
        )

    return edit(request, gevonden, blad, form, save, titel="Meting verbeteren", meting=rij)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, programma: str, indicator: str) -> HttpResponse:
    gevonden = fetch_voor_invoer(request, programma)
    blad = fetch_blad(gevonden, indicator)
    categorieen = list(Categorie.objects.filter(indicator=blad.indicator).order_by("volgorde", "pk"))
    form = NieuweMetingForm(posted(request), indicator=blad.indicator, categorieen=categorieen)

    def save() -> Meting:
        return add_meting(
            indicator=blad.indicator,
            periode=form.cleaned_data["periode"],
            categorie=form.categorie,
            door=request.user,
            op=timezone.now(),
            **form.velden(),
        )

    return edit(request, gevonden, blad, form, save, titel="Meting toevoegen")


def edit(
    request: HttpRequest,
    programma: Programma,
    blad: Meetblad,
    form: MetingForm,
    save: Callable[[], Meting],
    **context: Any,
) -> HttpResponse:
    """Show the form; on a POST save and go to the list, or say what is wrong, everything typed kept."""
    if request.method == "POST" and form.is_valid():
        try:
            meting = save()
        except ValidationError as fout:
            form.show_fouten(fout)
        else:
            waarde = form["waarde"].value()
            confirm_opgeslagen(request, OPGESLAGEN.format(periode=meting.periode, waarde=waarde))
            return redirect("werk:metingen", programma.slug, blad.indicator.sleutel)
    return show(request, "programmalijnen/meting.html", programma, blad, form=form, blad=blad, **context)


def posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def fetch_blad(programma: Programma, sleutel: str) -> Meetblad:
    try:
        return fetch_meetblad(programma, sleutel)
    except ObjectDoesNotExist as fout:
        raise Http404(GEEN_INDICATOR) from fout


def fetch_voor_invoer(request: HttpRequest, programma: str) -> Programma:
    """A medewerker writes metingen while a round is open, a manager always (ontwerp 4)."""
    gevonden = fetch_programma(request.user, programma, Recht.INVULLEN)
    if not may_meten(request, gevonden):
        raise PermissionDenied(GEEN_RONDE_OPEN)
    return gevonden


def may_meten(request: HttpRequest, programma: Programma) -> bool:
    if may(request.user, programma, Recht.BEHEREN):
        return True
    open_rondes = Rapportageronde.objects.filter(programma=programma, staat__in=OPEN)
    return may(request.user, programma, Recht.INVULLEN) and open_rondes.exists()


def show(
    request: HttpRequest, sjabloon: str, programma: Programma, pagina: Meetblad, **context: Any
) -> HttpResponse:
    naam, titel = str(pagina.indicator), context.get("titel", "")
    adres = reverse("werk:metingen", args=[programma.slug, pagina.indicator.sleutel])
    hier = [(naam, adres), (titel, "")] if titel else [(naam, "")]
    context |= {"programma": programma, "kruimels": crumbs(programma, *hier), "heeft_werk": True}
    return render(request, sjabloon, context | {"indicator": pagina.indicator, "lijst_url": adres})
