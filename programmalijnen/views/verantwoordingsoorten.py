"""Relaties, tegenspraken and aannames, for the pages that edit rows; each kind has a list of its own."""

from typing import Any

from django.http import QueryDict
from django.urls import reverse

from ..forms.rijen import Rijformulier
from ..forms.verantwoording import AannameForm, RelatieForm, TegenspraakForm
from ..models import Aanname, Programma, Programmalijn, Rapportageronde, Relatie, Tegenspraak
from ..rechten import editie_filter, programmas_met_werk
from ..services.rondes import latest_ronde
from .rijsoorten import Rijsoort, Rijvraag
from .structuursoorten import in_gebruik


def begin_relatie(programma: Programma, vraag: QueryDict) -> Relatie:
    """What is written down now is known from the latest round on, as a verwijzing is."""
    ronde = latest_ronde(programma)
    return Relatie(programma=programma, bekend_op=ronde and ronde.peildatum)


def make_relatieformulier(vraag: Rijvraag) -> Rijformulier:
    """With a programme this person may read about, and a line where they read the live side."""
    anderen = Programma.objects.filter(editie_filter(vraag.gebruiker)).exclude(pk=vraag.programma.pk)
    met_werk = programmas_met_werk(vraag.gebruiker).exclude(pk=vraag.programma.pk).values("pk")
    lijnen = Programmalijn.objects.filter(programma__in=met_werk, gearchiveerd=False)
    kies = {
        "lijn": in_gebruik(Programmalijn, vraag.programma),
        "ander_programma": anderen.order_by("naam"),
        "andere_lijn": lijnen.select_related("programma").order_by("programma__naam", "volgorde", "pk"),
        "bekend_op": Rapportageronde.objects.filter(programma=vraag.programma).order_by("peildatum"),
    }
    return Rijformulier(RelatieForm(kies=kies, **vraag.form))


def list_url(rij: Any) -> str:
    naam = rij._meta.verbose_name_plural
    return f"{reverse(f'werk:{naam}', args=[rij.programma.slug])}#{rij.sleutel}"


RELATIES = Rijsoort(
    naam="relaties",
    model=Relatie,
    nieuw="Nieuwe relatie",
    formulier=make_relatieformulier,
    begin=begin_relatie,
    verbanden=("programma", "lijn", "ander_programma", "andere_lijn__programma"),
    terug=list_url,
    lijst="werk:relaties",
)
TEGENSPRAKEN = Rijsoort(
    naam="tegenspraken",
    model=Tegenspraak,
    nieuw="Nieuwe tegenspraak",
    formulier=lambda vraag: Rijformulier(TegenspraakForm(**vraag.form)),
    terug=list_url,
    lijst="werk:tegenspraken",
)
AANNAMES = Rijsoort(
    naam="aannames",
    model=Aanname,
    nieuw="Nieuwe aanname",
    formulier=lambda vraag: Rijformulier(AannameForm(**vraag.form)),
    terug=list_url,
    lijst="werk:aannames",
)
