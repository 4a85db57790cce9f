"""Putting back an act, or one change of it: first what would happen, then doing it."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ..bouwen.spoor import make_kaart, make_regel
from ..bouwen.spoortitels import fetch_titels
from ..bouwen.spoorwaarden import find_veld, label_of, make_veldregel, referred
from ..forms.herstel import HerstelForm
from ..models import Wijziging
from ..rechten import Recht, fetch_programma, may
from ..services.herstelbaar import Herstelregel, recht_for
from ..services.herstellen import Herstelplan, herstel_handeling, try_herstel
from .spoor import GEEN_HANDELING, fetch_handeling, frame_of
from .spooradressen import find_adres

# Trying out a larger act would keep everybody else from writing for seconds.
HOOGSTENS = 200
TE_GROOT = "Dit is te veel om in één keer terug te zetten. Zet de wijzigingen los van elkaar terug."
NIET_UW_RECHT = "U mag dit lezen, maar niet terugzetten."
GEDAAN = "Teruggezet. Het staat als nieuwe wijziging hieronder."


@require_http_methods(["GET", "POST"])
def terugzetten(
    request: HttpRequest, programma: str, handeling: UUID, nummer: int | None = None
) -> HttpResponse:
    """`nummer` is the place of one change in the act."""
    gevonden = fetch_programma(request.user, programma, Recht.LIVE_LEZEN)
    alle = fetch_handeling(Wijziging.objects.filter(programma=gevonden), handeling)
    wijzigingen = list(alle[: HOOGSTENS + 1]) if nummer is None else pick(alle, nummer)
    if not may(request.user, gevonden, recht_for(wijzigingen)):
        raise PermissionDenied(NIET_UW_RECHT)
    if len(wijzigingen) > HOOGSTENS:
        messages.error(request, TE_GROOT)
        return redirect("werk:handeling", gevonden.slug, handeling)
    form = HerstelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            herstel_handeling(
                wijzigingen=wijzigingen, **form.cleaned_data, door=request.user, op=timezone.now()
            )
        except ValidationError as fout:
            form.add_error(None, fout)
        else:
            messages.success(request, GEDAAN)
            return redirect("werk:wijzigingen", gevonden.slug)
    plan = try_herstel(wijzigingen=wijzigingen, voor=request.user, op=timezone.now())
    return show(request, gevonden, wijzigingen, plan, form)


def pick(wijzigingen, nummer: int) -> list[Wijziging]:
    """Raises Http404 for a number beyond the act."""
    gekozen = list(wijzigingen[nummer - 1 : nummer]) if nummer else []
    if not gekozen:
        raise Http404(GEEN_HANDELING)
    return gekozen


def show(
    request: HttpRequest, programma, wijzigingen: Sequence[Wijziging], plan: Herstelplan, form: HerstelForm
) -> HttpResponse:
    kop = wijzigingen[0]
    handeling_url = reverse("werk:handeling", args=[programma.slug, kop.handeling])
    kaart = make_kaart(kop, len(wijzigingen), "", ())
    context = frame_of(programma, (kaart.titel, handeling_url), ("Terugzetten", "")) | {
        "kaart": kaart,
        "plan": plan,
        "regels": tell_plan(programma, plan),
        "form": form,
        "handeling_url": handeling_url,
    }
    return render(request, "programmalijnen/terugzetten.html", context)


def tell_plan(programma, plan: Herstelplan) -> list[dict]:
    """Each row with its title and its fields as people read them."""
    titels = fetch_titels(programma, (punt for regel in plan.regels for punt in referred(regel.wijziging)))
    return [
        {
            "regel": make_regel(regel.wijziging, 0, programma, titels, find_adres),
            "velden": [make_veldregel(regel.wijziging, *veld, titels) for veld in regel.velden],
            "botsend": [name_veld(regel, naam) for naam in regel.botsend],
            "doet": regel.doet,
            "bezwaar": regel.bezwaar,
        }
        for regel in plan.regels
        if regel.is_mogelijk or regel.botsend or regel.bezwaar
    ]


def name_veld(regel: Herstelregel, naam: str) -> str:
    return label_of(find_veld(regel.wijziging.soort, naam), naam)
