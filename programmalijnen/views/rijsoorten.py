"""Which kinds of rows a part of the programme has, and what the pages that edit them need to know of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.urls import reverse

from ..forms.rijen import Rijformulier
from ..models import Gebruiker, Programma
from ..regels.samenvoegen import Samengevoegd
from ..services.vastleggen import save_invoerrij
from ..services.weghalen import must_be_kept, remove_rij, restore_rij

BESTAAT_NIET = "Dit staat niet (meer) bij dit programma."


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijvraag:
    """What a form is made of: the row, who asks, what was sent, whether a change needs a reason."""

    rij: models.Model
    programma: Programma
    gebruiker: Gebruiker
    data: QueryDict | None
    vraag_reden: bool

    @property
    def form(self) -> dict[str, Any]:
        """What every Rijform takes."""
        return {"data": self.data, "rij": self.rij, "vraag_reden": self.vraag_reden}


def save_formulier(formulier: Rijformulier, **wie: Any) -> Sequence[Samengevoegd]:
    return save_invoerrij(invoer=formulier.invoer(), **wie)


def make_leeg(soort: type[models.Model]) -> Callable[[Programma, QueryDict], models.Model]:
    return lambda programma, vraag: soort(programma=programma)


def find_geen_beletsel(rij: models.Model) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijsoort:
    """One kind of row. `naam` stands in the address, `nieuw` is the title of the page for a new one.

    `formulier` makes the form with its parts, `begin` the unsaved row of a new page (from what the address
    asks), `verbanden` are fetched along. `save`, `remove` and `restore` are the services; they take what
    `save_formulier`, `remove_rij` and `restore_rij` take. Without `nieuw` none is made by hand, without
    `weg` none is removed. `beletsel` says why a row cannot go yet.
    `acties` are (title, address) of what else can be done with a row.
    `eerst` gives (sentence, address) of what must be there before such a row can be made, else None.
    A row that is a page of the programme by itself has its own `sjabloon`.
    Rows with the same `naast` stand in one order, which people change. `terug` is where one goes after
    saving; without it to the overview. `lijst` names the address of a list of these rows alone.
    """

    naam: str
    model: type[models.Model]
    formulier: Callable[[Rijvraag], Rijformulier]
    nieuw: str = ""
    verbanden: tuple[str, ...] = ("programma",)
    begin: Callable[[Programma, QueryDict], models.Model] | None = None
    save: Callable[..., Sequence[Samengevoegd]] = save_formulier
    remove: Callable[..., None] = remove_rij
    restore: Callable[..., None] = restore_rij
    must_be_kept: Callable[[models.Model], bool] = must_be_kept
    beletsel: Callable[[models.Model], str] = find_geen_beletsel
    weg: bool = True
    acties: Callable[[Any], list[tuple[str, str]]] | None = None
    terug: Callable[[Any], str] | None = None
    lijst: str = ""
    sleutelveld: str = "sleutel"
    naast: tuple[str, ...] = ()
    sjabloon: str = ""
    eerst: Callable[[Programma], tuple[str, str] | None] | None = None

    def make_nieuw(self, programma: Programma, vraag: QueryDict) -> models.Model:
        """Raises Http404 where none is made by hand."""
        if not self.nieuw:
            raise Http404(BESTAAT_NIET)
        return (self.begin or make_leeg(self.model))(programma, vraag)

    def rijen(self, programma: Programma) -> QuerySet:
        eigen = {"pk": programma.pk} if self.model is Programma else {"programma": programma}
        return self.model._base_manager.filter(**eigen).select_related(*self.verbanden)

    def fetch(self, programma: Programma, sleutel: str) -> Any:
        """Raises Http404."""
        rij = self.rijen(programma).filter(**{self.sleutelveld: sleutel}).first()
        if rij is None:
            raise Http404(BESTAAT_NIET)
        return rij

    @property
    def heeft_archief(self) -> bool:
        return any(veld.name == "gearchiveerd" for veld in self.model._meta.concrete_fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubriek:
    """A part of the programme under /werk/ with its own overview: the structure, the money.

    `titel` stands in the path to its pages, `hier` is its name in the tabs. `overzicht` names the address of
    its overview, `weghalen` makes the one where a row is removed. With `ankers` a row has its own place on
    the overview, to come back to.
    """

    titel: str
    hier: str
    overzicht: str
    weghalen: Callable[[Programma, Rijsoort, Any], str]
    soorten: dict[str, Rijsoort]
    ankers: bool = False

    def find(self, soort: str) -> Rijsoort:
        """Raises Http404."""
        if soort not in self.soorten:
            raise Http404(BESTAAT_NIET)
        return self.soorten[soort]

    def overview_url(self, programma: Programma, soort: Rijsoort | None = None) -> str:
        """The list of the kind of row, where it has one."""
        return reverse((soort and soort.lijst) or self.overzicht, args=[programma.slug])

    def terug_url(self, programma: Programma, soort: Rijsoort, rij: Any) -> str:
        """The page the kind of row has for it, else the overview, at the row."""
        if soort.terug:
            return soort.terug(rij)
        anker = f"#{soort.naam}-{rij.spoorsleutel}" if self.ankers else ""
        return self.overview_url(programma) + anker


def make_soorten(*soorten: Rijsoort) -> dict[str, Rijsoort]:
    return {soort.naam: soort for soort in soorten}
