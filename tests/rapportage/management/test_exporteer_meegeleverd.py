"""`manage.py exporteer` gives every shipped report in every format."""

import json
from io import BytesIO

import pytest
from django.core.management import call_command
from django.db import transaction
from openpyxl import load_workbook

from rapportage.models import Editie
from rapportage.uitvoer import RENDERERS
from tests.programmas import laad_programmas

pytestmark = pytest.mark.django_db

RONDES = [
    ("arbeidsmarkt-menselijk-kapitaal", "augustus-2024"),
    ("arbeidsmarkt-menselijk-kapitaal", "najaar-2024"),
    ("bestaanszekerheid", "uitvoeringsprogramma"),
    ("glansrijke-toekomst", "begin-2024"),
    ("ondernemen-met-impact", "actieprogramma-2022"),
]


@pytest.fixture(scope="module", autouse=True)
def geladen(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        laad_programmas()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def export(capsysbinary):
    def run(programma: str, ronde: str, formaat: str) -> bytes:
        call_command("exporteer", programma, ronde, "--formaat", formaat)
        return capsysbinary.readouterr().out

    return run


def test_these_are_all_editions_that_are_shipped():
    rijen = Editie.objects.order_by("ronde__programma__slug", "ronde__slug")
    assert list(rijen.values_list("ronde__programma__slug", "ronde__slug")) == RONDES


@pytest.mark.parametrize(("programma", "ronde"), RONDES)
def test_json_is_the_edition(export, programma, ronde):
    rapport = json.loads(export(programma, ronde, "json"))
    assert (rapport["programma"]["slug"], rapport["ronde"]["slug"]) == (programma, ronde)


@pytest.mark.parametrize(("programma", "ronde"), RONDES)
def test_workbook_opens_and_names_the_programme(export, programma, ronde):
    boek = load_workbook(BytesIO(export(programma, ronde, "xlsx")), read_only=True)
    naam = json.loads(export(programma, ronde, "json"))["programma"]["naam"]
    cellen = [cel for rij in boek.worksheets[0].iter_rows(values_only=True) for cel in rij if cel]
    assert any(naam in str(cel) for cel in cellen)


@pytest.mark.parametrize(("programma", "ronde"), RONDES)
def test_csv_has_a_row_for_every_activiteit(export, programma, ronde):
    rapport = json.loads(export(programma, ronde, "json"))
    regels = export(programma, ronde, "csv").decode("utf-8-sig").splitlines()
    assert len(regels) > rapport["tellingen"]["aantal_activiteiten"]


def test_every_format_was_tried():
    assert set(RENDERERS) == {"xlsx", "json", "csv"}
