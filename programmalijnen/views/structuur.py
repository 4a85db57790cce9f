"""The programme as one tree, and the pages on which a manager edits what stands in it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ..bouwen.structuurboom import build_boom
from ..forms.volgorde import VolgordeForm
from ..models import Programma
from ..rechten import Recht, fetch_programma, may
from ..services.volgorde import move_rij
from . import rijpagina
from .afspraken import BESLUITEN, DOELEN, INDICATOREN, MIJLPALEN
from .rijsoorten import Rijsoort, Rubriek, make_soorten
from .structuursoorten import ACTIVITEITEN, AMBITIES, LIJNEN, VERWIJZINGEN
from .verantwoordingsoorten import AANNAMES, RELATIES, TEGENSPRAKEN

VERPLAATST = "‘{titel}’ is verplaatst."
STOND_DAAR_AL = "‘{titel}’ stond daar al."


def weghaal_url(programma: Programma, soort: Rijsoort, rij) -> str:
    return reverse("werk:rij-weghalen", args=[programma.slug, soort.naam, rij.sleutel])


STRUCTUUR = Rubriek(
    titel="Opzet en doelen",
    hier="structuur",
    overzicht="werk:structuur",
    weghalen=weghaal_url,
    soorten=make_soorten(
        LIJNEN,
        AMBITIES,
        ACTIVITEITEN,
        VERWIJZINGEN,
        DOELEN,
        INDICATOREN,
        MIJLPALEN,
        BESLUITEN,
        RELATIES,
        TEGENSPRAKEN,
        AANNAMES,
    ),
    ankers=True,
)


@require_safe
def structuur(request: HttpRequest, programma: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.LIVE_LEZEN)
    mag_wijzigen = may(request.user, gevonden, Recht.BEHEREN)
    return rijpagina.show(
        request,
        "programmalijnen/structuur/boom.html",
        STRUCTUUR,
        gevonden,
        boom=build_boom(gevonden),
        mag_wijzigen=mag_wijzigen,
        nieuwe=[soort for soort in STRUCTUUR.soorten.values() if soort.nieuw and soort is not LIJNEN],
        ordent=mag_wijzigen and "ordenen" in request.GET,
    )


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, programma: str, soort: str) -> HttpResponse:
    return rijpagina.add(request, STRUCTUUR, programma, soort)


@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, programma: str, soort: str, sleutel: str) -> HttpResponse:
    return rijpagina.change(request, STRUCTUUR, programma, soort, sleutel)


@require_http_methods(["GET", "POST"])
def weghalen(request: HttpRequest, programma: str, soort: str, sleutel: str) -> HttpResponse:
    return rijpagina.ask_weghalen(request, STRUCTUUR, programma, soort, sleutel)


@require_POST
def terughalen(request: HttpRequest, programma: str, soort: str, sleutel: str) -> HttpResponse:
    return rijpagina.take_back(request, STRUCTUUR, programma, soort, sleutel)


@require_POST
def verplaats(request: HttpRequest, programma: str, soort: str, sleutel: str) -> HttpResponse:
    """One step or several, up or down; back to the row, with the arrows still there."""
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rijsoort = STRUCTUUR.find(soort)
    rij = rijsoort.fetch(gevonden, sleutel)
    form = VolgordeForm(request.POST)
    try:
        form.require_geldig()
        is_verplaatst = move_rij(
            rij=rij, naast=rijsoort.naast, door=request.user, op=timezone.now(), **form.cleaned_data
        )
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    else:
        zin = VERPLAATST if is_verplaatst else STOND_DAAR_AL
        messages.info(request, zin.format(titel=rij))
    if rijsoort.lijst:
        return redirect(STRUCTUUR.terug_url(gevonden, rijsoort, rij))
    return redirect(f"{STRUCTUUR.overview_url(gevonden)}?ordenen=ja#{soort}-{sleutel}")
