"""Recording the adoption of a round: from here on its report is frozen (ontwerp 3, "Editie")."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from programmalijnen.models import Opgave, Rapportageronde
from programmalijnen.rechten import Recht, fetch_programma
from programmalijnen.services.rondes import require_niet_vastgesteld
from programmalijnen.services.schrijven import Vergrendeld

from ..forms import VaststelForm
from ..lezen import basis_of
from ..models import Editie
from ..services import adopt_ronde


@require_http_methods(["GET", "POST"])
def vaststellen(request: HttpRequest, programma: str, ronde: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rij = Rapportageronde.objects.filter(programma=gevonden, slug=ronde).first()
    if rij is None:
        raise Http404("Deze ronde is er niet in dit programma.")
    rij.programma = gevonden
    form = VaststelForm(request.POST or None)
    slot = find_slot(rij)
    if request.method == "POST" and not slot and form.is_valid() and (editie := adopt(request, rij, form)):
        messages.success(request, f"{rij.titel} is vastgesteld, versie {editie.versie}.")
        return redirect("werk:programma", programma)
    return show(request, rij, form, slot)


def find_slot(ronde: Rapportageronde) -> str:
    """Why the round cannot be adopted, "" when it can."""
    try:
        require_niet_vastgesteld(ronde)
    except Vergrendeld as slot:
        return str(slot)
    return ""


def adopt(request: HttpRequest, ronde: Rapportageronde, form: VaststelForm) -> Editie | None:
    """The edition; None when the form says why not, as when a colleague was first."""
    try:
        return adopt_ronde(ronde=ronde, door=request.user, op=timezone.now(), **form.cleaned_data)
    except (ValidationError, Vergrendeld) as fout:
        form.add_error(None, fout.messages if isinstance(fout, ValidationError) else str(fout))
        return None


def show(request: HttpRequest, ronde: Rapportageronde, form: VaststelForm, slot: str) -> HttpResponse:
    context = {
        "ronde": ronde,
        "form": form,
        "slot": slot,
        "leeg": ronde.realisaties.filter(opgave=Opgave.HIER, tekst="").count(),
        "concept_url": basis_of(ronde.programma.slug, ronde.slug, "concept"),
        "heeft_werk": True,
        "kruimels": [
            ("Mijn werk", reverse("werk:mijn-werk")),
            (ronde.programma.naam, reverse("werk:programma", args=[ronde.programma.slug])),
            (ronde.titel, reverse("werk:ronde", args=[ronde.programma.slug, ronde.slug])),
            ("Vaststellen", ""),
        ],
    }
    return render(request, "rapportage/vaststellen.html", context, status=409 if slot else 200)
