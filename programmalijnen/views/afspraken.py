"""The pages of doelen, indicatoren, mijlpalen and besluiten: what each may point to, and how it is saved."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models
from django.http import QueryDict
from django.urls import reverse

from ..forms.doelen import DoelForm, Doelformulier, Doelkeuzes
from ..forms.indicatoren import Categorieen, IndicatorForm
from ..forms.planning import BesluitForm, MijlpaalForm, Mijlpaalkeuzes, Standen
from ..forms.rijen import Rijformulier
from ..forms.streefwaarden import Streefwaarden, Tussenwaarden
from ..models import (
    Activiteit,
    Ambitie,
    Besluit,
    Doel,
    Indicator,
    Meting,
    Mijlpaal,
    Mijlpaalstand,
    Programma,
    Programmalijn,
    Rapportageronde,
    Streefwaarde,
)
from ..rechten import editie_filter
from ..regels.samenvoegen import Samengevoegd
from ..services.indicatoren import save_indicator
from ..services.rondes import latest_ronde
from ..services.versies import save_doel, save_mijlpaal, select_getoond
from .rijsoorten import Rijsoort, Rijvraag


def begin_doel(programma: Programma, vraag: QueryDict) -> Doel:
    """What is agreed now is known from the latest round on, unless somebody says otherwise.

    Of the indicator that the address asks for it takes the place too.
    """
    ronde = latest_ronde(programma)
    gevraagd = Indicator.objects.filter(programma=programma, sleutel=vraag.get("indicator", "")[:60])
    indicator = gevraagd.select_related("lijn", "ambitie", "activiteit").first()
    doel = Doel(programma=programma, bekend_op=ronde and ronde.peildatum, indicator=indicator)
    doel.plek = find_plek(programma, vraag) or (indicator and indicator.plek)
    return doel


def begin_indicator(programma: Programma, vraag: QueryDict) -> Indicator:
    indicator = Indicator(programma=programma)
    indicator.plek = find_plek(programma, vraag)
    return indicator


def find_plek(programma: Programma, vraag: QueryDict) -> models.Model | None:
    """What the address of a new row says it belongs to; None when it says nothing we know."""
    soorten = {"lijn": Programmalijn, "ambitie": Ambitie, "activiteit": Activiteit}
    gevraagd = ((soort, vraag[naam][:60]) for naam, soort in soorten.items() if vraag.get(naam))
    eigen = {"programma": programma}
    return next((soort.objects.filter(**eigen, sleutel=naam).first() for soort, naam in gevraagd), None)


def make_doelformulier(vraag: Rijvraag) -> Doelformulier:
    rij, kies = vraag.rij, fetch_doelkeuzes(vraag)
    versies, tussen = fetch_getallen(rij)
    return Doelformulier(
        DoelForm(kies=kies, **vraag.form),
        Streefwaarden(
            vraag.data,
            rijen=versies,
            besluiten=kies.besluiten,
            vast=vraag.vraag_reden,
            getoond=find_getoond(versies) if vraag.vraag_reden else (),
        ),
        Tussenwaarden(vraag.data, rijen=tussen),
    )


def find_getoond(versies: Iterable[Streefwaarde | Mijlpaalstand]) -> frozenset[str]:
    """The keys of those that an adopted report may show."""
    return frozenset(versie.spoorsleutel for versie in select_getoond(versies))


def fetch_getallen(doel: Doel) -> tuple[list, list]:
    if doel.pk is None:
        return [], []
    versies = doel.streefwaarden.select_related("doel__programma", "besluit")
    tussen = doel.tussenwaarden.select_related("doel__programma")
    return list(versies.order_by(models.F("vanaf").asc(nulls_first=True), "pk")), list(
        tussen.order_by("datum")
    )


def fetch_doelkeuzes(vraag: Rijvraag) -> Doelkeuzes:
    """Everything the choices offer, fetched once."""
    eigen = {"programma": vraag.programma}
    gebruikt = eigen | {"gearchiveerd": False}
    metingen = Meting.objects.filter(**eigen, vervangen=False, categorie=None, indicator__gearchiveerd=False)
    return Doelkeuzes(
        plekken=fetch_plekken(vraag.programma),
        doelen=list(Doel.objects.filter(**gebruikt).exclude(pk=vraag.rij.pk).order_by("volgorde", "pk")),
        indicatoren=list(Indicator.objects.filter(**gebruikt).order_by("naam", "pk")),
        metingen=list(metingen.select_related("indicator").order_by("indicator__naam", "peildatum", "pk")),
        besluiten=list(Besluit.objects.filter(**eigen).order_by("volgorde", "pk")),
        programmas=list(
            Programma.objects.filter(editie_filter(vraag.gebruiker))
            .exclude(pk=vraag.programma.pk)
            .order_by("naam")
            .distinct()
        ),
        rondes=list(Rapportageronde.objects.filter(**eigen).order_by("peildatum")),
    )


def fetch_plekken(programma: Programma) -> list[models.Model]:
    """The lines, then the ambities, then the activiteiten, each in report order."""
    eigen = {"programma": programma, "gearchiveerd": False}
    lijnen = Programmalijn.objects.filter(**eigen).order_by("volgorde", "pk")
    ambities = Ambitie.objects.filter(**eigen).order_by("lijn__volgorde", "volgorde", "pk")
    activiteiten = Activiteit.objects.filter(**eigen).order_by("lijn__volgorde", "volgorde", "pk")
    return [*lijnen, *ambities, *activiteiten]


def save_doelformulier(formulier: Doelformulier, **wie: Any) -> Sequence[Samengevoegd]:
    return save_doel(invoer=formulier.invoer(), **wie)


def make_indicatorformulier(vraag: Rijvraag) -> Rijformulier:
    rij = vraag.rij
    delen = [] if rij.pk is None else rij.categorieen.select_related("indicator__programma")
    return Rijformulier(
        IndicatorForm(plekken=fetch_plekken(vraag.programma), **vraag.form),
        Categorieen(vraag.data, rijen=delen if rij.pk is None else delen.order_by("volgorde", "pk")),
    )


def save_indicatorformulier(formulier: Rijformulier, **wie: Any) -> Sequence[Samengevoegd]:
    return save_indicator(invoer=formulier.invoer(), **wie)


def make_mijlpaalformulier(vraag: Rijvraag) -> Rijformulier:
    eigen = {"programma": vraag.programma}
    gebruikt = eigen | {"gearchiveerd": False}
    kies = Mijlpaalkeuzes(
        lijnen=list(Programmalijn.objects.filter(**gebruikt).order_by("volgorde", "pk")),
        activiteiten=list(Activiteit.objects.filter(**gebruikt).order_by("titel", "pk")),
        besluiten=list(Besluit.objects.filter(**eigen).order_by("volgorde", "pk")),
    )
    standen = fetch_standen(vraag.rij)
    return Rijformulier(
        MijlpaalForm(kies=kies, **vraag.form),
        Standen(
            vraag.data,
            rijen=standen,
            vast=vraag.vraag_reden,
            getoond=find_getoond(standen) if vraag.vraag_reden else (),
        ),
    )


def fetch_standen(mijlpaal: Mijlpaal) -> list:
    if mijlpaal.pk is None:
        return []
    return list(mijlpaal.standen.select_related("mijlpaal__programma").order_by("bekend_op", "pk"))


def save_mijlpaalformulier(formulier: Rijformulier, **wie: Any) -> Sequence[Samengevoegd]:
    gewijzigd = set(formulier.form.changed_data) - {"versie", "reden"}
    return save_mijlpaal(invoer=formulier.invoer(), alleen_standen=not gewijzigd, **wie)


def make_besluitformulier(vraag: Rijvraag) -> Rijformulier:
    return Rijformulier(BesluitForm(**vraag.form))


def doel_url(doel: Doel) -> str:
    return reverse("werk:doel", args=[doel.programma.slug, doel.sleutel])


def metingen_url(indicator: Indicator) -> str:
    return reverse("werk:metingen", args=[indicator.programma.slug, indicator.sleutel])


DOELEN = Rijsoort(
    naam="doelen",
    model=Doel,
    nieuw="Nieuw doel",
    formulier=make_doelformulier,
    begin=begin_doel,
    save=save_doelformulier,
    verbanden=(
        "programma",
        "besluit",
        "indicator",
        "vergelijkcijfer",
        "start__indicator",
        "onderdeel_van",
        "elders_programma",
        "lijn",
        "ambitie",
        "activiteit",
    ),
    naast=("lijn", "ambitie", "activiteit", "onderdeel_van"),
    acties=lambda doel: [("Verloop en toetsbaarheid", doel_url(doel))],
    terug=doel_url,
)
INDICATOREN = Rijsoort(
    naam="indicatoren",
    model=Indicator,
    nieuw="Nieuwe indicator",
    formulier=make_indicatorformulier,
    begin=begin_indicator,
    save=save_indicatorformulier,
    verbanden=("programma", "lijn", "ambitie", "activiteit"),
    naast=("lijn", "ambitie", "activiteit"),
    acties=lambda indicator: [("Metingen", metingen_url(indicator))],
    terug=metingen_url,
)
MIJLPALEN = Rijsoort(
    naam="mijlpalen",
    model=Mijlpaal,
    nieuw="Nieuwe mijlpaal",
    formulier=make_mijlpaalformulier,
    save=save_mijlpaalformulier,
    verbanden=("programma", "lijn", "activiteit", "besluit"),
    naast=("lijn", "activiteit"),
)
BESLUITEN = Rijsoort(naam="besluiten", model=Besluit, nieuw="Nieuw besluit", formulier=make_besluitformulier)
