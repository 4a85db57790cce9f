"""Every row of the table of rekenregels 3, literally."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from programmalijnen.regels.begrippen import Richting, Soort, Telling, Vorm
from programmalijnen.regels.feiten import Doelfeiten
from tests.programmalijnen.regels.bouwers import (
    EIND_2024,
    JULI,
    JULI_2025,
    NAJAAR,
    categorie,
    doel,
    judge,
    meting,
    relatief,
    stand,
    streef,
    stroom,
)

GEEN_NULMETING = "geen koers: geen nulmeting"

leerwerktrajecten = stroom(100, meting(60))
schuld = stand(
    28000,
    meting(30000, EIND_2024),
    richting=Richting.MINDER,
    streefwaarden=streef(28000, vanaf=date(2023, 12, 31)),
    start=meting(30240, date(2023, 12, 31)),
    van=None,
    tot=date(2026, 12, 31),
)
duurzame_plek = stroom(
    100,
    meting(None, uitsplitsing=tuple(categorie(str(aantal), aantal) for aantal in (14, 2, 18, 83, 8))),
)
plafond = stroom(10, richting=Richting.MINDER)


@dataclass(frozen=True)
class Rij:
    id: str
    feiten: Doelfeiten
    gezien_op: date
    bereikt: str
    koers: str
    telling: Telling
    verhouding: str | None = None
    afgedrukt: str | None = None


TABEL = [
    Rij("leerwerktrajecten", leerwerktrajecten, JULI, "60%", "op schema", Telling.OP_SCHEMA, "1.03"),
    Rij(
        "leerwerktrajecten-najaar",
        leerwerktrajecten,
        NAJAAR,
        "60%",
        "op schema, per 31 juli 2024",
        Telling.OP_SCHEMA,
        "1.03",
        "60 van 100 (60%), nog 40",
    ),
    Rij(
        "leerwerktrajecten-een-jaar-later",
        leerwerktrajecten,
        JULI_2025,
        "60%",
        "eindstand niet gemeten (laatste: 60 van 100, t/m 31 juli 2024)",
        Telling.NIET_GEMETEN,
    ),
    Rij(
        "leerwerktrajecten-met-telling-van-2025",
        stroom(100, meting(60), meting(35, "t/m juli 2025")),
        JULI_2025,
        "60%",
        "eindstand niet gemeten (laatste: 60 van 100, t/m 31 juli 2024)",
        Telling.NIET_GEMETEN,
    ),
    Rij("schuld", schuld, EIND_2024, "11%", "achter", Telling.ACHTER, "0.32"),
    Rij(
        "schuld-hoger",
        replace(schuld, metingen=(meting(33000, EIND_2024),)),
        EIND_2024,
        "-123%",
        "verslechterd",
        Telling.VERSLECHTERD,
    ),
    Rij(
        "partners",
        stand(75, meting(67, JULI)),
        JULI,
        "",
        GEEN_NULMETING,
        Telling.ZONDER_OORDEEL,
        afgedrukt="67 van 75, nog 8",
    ),
    Rij(
        "partners-najaar",
        stand(75, meting(67, JULI), meting(75, NAJAAR)),
        NAJAAR,
        "",
        "op doelniveau",
        Telling.BEHAALD,
    ),
    Rij(
        "label-behaald",
        stand(50, meting(22, JULI)),
        JULI,
        "",
        GEEN_NULMETING,
        Telling.ZONDER_OORDEEL,
        afgedrukt="22 van 50, nog 28",
    ),
    Rij(
        "aan-de-slag-met-het-label",
        stand(25, meting(40, JULI), richting=Richting.GEEN),
        JULI,
        "",
        "geen oordeel: geen richting afgesproken",
        Telling.ZONDER_OORDEEL,
    ),
    Rij(
        "duurzame-plek",
        duurzame_plek,
        JULI,
        "",
        "niet te berekenen: niet afgesproken welke categorieën meetellen",
        Telling.ZONDER_OORDEEL,
    ),
    Rij(
        "vertrouwen-gemeentebestuur",
        doel(
            vorm=Vorm.RICHTING, soort=Soort.STAND, eenheid="%", metingen=(meting(37, "2024", nulmeting=True),)
        ),
        EIND_2024,
        "",
        "niet gemeten (alleen nulmeting)",
        Telling.NIET_GEMETEN,
    ),
    Rij(
        "moeite-met-rondkomen",
        doel(vorm=Vorm.RICHTING, richting=Richting.MINDER, soort=Soort.STAND, metingen=(meting(23, "2022"),)),
        EIND_2024,
        "",
        "één meting, nog niets om mee te vergelijken",
        Telling.ZONDER_OORDEEL,
    ),
    Rij(
        "wijkavontuur",
        doel(
            soort=Soort.STAND,
            eenheid="%",
            streefwaarden=streef(60, vanaf=date(2024, 11, 1)),
            metingen=(meting(64, "2023-2024"),),
        ),
        EIND_2024,
        "",
        "uitgangspositie, al op doelniveau",
        Telling.BEHAALD,
    ),
    Rij(
        "bereik-minimaregelingen",
        doel(
            vorm=Vorm.RELATIEF, eenheid="%", relatief=relatief(5, "niet afgesproken"), tot=date(2026, 12, 31)
        ),
        date(2026, 12, 31),
        "",
        "niet te berekenen: procent of procentpunt niet afgesproken; geen nulmeting",
        Telling.ZONDER_OORDEEL,
    ),
    Rij(
        "vijf-procent-per-jaar",
        stroom(
            5,
            meting(620),
            vorm=Vorm.RELATIEF,
            relatief=relatief(5, "procent", per_jaar=True),
            start=meting(1000, "2023", nulmeting=True),
        ),
        JULI,
        "59%",
        "op schema",
        Telling.OP_SCHEMA,
        "1.01",
    ),
    Rij("plafond-9", replace(plafond, metingen=(meting(9),)), JULI, "", "achter", Telling.ACHTER, "0.65"),
    Rij("plafond-5", replace(plafond, metingen=(meting(5),)), JULI, "", "op schema", Telling.OP_SCHEMA),
    Rij("plafond-0", replace(plafond, metingen=(meting(0),)), JULI, "", "op schema", Telling.OP_SCHEMA),
]


@pytest.mark.parametrize("rij", TABEL, ids=lambda rij: rij.id)
def test_rij_van_de_tabel(rij: Rij):
    uitkomst = judge(rij.feiten, rij.gezien_op)

    assert (uitkomst.bereikt_afgedrukt, uitkomst.koers_afgedrukt) == (rij.bereikt, rij.koers)
    assert uitkomst.telling is rij.telling
    if rij.verhouding:
        assert round(uitkomst.verhouding, 2) == Decimal(rij.verhouding)
    if rij.afgedrukt:
        assert uitkomst.afgedrukt == rij.afgedrukt


def test_streefwaarde_of_vijf_procent_per_jaar_follows_from_the_year_before():
    rij = next(rij for rij in TABEL if rij.id == "vijf-procent-per-jaar")

    assert judge(rij.feiten, JULI).streefwaarde == 1050


def test_older_measurement_says_when_it_was_made():
    assert (
        judge(leerwerktrajecten, NAJAAR).peildatum_tekst
        == "t/m 31 juli 2024, in deze ronde niet opnieuw gemeten"
    )
    assert judge(leerwerktrajecten, JULI).peildatum_tekst == ""
