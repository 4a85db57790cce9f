"""Opening the latest adopted round again, and stopping that when nothing has to change."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from programmalijnen.models import Rapportageronde, Rondestaat
from programmalijnen.rechten import Recht, fetch_programma
from programmalijnen.services.schrijven import Vergrendeld

from ..forms import Rectificeerform
from ..lezing import basis_of
from ..models import Editie
from ..services.rectificeren import (
    cancel_rectificatie,
    compare_met_editie,
    open_rectificatie,
    require_te_rectificeren,
)

NIET_GEVONDEN = "Deze ronde is er niet in dit programma."
STOP = "stop"


@require_http_methods(["GET", "POST"])
def rectificeren(request: HttpRequest, programma: str, ronde: str) -> HttpResponse:
    rij = fetch(request, programma, ronde)
    if rij.staat == Rondestaat.IN_RECTIFICATIE:
        return under_way(request, rij)
    slot = find_slot(rij)
    form = Rectificeerform(request.POST or None)
    if request.method == "POST" and not slot and form.is_valid() and start(request, rij, form):
        messages.success(request, f"{rij.titel} is open voor rectificatie.")
        return redirect("rapportage:rectificeren", programma, ronde)
    return show(request, rij, 409 if slot else 200, form=form, slot=slot)


def fetch(request: HttpRequest, programma: str, ronde: str) -> Rapportageronde:
    """Raises Http404, PermissionDenied."""
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rij = Rapportageronde.objects.select_related("programma").filter(programma=gevonden, slug=ronde).first()
    if rij is None:
        raise Http404(NIET_GEVONDEN)
    return rij


def find_slot(ronde: Rapportageronde) -> str:
    """Why the round cannot be rectified, "" when it can."""
    try:
        require_te_rectificeren(ronde)
    except Vergrendeld as slot:
        return str(slot)
    return ""


def start(request: HttpRequest, ronde: Rapportageronde, form: Rectificeerform) -> bool:
    """False when the form says why not, as when a colleague was first."""
    try:
        open_rectificatie(ronde=ronde, door=request.user, op=timezone.now(), **form.cleaned_data)
    except (ValidationError, Vergrendeld) as fout:
        form.add_error(None, str(fout) if isinstance(fout, Vergrendeld) else fout)
        return False
    return True


def under_way(request: HttpRequest, ronde: Rapportageronde) -> HttpResponse:
    """The round is open already: what changed so far, and the way to stop. A second start changes nothing."""
    slot = ""
    if request.method == "POST" and request.POST.get("actie") == STOP:
        try:
            cancel_rectificatie(ronde=ronde, door=request.user, op=timezone.now())
        except Vergrendeld as fout:
            slot = str(fout)
        else:
            messages.success(request, f"De rectificatie van {ronde.titel} is gestopt.")
            return redirect("rapportage:edities", ronde.programma.slug)
    veranderingen = compare_met_editie(ronde).veranderingen
    return show(request, ronde, 409 if slot else 200, slot=slot, aantal=len(veranderingen), bezig=True)


def show(request: HttpRequest, ronde: Rapportageronde, status: int, **context) -> HttpResponse:
    programma = ronde.programma
    laatste = Editie.objects.filter(ronde=ronde).order_by("-versie").defer("inhoud").first()
    context |= {
        "ronde": ronde,
        "programma": programma,
        "laatste": laatste,
        "concept_url": basis_of(programma.slug, ronde.slug, "concept"),
        "mag_beheren": True,
        "heeft_werk": True,
        "kruimels": [
            ("Mijn werk", reverse("werk:mijn-werk")),
            (programma.naam, reverse("werk:programma", args=[programma.slug])),
            (ronde.titel, reverse("werk:ronde", args=[programma.slug, ronde.slug])),
            ("Rectificeren", ""),
        ],
    }
    return render(request, "rapportage/rectificeren.html", context, status=status)
