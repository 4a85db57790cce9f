"""The check before adopting: every warning with a link to where it is mended, and the team's answer to it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from programmalijnen.models import Rapportageronde, Rondestaat
from programmalijnen.rechten import Recht, may
from programmalijnen.services.schrijven import Vergrendeld
from programmalijnen.views.ophalen import crumbs, fetch_ronde

from ..bouwen import check_ronde
from ..bouwen.verantwoording import Controle
from ..forms import AntwoordForm
from ..services import answer_waarschuwing, withdraw_antwoord
from ..services.vaststellen import find_blokkades
from .controleblad import Controleblad, name_anker
from .herstel import list_blokkades

BEANTWOORD = "Uw antwoord is opgeslagen. Het komt in de verantwoording van het rapport."
WEGGEHAALD = "Het antwoord is weggehaald."
VERANDERD = "Deze waarschuwing is intussen veranderd of vervallen. Lees eerst wat er nu staat."


@require_http_methods(["GET", "POST"])
def controle(request: HttpRequest, programma: str, ronde: str) -> HttpResponse:
    """Who reads the concept reads its warnings; the manager answers them."""
    is_post = request.method == "POST"
    rij = fetch_ronde(request, programma, ronde, Recht.BEHEREN if is_post else Recht.LIVE_LEZEN)
    if rij.staat == Rondestaat.VASTGESTELD:
        return render(
            request, "rapportage/controle.html", frame(request, rij), status=409 if is_post else 200
        )
    form = AntwoordForm(request.POST) if is_post else None
    if form and form.is_valid() and save(request, rij, form):
        return redirect(f"{request.path}#{name_anker(form.cleaned_data['waarschuwing'])}")
    return show(request, rij, form)


def save(request: HttpRequest, ronde: Rapportageronde, form: AntwoordForm) -> bool:
    """False when the form says why not."""
    velden = form.cleaned_data
    wie = {"ronde": ronde, "door": request.user, "op": timezone.now()}
    try:
        if "weghalen" in request.POST:
            withdraw_antwoord(waarschuwing=velden["waarschuwing"], versie=velden["versie"], **wie)
            messages.success(request, WEGGEHAALD)
            return True
        require_gelijk(check_ronde(ronde), velden["waarschuwing"], velden["zin"])
        answer_waarschuwing(**velden, **wie)
    except (ValidationError, Vergrendeld) as fout:
        form.add_error("antwoord", fout.messages if isinstance(fout, ValidationError) else str(fout))
        return False
    messages.success(request, BEANTWOORD)
    return True


def require_gelijk(controle: Controle, sleutel: str, zin: str) -> None:
    """An answer is to a sentence that was read."""
    if not any((punt.sleutel, punt.zin) == (sleutel, zin) for punt in controle.punten):
        raise ValidationError(VERANDERD)


def show(request: HttpRequest, ronde: Rapportageronde, form: AntwoordForm | None) -> HttpResponse:
    mag_beheren = may(request.user, ronde.programma, Recht.BEHEREN)
    blad = Controleblad(check_ronde(ronde), ronde, form, mag_beheren=mag_beheren)
    context = frame(request, ronde) | {"blad": blad, **list_blokkades(find_blokkades(ronde), ronde)}
    return render(request, "rapportage/controle.html", context)


def frame(request: HttpRequest, ronde: Rapportageronde) -> dict:
    programma = ronde.programma
    naar_ronde = reverse("werk:ronde", args=[programma.slug, ronde.slug])
    return {
        "programma": programma,
        "ronde": ronde,
        "mag_beheren": may(request.user, programma, Recht.BEHEREN),
        "kruimels": crumbs(programma, (ronde.titel, naar_ronde), ("Controle", "")),
        "heeft_werk": True,
    }
