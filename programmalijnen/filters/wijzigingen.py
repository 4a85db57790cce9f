"""The filter of the trail: when, who, what kind of thing, which act, which object, a word."""

import json
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.timezone import make_aware
from django_filters import CharFilter, ChoiceFilter, DateFilter, FilterSet

from ..bouwen.spoor import name_soort
from ..models import Wijziging
from ..regels.handelingnamen import tell_gedaan
from .werklijst import Keuzeveld

SYSTEEM = "systeem"


class WijzigingFilter(FilterSet):
    """Choices hold only what the trail has. What is in the address and no choice is left out of account."""

    van = DateFilter(label="Vanaf", method="filter_van")
    tot = DateFilter(label="Tot en met", method="filter_tot")
    door = ChoiceFilter(label="Wie", empty_label="iedereen", method="filter_door")
    soort = ChoiceFilter(label="Wat", empty_label="alles")
    naam = ChoiceFilter(label="Wat iemand deed", empty_label="alle")
    woord = CharFilter(label="Woord", method="filter_woord", max_length=100)
    sleutel = CharFilter(label="Sleutel", max_length=300)

    class Meta:
        model = Wijziging
        fields: list[str] = []

    def __init__(self, query: QueryDict, wijzigingen: QuerySet[Wijziging]) -> None:
        super().__init__(query, queryset=wijzigingen)
        # Three looks at an index; a list of choices that lead nowhere costs people more.
        self.filters["soort"].extra["choices"] = sorted(
            ((soort, name_soort(soort, 2)) for soort in values_of(wijzigingen, "soort")), key=by_label
        )
        self.filters["naam"].extra["choices"] = [
            (naam, tell_gedaan(naam)) for naam in sorted(values_of(wijzigingen, "naam"), key=tell_gedaan)
        ]
        personen = wijzigingen.order_by().values_list("door__email", "door__naam").distinct()
        self.filters["door"].extra["choices"] = sorted(
            ((email or SYSTEEM, naam or "het systeem") for email, naam in personen), key=by_label
        )

    def filter_van(self, rijen: QuerySet, naam: str, dag: date) -> QuerySet:
        # The first day of all begins before it in UTC, as the last one has no day after it.
        return rijen.filter(op__gte=begin_of(dag)) if dag > date.min else rijen

    def filter_tot(self, rijen: QuerySet, naam: str, dag: date) -> QuerySet:
        return rijen.filter(op__lt=begin_of(dag + timedelta(days=1))) if dag < date.max else rijen

    def filter_door(self, rijen: QuerySet, naam: str, email: str) -> QuerySet:
        return rijen.filter(door__isnull=True) if email == SYSTEEM else rijen.filter(door__email=email)

    def filter_woord(self, rijen: QuerySet, naam: str, woord: str) -> QuerySet:
        """In the values, the key and the reason. SQLite keeps a value with its accents as \\u escapes."""
        gecodeerd = json.dumps(woord)[1:-1]
        return rijen.annotate(tekst=Cast("velden", TextField())).filter(
            Q(tekst__icontains=woord)
            | Q(tekst__icontains=gecodeerd)
            | Q(sleutel__icontains=woord)
            | Q(reden__icontains=woord)
        )

    @property
    def velden(self) -> list[tuple[str, Keuzeveld]]:
        """(kind of box, field) on the page; the key of an object only when it is in the address."""
        getoond = (naam for naam in self.filters if naam != "sleutel" or self.data.get(naam))
        return [(kind_of(self.filters[naam]), self.make_veld(naam)) for naam in getoond]

    def make_veld(self, naam: str) -> Keuzeveld:
        filter_ = self.filters[naam]
        keuzes = [("", filter_.extra.get("empty_label", "")), *filter_.extra.get("choices", ())]
        return Keuzeveld(naam, filter_.label, keuzes, self.data.get(naam, ""))

    @property
    def is_actief(self) -> bool:
        return any(self.data.get(naam) for naam in self.filters)


def kind_of(filter_: CharFilter | ChoiceFilter | DateFilter) -> str:
    if isinstance(filter_, ChoiceFilter):
        return "keuze"
    return "date" if isinstance(filter_, DateFilter) else "text"


def values_of(wijzigingen: QuerySet[Wijziging], veld: str) -> Iterable[str]:
    return wijzigingen.order_by().values_list(veld, flat=True).distinct()


def by_label(keuze: tuple[str, str]) -> str:
    return keuze[1].lower()


def begin_of(dag: date) -> datetime:
    return make_aware(datetime.combine(dag, time.min))
