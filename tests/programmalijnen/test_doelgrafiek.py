"""The chart of one doel: what was measured, and its target as steps."""

from datetime import date
from decimal import Decimal

import pytest

from dordt_monitor.grafiek.gegevens import Grafiek, Rol
from dordt_monitor.grafiek.svg import render_svg
from programmalijnen.bouwen.doelen import make_feiten
from programmalijnen.bouwen.doelgrafiek import make_doelgrafiek
from programmalijnen.bouwen.toetsing import fetch_rijen
from programmalijnen.models import Doel, Streefwaarde
from programmalijnen.regels.begrippen import Relatiefsoort, Soort, Vorm
from tests.bouwers import maak_doel, maak_indicator, maak_meting, maak_programma

pytestmark = pytest.mark.django_db


def draw(doel: Doel) -> Grafiek | None:
    grafiek = make_doelgrafiek(doel, make_feiten(fetch_rijen([doel]), doel))
    assert grafiek is None or "<svg" in render_svg(grafiek)
    return grafiek


def treden(grafiek: Grafiek) -> dict[str, list[tuple[date, Decimal]]]:
    reeksen = [reeks for reeks in grafiek.reeksen if reeks.rol is Rol.STREEFWAARDE]
    return {
        reeks.naam: [
            paar for paar in zip(grafiek.momenten, reeks.waarden, strict=True) if paar[1] is not None
        ]
        for reeks in reeksen
    }


@pytest.fixture
def indicator():
    return maak_indicator(maak_programma(), soort=Soort.STAND)


def test_changed_target_is_a_step_on_the_day_it_took_effect(indicator):
    doel = maak_doel(indicator.programma, streefwaarde=75, indicator=indicator)
    Streefwaarde.objects.create(doel=doel, waarde=60, vanaf=date(2024, 9, 1))
    grafiek = draw(doel)
    assert grafiek.zin == "De streefwaarde ging op 1 september 2024 van 75 naar 60."
    assert treden(grafiek) == {
        "streefwaarde": [(date(2024, 1, 1), 75), (date(2024, 9, 1), 60), (date(2024, 12, 31), 60)]
    }


def test_band_has_a_lower_and_an_upper_bound(indicator):
    doel = maak_doel(indicator.programma, streefwaarde=None, indicator=indicator, vorm=Vorm.BANDBREEDTE)
    Streefwaarde.objects.create(doel=doel, laag=40, hoog=60)
    grafiek = draw(doel)
    assert list(treden(grafiek)) == ["ondergrens", "bovengrens"]
    assert grafiek.zin == "De ondergrens is 40. De bovengrens is 60."


def test_stroom_begins_again_each_year(indicator):
    indicator.soort = Soort.STROOM
    indicator.save()
    doel = maak_doel(indicator.programma, indicator=indicator)
    maak_meting(indicator, 90, periode="2023", periode_van=date(2023, 1, 1), peildatum=date(2023, 12, 31))
    maak_meting(indicator, 60)
    assert [reeks.naam for reeks in draw(doel).reeksen] == ["gemeten", "gemeten", "streefwaarde"]


def test_relative_target_has_no_number_to_draw(indicator):
    doel = maak_doel(
        indicator.programma,
        streefwaarde=5,
        indicator=indicator,
        vorm=Vorm.RELATIEF,
        relatief_soort=Relatiefsoort.PROCENT,
    )
    maak_meting(indicator, 60)
    assert draw(doel) is None
