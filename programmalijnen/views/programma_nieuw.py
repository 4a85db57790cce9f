"""The beheerder makes a programme and its first manager; all else is for the manager to set up."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dordt_monitor.bevestigen import confirm_opgeslagen

from ..forms.programma import NieuwProgrammaForm
from ..forms.rijen import Rijformulier
from ..models import Gebruiker, Programma
from ..services.dubbel import AlOpgeslagen
from ..services.programmas import create_programma
from .gebruikers import beheer, page_of

GEMAAKT = "Het programma ‘{programma}’ is gemaakt. {manager} is de programmamanager."
GEEF_LINK = " Geef hieronder een inloglink, want {manager} heeft nog geen wachtwoord."
WAS_GEMAAKT = "Het programma ‘{programma}’ was al gemaakt. Er is niets dubbel bij gekomen."


@beheer
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    formulier = Rijformulier(NieuwProgrammaForm(data, rij=Programma()))
    if data is not None and formulier.is_valid():
        verder = save(request, formulier)
        if verder:
            return redirect(verder)
    context = {
        "formulier": formulier,
        "kruimels": [("Mijn werk", reverse("werk:mijn-werk")), ("Nieuw programma", "")],
        "heeft_werk": True,
    }
    status = HTTPStatus.CONFLICT if formulier.is_opnieuw else HTTPStatus.OK
    return render(request, "programmalijnen/programma_nieuw.html", context, status=status)


def save(request: HttpRequest, formulier: Rijformulier) -> str:
    """Where to go when it was saved; "" when the form says why not."""
    gegevens, velden = formulier.form.cleaned_data, formulier.form.ingevoerd()
    try:
        programma, manager = create_programma(
            velden=velden,
            email=gegevens["manager_email"],
            naam=gegevens["manager_naam"],
            formulier=gegevens["formulier"],
            door=request.user,
            op=timezone.now(),
        )
    except AlOpgeslagen as eerder:
        if eerder.gelijk:
            confirm_opgeslagen(request, WAS_GEMAAKT.format(programma=velden["naam"]), messages.INFO)
            return reverse("werk:programma", args=[velden["slug"]])
        formulier.begin_opnieuw()
    except ValidationError as fout:
        formulier.show_fouten(fout)
    else:
        return tell_gemaakt(request, programma, manager)
    return ""


def tell_gemaakt(request: HttpRequest, programma: Programma, manager: Gebruiker) -> str:
    """To the page of the manager when a link to log in is still to be given, else to the programme."""
    zin = GEMAAKT if manager.has_usable_password() else GEMAAKT + GEEF_LINK
    confirm_opgeslagen(request, zin.format(programma=programma, manager=manager.naam))
    if manager.has_usable_password():
        return reverse("werk:programma", args=[programma.slug])
    return page_of(manager)
