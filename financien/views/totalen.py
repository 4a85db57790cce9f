"""Adding and changing a total as a document prints it, and the name of a source."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from programmalijnen.models import Programma, Programmalijn
from programmalijnen.rechten import Recht, fetch_programma

from ..forms.invoer import Geldformulier, Hoofdform
from ..forms.totalen import BronForm, GedruktTotaalForm
from ..models import Financieringsbron, GedruktTotaal
from ..services.vastleggen import save_geldrij
from ..services.voorwaarden import is_getoond
from .bladzijde import edit, fetch_rij


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, programma: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    return edit_totaal(request, gevonden, GedruktTotaal(programma=gevonden))


@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, programma: str, sleutel: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rijen = GedruktTotaal.objects.filter(programma=gevonden).select_related("programma", "lijn")
    return edit_totaal(request, gevonden, fetch_rij(rijen, sleutel))


@require_http_methods(["GET", "POST"])
def bron(request: HttpRequest, programma: str, sleutel: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rijen = Financieringsbron.objects.filter(programma=gevonden).select_related("programma")
    rij = fetch_rij(rijen, sleutel)
    data = request.POST if request.method == "POST" else None
    return edit_los(request, gevonden, BronForm(data, rij=rij, vraag_reden=is_getoond(rij)), soort="bronnen")


def edit_totaal(request: HttpRequest, programma: Programma, rij: GedruktTotaal) -> HttpResponse:
    lijnen = Programmalijn.objects.filter(programma=programma, gearchiveerd=False).order_by("volgorde", "pk")
    data = request.POST if request.method == "POST" else None
    form = GedruktTotaalForm(data, rij=rij, lijnen=lijnen, vraag_reden=is_getoond(rij))
    return edit_los(request, programma, form, soort="totalen")


def edit_los(request: HttpRequest, programma: Programma, form: Hoofdform, *, soort: str) -> HttpResponse:
    """A row without parts."""

    def save(formulier: Geldformulier):
        return save_geldrij(
            invoer=formulier.invoer(), door=request.user, op=timezone.now(), reden=formulier.reden
        )

    return edit(request, programma=programma, formulier=Geldformulier(form), save=save, soort=soort)
