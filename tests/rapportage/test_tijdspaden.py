"""The order of time of what is planned, with what names no day apart."""

from dataclasses import replace
from datetime import date

from programmalijnen.regels.perioden import read_tijdspad
from rapportage.rapport import Activiteitregel, Ambitieregel, Mijlpaalregel, Tijdspadregel
from rapportage.tijdspaden import make_tijdspaden
from rapportage.uitvoer.excel.overzicht import describe_mijlpaal
from rapportage.vooruit import next_mijlpalen
from tests.rapportage.bouwers import maak, maak_activiteitregel, maak_lijnregel, maak_rapport


def tijdspad(tekst: str) -> Tijdspadregel:
    gelezen = read_tijdspad(tekst)
    return Tijdspadregel(
        oorspronkelijk=tekst,
        van=gelezen.van,
        tot=gelezen.tot,
        precisie=str(gelezen.precisie) if tekst else "",
    )


def activiteit(tekst: str) -> Activiteitregel:
    return maak_activiteitregel(tekst or "geen", tekst, tijdspad=tijdspad(tekst))


def test_tijdspaden_stand_in_order_of_time_and_say_what_names_no_day():
    teksten = (
        "2025-2028",
        "Loopt mee in Q2 2025",
        "vanaf 2025",
        "Q2 2025",
        "doorlopend",
        "",
        "Tot en met 2028",
    )
    lijn = maak_lijnregel("1", "Werk", *map(activiteit, teksten))
    ambitie = maak(
        Ambitieregel, sleutel="meer", titel="Gereed 1 maart 2025", tijdspad=tijdspad("Gereed 1 maart 2025")
    )
    tijdspaden = make_tijdspaden(maak_rapport(lijnen=(replace(lijn, ambities=(ambitie,)),)))

    per_jaar = [(jaar, [rij.titel for rij in rijen]) for jaar, rijen in tijdspaden.per_jaar]
    assert per_jaar == [
        (2025, ["Gereed 1 maart 2025", "Q2 2025"]),
        (2028, ["Tot en met 2028", "2025-2028"]),
        (None, ["vanaf 2025"]),
    ]
    assert [rij.titel for rij in tijdspaden.doorlopend] == ["doorlopend"]
    assert [rij.titel for rij in tijdspaden.in_woorden] == ["Loopt mee in Q2 2025"]
    assert tijdspaden.zonder == 1
    assert tijdspaden.per_jaar[0][1][0].pad == "lijnen/1/#ambitie-meer"


def test_report_without_a_tijdspad_shows_none():
    assert make_tijdspaden(maak_rapport(lijnen=(maak_lijnregel("1", "Werk", activiteit("")),))).is_leeg


def test_milestone_of_which_nothing_is_told_is_not_still_to_come():
    gepland, stil = (
        maak(Mijlpaalregel, sleutel=staat, titel=staat, staat=staat, actueel="2025", tot=date(2025, 12, 31))
        for staat in ("gepland", "niet vermeld")
    )
    assert next_mijlpalen(maak_rapport(mijlpalen=(gepland, stil))) == (gepland,)
    assert describe_mijlpaal(stil) == "2025; niet vermeld wat ervan is geworden"
