"""What a programme is called, who may see it and how it judges; the team reads it, the manager changes it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from ..forms.programma import ProgrammaForm
from ..models import Programma
from ..rechten import Recht, fetch_programma, may
from . import rijpagina
from .rijsoorten import Rijsoort, Rubriek, make_soorten
from .structuursoorten import PROGRAMMA


def find_geen_adres(programma: Programma, soort: Rijsoort, rij: Programma) -> str:
    return ""


INSTELLINGEN = Rubriek(
    titel="Instellingen",
    hier="instellingen",
    overzicht="werk:instellingen",
    weghalen=find_geen_adres,
    soorten=make_soorten(PROGRAMMA),
)


@require_http_methods(["GET", "POST"])
def instellingen(request: HttpRequest, programma: str) -> HttpResponse:
    recht = Recht.LIVE_LEZEN if request.method == "GET" else Recht.BEHEREN
    gevonden = fetch_programma(request.user, programma, recht)
    if may(request.user, gevonden, Recht.BEHEREN):
        rij = PROGRAMMA.fetch(gevonden, programma)
        return rijpagina.edit_rij(request, INSTELLINGEN, gevonden, PROGRAMMA, rij)
    return rijpagina.show(
        request,
        "programmalijnen/instellingen_lezen.html",
        INSTELLINGEN,
        gevonden,
        groepen=list(ProgrammaForm(rij=gevonden).gelezen()),
    )
