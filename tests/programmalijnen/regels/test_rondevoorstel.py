from datetime import date

import pytest

from programmalijnen.regels.rondevoorstel import Rondegegevens, add_jaar, make_slug, propose_ronde

AUGUSTUS = Rondegegevens(
    titel="Voortgangsrapportage augustus 2024",
    label="t/m juli 2024",
    peildatum=date(2024, 7, 31),
    jaar=2024,
    deadline=date(2024, 8, 20),
)
NAJAAR = Rondegegevens(
    titel="Cijfers najaar 2024", label="per Q3 2024", peildatum=date(2024, 9, 30), jaar=2024
)


def test_the_next_round_is_a_year_after_the_previous_one():
    assert propose_ronde([AUGUSTUS]) == Rondegegevens(
        titel="Voortgangsrapportage augustus 2025",
        label="t/m juli 2025",
        peildatum=date(2025, 7, 31),
        jaar=2025,
        deadline=date(2025, 8, 20),
    )


def test_two_rounds_a_year_take_turns():
    assert propose_ronde([NAJAAR, AUGUSTUS]).titel == "Voortgangsrapportage augustus 2025"


def test_the_first_round_is_not_guessed():
    assert propose_ronde([]) == Rondegegevens()


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2025, 7, 31), date(2026, 7, 31)),
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2023, 2, 28), date(2024, 2, 29)),
        (date(2024, 2, 28), date(2025, 2, 28)),
    ],
)
def test_the_last_day_of_a_month_stays_the_last_day(dag, verwacht):
    assert add_jaar(dag) == verwacht


@pytest.mark.parametrize(
    ("titel", "slug"),
    [
        ("Voortgangsrapportage augustus 2026", "augustus-2026"),
        ("Cijfers najaar 2024", "cijfers-najaar-2024"),
        ("Voortgangsrapportage", "voortgangsrapportage"),
        ("Één ‘stand’ van zaken, 2026", "een-stand-van-zaken-2026"),
        ("???", ""),
    ],
)
def test_the_address_comes_from_the_title(titel, slug):
    assert make_slug(titel) == slug
