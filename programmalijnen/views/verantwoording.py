"""The lists of relaties, tegenspraken and aannames of a programme."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ..models import Programma
from ..rechten import Recht, editie_filter, fetch_programma, may
from . import rijpagina
from .structuur import STRUCTUUR

UITLEG = {
    "relaties": "Andere programma’s en ander beleid waar dit programma mee te maken heeft. Zonder cijfers.",
    "tegenspraken": "Twee plaatsen die elkaar tegenspreken, en wat wij gebruiken.",
    "aannames": "Wat wij moesten kiezen omdat geen document het zegt.",
}


@require_safe
def lijst(request: HttpRequest, programma: str, soort: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.LIVE_LEZEN)
    rijsoort = STRUCTUUR.find(soort)
    zichtbaar = Programma.objects.filter(editie_filter(request.user))
    return rijpagina.show(
        request,
        "programmalijnen/verantwoording/lijst.html",
        STRUCTUUR,
        gevonden,
        titel=soort.capitalize(),
        uitleg=UITLEG[soort],
        soort=rijsoort,
        rijen=list(rijsoort.rijen(gevonden).order_by("volgorde", "pk")),
        rij_sjabloon=f"programmalijnen/verantwoording/_{rijsoort.model._meta.model_name}.html",
        zichtbaar=set(zichtbaar.values_list("pk", flat=True)) if soort == "relaties" else set(),
        mag_wijzigen=may(request.user, gevonden, Recht.BEHEREN),
    )
