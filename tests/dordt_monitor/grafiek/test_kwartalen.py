from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dordt_monitor.grafiek.kwartalen import Kwartaal, choose_quarters

DAGEN = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def test_scale_runs_over_whole_quarters():
    schaal = choose_quarters([date(2024, 11, 30), date(2024, 5, 1)])
    assert (schaal.van, schaal.tot) == (date(2024, 4, 1), date(2025, 1, 1))


def test_year_is_named_where_it_begins_and_at_the_left():
    schaal = choose_quarters([date(2024, 11, 30), date(2025, 1, 1)])
    assert schaal.kwartalen == (Kwartaal("0", "Q4", "2024"), Kwartaal("50.55", "Q1", "2025"))


def test_quarters_are_not_named_where_there_are_many():
    namen = {kwartaal.naam for kwartaal in choose_quarters([date(2022, 1, 1), date(2026, 1, 1)]).kwartalen}
    assert namen == {""}


def test_quarter_is_as_wide_as_its_days():
    schaal = choose_quarters([date(2024, 1, 1), date(2024, 12, 31)])
    assert schaal.place(date(2024, 7, 1)) == "49.73"
    assert schaal.span(date(2024, 7, 1), date(2024, 9, 30)) == "25.14"
    assert schaal.span(date(2024, 1, 1), date(2024, 12, 31)) == "100"


@given(st.lists(DAGEN, min_size=1, max_size=4))
def test_every_day_falls_on_the_scale(dagen):
    schaal = choose_quarters(dagen)
    assert all(0 <= float(schaal.place(dag)) < 100 for dag in dagen)
    assert all(kwartaal.x for kwartaal in schaal.kwartalen)
