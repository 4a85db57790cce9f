"""One activiteit becomes several."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dordt_monitor.bevestigen import confirm_opgeslagen

from ..forms.structuur import SplitsForm
from ..models import Activiteit
from ..rechten import Recht, fetch_programma
from ..services.verloop import split_activiteit
from ..services.voorwaarden import is_getoond
from . import rijpagina
from .structuur import STRUCTUUR
from .structuursoorten import ACTIVITEITEN

GESPLITST = "‘{titel}’ is gesplitst in {aantal} activiteiten."


@require_http_methods(["GET", "POST"])
def splitsen(request: HttpRequest, programma: str, sleutel: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rij = ACTIVITEITEN.fetch(gevonden, sleutel)
    if rij.gearchiveerd:
        raise Http404("Deze activiteit is gearchiveerd.")
    form = SplitsForm(
        request.POST if request.method == "POST" else None,
        initial={"versie": rij.versie},
        vraag_reden=is_getoond(rij),
    )
    if request.method == "POST" and form.is_valid() and (aantal := split(request, rij, form)):
        confirm_opgeslagen(request, GESPLITST.format(titel=rij, aantal=aantal))
        return redirect(STRUCTUUR.terug_url(gevonden, ACTIVITEITEN, rij))
    return rijpagina.show(
        request, "programmalijnen/structuur/splitsen.html", STRUCTUUR, gevonden,
        titel="Splitsen", form=form, rij=rij,
    )  # fmt: skip


def split(request: HttpRequest, rij: Activiteit, form: SplitsForm) -> int:
    """How many it became; 0 when not, and then the form says why."""
    gegevens = form.cleaned_data
    try:
        nieuwe = split_activiteit(
            rij=rij,
            versie=gegevens["versie"],
            titels=gegevens["titels"],
            gaat_door=gegevens["gaat_door"] == "ja",
            door=request.user,
            op=timezone.now(),
            reden=gegevens.get("reden", ""),
        )
    except ValidationError as fout:
        form.show_fouten(fout)
        return 0
    return len(nieuwe)
