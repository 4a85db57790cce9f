"""A table of text as a file: CSV for reuse, XLSX to read. Text is always text, never a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

BOM = "\ufeff"
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a spreadsheet takes for the start of a formula.
FORMULETEKENS = ("=", "+", "-", "@", "\t")
# Excel holds 32,767 UTF-16 units in a cell; half of that in characters always fits.
MAX_TEKENS = 16_000
AFGEKAPT = " [afgekapt]"
# What XML or Excel refuses, but for tab and line feed.
ONGELDIG = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

Rij = Sequence[str]


def write_csv(koppen: Rij, rijen: Iterable[Rij]) -> bytes:
    """UTF-8 with a byte order mark and semicolons, as a Dutch Excel opens it."""
    uit = StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(koppen)
    schrijver.writerows([guard(tekst) for tekst in rij] for rij in rijen)
    return (BOM + uit.getvalue()).encode()


def guard(tekst: str) -> str:
    return f"'{tekst}" if tekst.startswith(FORMULETEKENS) else tekst


def write_xlsx(titel: str, koppen: Rij, breedtes: Sequence[int], rijen: Iterable[Rij]) -> bytes:
    """One sheet with a header that stays in sight; `breedtes` are in characters, in the order of `koppen`."""
    boek = Workbook(write_only=True)
    blad = boek.create_sheet(titel)
    blad.freeze_panes = "A2"
    for letter, breedte in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", breedtes, strict=False):
        blad.column_dimensions[letter].width = breedte
    kop, gewoon = WriteOnlyCell(blad), WriteOnlyCell(blad)
    kop.font = Font(bold=True)
    kop.alignment = gewoon.alignment = Alignment(wrap_text=True, vertical="top")
    blad.append([make_cell(blad, tekst, kop) for tekst in koppen])
    for rij in rijen:
        blad.append([make_cell(blad, tekst, gewoon) for tekst in rij])
    uit = BytesIO()
    boek.save(uit)
    return uit.getvalue()


def make_cell(blad, tekst: str, als: WriteOnlyCell) -> WriteOnlyCell:
    """Looks `als` another cell; making the looks anew for each would take most of the time."""
    tekst = ONGELDIG.sub("�", tekst)
    cel = WriteOnlyCell(blad, tekst if len(tekst) <= MAX_TEKENS else tekst[:MAX_TEKENS] + AFGEKAPT)
    cel.data_type = "s"
    cel._style = als._style
    return cel
