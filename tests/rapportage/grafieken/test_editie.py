"""The charts of a real edition show the figures that the edition holds."""

from itertools import chain

import pytest

from dordt_monitor.grafiek.gegevens import Grafiek
from rapportage.canoniek import from_json
from rapportage.grafieken import doelen_grafiek, financiering_grafiek, lijnen_grafiek, tellingen_grafiek
from rapportage.rapport import Rapport
from rapportage.tijdlijn import make_tijdlijn
from tests.edities import EDITIES


@pytest.fixture(scope="module")
def rapport() -> Rapport:
    return from_json(EDITIES["schema-1"].read_text())


def total(grafiek: Grafiek | None) -> object:
    assert grafiek is not None
    return sum(filter(None, chain(*(reeks.waarden for reeks in grafiek.reeksen))))


def test_money_by_line_and_by_kind_and_scale_adds_up_to_the_total(rapport):
    charts = lijnen_grafiek(rapport), financiering_grafiek(rapport.financien, "programma")
    assert [total(grafiek) for grafiek in charts] == [rapport.financien.totaal] * 2


def test_money_of_each_line_adds_up_to_its_total(rapport):
    charts = [(lijn, financiering_grafiek(lijn.financien, lijn.code)) for lijn in rapport.lijnen]
    drawn = {lijn.code: total(grafiek) for lijn, grafiek in charts if grafiek}
    assert drawn == {lijn.code: lijn.financien.totaal for lijn in rapport.lijnen if lijn.code in drawn}
    assert drawn


def test_bars_of_doelen_are_those_of_the_report(rapport):
    grafiek = doelen_grafiek(rapport.lijnen[0])
    assert grafiek is not None
    doelen = {doel.omschrijving: doel for rij in rapport.lijnen[0].activiteiten for doel in rij.doelen}
    rows = zip(grafiek.categorieen, grafiek.reeksen[0].waarden, grafiek.waardetekst, strict=True)
    shown = [(doelen[naam].balk, doelen[naam].afgedrukt) for naam in grafiek.categorieen]
    assert [(balk, tekst) for _, balk, tekst in rows] == shown


def test_every_doel_is_counted_once(rapport):
    assert total(tellingen_grafiek(rapport.tellingen)) == rapport.tellingen.aantal_doelen


def test_every_dated_milestone_stands_on_the_timeline_once(rapport):
    tijdlijn = make_tijdlijn(rapport)
    assert tijdlijn is not None
    drawn = [rij.titel for groep in tijdlijn.groepen for rij in groep.rijen if rij.staat != "tijdspad"]
    assert sorted(drawn) == sorted(rij.titel for rij in rapport.mijlpalen if rij.van or rij.tot)
