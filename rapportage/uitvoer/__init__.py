"""The forms a report comes out in as a file. A new form is one module and one line in RENDERERS.

A renderer is a pure function of a Rapport: no query, no model, no clock. The same Rapport gives the same
bytes; a workbook is laid out in a Vorm, JSON and CSV are the same in every form.
"""

from dataclasses import dataclass
from typing import Protocol

from programmalijnen.regels.begrippen import Rapportvorm

from ..canoniek import from_json, sha256
from ..rapport import Rapport
from .canoniek_json import render_json
from .excel import render_xlsx
from .tabel import render_csv

STANDAARD = Rapportvorm.VOORTGANGSRAPPORTAGE
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Render(Protocol):
    def __call__(self, rapport: Rapport, *, sha256: str | None, **in_vorm: Rapportvorm) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Renderer:
    """`bestandsnaam` is the last part of its address; `is_inhoud`: an edition's stored bytes are the file.

    `has_vorm`: it is laid out in the form that is asked for.
    """

    bestandsnaam: str
    content_type: str
    render: Render
    is_inhoud: bool = False
    has_vorm: bool = False

    def make(self, rapport: Rapport, *, sha256: str | None, vorm: Rapportvorm) -> bytes:
        in_vorm = {"vorm": vorm} if self.has_vorm else {}
        return self.render(rapport, sha256=sha256, **in_vorm)


RENDERERS: dict[str, Renderer] = {
    "xlsx": Renderer("rapport.xlsx", XLSX, render_xlsx, has_vorm=True),
    "json": Renderer("rapport.json", "application/json", render_json, is_inhoud=True),
    "csv": Renderer("activiteiten.csv", "text/csv; charset=utf-8", render_csv),
}


def render_editie(formaat: str, inhoud: str, *, vorm: Rapportvorm = STANDAARD) -> bytes:
    """The file of an edition from its stored content.

    Raises KeyError for an unknown formaat, OnbekendSchema for content of a newer version of this program.
    """
    renderer = RENDERERS[formaat]
    if renderer.is_inhoud:
        return inhoud.encode()
    return renderer.make(from_json(inhoud), sha256=sha256(inhoud), vorm=vorm)


def render_concept(formaat: str, rapport: Rapport, *, vorm: Rapportvorm = STANDAARD) -> bytes:
    """The file of a report that is not adopted. Raises KeyError for an unknown formaat."""
    return RENDERERS[formaat].make(rapport, sha256=None, vorm=vorm)
