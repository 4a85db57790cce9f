"""Names of sheets that Excel accepts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.uitvoer.excel.bladnaam import choose_name


@pytest.mark.parametrize(
    ("gewenst", "naam"),
    [
        ("1 Kort", "1 Kort"),
        ("1 Arbeidspotentieel van de beroepsbevolking", "1 Arbeidspotentieel van de…"),
        ("1.1 Wonen/werken: [nieuw]?", "1.1 Wonen werken nieuw"),
        ("'Tussen aanhalingstekens'", "Tussen aanhalingstekens"),
        ("???", "Blad"),
        ("Aaneengeschreven" * 3, "AaneengeschrevenAaneengeschrev…"),
    ],
)
def test_name_is_cleaned_and_cut_at_a_word(gewenst: str, naam: str):
    assert choose_name(gewenst, []) == naam


def test_taken_name_gets_a_number_whatever_its_capitals():
    assert choose_name("Overzicht", ["OVERZICHT", "overzicht (2)"]) == "Overzicht (3)"


def test_name_excel_keeps_for_itself_is_not_used():
    assert choose_name("History", []) == "History (2)"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.lists(st.text(max_size=31), max_size=3))
def test_every_name_is_one_excel_accepts(gewenst: str, bezet: list[str]):
    naam = choose_name(gewenst, bezet)
    assert 0 < len(naam.encode("utf-16-le")) // 2 <= 31
    assert not set(naam) & set("[]:*?/\\")
    assert not naam.startswith("'")
    assert not naam.endswith("'")
    assert naam.casefold() not in {ander.casefold() for ander in bezet}
