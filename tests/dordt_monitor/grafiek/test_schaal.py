from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dordt_monitor.grafiek.schaal import choose_scale, place_moments

WAARDEN = st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("waarden", "streepjes"),
    [
        ([41, 67, 75], [0, 20, 40, 60, 80]),
        ([31400, 30240, 30000, 28000], [0, 10000, 20000, 30000, 40000]),
        ([0, 0], [0, 1]),
        (["0.3", "0.9"], ["0.0", "0.5", "1.0"]),
        ([-5, 10], [-5, 0, 5, 10]),
    ],
)
def test_scale_has_round_steps_and_holds_zero(waarden, streepjes):
    assert choose_scale([Decimal(w) for w in waarden]).streepjes == tuple(map(Decimal, streepjes))


@given(WAARDEN)
def test_scale_holds_every_value_in_few_steps(waarden):
    schaal = choose_scale(waarden)
    assert schaal.laag <= min(waarden)
    assert schaal.hoog >= max(waarden)
    assert 2 <= len(schaal.streepjes) <= 8


def test_moments_stand_in_proportion_to_the_days_between_them():
    momenten = (date(2024, 1, 1), date(2024, 1, 11), date(2024, 1, 21))
    assert place_moments(momenten, 10, 90) == (10, 50, 90)


def test_single_moment_stands_in_the_middle():
    assert place_moments((date(2024, 1, 1),), 10, 90) == (50,)
