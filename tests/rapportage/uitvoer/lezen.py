"""Reading a rendered workbook back, as a person would look for things in it."""

from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rapportage.rapport import Rapport
from rapportage.uitvoer.excel import render_xlsx


def open_boek(rapport: Rapport, sha256: str | None = None) -> Workbook:
    return load_workbook(BytesIO(render_xlsx(rapport, sha256=sha256)))


def rijen(blad: Worksheet) -> list[list[Any]]:
    return [[cel.value for cel in rij] for rij in blad.iter_rows()]


def find_cel(blad: Worksheet, waarde: Any) -> Cell:
    """The first cell with exactly this value; a LookupError names what was sought."""
    for rij in blad.iter_rows():
        for cel in rij:
            if cel.value == waarde:
                return cel
    raise LookupError(waarde)


def row_of(blad: Worksheet, waarde: Any) -> list[Any]:
    """The values of the first row in which one cell is `waarde`."""
    return [cel.value for cel in blad[find_cel(blad, waarde).row]]
