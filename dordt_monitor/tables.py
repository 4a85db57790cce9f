"""The tables of the team's lists: django-tables2 for columns and order, our own rows and template.

Its BoundRow costs nine times what `rijen` does for the same HTML; its templates have no caption, scope or
aria-sort.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import django_tables2 as tables
from django.core.paginator import InvalidPage, Page, Paginator
from django.http import QueryDict
from django_tables2.utils import Accessor

RIJEN_PER_BLAD = 100


class Kolom(tables.Column):
    """A column whose `render(value, record)` always gets both; `klasse` is a class for its cells."""

    def __init__(self, *args: Any, klasse: str = "", rijkop: bool = False, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.klasse, self.rijkop = klasse, rijkop

    def render(self, value: Any, record: Any = None) -> Any:
        return value


@dataclass(frozen=True, slots=True)
class Kop:
    """A header; `sorteer` is the value of `?sort=` that a click asks for, "" where it cannot be ordered."""

    tekst: str
    klasse: str
    sorteer: str
    aria: str


@dataclass(frozen=True, slots=True)
class Cel:
    waarde: Any
    kop: str
    klasse: str
    rijkop: bool


class Tabel(tables.Table):
    """One page of a list. `leeg` stands there without any rows.

    `bijschrift` is its caption, `bijschrift_onzichtbaar` where the heading above it says the same.
    """

    bijschrift = ""
    bijschrift_onzichtbaar = False
    leeg = "Er is niets om te tonen."

    class Meta:
        template_name = "_tabel.html"

    def __init__(self, data: Any, query: QueryDict, **opties: Any) -> None:
        # An empty tuple, because None lets django-tables2 guess an order from the rows.
        super().__init__(data, order_by=tuple(query.get("sort", "").split(",")[:1]), **opties)
        self.blad = fetch_blad(self.data.data, query.get("page", "1"))

    def koppen(self) -> Iterator[Kop]:
        for kolom in self.columns:
            gesorteerd = kolom.orderable and kolom.is_ordered
            volgorde = kolom.order_by_alias
            yield Kop(
                tekst=kolom.header,
                klasse=kolom.column.klasse,
                sorteer=str(volgorde.next) if kolom.orderable else "",
                aria=("descending" if volgorde.is_descending else "ascending") if gesorteerd else "",
            )

    def rijen(self) -> Iterator[list[Cel]]:
        kolommen = [(kolom.column, Accessor(kolom.accessor), kolom.header) for kolom in self.columns]
        for record in self.blad.object_list:
            yield [
                Cel(kolom.render(pad.resolve(record, quiet=True), record), kop, kolom.klasse, kolom.rijkop)
                for kolom, pad, kop in kolommen
            ]


def fetch_blad(rijen: Any, nummer: str) -> Page:
    """A page of RIJEN_PER_BLAD rows, whatever the address says; the first one for a number that is none."""
    paginator = Paginator(rijen, RIJEN_PER_BLAD)
    try:
        return paginator.page(nummer)
    except InvalidPage:
        return paginator.page(1)
