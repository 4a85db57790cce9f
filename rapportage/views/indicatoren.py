"""All indicatoren of a report on one page."""

from django.http import HttpRequest, HttpResponse

from ..filters import Indicatorfilter
from ..indicatorlijst import list_indicatoren
from ..lezing import Lezing
from .lezer import lezer, render_lezing


@lezer
def indicatoren(request: HttpRequest, lezing: Lezing) -> HttpResponse:
    groepen = list_indicatoren(lezing.rapport)
    formulier = Indicatorfilter(request.GET, groepen=groepen, rapport=lezing.rapport)
    return render_lezing(
        request,
        "indicatoren",
        lezing,
        titel="Indicatoren",
        filter=formulier,
        groepen=formulier.kies(),
        aantal=sum(1 for groep in groepen for rij in groep.rijen if rij.verwijzing is None),
    )
