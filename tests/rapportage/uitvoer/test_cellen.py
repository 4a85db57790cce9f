"""Text in a cell is text: no formula, no broken file, nothing lost."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from rapportage.uitvoer.excel.cellen import MAX_TEKENS, Cel, cut_tekst, make_cell, visible
from rapportage.uitvoer.excel.stijlen import add_styles


def read_back(tekst: str):
    """The cell as another program reads it from the file."""
    boek = Workbook(write_only=True)
    add_styles(boek)
    blad = boek.create_sheet("Blad")
    blad.append([make_cell(blad, Cel(tekst))])
    buffer = BytesIO()
    boek.save(buffer)
    return load_workbook(BytesIO(buffer.getvalue())).active["A1"]


@pytest.mark.parametrize(
    "tekst",
    ["=1+1", "=cmd|' /C calc'!A0", "+31 78", "-100 inwoners", "@SUM(A1)", "#N/B", "#N/A", "1.234", "37%"],
)
def test_text_stays_text(tekst: str):
    cel = read_back(tekst)
    assert (cel.value, cel.data_type) == (tekst, "s")


@pytest.mark.parametrize(
    ("tekst", "vast"), [("=1+1", True), ("-100 inwoners", True), ("100 inwoners", False)]
)
def test_text_that_looks_like_a_formula_stays_text_when_edited(tekst: str, vast: bool):
    assert read_back(tekst).quotePrefix is vast


@pytest.mark.parametrize(
    ("tekst", "zichtbaar"),
    [
        ("regel\x0bvolgende", "regel␋volgende"),
        ("nul\x00", "nul␀"),
        ("bel\x07", "bel␇"),
        ("wis\x7f", "wis␡"),
        ("raar\ufffe", "raar�"),
        ("half\ud83d", "half�"),
        ("een\r\ntwee\tdrie", "een\ntwee\tdrie"),
    ],
)
def test_what_a_cell_cannot_hold_is_made_visible(tekst: str, zichtbaar: str):
    assert visible(tekst) == zichtbaar


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_any_text_gives_a_file_that_opens_with_that_text(tekst: str):
    gelezen = read_back(tekst).value
    assert gelezen.replace("_x005F_", "_") == visible(tekst)


def test_text_that_excel_would_decode_keeps_its_letters():
    assert read_back("code _x0041_").value == "code _x005F_x0041_"


def test_text_of_a_cell_is_cut_with_a_note():
    deel, rest = cut_tekst("é" * (MAX_TEKENS + 10))
    assert (deel, rest) == ("é" * MAX_TEKENS + " [vervolg in de volgende cel]", "é" * 10)


def test_longest_piece_fits_in_a_cell_also_in_emoji():
    deel, _ = cut_tekst("😀" * 40_000)
    assert len(deel.encode("utf-16-le")) // 2 <= 32_767
