"""Adding and changing a kostenpost with its lines and amounts."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from programmalijnen.models import Activiteit, Programma, Programmalijn
from programmalijnen.rechten import Recht, fetch_programma

from ..forms.invoer import Geldformulier
from ..forms.kostenpost import KostenpostForm, Lijnen, Uitgaven
from ..models import Kostenpost
from ..services.vastleggen import save_kostenpost
from ..services.voorwaarden import is_getoond
from .bladzijde import edit, fetch_rij


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, programma: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    return edit_kostenpost(request, gevonden, Kostenpost(programma=gevonden))


@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, programma: str, sleutel: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rijen = Kostenpost.objects.filter(programma=gevonden).select_related("programma", "activiteit")
    return edit_kostenpost(request, gevonden, fetch_rij(rijen, sleutel))


def edit_kostenpost(request: HttpRequest, programma: Programma, rij: Kostenpost) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    activiteiten = Activiteit.objects.filter(programma=programma, gearchiveerd=False).order_by("titel", "pk")
    lijnen = Programmalijn.objects.filter(programma=programma, gearchiveerd=False).order_by("volgorde", "pk")
    banden, uitgaven = fetch_delen(rij)
    formulier = Geldformulier(
        KostenpostForm(data, rij=rij, activiteiten=activiteiten, vraag_reden=is_getoond(rij)),
        Lijnen(data, rijen=banden, lijnen=list(lijnen)),
        Uitgaven(data, rijen=uitgaven),
    )

    def save(formulier: Geldformulier):
        return save_kostenpost(
            invoer=formulier.invoer(), door=request.user, op=timezone.now(), reden=formulier.reden
        )

    return edit(request, programma=programma, formulier=formulier, save=save, soort="kostenposten")


def fetch_delen(rij: Kostenpost) -> tuple[list, list]:
    if rij.pk is None:
        return [], []
    banden = rij.lijnen.select_related("lijn", "kostenpost").order_by("volgorde", "pk")
    return list(banden), list(rij.uitgaven.select_related("kostenpost").order_by("jaar", "soort", "pk"))
