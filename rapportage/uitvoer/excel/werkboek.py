"""The workbook as a file: the same Rapport always gives the same bytes."""

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.workbook.properties import CalcProperties
from openpyxl.writer.excel import ExcelWriter

from .stijlen import add_styles


class TijdlozeZip(ZipFile):
    """A zip whose entries all carry the same time stamp, so that no clock ends up in an edition's file."""

    def writestr(self, zinfo_or_arcname: Any, data: bytes | str, *_: Any, **__: Any) -> None:
        vermelding = ZipInfo(zinfo_or_arcname)
        vermelding.compress_type = ZIP_DEFLATED
        super().writestr(vermelding, data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        self.writestr(arcname, Path(filename).read_bytes())


def new_werkboek(titel: str, peildatum: date) -> Workbook:
    """A write-only workbook with the styles; it calculates all formulas anew when it is opened.

    Its properties carry the peildatum as their date, never the moment of making.
    """
    boek = Workbook(write_only=True)
    boek.calculation = CalcProperties(fullCalcOnLoad=True)
    eigenschappen = boek.properties
    eigenschappen.title, eigenschappen.creator = titel, "dordt_monitor"
    eigenschappen.created = eigenschappen.modified = datetime.combine(peildatum, time())
    add_styles(boek)
    return boek


def to_bytes(boek: Workbook) -> bytes:
    buffer = BytesIO()
    # openpyxl's own save() would write the moment of saving into the properties.
    ExcelWriter(boek, TijdlozeZip(buffer, "w", ZIP_DEFLATED)).save()
    return buffer.getvalue()
