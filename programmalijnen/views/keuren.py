"""The page on which a manager reads what was submitted, and approves it or sends it back, many at once."""

from http import HTTPStatus
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ..bouwen.keuring import Uitslag
from ..bouwen.te_keuren import Bladkeuze, fetch_bladen, fetch_te_keuren
from ..forms.keuren import KeurForm
from ..models import Rapportageronde
from ..rechten import Recht
from ..services.invoerstaten import approve_invoer, return_invoer
from ..services.schrijven import Vergrendeld
from .ophalen import crumbs, fetch_ronde, find_slot

TERUGGEVEN = "teruggeven"
GESLOTEN_TERUG = (
    "De ronde is gesloten voor invoer. Geef wie iets moet veranderen een uitzondering, bij Ronde beheren."
)


@require_http_methods(["GET", "POST"])
def keuren(request: HttpRequest, programma: str, ronde: str) -> HttpResponse:
    rij = fetch_ronde(request, programma, ronde, Recht.BEHEREN)
    form = KeurForm(request.POST if request.method == "POST" else None)
    if request.method == "GET" or not form.is_valid():
        return show(request, rij, form)
    try:
        uitslag = decide(request, rij, form)
    except ValidationError as fout:
        form.add_error(None, fout)
        return show(request, rij, form)
    except Vergrendeld as slot:
        form.add_error(None, str(slot))
        return show(request, rij, form, HTTPStatus.CONFLICT)
    tell(request, rij, uitslag)
    lijn = request.GET.get("lijn", "")
    return redirect(f"{request.path}?{urlencode({'lijn': lijn})}" if lijn else request.path)


def decide(request: HttpRequest, ronde: Rapportageronde, form: KeurForm) -> Uitslag:
    wie = {"ronde": ronde, "gezien": form.cleaned_data["kies"], "door": request.user, "op": timezone.now()}
    if is_teruggave(request):
        return return_invoer(reden=form.cleaned_data["teruggeefreden"], **wie)
    return approve_invoer(**wie)


def is_teruggave(request: HttpRequest) -> bool:
    return request.POST.get("daad") == TERUGGEVEN


def tell(request: HttpRequest, ronde: Rapportageronde, uitslag: Uitslag) -> None:
    zin = uitslag.zin("teruggegeven" if is_teruggave(request) else "akkoord")
    (messages.warning if uitslag.overgeslagen else messages.success)(request, zin)
    if is_teruggave(request) and uitslag.gelukt and not ronde.is_bewerkbaar:
        messages.info(request, GESLOTEN_TERUG)


def show(
    request: HttpRequest, ronde: Rapportageronde, form: KeurForm, status: int = HTTPStatus.OK
) -> HttpResponse:
    bladen = fetch_bladen(ronde)
    blad = find_blad(bladen, request.GET.get("lijn", ""))
    rijen = fetch_te_keuren(ronde, blad) if blad else []
    alles = {str(rij.gezien) for rij in rijen} if "alles" in request.GET and not form.is_bound else set()
    naar_ronde = reverse("werk:ronde", args=[ronde.programma.slug, ronde.slug])
    context = {
        "ronde": ronde,
        "programma": ronde.programma,
        "mag_beheren": True,
        "bladen": bladen,
        "blad": blad,
        "rijen": [(rij, str(rij.gezien)) for rij in rijen],
        "gekozen": form.gekozen | alles,
        "form": form,
        "slot": find_slot(ronde, request.user),
        "kruimels": crumbs(ronde.programma, (ronde.titel, naar_ronde), ("Akkoord geven", "")),
        "heeft_werk": True,
    }
    return render(request, "programmalijnen/keuren.html", context, status=status)


def find_blad(bladen: list[Bladkeuze], sleutel: str) -> Bladkeuze | None:
    """The chosen line; the first one when that has nothing (any more) to approve."""
    gekozen = [blad for blad in bladen if blad.sleutel == sleutel]
    return next(iter([*gekozen, *bladen]), None)
