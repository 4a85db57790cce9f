"""One value in one cell. Text is always text: it never becomes a formula, an error or a broken file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl.cell import WriteOnlyCell

from .stijlen import DATUM, Stijl

# Excel holds 32,767 UTF-16 units in a cell; half of that in characters always fits.
MAX_TEKENS = 16_000
VERVOLG = " [vervolg in de volgende cel]"

# What XML or Excel refuses, but for tab and line feed.
ONGELDIG = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# Excel reads _x0041_ inside a text as the letter A; escaping the underscore keeps it as written.
ONTSNAPPING = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
FORMULETEKENS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Formule:
    """A live formula in the file's own language ("=SUM(D5:D6)")."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Cel:
    """A value with its looks. Text keeps its words, numbers get their format."""

    waarde: str | Decimal | int | date | Formule | None
    stijl: Stijl = Stijl.TEKST
    formaat: str = ""


def visible(tekst: str) -> str:
    """The text with what a cell cannot hold made visible: a vertical tab becomes ␋, the rest �."""
    return ONGELDIG.sub(_picture, tekst.replace("\r\n", "\n"))


def _picture(gevonden: re.Match[str]) -> str:
    code = ord(gevonden[0])
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "�"


def cut_tekst(tekst: str) -> tuple[str, str]:
    """What fits in a cell, saying that it goes on when it does, and the rest."""
    if len(tekst) <= MAX_TEKENS:
        return tekst, ""
    return tekst[:MAX_TEKENS] + VERVOLG, tekst[MAX_TEKENS:]


def make_cells(blad: Any, cellen: tuple[Cel, ...]) -> Iterator[WriteOnlyCell]:
    for cel in cellen:
        yield make_cell(blad, cel)


def make_cell(blad: Any, cel: Cel) -> WriteOnlyCell:
    """The cell for a write-only sheet; an empty value still gets its style, so that borders run on."""
    gevuld = WriteOnlyCell(blad)
    gevuld.style = cel.stijl.value
    if isinstance(cel.waarde, str):
        _fill_text(gevuld, visible(cel.waarde))
    elif isinstance(cel.waarde, Formule):
        gevuld.value = cel.waarde.tekst
    elif cel.waarde is not None:
        gevuld.value = cel.waarde
    formaat = cel.formaat or (DATUM if isinstance(cel.waarde, date) else "")
    if formaat:
        gevuld.number_format = formaat
    return gevuld


def _fill_text(gevuld: WriteOnlyCell, tekst: str) -> None:
    """As text, whatever it looks like; the quote prefix keeps it text when somebody edits the cell."""
    gevuld.value = ONTSNAPPING.sub("_x005F_", tekst) or None
    if not tekst:
        return
    gevuld.data_type = "s"
    if tekst.startswith(FORMULETEKENS):
        gevuld.quotePrefix = True
