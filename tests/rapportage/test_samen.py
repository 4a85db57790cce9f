"""Programmes together: each thing once, and never years or kinds of money on one heap."""

from datetime import date
from decimal import Decimal
from typing import Any

from rapportage.kerncijfers import Jaarbedrag, Kerncijfers
from rapportage.rapport import Tel
from rapportage.samen import Jaarsom, add_up, add_up_geld


def bedrag(jaar: int, soort: str, euro: int, **velden: Any) -> Jaarbedrag:
    return Jaarbedrag(jaar=jaar, soort=soort, bedrag=Decimal(euro), **velden)


def cijfers(*geld: Jaarbedrag, **velden: Any) -> Kerncijfers:
    return Kerncijfers(jaar=2024, label="t/m juli 2024", geld=geld, **velden)


def test_counts_are_added_pile_by_pile():
    haven = cijfers(activiteiten=3, elders_activiteiten=1, doelen=(Tel(naam="achter", aantal=2),))
    dok = cijfers(
        activiteiten=4,
        elders_doelen=2,
        doelen=(Tel(naam="op schema", aantal=1), Tel(naam="achter", aantal=1)),
    )

    samen = add_up([("Haven", haven), ("Dok", dok)])
    assert (samen.programmas, samen.activiteiten, samen.elders_activiteiten) == (2, 7, 1)
    assert (samen.aantal_doelen, samen.elders_doelen) == (4, 2)
    assert samen.doelen == (Tel(naam="op schema", aantal=1), Tel(naam="achter", aantal=3))


def test_money_is_added_within_a_year_and_a_kind_without_what_is_accounted_for_elsewhere():
    haven = cijfers(bedrag(2024, "beschikbaar", 300, elders=Decimal(925)), bedrag(2025, "gepland", 50))
    dok = cijfers(bedrag(2024, "beschikbaar", 200, precisie="circa", onvolledig="Provincie"))

    eerste, tweede = add_up_geld([("Haven", haven), ("Dok", dok)])
    assert eerste == Jaarsom(
        jaar=2024,
        soort="beschikbaar",
        bedrag=Decimal(500),
        precisie="circa",
        elders=Decimal(925),
        programmas=("Haven", "Dok"),
        onvolledig=("Dok",),
        tot_en_met=None,
    )
    assert (tweede.jaar, tweede.soort, tweede.bedrag, tweede.programmas) == (2025, "gepland", 50, ("Haven",))


def test_a_part_of_a_year_is_not_added_to_a_whole_one():
    haven = cijfers(bedrag(2024, "gerealiseerd", 58, tot_en_met=date(2024, 3, 31)))
    dok = cijfers(bedrag(2024, "gerealiseerd", 100))

    assert sorted((som.periode, som.bedrag) for som in add_up_geld([("Haven", haven), ("Dok", dok)])) == [
        ("2024", 100),
        ("2024 (t/m 31 maart 2024)", 58),
    ]


def test_a_year_has_each_kind_of_money_in_its_own_column():
    haven = cijfers(
        bedrag(2024, "gepland", 5), bedrag(2025, "beschikbaar", 7), bedrag(2025, "gerealiseerd", 6)
    )

    jaren = add_up([("Haven", haven)]).jaren
    assert [(rij.jaar, [[som.bedrag for som in sommen] for _, sommen in rij.soorten]) for rij in jaren] == [
        (2024, [[], [5], []]),
        (2025, [[7], [], [6]]),
    ]
