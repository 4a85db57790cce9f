import pytest

from dordt_monitor.grafiek.gegevens import Rol, Soort

from .bouwers import maak_grafiek, maak_reeks


def test_grafiek_with_series_of_another_length_is_refused():
    with pytest.raises(ValueError, match="niet even lang als de categorieën"):
        maak_grafiek(Soort.STAVEN, maak_reeks(Rol.WAARDE, 1, 2), maak_reeks(Rol.TWEEDE, 1))


def test_grafiek_with_too_few_words_below_its_rows_is_refused():
    with pytest.raises(ValueError, match="niet even lang"):
        maak_grafiek(Soort.STAVEN, maak_reeks(Rol.WAARDE, 1, 2), bijschriften=("een",))


def test_lijn_without_momenten_is_refused():
    with pytest.raises(ValueError, match="lijn zonder momenten"):
        maak_grafiek(Soort.LIJN, maak_reeks(Rol.WAARDE, 1, 2))
