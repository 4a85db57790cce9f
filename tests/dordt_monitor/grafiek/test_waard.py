import pytest

from dordt_monitor.grafiek.gegevens import Rol, Soort
from dordt_monitor.grafiek.waard import is_waard

from .bouwers import maak_alle, maak_grafiek, maak_reeks


@pytest.mark.parametrize("grafiek", maak_alle(), ids=lambda grafiek: grafiek.soort)
def test_chart_of_three_figures_that_differ_earns_its_place(grafiek):
    assert is_waard(grafiek)


@pytest.mark.parametrize("waarden", [(3,), (3, 4), (3, 4, "niet gemeten"), (3, 3, 3)])
def test_one_or_two_figures_and_equal_ones_are_better_said_in_a_sentence(waarden):
    assert not is_waard(maak_grafiek(Soort.STAVEN, maak_reeks(Rol.WAARDE, *waarden)))


def test_expected_position_and_target_are_figures_to_compare_with():
    bullet = maak_reeks(Rol.WAARDE, 60), maak_reeks(Rol.VERWACHT, 58), maak_reeks(Rol.STREEFWAARDE, 100)
    assert is_waard(maak_grafiek(Soort.BULLET, *bullet))
    assert not is_waard(maak_grafiek(Soort.BULLET, *bullet[:2]))
