"""The page of a funding line: what it may point to, and how it begins and is saved."""

from collections.abc import Sequence
from typing import Any

from django.http import QueryDict

from programmalijnen.forms.rijen import Rijformulier
from programmalijnen.models import Activiteit, Besluit, Programma, Programmalijn, Rapportageronde
from programmalijnen.rechten import editie_filter
from programmalijnen.regels.samenvoegen import Samengevoegd
from programmalijnen.services.rondes import latest_ronde
from programmalijnen.views.rijsoorten import Rijsoort, Rijvraag

from ..forms.financiering import FinancieringForm, Keuzes, Standen
from ..models import Financiering, Financieringsbron
from ..services.vastleggen import save_financiering


def begin_financiering(programma: Programma, vraag: QueryDict) -> Financiering:
    """What is added now is known from the latest round on, unless somebody says otherwise."""
    lijn = Programmalijn.objects.filter(programma=programma, code=vraag.get("lijn", "")[:12]).first()
    ronde = latest_ronde(programma)
    return Financiering(programma=programma, lijn=lijn, bekend_op=ronde and ronde.peildatum)


def make_formulier(vraag: Rijvraag) -> Rijformulier:
    rij = vraag.rij
    kies = fetch_keuzes(vraag)
    standen = [] if rij.pk is None else rij.standen.select_related("waarvan", "besluit").order_by("pk")
    return Rijformulier(
        FinancieringForm(kies=kies, **vraag.form),
        Standen(vraag.data, rijen=standen, besluiten=kies.besluiten),
    )


def save_formulier(formulier: Rijformulier, **wie: Any) -> Sequence[Samengevoegd]:
    return save_financiering(invoer=formulier.invoer(), nieuwe_bron=formulier.form.nieuwe_bron_naam, **wie)


def fetch_keuzes(vraag: Rijvraag) -> Keuzes:
    """Everything the choices offer, fetched once; the parts of a line are no lines to accompany."""
    eigen = {"programma": vraag.programma}
    regels = Financiering.objects.filter(**eigen, gearchiveerd=False, cofinanciering_van=None)
    return Keuzes(
        lijnen=list(Programmalijn.objects.filter(**eigen, gearchiveerd=False).order_by("volgorde", "pk")),
        bronnen=list(Financieringsbron.objects.filter(**eigen).order_by("naam", "pk")),
        activiteiten=list(Activiteit.objects.filter(**eigen, gearchiveerd=False).order_by("titel", "pk")),
        besluiten=list(Besluit.objects.filter(**eigen).order_by("volgorde", "pk")),
        programmas=list(
            Programma.objects.filter(editie_filter(vraag.gebruiker))
            .exclude(pk=vraag.programma.pk)
            .order_by("naam")
            .distinct()
        ),
        financieringen=list(
            regels.exclude(pk=vraag.rij.pk).select_related("bron", "lijn").order_by("volgorde", "pk")
        ),
        rondes=list(Rapportageronde.objects.filter(**eigen).order_by("peildatum")),
    )


FINANCIERING = Rijsoort(
    naam="financiering",
    model=Financiering,
    nieuw="Nieuwe financiering",
    formulier=make_formulier,
    begin=begin_financiering,
    save=save_formulier,
    verbanden=(
        "programma",
        "lijn",
        "bron",
        "activiteit",
        "besluit",
        "elders_programma",
        "cofinanciering_van",
    ),
)
