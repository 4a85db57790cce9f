import pytest

from programmalijnen.regels.personen import counts_personen


@pytest.mark.parametrize(
    ("eenheid", "telt"),
    [
        ("inwoners", True),
        ("Jongeren per jaar", True),
        ("mbo-studenten", True),
        ("organisaties", False),
        ("%", False),
    ],
)
def test_which_units_count_people(eenheid: str, telt: bool):
    assert counts_personen(eenheid) is telt
