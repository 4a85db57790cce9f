"""The tables of the team's lists: django-tables2 for columns and order, our own rows and template.

Its BoundRow costs nine times what `lichaam` does for the same HTML; its templates have no caption, scope or
aria-sort.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from html import escape
from operator import attrgetter
from typing import Any

import django_tables2 as tables
from django.core.paginator import InvalidPage, Page, Paginator
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
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

    def lichaam(self) -> SafeString:
        """All rows. Put together here, because a template takes five times as long over them."""
        cellen = [make_cel(kolom.column, kolom.accessor, kolom.header) for kolom in self.columns]
        rijen = (
            "".join([begin + to_html(render(lees(rij), rij)) + eind for lees, render, begin, eind in cellen])
            for rij in self.blad.object_list
        )
        # Each value was escaped on its own.
        return SafeString("".join([f'<tr class="utrecht-table__row">{rij}</tr>\n' for rij in rijen]))


def make_cel(kolom: Kolom, accessor: str, kop: str) -> tuple[Callable, Callable, str, str]:
    """How to read a value from a record, how to show it, and what stands around it."""
    lees = attrgetter(accessor) if "__" not in accessor else partial(Accessor(accessor).resolve, quiet=True)
    klasse = f"utrecht-table__cell {kolom.klasse}".strip()
    if kolom.rijkop:
        return lees, kolom.render, format_html('<th class="{}" scope="row">', klasse), "</th>"
    begin = format_html('<td class="{}" data-kolom="{}">', klasse, kop)
    return lees, kolom.render, begin, "</td>"


def to_html(waarde: Any) -> str:
    """As django's conditional_escape, at a third of its price; nothing is an empty cell."""
    if waarde is None:
        return ""
    return waarde.__html__() if hasattr(waarde, "__html__") else escape(str(waarde))


def fetch_blad(rijen: Any, nummer: str) -> Page:
    """A page of RIJEN_PER_BLAD rows, whatever the address says; the first one for a number that is none."""
    paginator = Paginator(rijen, RIJEN_PER_BLAD)
    try:
        return paginator.page(nummer)
    except InvalidPage:
        return paginator.page(1)
