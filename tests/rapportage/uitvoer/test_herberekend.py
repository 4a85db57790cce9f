"""What another program makes of the workbook: LibreOffice opens it, calculates it and saves it again."""

import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from rapportage.canoniek import from_json
from rapportage.rapport import Rapport
from rapportage.uitvoer.excel import render_xlsx
from tests.edities import EDITIES

from .lezen import find_cel

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice ontbreekt: apt-get install libreoffice-calc-nogui"
)
BEDRAG, RAPPORT, CONTROLE = 3, 4, 7


@pytest.fixture(scope="module")
def rapport() -> Rapport:
    return from_json(EDITIES["schema-1"].read_text())


@pytest.fixture(scope="module")
def boek(rapport: Rapport, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """The workbook of a kept edition with the values LibreOffice calculated."""
    map_ = tmp_path_factory.mktemp("herberekend")
    (map_ / "rapport.xlsx").write_bytes(render_xlsx(rapport, sha256=None))
    recalculate(map_ / "rapport.xlsx", map_ / "uit")
    return load_workbook(map_ / "uit" / "rapport.xlsx", data_only=True)


def recalculate(bestand: Path, naar: Path) -> None:
    profiel = f"-env:UserInstallation=file://{naar}/profiel"
    opdracht = [SOFFICE, profiel, "--headless", "--convert-to", "xlsx", "--outdir", str(naar), str(bestand)]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=120)


def money_rows(boek: Workbook) -> list[list]:
    return [[cel.value for cel in rij] for rij in boek["Financiën"].iter_rows(min_row=5)]


def test_every_live_total_equals_the_figure_of_the_report(boek):
    controles = {rij[CONTROLE] for rij in money_rows(boek) if rij[CONTROLE]}
    assert controles == {"klopt"}


def test_totals_of_the_lines_are_those_of_the_report(boek, rapport):
    live = [rij[BEDRAG] for rij in money_rows(boek) if rij[0] == "Totaal beschikbaar"]
    eigen = [*(lijn.financien for lijn in rapport.lijnen), rapport.financien]
    assert [Decimal(str(bedrag)) for bedrag in live] == [financien.totaal for financien in eigen]


def test_line_1_reads_as_printed(boek):
    bedragen = [rij[BEDRAG] for rij in money_rows(boek) if rij[CONTROLE]]
    assert bedragen[:5] == [300_000, 312_739, 97_271, 710_010, 1.37]


def test_nothing_in_the_workbook_is_an_error(boek):
    fouten = [
        cel.coordinate for blad in boek for rij in blad.iter_rows() for cel in rij if cel.data_type == "e"
    ]
    assert fouten == []


def test_a_changed_amount_is_noticed(rapport, tmp_path):
    """The check is worth something: change a line in the workbook and it no longer says *klopt*."""
    bestand = tmp_path / "rapport.xlsx"
    bestand.write_bytes(render_xlsx(rapport, sha256=None))
    boek = load_workbook(bestand)
    find_cel(boek["Financiën"], 76_151).value = 76_152
    boek.save(bestand)
    recalculate(bestand, tmp_path / "uit")
    controles = {
        rij[CONTROLE] for rij in money_rows(load_workbook(tmp_path / "uit" / "rapport.xlsx", data_only=True))
    }
    assert "verschil 1" in controles
