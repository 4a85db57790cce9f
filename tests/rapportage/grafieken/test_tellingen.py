from dataclasses import replace

from dordt_monitor.grafiek.gegevens import Rol
from rapportage.grafieken import oordelen_grafiek, tellingen_grafiek
from rapportage.rapport import Tel
from tests.rapportage.bouwers import maak_tellingen


def test_counts_are_drawn_pile_by_pile_without_the_empty_ones():
    grafiek = tellingen_grafiek(maak_tellingen(OP_SCHEMA=4, ACHTER=1, ZONDER_OORDEEL=14))
    assert grafiek is not None
    assert grafiek.categorieen == ("op schema", "achter", "loopt, zonder rekenkundig oordeel")
    assert grafiek.waardetekst == ("4", "1", "14")


def test_piles_without_verdict_are_set_apart():
    grafiek = tellingen_grafiek(maak_tellingen(OP_SCHEMA=4, ZONDER_OORDEEL=14))
    assert grafiek is not None
    assert {reeks.rol: reeks.waarden for reeks in grafiek.reeksen} == {
        Rol.WAARDE: (4, None),
        Rol.RUSTIG: (None, 14),
    }


def test_table_has_every_pile_also_the_empty_ones():
    grafiek = tellingen_grafiek(maak_tellingen(OP_SCHEMA=4, ZONDER_OORDEEL=14))
    assert grafiek is not None
    assert len(grafiek.tabel.rijen) == 9
    assert grafiek.tabel.rijen[2] == ("aandacht", "0")


def test_title_adds_up_to_all_doelen():
    grafiek = tellingen_grafiek(maak_tellingen(BEHAALD=2, OP_SCHEMA=4, AANDACHT=3, NIET_BEHAALD=1, ELDERS=5))
    assert grafiek is not None
    assert grafiek.titel == (
        "Van 15 doelen: 6 behaald of op schema, 4 met aandacht, achter of niet behaald "
        "en 5 zonder rekenkundig oordeel"
    )


def test_no_chart_without_any_verdict():
    assert tellingen_grafiek(maak_tellingen(ZONDER_OORDEEL=14, ELDERS=1)) is None


def test_no_chart_of_a_single_pile():
    assert tellingen_grafiek(maak_tellingen(OP_SCHEMA=4)) is None


def test_oordelen_are_counted_by_activiteit():
    lichten = (Tel(naam="op schema", aantal=3), Tel(naam="afgerond", aantal=0), Tel(naam="", aantal=2))
    grafiek = oordelen_grafiek(
        replace(maak_tellingen(), oordelen=lichten, beoordeeld=3, aantal_activiteiten=5)
    )
    assert grafiek is not None
    assert grafiek.titel == "3 van 5 activiteiten beoordeeld: 3 op schema"
    assert grafiek.categorieen == ("op schema", "nog niet beoordeeld")


def test_no_chart_of_oordelen_while_nobody_judged():
    assert oordelen_grafiek(replace(maak_tellingen(), oordelen=(Tel(naam="", aantal=19),))) is None
