"""The filters of the work list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.text import slugify
from django_filters import ChoiceFilter, FilterSet

from ..bouwen.invulling import NA_VASTSTELLEN, Stand
from ..bouwen.losse import Losrij
from ..bouwen.werkrijen import Werkrij
from ..models import Realisatie
from ..models.basis import keuzes
from ..regels.begrippen import Schaal

IK, NIEMAND = "ik", "niemand"


@dataclass(frozen=True, slots=True)
class Keuzeveld:
    naam: str
    label: str
    keuzes: list[tuple[str, str]]
    gekozen: str


class WerklijstFilter(FilterSet):
    """Choices hold only what the rows have. What is in the address and no choice is left out of account.

    `losse` are toelichtingen, which the same choices narrow; they have no schaal.
    """

    lijn = ChoiceFilter(field_name="lijn__sleutel", label="Lijn", empty_label="alle")
    schaal = ChoiceFilter(label="Schaal", empty_label="alle", choices=keuzes(Schaal))
    trekker = ChoiceFilter(label="Trekker", empty_label="iedereen", method="filter_rijen")
    stand = ChoiceFilter(label="Stand", empty_label="alle", method="filter_rijen")

    class Meta:
        model = Realisatie
        fields: list[str] = []

    def __init__(self, query: QueryDict, rijen: list[Werkrij], losse: Sequence[Losrij] = ()) -> None:
        super().__init__(query, queryset=Realisatie.objects.filter(pk__in=[rij.pk for rij in rijen]))
        self.rijen, self.losse = rijen, losse
        alle = [*rijen, *losse]
        van_lijn = [(rij.lijn, f"{rij.lijncode} {rij.lijntitel}") for rij in rijen]
        # The losse first: a line without activiteiten then keeps its place among the others.
        self.filters["lijn"].extra["choices"] = uniek(
            [(rij.lijn, rij.plaats) for rij in losse if rij.lijn] + van_lijn
        )
        self.filters["trekker"].extra["choices"] = [
            (IK, "ik"),
            *sorted(uniek((slugify(rij.trekker), rij.trekker) for rij in alle if rij.trekker)),
            (NIEMAND, "nog niemand"),
        ]
        self.filters["stand"].extra["choices"] = stand_keuzes({rij.stand for rij in alle})

    def filter_rijen(self, rijen: QuerySet, naam: str, waarde: str) -> QuerySet:
        past = {"trekker": heeft_trekker, "stand": heeft_stand}[naam]
        return rijen.filter(pk__in=[rij.pk for rij in self.rijen if past(rij, waarde)])

    @property
    def gekozen(self) -> list[Werkrij]:
        """The rows that pass, in their own order."""
        if not self.is_actief:
            return self.rijen
        pks = set(self.qs.values_list("pk", flat=True))
        return [rij for rij in self.rijen if rij.pk in pks]

    @property
    def gekozen_losse(self) -> list[Losrij]:
        """The toelichtingen that pass."""
        if not (self.is_actief and self.form.is_bound):
            return list(self.losse)
        self.form.is_valid()
        keuze = self.form.cleaned_data
        return [rij for rij in self.losse if self.past_losse(rij, keuze)]

    def past_losse(self, rij: Losrij, keuze: Mapping[str, str]) -> bool:
        lijn, trekker, stand = (keuze.get(naam) for naam in ("lijn", "trekker", "stand"))
        return (
            not keuze.get("schaal")
            and (not lijn or rij.lijn == lijn)
            and (not trekker or heeft_trekker(rij, trekker))
            and (not stand or heeft_stand(rij, stand))
        )

    @property
    def keuzes(self) -> list["Keuzeveld"]:
        """What the page offers; Django's own form and widgets take five times as long to draw the same."""
        return [
            Keuzeveld(
                naam,
                filter_.label,
                [("", filter_.extra["empty_label"]), *filter_.extra["choices"]],
                self.data.get(naam, ""),
            )
            for naam, filter_ in self.filters.items()
        ]

    @property
    def is_actief(self) -> bool:
        return any(self.data.get(naam) for naam in self.filters)


def stand_keuzes(aanwezig: set[Stand]) -> list[tuple[str, str]]:
    """All a round can come to; once it is adopted, only what it has."""
    na_afloop = bool(aanwezig & set(NA_VASTSTELLEN))
    return [
        (stand, stand) for stand in Stand if stand in aanwezig or not (na_afloop or stand in NA_VASTSTELLEN)
    ]


def heeft_trekker(rij: Werkrij | Losrij, waarde: str) -> bool:
    """What is not asked waits for nobody."""
    if waarde == IK:
        return rij.van_mij
    if waarde == NIEMAND:
        return not rij.trekker and rij.stand != Stand.NIET_GEVRAAGD
    return slugify(rij.trekker) == waarde


def heeft_stand(rij: Werkrij | Losrij, waarde: str) -> bool:
    return rij.stand == waarde


def uniek(keuzes: Iterable[tuple[str, str]]) -> list[tuple[Any, Any]]:
    return list(dict(keuzes).items())
