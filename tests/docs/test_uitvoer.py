"""docs/uitvoer.md describes every key of rapport.json, every column of the table and every file."""

import re
import typing
from dataclasses import fields, is_dataclass

import pytest
from django.conf import settings

from rapportage.rapport import Rapport
from rapportage.uitvoer import RENDERERS
from rapportage.uitvoer.tabel import KOLOMMEN

TEKST = (settings.BASE_DIR / "docs" / "uitvoer.md").read_text()
STUKKEN = {stuk.split("\n", 1)[0].strip("# "): stuk for stuk in re.split(r"\n(?=#)", TEKST)}


def parts_of(soort: type, gezien: dict[str, type] | None = None) -> dict[str, type]:
    """`soort` and every dataclass its fields hold, by name."""
    gezien = {} if gezien is None else gezien
    if soort.__name__ not in gezien:
        gezien[soort.__name__] = soort
        for hint in typing.get_type_hints(soort).values():
            for deel in (hint, *typing.get_args(hint)):
                if is_dataclass(deel):
                    parts_of(deel, gezien)
    return gezien


def rows_of(kop: str) -> list[list[str]]:
    return [
        [cel.strip() for cel in regel.strip("|").split("|")]
        for regel in STUKKEN[kop].splitlines()
        if regel.startswith("| `")
    ]


DELEN = parts_of(Rapport)


@pytest.mark.parametrize("naam", DELEN)
def test_every_key_is_described(naam: str):
    beschreven = [sleutel.strip("`") for sleutel, *_ in rows_of(naam)]
    assert sorted(beschreven) == sorted(veld.name for veld in fields(DELEN[naam]))


def test_nothing_is_described_that_does_not_exist():
    beschreven = {kop for kop, stuk in STUKKEN.items() if stuk.startswith("### ")}
    assert beschreven == set(DELEN)


@pytest.mark.parametrize("naam", DELEN)
def test_every_description_is_complete(naam: str):
    assert [rij for rij in rows_of(naam) if len(rij) != 3 or not all(rij)] == []


@pytest.mark.parametrize("naam", DELEN)
def test_every_key_says_what_it_holds(naam: str):
    """A key that may be null says so, and one that holds a part names it."""
    hints = typing.get_type_hints(DELEN[naam])
    for sleutel, soort, _ in rows_of(naam):
        hint = hints[sleutel.strip("`")]
        assert soort.endswith("of null") is (type(None) in typing.get_args(hint)), sleutel
        assert [
            d.__name__ for d in (hint, *typing.get_args(hint)) if is_dataclass(d) and d.__name__ not in soort
        ] == []


def test_every_column_of_the_table_is_described():
    assert [kolom.strip("`") for kolom, _ in rows_of("De tabel activiteiten.csv")] == list(KOLOMMEN)


def test_every_file_is_described():
    bestanden = [bestand.strip("`") for bestand, *_ in rows_of("Uitvoer: het rapport als bestand")]
    assert bestanden == [renderer.bestandsnaam for renderer in RENDERERS.values()]
