"""Adding and changing a funding line."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from programmalijnen.models import Activiteit, Besluit, Programma, Programmalijn, Rapportageronde
from programmalijnen.rechten import Recht, editie_filter, fetch_programma
from programmalijnen.services.rondes import latest_ronde

from ..forms.financiering import FinancieringForm, Keuzes, Standen
from ..forms.invoer import Geldformulier
from ..models import Financiering, Financieringsbron
from ..services.vastleggen import save_financiering
from ..services.voorwaarden import is_getoond
from .bladzijde import edit, fetch_rij

VERBANDEN = ("programma", "lijn", "bron", "activiteit", "besluit", "elders_programma", "cofinanciering_van")


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, programma: str) -> HttpResponse:
    """What is added now is known from the latest round on, unless somebody says otherwise."""
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    lijn = Programmalijn.objects.filter(programma=gevonden, code=request.GET.get("lijn", "")[:12]).first()
    ronde = latest_ronde(gevonden)
    rij = Financiering(programma=gevonden, lijn=lijn, bekend_op=ronde and ronde.peildatum)
    return edit_financiering(request, gevonden, rij)


@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, programma: str, sleutel: str) -> HttpResponse:
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rijen = Financiering.objects.filter(programma=gevonden).select_related(*VERBANDEN)
    return edit_financiering(request, gevonden, fetch_rij(rijen, sleutel))


def edit_financiering(request: HttpRequest, programma: Programma, rij: Financiering) -> HttpResponse:
    kies = fetch_keuzes(request, programma, rij)
    data = request.POST if request.method == "POST" else None
    standen = [] if rij.pk is None else rij.standen.select_related("waarvan", "besluit").order_by("pk")
    formulier = Geldformulier(
        FinancieringForm(data, rij=rij, kies=kies, vraag_reden=is_getoond(rij)),
        Standen(data, rijen=standen, besluiten=kies.besluiten),
    )

    def save(formulier: Geldformulier):
        return save_financiering(
            invoer=formulier.invoer(),
            nieuwe_bron=formulier.form.nieuwe_bron_naam,
            door=request.user,
            op=timezone.now(),
            reden=formulier.reden,
        )

    return edit(request, programma=programma, formulier=formulier, save=save, soort="financiering")


def fetch_keuzes(request: HttpRequest, programma: Programma, rij: Financiering) -> Keuzes:
    """Everything the choices offer, fetched once; the parts of a line are no lines to accompany."""
    eigen = {"programma": programma}
    regels = Financiering.objects.filter(**eigen, gearchiveerd=False, cofinanciering_van=None)
    return Keuzes(
        lijnen=list(Programmalijn.objects.filter(**eigen, gearchiveerd=False).order_by("volgorde", "pk")),
        bronnen=list(Financieringsbron.objects.filter(**eigen).order_by("naam", "pk")),
        activiteiten=list(Activiteit.objects.filter(**eigen, gearchiveerd=False).order_by("titel", "pk")),
        besluiten=list(Besluit.objects.filter(**eigen).order_by("volgorde", "pk")),
        programmas=list(
            Programma.objects.filter(editie_filter(request.user))
            .exclude(pk=programma.pk)
            .order_by("naam")
            .distinct()
        ),
        financieringen=list(
            regels.exclude(pk=rij.pk).select_related("bron", "lijn").order_by("volgorde", "pk")
        ),
        rondes=list(Rapportageronde.objects.filter(**eigen).order_by("peildatum")),
    )
