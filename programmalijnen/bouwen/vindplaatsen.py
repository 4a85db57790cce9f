"""Rows of the search made from live data, and which of them to make anew after a change."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet
from django.utils.module_loading import module_has_submodule

from ..models import Vindplaats
from ..regels.vindbaar import Plaats, Vindbaar, distinct, names_in
from ..regels.zoekwoorden import normalise

LANGSTE_TITEL = Vindplaats._meta.get_field("titel").max_length


class Band(NamedTuple):
    """From a row of one model to the rows of `soort` that are found by it: `weg` is the lookup of that row.

    `ouder` is the field of a part that holds its row; without it the row is at the other end, and only has
    to be read again. `velden` of the changed row are read.
    """

    soort: Vindbaar
    weg: str
    velden: frozenset[str]
    ouder: str = ""

    @property
    def is_eigen(self) -> bool:
        return self.ouder == "pk"

    def is_stil(self, gevuld: Collection[str]) -> bool:
        """A new row that has nothing to say yet: opening a round makes hundreds of those."""
        return self.is_eigen and bool(self.soort.alleen_met) and not {*self.soort.alleen_met} & {*gevuld}


@cache
def all_vindbaar() -> Mapping[str, Vindbaar]:
    """By soort; each app says it in a module `vindbaar` of its own."""
    modules = [
        import_module(f"{app.name}.vindbaar")
        for app in apps.get_app_configs()
        if module_has_submodule(app.module, "vindbaar")
    ]
    return {soort.soort: soort for module in modules for soort in module.SOORTEN}


@cache
def banden_of(model: type[models.Model]) -> tuple[Band, ...]:
    """Everything that is found otherwise after a row of this model changed."""
    return tuple(
        band
        for soort in all_vindbaar().values()
        for gelezen, band in (*own_band(soort), *bands_of_delen(soort), *bands_of_lezers(soort))
        if gelezen is model
    )


def own_band(soort: Vindbaar) -> Iterator[tuple[type[models.Model], Band]]:
    yield model_of(soort), Band(soort, "pk", soort.eigen_velden | {*soort.alleen_met}, ouder="pk")


def bands_of_delen(soort: Vindbaar) -> Iterator[tuple[type[models.Model], Band]]:
    for naam, velden in soort.delen.items():
        relatie = model_of(soort)._meta.get_field(naam)
        ouder = relatie.field.name
        yield relatie.related_model, Band(soort, "pk", frozenset({*velden, ouder}), relatie.field.attname)


def bands_of_lezers(soort: Vindbaar) -> Iterator[tuple[type[models.Model], Band]]:
    """A lookup reads every row it passes: "activiteit__programma__slug" that of the programme too."""
    for pad in soort.paden:
        *delen, veld = pad.split("__")
        model = model_of(soort)
        for plaats, deel in enumerate(delen):
            model = model._meta.get_field(deel).related_model
            gelezen = (*delen, veld)[plaats + 1]
            yield model, Band(soort, "__".join(delen[: plaats + 1]), frozenset({gelezen}))


def model_of(soort: Vindbaar) -> type[models.Model]:
    return apps.get_model(soort.model)


def fetch_plaatsen(soort: Vindbaar, waar: Q) -> Iterator[tuple[int, Plaats]]:
    """The programme's pk and what there is to find, of each row: a query, and one for each kind of part."""
    rijen = model_of(soort)._base_manager.filter(waar)
    delen = fetch_delen(soort, rijen)
    for waarden in rijen.order_by("pk").values("pk", soort.programma, *soort.paden):
        yield waarden[soort.programma], soort.print(waarden, tuple(delen.get(waarden["pk"], ())))


def fetch_delen(soort: Vindbaar, rijen: QuerySet) -> dict[int, list[str]]:
    teksten: dict[int, list[str]] = {}
    for naam, velden in soort.delen.items():
        relatie = model_of(soort)._meta.get_field(naam)
        ouder = relatie.field.attname
        delen = relatie.related_model._base_manager.filter(
            **{f"{relatie.field.name}__in": rijen.values("pk")}
        )
        for van, *waarden in delen.order_by("pk").values_list(ouder, *velden):
            teksten.setdefault(van, []).extend(waarden)
    return teksten


def sleutel_of(soort: Vindbaar, rij: models.Model) -> str:
    """The key under which a row was found."""
    waarden = {naam: read_pad(rij, naam) for naam in names_in(soort.sleutel)}
    return soort.print(dict.fromkeys(soort.paden) | waarden).sleutel


def read_pad(rij: models.Model, pad: str) -> object:
    for deel in pad.split("__"):
        rij = getattr(rij, deel) if rij is not None else None
    return rij


def make_vindplaats(programma: int, editie: str, plaats: Plaats) -> Vindplaats:
    """A title that is too long stands whole in the text. Nothing to find: `genormaliseerd` is empty."""
    te_lang = len(plaats.titel) > LANGSTE_TITEL
    teksten = distinct(plaats.titel if te_lang else "", *plaats.teksten)
    return Vindplaats(
        programma_id=programma,
        editie=editie,
        soort=plaats.soort,
        sleutel=plaats.sleutel,
        titel=f"{plaats.titel[: LANGSTE_TITEL - 1]}…" if te_lang else plaats.titel,
        tekst="\n".join(teksten),
        genormaliseerd=normalise(plaats.titel, *plaats.teksten),
        pad=plaats.pad,
        naar=plaats.naar,
    )
