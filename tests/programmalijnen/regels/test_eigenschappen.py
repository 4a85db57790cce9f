"""Properties that hold for any facts, not only for the examples."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from programmalijnen.regels.begrippen import (
    Koers,
    Relatiefsoort,
    Richting,
    Soort,
    Telling,
    Toestand,
    Tussenverwachting,
    Vorm,
)
from programmalijnen.regels.feiten import Categoriewaarde, Doelfeiten, Meetwaarde, Periode, Relatief, Uitkomst
from programmalijnen.regels.koers import TELLING
from tests.programmalijnen.regels.bouwers import judge, stap, streef, tussen

BEGIN, EIND = date(2023, 12, 31), date(2025, 12, 31)

RANG = {
    Koers.NIET_BEHAALD: 0,
    Koers.VERSLECHTERD: 0,
    Koers.SLECHTER: 0,
    Koers.ACHTER: 1,
    Koers.GELIJK: 1,
    Koers.AANDACHT: 2,
    Koers.OP_SCHEMA: 3,
    Koers.BETER: 3,
    Koers.OP_DOELNIVEAU: 4,
    Koers.UITGANGSPOSITIE: 4,
    Koers.BEHAALD: 4,
}

LEEG = [toestand for toestand in Toestand if toestand is not Toestand.GEMETEN]

getallen = st.decimals(min_value=-200, max_value=200, places=1)
dagen = st.dates(min_value=BEGIN + timedelta(days=1), max_value=EIND)


def op_dag(waarde: Decimal | None, dag: date, **velden) -> Meetwaarde:
    return Meetwaarde(sleutel=f"m-{dag}", periode=Periode(tekst=str(dag), tot=dag), waarde=waarde, **velden)


@st.composite
def doelen(draw) -> Doelfeiten:
    """A doel with a richting over 2024 and 2025, with or without start, points on the way and benchmark."""
    soort = draw(st.sampled_from([Relatiefsoort.PROCENT, Relatiefsoort.PROCENTPUNT]))
    punten = tuple(tussen(dag, draw(getallen)) for dag in draw(st.sets(dagen, max_size=2)))
    return Doelfeiten(
        vorm=draw(st.sampled_from([Vorm.GETAL, Vorm.RICHTING, Vorm.VERGELIJKING, Vorm.RELATIEF])),
        richting=draw(st.sampled_from([Richting.MEER, Richting.MINDER])),
        soort=draw(st.sampled_from(list(Soort))),
        eenheid=draw(st.sampled_from(["", "%", "€"])),
        decimalen=1,
        van=date(2024, 1, 1),
        tot=EIND,
        streefwaarden=streef(draw(getallen), vanaf=draw(st.none() | dagen)),
        start=draw(st.none() | st.builds(op_dag, getallen, st.just(BEGIN))),
        fasering=punten if draw(st.booleans()) else (),
        tussenwaarden=punten,
        tussenverwachting=draw(st.sampled_from(list(Tussenverwachting))),
        marge=draw(st.none() | st.just(Decimal(3))),
        relatief=Relatief(soort=soort, percentage=Decimal(5)),
        vergelijking=tuple(op_dag(draw(getallen), dag) for dag in draw(st.sets(dagen, max_size=2))),
    )


def judge_with(doel: Doelfeiten, waarde: Decimal, dag: date, gezien_op: date) -> Uitkomst:
    return judge(replace(doel, metingen=(op_dag(waarde, dag),)), gezien_op)


@given(doelen(), st.lists(getallen, min_size=2, max_size=6, unique=True), dagen, dagen)
def test_better_value_never_gives_a_worse_koers(doel, waarden, dag, gezien_op):
    oplopend = sorted(waarden, reverse=doel.richting is Richting.MINDER)
    uitkomsten = [judge_with(doel, waarde, dag, max(dag, gezien_op)) for waarde in oplopend]
    rangen = [RANG[uitkomst.koers] for uitkomst in uitkomsten if uitkomst.koers in RANG]

    assert all(eerder <= later for eerder, later in pairwise(rangen))


@given(doelen(), st.permutations([10, 20, 30, 40]), st.randoms(use_true_random=False), dagen)
def test_same_facts_in_any_order_give_the_same_answer(doel, waarden, toeval, gezien_op):
    metingen = [
        op_dag(Decimal(waarde), date(2024, 3 * nummer + 1, 1)) for nummer, waarde in enumerate(waarden)
    ]
    geschud = {}
    for veld in ("streefwaarden", "fasering", "tussenwaarden", "vergelijking"):
        geschud[veld] = tuple(toeval.sample(getattr(doel, veld), len(getattr(doel, veld))))

    een = judge(replace(doel, metingen=tuple(metingen)), gezien_op)
    ander = judge(replace(doel, metingen=tuple(toeval.sample(metingen, 4)), **geschud), gezien_op)

    assert een == ander


@given(doelen(), st.sampled_from(LEEG), dagen)
def test_no_empty_state_becomes_a_number(doel, toestand, dag):
    uitkomst = judge(replace(doel, start=None, metingen=(op_dag(None, dag, toestand=toestand),)), EIND)

    assert (uitkomst.waarde, uitkomst.bereikt, uitkomst.verhouding, uitkomst.balk) == (None, None, None, None)
    assert uitkomst.telling in {Telling.NIET_GEMETEN, Telling.ZONDER_OORDEEL, Telling.ELDERS}


@given(doelen(), getallen, dagen, dagen)
def test_not_measuring_again_never_changes_the_two_numbers(doel, waarde, dag, later):
    toen = judge_with(doel, waarde, dag, dag)
    nu = judge_with(doel, waarde, dag, max(dag, later))

    assert (toen.waarde, toen.verwacht, toen.verhouding) == (nu.waarde, nu.verwacht, nu.verhouding)
    assert toen.koers is nu.koers or nu.koers is Koers.EINDSTAND_NIET_GEMETEN


@given(st.lists(st.none() | st.booleans(), min_size=1, max_size=4), st.none() | st.booleans())
def test_categories_become_a_total_only_when_everything_is_recorded(tellen, sluiten_uit):
    delen = tuple(
        Categoriewaarde(categorie=str(nummer), waarde=Decimal(5), telt_mee=telt)
        for nummer, telt in enumerate(tellen)
    )
    meting = Meetwaarde(periode=Periode(tekst="x", tot=date(2024, 7, 31)), uitsplitsing=delen)
    doel = Doelfeiten(
        vorm=Vorm.GETAL,
        richting=Richting.MEER,
        soort=Soort.STAND,
        streefwaarden=streef(10),
        metingen=(meting,),
        categorieen_sluiten_uit=sluiten_uit,
    )
    is_vastgelegd = sluiten_uit is True and None not in tellen and any(tellen)

    assert (judge(doel).waarde is not None) is is_vastgelegd


@given(doelen(), getallen, dagen)
def test_printed_percentage_is_100_exactly_when_reached_or_more(doel, waarde, dag):
    uitkomst = judge_with(replace(doel, vorm=Vorm.GETAL), waarde, dag, dag)

    if uitkomst.bereikt_afgedrukt:
        procenten = int(uitkomst.bereikt_afgedrukt.rstrip("%"))
        streefwaarde = doel.streefwaarden[0].waarde
        is_bereikt = waarde >= streefwaarde if doel.richting is Richting.MEER else waarde <= streefwaarde
        assert (procenten >= 100) is is_bereikt
        assert 0 <= uitkomst.balk <= 100


def test_every_koers_lies_in_exactly_one_pile():
    assert set(TELLING) == set(Koers)


@given(st.sampled_from(["niet gestart", "bezig", "deels gereed", "gereed", "vervallen"]), dagen)
def test_step_has_no_percentage(soort, dag):
    uitkomst = judge(Doelfeiten(vorm=Vorm.OPLEVERING, tot=EIND, stappen=(stap(soort, dag),)), EIND)

    assert (uitkomst.bereikt, uitkomst.balk, uitkomst.waarde) == (None, None, None)
