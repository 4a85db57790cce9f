"""Rows are high enough to read what stands in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.uitvoer.excel.hoogte import MAX_REGELS, count_lines, cut_readable, spread


@pytest.mark.parametrize(
    ("tekst", "regels"),
    [("", 1), ("kort", 1), ("een twee drie", 2), ("een\ntwee", 2), ("a" * 25, 3), ("een\n\ntwee", 3)],
)
def test_lines_break_at_spaces_and_inside_long_words(tekst: str, regels: int):
    assert count_lines(tekst, 10) == regels


@pytest.mark.parametrize(
    ("regels", "nodig", "hoog"),
    [
        ([1], 1, [1]),
        ([2, 1], 2, [2, 1]),
        ([1, 1], 6, [3, 3]),
        ([5, 1], 9, [7, 2]),
        ([1], 40, [30, 10]),
        ([50], 1, [30]),
    ],
)
def test_rows_grow_to_what_a_merged_text_needs(regels, nodig, hoog):
    assert spread(regels, nodig) == hoog


@given(st.lists(st.integers(1, 60), min_size=1, max_size=6), st.integers(1, 300))
def test_rows_are_never_too_low_nor_higher_than_excel_allows(regels, nodig):
    hoog = spread(regels, nodig)
    assert sum(hoog) >= nodig
    assert max(hoog) <= MAX_REGELS
    assert len(hoog) >= len(regels)


@given(st.text(st.sampled_from("ab \n"), max_size=3000))
def test_cutting_loses_no_letter(tekst: str):
    stukken = cut_readable(tekst, 10)
    assert "".join("".join(stukken).split()) == "".join(tekst.split())
    assert all(count_lines(stuk, 10) <= MAX_REGELS for stuk in stukken)
