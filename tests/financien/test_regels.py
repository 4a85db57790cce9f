"""Rekenregels 5: funding."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from financien.begrippen import Bedragtoestand, Financieringsoort, Standsoort
from financien.feiten import Financieringsfeit, Standbedrag
from financien.regels import (
    TOTAAL,
    add_up,
    build_dekking,
    compute_hefboom,
    is_of_year,
    only_accounted_here,
)
from programmalijnen.regels.begrippen import Precisie, Schaal

INVESTERING, GEGENEREERD = Financieringsoort.INVESTERING, Financieringsoort.GEGENEREERD
LEEG = [toestand for toestand in Bedragtoestand if toestand is not Bedragtoestand.BEKEND]


def regel(
    bron: str, bedrag: int | None, soort=INVESTERING, schaal=Schaal.STAD, **velden
) -> Financieringsfeit:
    if bedrag is None:
        velden = {"toestand": Bedragtoestand.NIET_VERMELD, **velden}
    getal = None if bedrag is None else Decimal(bedrag)
    return Financieringsfeit(bron=bron, bedrag=getal, soort=soort, schaal=schaal, **velden)


def stand(soort: Standsoort, bedrag: int, waarvan: str = "") -> Standbedrag:
    return Standbedrag(stand=soort, bedrag=Decimal(bedrag), waarvan=waarvan)


LIJN_1 = (
    regel("Kadernota Dordrecht", 150000, schaal=Schaal.STAD_EN_REGIO),
    regel("Groeiagenda Drechtsteden", 150000, schaal=Schaal.STAD_EN_REGIO),
    regel("CDOKE", 100000, GEGENEREERD, ten_behoeve_van="wijkaanpak"),
    regel("NPLV", 100000, GEGENEREERD, ten_behoeve_van="wijkaanpak"),
    regel("NPLV", 12739, GEGENEREERD, ten_behoeve_van="leerpraktijkcentrum"),
    regel("ESF REACT EU", 100000, GEGENEREERD, ten_behoeve_van="wijkaanpak"),
    regel("Deelakkoord Human capital", 76151, GEGENEREERD, Schaal.REGIO),
    regel("RegioDeal", 21120, GEGENEREERD, Schaal.REGIO, ten_behoeve_van="scholingsfonds"),
)
GEDRUKT_1 = {
    (INVESTERING, Schaal.STAD_EN_REGIO): Decimal(300000),
    (GEGENEREERD, Schaal.STAD): Decimal(312739),
    (GEGENEREERD, Schaal.REGIO): Decimal(97271),
    TOTAAL: Decimal(710010),
}


def test_line_1_reconciles_with_its_printed_table():
    dekking = build_dekking(LIJN_1, jaar=2024, gedrukt=GEDRUKT_1)

    assert [groep.som.bedrag for groep in dekking.groepen] == [300000, 312739, 97271]
    assert (dekking.totaal.bedrag, dekking.hefboom) == (710010, Decimal("1.37"))
    assert {som.verschil for som in (dekking.totaal, *(groep.som for groep in dekking.groepen))} == {0}
    assert not dekking.totaal.is_berekend


def test_printed_total_that_differs_stands_beside_ours_with_the_difference():
    totaal = build_dekking(LIJN_1, jaar=2024, gedrukt={TOTAAL: Decimal(700000)}).totaal

    assert (totaal.bedrag, totaal.gedrukt, totaal.verschil) == (710010, 700000, 10010)


def test_total_that_no_source_prints_is_berekend():
    dekking = build_dekking(LIJN_1, jaar=2024)

    assert {som.is_berekend for som in (dekking.totaal, *(groep.som for groep in dekking.groepen))} == {True}
    assert (dekking.totaal.gedrukt, dekking.totaal.verschil) == (None, None)


def test_groups_keep_the_order_given():
    omgekeerd = build_dekking(LIJN_1[::-1], jaar=2024)

    assert [groep.som.bedrag for groep in omgekeerd.groepen] == [97271, 312739, 300000]


LIJN_2 = (
    regel("Agenda 2030", 925000, elders_verantwoord="Agenda Dordrecht 2030"),
    regel("Actieplan Jeugdwerkloosheid", 282000, schaal=Schaal.REGIO),
    regel("Groeiagenda Drechtsteden", 25000, schaal=Schaal.REGIO),
)


def test_line_2_says_what_is_accounted_for_elsewhere():
    dekking = build_dekking(LIJN_2, jaar=2024)

    assert [groep.som.bedrag for groep in dekking.groepen] == [925000, 307000]
    assert (dekking.totaal.bedrag, dekking.waarvan_elders) == (1232000, 925000)
    assert build_dekking(LIJN_1, jaar=2024).waarvan_elders is None


def test_across_programmes_money_counts_where_it_is_accounted_for():
    assert add_up(only_accounted_here(LIJN_2)).bedrag == 307000


@pytest.mark.parametrize(
    ("jaar_van", "jaar_tot", "telt_mee"),
    [(None, None, True), (2024, 2024, True), (2024, 2028, False), (2025, None, False), (None, 2023, False)],
)
def test_money_of_other_years_or_of_several_is_a_group_of_its_own_outside_the_total(
    jaar_van, jaar_tot, telt_mee: bool
):
    later = regel(
        "RegioDeal", 340000, schaal=Schaal.STAD, periode="vanaf 2025", jaar_van=jaar_van, jaar_tot=jaar_tot
    )
    dekking = build_dekking((regel("Kadernota", 100000), later), jaar=2024)

    assert dekking.totaal.bedrag == (440000 if telt_mee else 100000)
    assert [(groep.telt_mee, groep.periode) for groep in dekking.groepen] == (
        [(True, "")] if telt_mee else [(True, ""), (False, "vanaf 2025")]
    )


@pytest.mark.parametrize(
    ("jaar_van", "jaar_tot", "jaren"),
    [
        (2022, 2023, [2022, 2023]),
        (2023, None, [2023, 2024]),
        (None, 2022, [2021, 2022]),
        (2022, 2022, [2022]),
    ],
)
def test_money_that_is_paid_every_year_counts_in_each_of_them(jaar_van, jaar_tot, jaren):
    budget = regel("Participatiemiddelen", 75000, per_jaar=True, jaar_van=jaar_van, jaar_tot=jaar_tot)

    assert [jaar for jaar in range(2021, 2025) if is_of_year(budget, jaar)] == jaren


@pytest.mark.parametrize(
    ("jaar_van", "jaar_tot", "periode", "woorden"),
    [
        (2024, 2028, "", "2024-2028"),
        (2025, None, "", "vanaf 2025"),
        (None, 2023, "", "t/m 2023"),
        (2024, 2025, "april 2024 t/m december 2025", "april 2024 t/m december 2025"),
    ],
)
def test_group_of_several_years_says_which(jaar_van, jaar_tot, periode, woorden):
    rijk = regel("ESF", 100, jaar_van=jaar_van, jaar_tot=jaar_tot, periode=periode)

    assert build_dekking((rijk,), jaar=2022).groepen[0].periode == woorden


@pytest.mark.parametrize("toestand", [toestand for toestand in LEEG if toestand != "niet van toepassing"])
def test_sum_with_a_missing_part_is_onvolledig_and_names_it(toestand: Bedragtoestand):
    som = add_up(
        (regel("Kadernota", 100000), regel("CDOKE", None, toestand=toestand, ten_behoeve_van="wijk"))
    )

    assert (som.bedrag, som.onvolledig) == (100000, f"CDOKE voor wijk: {toestand}")


def test_nothing_known_is_no_zero():
    assert add_up(()).bedrag is None
    assert add_up((regel("CDOKE", None),)).bedrag is None
    assert build_dekking((), jaar=2024).totaal.bedrag is None


def test_in_natura_and_niet_van_toepassing_miss_nothing():
    som = add_up(
        (
            regel("Kadernota", 100000),
            regel("Partners", None, in_natura=True),
            regel("Fonds", None, toestand=Bedragtoestand.NIET_VAN_TOEPASSING),
        )
    )

    assert (som.bedrag, som.onvolledig) == (100000, "")


def test_sum_of_what_is_not_precies_is_circa():
    som = add_up((regel("Kadernota", 100000), regel("Partners", 1000000, precisie=Precisie.RUIM)))

    assert (som.bedrag, som.precisie) == (1100000, Precisie.CIRCA)
    assert add_up(LIJN_1).precisie is Precisie.PRECIES


@pytest.mark.parametrize("toestand", LEEG)
def test_empty_state_carries_no_amount(toestand: Bedragtoestand):
    with pytest.raises(ValueError, match="Een bedrag is bekend, of er staat waarom het er niet is"):
        Financieringsfeit(bron="Kadernota", bedrag=Decimal(0), toestand=toestand)


RESERVE = regel(
    "Reserve Agenda Dordrecht 2030",
    None,
    standen=(stand(Standsoort.GERESERVEERD, 10500000), stand(Standsoort.GEVOTEERD, 1260000, "gereserveerd")),
)


def test_totals_are_per_stand_and_never_over_standen():
    dekking = build_dekking((RESERVE,), jaar=2024)

    assert [(totaal.stand, totaal.waarvan, totaal.som.bedrag) for totaal in dekking.standen] == [
        (Standsoort.GERESERVEERD, "", 10500000),
        (Standsoort.GEVOTEERD, "gereserveerd", 1260000),
    ]
    assert (dekking.totaal.bedrag, dekking.totaal.onvolledig) == (None, "")


def test_what_is_asked_for_is_never_in_what_was_granted_and_both_are_of_any_year():
    toegekend = regel("ESF+AMR", None, jaar_tot=2023, standen=(stand(Standsoort.TOEGEKEND, 660000),))
    aangevraagd = regel(
        "ESF+AMR", None, jaar_van=2024, jaar_tot=2025, standen=(stand(Standsoort.AANGEVRAAGD, 1031000),)
    )
    dekking = build_dekking((RESERVE, toegekend, aangevraagd), jaar=2024)

    assert [(totaal.stand, totaal.som.bedrag) for totaal in dekking.standen[2:]] == [
        (Standsoort.AANGEVRAAGD, 1031000),
        (Standsoort.TOEGEKEND, 660000),
    ]


def test_stand_that_is_only_partly_of_another_is_not_said_to_be():
    los = regel("Fonds", None, standen=(stand(Standsoort.GEVOTEERD, 40000),))
    (gereserveerd, gevoteerd) = build_dekking((RESERVE, los), jaar=2024).standen

    assert (gevoteerd.som.bedrag, gevoteerd.waarvan) == (1300000, "")
    assert gereserveerd.som.bedrag == 10500000


def test_cofinanciering_stands_outside_the_total_of_its_line():
    partners = (regel("SDD", 1000000), regel("Da Vinci College", 719000), regel("DG&J", None, in_natura=True))
    rijk = regel("ESF+AMR", 1031000, cofinanciering=partners)

    assert add_up((rijk,)).bedrag == 1031000


@pytest.mark.parametrize(
    ("standen", "hefboom"),
    [
        ((), "0.50"),
        ((stand(Standsoort.TOEGEKEND, 50000),), "0.50"),
        ((stand(Standsoort.ONTVANGEN, 20000),), "0.20"),
        ((stand(Standsoort.TOEGEKEND, 50000), stand(Standsoort.ONTVANGEN, 20000)), "0.50"),
        ((stand(Standsoort.AANGEVRAAGD, 50000),), None),
        ((stand(Standsoort.AANGEVRAAGD, 90000), stand(Standsoort.TOEGEKEND, 50000)), "0.50"),
    ],
)
def test_hefboom_is_never_over_what_is_only_asked_for(standen, hefboom: str | None):
    regels = (regel("Kadernota", 100000), regel("ESF", 50000, GEGENEREERD, standen=standen))

    assert compute_hefboom(regels) == (None if hefboom is None else Decimal(hefboom))


def test_hefboom_needs_an_investering_and_complete_amounts():
    assert compute_hefboom((regel("ESF", 50000, GEGENEREERD),)) is None
    assert compute_hefboom((regel("Kadernota", 0), regel("ESF", 50000, GEGENEREERD))) is None
    assert compute_hefboom((regel("Kadernota", 100000),)) is None
    assert compute_hefboom((regel("Kadernota", 100000), regel("ESF", None, GEGENEREERD))) is None


def test_hefboom_of_money_paid_every_year_goes_by_one_year_of_it():
    elk_jaar = replace(
        regel("Fonds", 75000, GEGENEREERD),
        jaar_van=2025,
        jaar_tot=2026,
        per_jaar=True,
        standen=(stand(Standsoort.TOEGEKEND, 150000),),
    )

    dekking = build_dekking([elk_jaar], jaar=2025)
    assert (dekking.totaal.bedrag, dekking.gegenereerd) == (75000, 75000)


def test_hefboom_is_rounded_half_up():
    assert compute_hefboom((regel("Kadernota", 1000), regel("ESF", 125, GEGENEREERD))) == Decimal("0.13")


@given(st.permutations(LIJN_1), st.sets(st.integers(0, 7)))
def test_total_is_the_sum_of_its_groups_in_any_order(regels, zonder_bedrag):
    regels = [
        replace(feit, bedrag=None, toestand=Bedragtoestand.LEEG) if nummer in zonder_bedrag else feit
        for nummer, feit in enumerate(regels)
    ]
    dekking = build_dekking(regels, jaar=2024)
    groepen = [groep.som.bedrag for groep in dekking.groepen if groep.som.bedrag is not None]

    assert (dekking.totaal.bedrag or 0) == sum(groepen)
    assert (dekking.totaal.onvolledig == "") is (not zonder_bedrag)
