"""The shipped pair: every difference between the report of August 2024 and the presentation of that autumn.

`augustus-najaar-2024.md` lists them all, each with its place in both documents, for a reader to check.
"""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from rapportage.inhoud import load_rapport
from rapportage.models import Editie
from rapportage.vergelijken import Aard, vergelijk
from tests.programmas import laad_programmas

TABEL = Path(__file__).with_name("augustus-najaar-2024.md")
PAD = Path(settings.BASE_DIR) / "fixtures" / "arbeidsmarkt-menselijk-kapitaal.toml"
DOCUMENTEN = ("Voortgangsrapportage augustus 2024", "Raadspresentatie najaar 2024")
NIET_IN_DOCUMENT = ("-", "berekend")

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def rapporten(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        laad_programmas()
        edities = Editie.objects.filter(ronde__programma__slug=PAD.stem).order_by("ronde__peildatum")
        yield tuple(map(load_rapport, edities.values_list("sha256", flat=True)))
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def veranderingen(rapporten):
    return vergelijk(*rapporten).veranderingen


def read_tabel() -> list[list[str]]:
    """The cells of every row: lijn, verandering, place in the report, place in the presentation."""
    rijen = [regel[2:-2].split(" | ") for regel in TABEL.read_text().splitlines() if regel.startswith("| ")]
    return rijen[1:]


def test_the_comparison_names_exactly_what_the_table_lists(veranderingen):
    assert [[rij.lijn or "-", rij.zin] for rij in veranderingen] == [rij[:2] for rij in read_tabel()]


def test_every_place_in_the_table_is_one_that_the_shipped_file_points_to():
    bekend = set(re.findall(r'vindplaats = "([^"]+)"', PAD.read_text()))
    genoemd = {
        f"{document}, regel {plaats}"
        for rij in read_tabel()
        for document, plaatsen in zip(DOCUMENTEN, rij[2:], strict=True)
        for plaats in plaatsen.split("; ")
        if plaats not in NIET_IN_DOCUMENT
    }
    assert genoemd - bekend == set()


def test_every_difference_has_a_place_in_a_document_or_was_counted():
    assert [rij for rij in read_tabel() if rij[2:] == ["-", "-"]] == []


def test_every_measured_value_that_differs_is_a_figure_with_its_difference(veranderingen):
    assert [
        (rij.was, rij.nu, rij.verschil) for rij in veranderingen if rij.aard == Aard.CIJFER and rij.was
    ] == [
        ("67 (t/m juli 2024)", "75 (per Q3 2024)", "8 meer"),
        ("22 (t/m juli 2024)", "30 (per Q3 2024)", "8 meer"),
        ("40 (t/m juli 2024)", "45 (per Q3 2024)", "5 meer"),
    ]


def test_a_report_compared_with_itself_names_nothing(rapporten):
    for rapport in rapporten:
        assert vergelijk(rapport, rapport).veranderingen == ()


def test_backwards_it_names_as_many_facts(rapporten, veranderingen):
    terug = vergelijk(*reversed(rapporten)).veranderingen

    assert len(terug) == len(veranderingen)
