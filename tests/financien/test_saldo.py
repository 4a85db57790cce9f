"""Rekenregels 5: the saldo of a year, with the budget of Ondernemen met impact as example."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from financien.begrippen import Bedragtoestand, Uitgavesoort
from financien.feiten import Financieringsfeit, Kostenpostfeit, Uitgavefeit
from financien.saldo import build_saldi, compute_saldo
from financien.uitgaven import build_uitgaven
from programmalijnen.regels.begrippen import Precisie

EERSTE_TWEE_JAREN = {"per_jaar": True, "jaar_van": 2022, "jaar_tot": 2023}
DEKKING = tuple(
    Financieringsfeit(bron=bron, bedrag=Decimal(bedrag), **EERSTE_TWEE_JAREN)
    for bron, bedrag in (("Bedrijfsleven", 50000), ("Arbeidsmarktbeleid", 30000), ("Participatie", 75000))
)


def gepland(titel: str, bedrag: int | None, *jaren: int, lijnen=(), **velden) -> Kostenpostfeit:
    toestand = {"bedrag": Decimal(bedrag)} if bedrag is not None else {"toestand": Bedragtoestand.STREEPJE}
    uitgaven = (Uitgavefeit(jaar=jaar, soort=Uitgavesoort.GEPLAND, **toestand | velden) for jaar in jaren)
    return Kostenpostfeit(sleutel=titel, titel=titel, lijnen=lijnen, uitgaven=tuple(uitgaven))


STICHTING = gepland("Stichting", 150000, 2022, 2023, 2024)


def saldi_of(*posten: Kostenpostfeit, regels=DEKKING, gedrukt=None, lijn: str = ""):
    return build_saldi(regels, build_uitgaven(posten, lijn=lijn), jaar=2022, gedrukt=gedrukt)


@pytest.mark.parametrize(
    ("dekking", "kosten", "bedrag", "woorden"),
    [
        (155000, 150000, 5000, "€ 5.000 overschot"),
        (140000, 150000, -10000, "€ 10.000 tekort"),
        (150000, 150000, 0, "in evenwicht"),
    ],
)
def test_saldo_is_dekking_minus_kosten(dekking: int, kosten: int, bedrag: int, woorden: str):
    saldo = compute_saldo(Decimal(dekking), Decimal(kosten))

    assert (saldo.bedrag, saldo.woorden) == (bedrag, woorden)


def test_saldo_is_of_each_year_of_which_both_sides_are_known():
    saldi = saldi_of(STICHTING)

    assert [(saldo.jaar, saldo.dekking.bedrag, saldo.kosten.bedrag, saldo.woorden) for saldo in saldi] == [
        (2022, 155000, 150000, "€ 5.000 overschot"),
        (2023, 155000, 150000, "€ 5.000 overschot"),
    ]


def test_saldo_stands_beside_the_one_that_is_printed():
    saldi = saldi_of(STICHTING, gedrukt={None: Decimal(5000), 2023: Decimal(4000)})

    assert [(saldo.som.gedrukt, saldo.som.verschil) for saldo in saldi] == [(5000, 0), (4000, 1000)]


def test_saldo_of_what_is_not_precies_is_circa():
    (saldo,) = saldi_of(gepland("Stichting", 150000, 2022, precisie=Precisie.SCHATTING))

    assert (saldo.som.precisie, saldo.woorden) == (Precisie.CIRCA, "circa € 5.000 overschot")


def test_saldo_names_what_it_misses():
    zonder = Financieringsfeit(
        bron="Fonds", toestand=Bedragtoestand.NIET_VERMELD, jaar_van=2022, jaar_tot=2022
    )
    saldo = saldi_of(STICHTING, gepland("Zaal", None, 2022), regels=(*DEKKING, zonder))[0]

    assert saldo.som.onvolledig == "Fonds: niet vermeld; Zaal: streepje in de bron"
    assert saldo.som.bedrag == 5000


def test_no_saldo_while_one_side_is_not_known():
    assert saldi_of(STICHTING, regels=()) == ()
    assert saldi_of(gepland("Zaal", None, 2022)) == ()
    assert saldi_of() == ()


def test_money_without_a_period_covers_the_year_of_the_round_only():
    los = Financieringsfeit(bron="Fonds", bedrag=Decimal(150000))

    assert [saldo.jaar for saldo in saldi_of(STICHTING, regels=(los,))] == [2022]


def test_money_over_several_years_covers_none_of_them():
    heel = Financieringsfeit(bron="Reserve", bedrag=Decimal(10500000), jaar_van=2022, jaar_tot=2026)

    assert saldi_of(STICHTING, regels=(heel,)) == ()


def test_money_accounted_for_elsewhere_covers_nothing_here():
    elders = replace(DEKKING[0], elders_verantwoord="Agenda Dordrecht 2030")

    assert saldi_of(STICHTING, regels=(elders, *DEKKING[1:]))[0].woorden == "€ 45.000 tekort"


def test_saldo_of_a_line_names_the_posts_it_shares():
    gedeeld = gepland("Werkplaats", 90000, 2022, lijnen=("1", "2"))
    eigen = gepland("Stichting", 150000, 2022, lijnen=("1",))

    assert [(saldo.kosten.bedrag, saldo.som.onvolledig) for saldo in saldi_of(gedeeld, eigen, lijn="1")] == [
        (150000, "Werkplaats: telt alleen in het totaal van het programma")
    ]


@given(
    st.lists(st.integers(0, 10**9), min_size=1, max_size=5),
    st.lists(st.integers(0, 10**9), min_size=1, max_size=5),
)
def test_saldo_is_always_what_covers_minus_what_it_costs(dekking: list[int], kosten: list[int]):
    regels = [Financieringsfeit(bron="A", bedrag=Decimal(bedrag)) for bedrag in dekking]
    posten = [gepland(f"P{nummer}", bedrag, 2022) for nummer, bedrag in enumerate(kosten)]
    (saldo,) = saldi_of(*posten, regels=regels)

    assert saldo.som.bedrag == sum(dekking) - sum(kosten)
