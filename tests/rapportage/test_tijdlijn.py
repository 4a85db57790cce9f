"""The timeline, with the milestones of Arbeidsmarkt in the autumn of 2024 as example."""

from datetime import date

import pytest

from programmalijnen.regels.perioden import read_tijdspad
from rapportage.rapport import Mijlpaalregel, Rapport
from rapportage.tijdlijn import VOORBIJ, Tijdlijn, Tijdrij, make_tijdlijn
from tests.rapportage.bouwers import maak, maak_activiteitregel, maak_lijnregel, maak_rapport

from .test_tijdspaden import tijdspad


def mijlpaal(titel: str, wanneer: str, staat: str = "gepland", **velden) -> Mijlpaalregel:
    gelezen = read_tijdspad(wanneer)
    standaard = {"oorspronkelijk": wanneer, "actueel": wanneer, "van": gelezen.van, "tot": gelezen.tot}
    return maak(Mijlpaalregel, sleutel=titel, titel=titel, staat=staat, **standaard | velden)


FESTIVAL = mijlpaal("DS Festival", "26 september 2024")
OOST = mijlpaal("Start wijkaanpak Oost", "november 2024", "verschoven", oorspronkelijk="Q3 2024")
RIB = mijlpaal("RIB", "Q4 2024", bestuurlijk=True)
ACTIEPLAN = mijlpaal("Regionaal programma", "vanaf 2025")
CENTRUM = mijlpaal("Start wijkaanpak Centrum", "plan in de maak", "verschoven", oorspronkelijk="Q3 2024")


def rapport(*mijlpalen: Mijlpaalregel, **velden) -> Rapport:
    return maak_rapport(mijlpalen=mijlpalen, peildatum=date(2024, 9, 30), **velden)


def draw(*mijlpalen: Mijlpaalregel, **velden) -> Tijdlijn:
    tijdlijn = make_tijdlijn(rapport(*mijlpalen, **velden))
    assert tijdlijn is not None
    return tijdlijn


def rows(tijdlijn: Tijdlijn) -> dict[str, Tijdrij]:
    return {rij.titel: rij for groep in tijdlijn.groepen for rij in groep.rijen}


def test_rows_stand_in_time_on_either_side_of_the_peildatum():
    tijdlijn = draw(ACTIEPLAN, OOST, FESTIVAL, RIB, lijnen=())
    sides = [
        (groep.naam, [rij.titel for rij in groep.voorbij], [rij.titel for rij in groep.komend])
        for groep in tijdlijn.groepen
    ]
    assert sides == [
        ("Bestuurlijk", [], ["RIB"]),
        ("Uitvoering", ["DS Festival"], ["Start wijkaanpak Oost", "Regionaal programma"]),
    ]
    assert tijdlijn.peil == tijdlijn.schaal.place(date(2024, 10, 1))


def test_bar_is_as_exact_as_the_source():
    rijen = rows(draw(ACTIEPLAN, OOST, FESTIVAL, RIB, mijlpaal("Evaluatie", "tot en met augustus 2024")))
    vormen = {titel: (rij.vorm, rij.x, rij.breedte) for titel, rij in rijen.items() if titel != "Evaluatie"}
    assert vormen == {
        "RIB": ("balk", "33.58", "33.58"),
        "Start wijkaanpak Oost": ("balk", "44.89", "10.95"),
        "DS Festival": ("dag", "31.75", "0.36"),
        "Regionaal programma": ("vanaf", "67.15", "0"),
    }
    assert rijen["Evaluatie"].vorm == "tot"


def test_moved_milestone_says_when_it_was_planned_first():
    rij = rows(draw(OOST, FESTIVAL, RIB))["Start wijkaanpak Oost"]
    assert (rij.wanneer, rij.eerst, rij.staat, rij.bij) == ("november 2024", "Q3 2024", "verschoven", "")


def test_planned_milestone_that_is_past_says_that_nothing_was_told():
    rijen = rows(draw(OOST, FESTIVAL, RIB))
    assert (rijen["DS Festival"].bij, rijen["RIB"].bij) == (VOORBIJ, "")


def test_title_counts_how_all_milestones_stand_and_the_sentence_says_what_comes_and_what_is_not_drawn():
    tijdlijn = draw(OOST, FESTIVAL, RIB, CENTRUM)
    assert tijdlijn.titel == "Van 4 mijlpalen: 2 verschoven en 2 gepland"
    assert tijdlijn.zin == (
        "Als eerste komt na 30 september 2024: Start wijkaanpak Oost (november 2024). "
        "1 mijlpaal noemt geen dag, kwartaal of jaar: zie de tabel."
    )
    assert "Start wijkaanpak Centrum" not in rows(tijdlijn)


def test_title_of_milestones_that_are_all_the_same_is_short():
    assert draw(FESTIVAL, RIB, ACTIEPLAN).titel == "Alle 3 mijlpalen zijn gepland"


def test_tijdspaden_of_activiteiten_are_drawn_too():
    activiteiten = [
        maak_activiteitregel(t, t, tijdspad=tijdspad(t)) for t in ("Q2 2025", "2026", "2025-2028")
    ]
    tijdlijn = draw(lijnen=(maak_lijnregel("1", "Werk", *activiteiten),))
    assert tijdlijn.titel == "3 ambities en activiteiten met een tijdspad"
    eerste = rows(tijdlijn)["Q2 2025"]
    assert (eerste.pad, eerste.staat) == ("activiteiten/Q2 2025/", "tijdspad")
    assert tijdlijn.staten == ("tijdspad",)


@pytest.mark.parametrize("mijlpalen", [(), (CENTRUM,), (FESTIVAL, RIB), (RIB, RIB, RIB)])
def test_no_timeline_where_there_is_nothing_to_compare(mijlpalen):
    assert make_tijdlijn(rapport(*mijlpalen, lijnen=())) is None
