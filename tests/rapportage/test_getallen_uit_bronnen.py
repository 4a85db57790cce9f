"""Every number of every source document, found in the JSON of the report that holds it.

The tables in `getallen/` are made by hand from the text of the documents; how to read them stands there.
"""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import transaction

from rapportage.models import Editie
from tests.programmas import laad_programmas
from tests.rapportage.getallen import GetalNietGevonden, Rij, find_getal, read_rijen, read_weggelaten
from tests.rapportage.getallen.lezen import parse, stands_once

pytestmark = pytest.mark.django_db

TABELLEN = sorted((Path(__file__).parent / "getallen").glob("*.md"))


@pytest.fixture(scope="module")
def rapporten(django_db_setup, django_db_blocker) -> dict[tuple[str, str], dict]:
    """The JSON of every shipped edition by (programma, ronde)."""
    with django_db_blocker.unblock(), transaction.atomic():
        laad_programmas()
        rijen = Editie.objects.order_by("versie").values_list(
            "ronde__programma__slug", "ronde__slug", "inhoud"
        )
        gelezen = {(programma, ronde): json.loads(inhoud) for programma, ronde, inhoud in rijen}
        transaction.set_rollback(True)
    return gelezen


def complain(rapporten: dict[tuple[str, str], dict], rij: Rij) -> str:
    """Why the number is not at its place; "" when it is."""
    try:
        find_getal(rapporten[rij.programma, rij.ronde], rij)
    except GetalNietGevonden as fout:
        return f"regel {rij.regel}, {rij.label} ({rij.getal}), {rij.pad}: {fout}"
    return ""


@pytest.mark.parametrize("tabel", TABELLEN, ids=lambda tabel: tabel.stem)
def test_every_number_of_the_document_is_in_the_json(rapporten, tabel):
    klachten = [complain(rapporten, rij) for rij in read_rijen(tabel)]

    assert klachten
    assert [klacht for klacht in klachten if klacht] == []


def test_every_document_has_a_table(rapporten):
    koppen = {tabel.read_text().splitlines()[0] for tabel in TABELLEN}

    assert koppen == {f"# Getallen uit {rij['editie']['overgenomen_uit']}" for rij in rapporten.values()}


@pytest.mark.parametrize("tabel", TABELLEN, ids=lambda tabel: tabel.stem)
def test_what_is_left_out_has_a_reason(tabel):
    assert all(rij.regel and rij.getal and rij.reden for rij in read_weggelaten(tabel))


def test_number_that_is_not_at_its_place_is_named(rapporten):
    rij = Rij("36", "belemmerd", "41", "arbeidsmarkt-menselijk-kapitaal", "augustus-2024", "programma.naam")

    assert complain(rapporten, rij) == (
        "regel 36, belemmerd (41), programma.naam: daar staat 'Arbeidsmarkt & menselijk kapitaal'"
    )


@pytest.mark.parametrize(
    ("getal", "waarde"),
    [
        ("150.000", 150_000),
        ("12,5", "12.5"),
        ("-438.000", -438_000),
        ("1,7 miljoen", 1_700_000),
        ("3 ton", 300_000),
    ],
)
def test_number_is_read_as_the_document_writes_it(getal, waarde):
    assert parse(getal) == Decimal(waarde)


@pytest.mark.parametrize("tekst", ["150", "2.015", "15,5", "15.000", "115"])
def test_number_in_a_text_is_the_whole_number(tekst):
    assert not stands_once("15", tekst)
    assert stands_once("15", "met 15, en")


def test_number_that_stands_twice_in_a_text_is_not_found():
    assert not stands_once("2", "2e fase, en Dordtse Kil 1 en 2")
