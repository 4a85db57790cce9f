"""Rekenregels 5: spending, with the table of Glansrijke toekomst as example."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from financien.begrippen import Bedragtoestand, Uitgavesoort
from financien.feiten import Kostenpostfeit, Uitgavefeit
from financien.uitgaven import build_uitgaven, compare, compare_jaar, total_jaar
from programmalijnen.regels.begrippen import Precisie

GEPLAND, GEREALISEERD = Uitgavesoort.GEPLAND, Uitgavesoort.GEREALISEERD
STREEPJE, LEEG = Bedragtoestand.STREEPJE, Bedragtoestand.LEEG
MAART = date(2024, 3, 31)


def uitgave(
    jaar: int, bedrag: int | Bedragtoestand, soort=GEREALISEERD, tot_en_met: date | None = None
) -> Uitgavefeit:
    if isinstance(bedrag, Bedragtoestand):
        return Uitgavefeit(jaar=jaar, soort=soort, toestand=bedrag)
    return Uitgavefeit(jaar=jaar, soort=soort, bedrag=Decimal(bedrag), tot_en_met=tot_en_met)


def gerealiseerd(titel: str, lijnen: tuple[str, ...], *bedragen: int | Bedragtoestand) -> Kostenpostfeit:
    """2021, 2022, 2023 and 2024 up to and including March."""
    partieel = (None, None, None, MAART)
    cellen = zip((2021, 2022, 2023, 2024), bedragen, partieel, strict=True)
    return Kostenpostfeit(
        titel=titel,
        lijnen=lijnen,
        uitgaven=tuple(uitgave(jaar, bedrag, tot_en_met=tot_en_met) for jaar, bedrag, tot_en_met in cellen),
    )


GEDRUKT = {2022: 50000, 2023: 298000, 2024: 58000}
POSTEN = (
    gerealiseerd("Kwaliteitskader", ("2",), STREEPJE, 50000, 40000, 10000),
    gerealiseerd("Onderzoek", ("2",), STREEPJE, STREEPJE, 15000, LEEG),
    gerealiseerd("Ketenregisseur", ("1",), STREEPJE, STREEPJE, 85000, 22000),
    gerealiseerd("Ondersteuning", ("1",), LEEG, LEEG, 13000, 3000),
    gerealiseerd("Cofinanciering", ("4",), LEEG, LEEG, 135000, LEEG),
    gerealiseerd("50 jongeren", ("2", "3", "4"), LEEG, LEEG, LEEG, 23000),
    gerealiseerd("Van vmbo naar mbo", ("5",), LEEG, LEEG, 10000, LEEG),
)


def gepland(titel: str, lijnen: tuple[str, ...], *bedragen: int) -> Kostenpostfeit:
    """2024, 2025 and 2026."""
    cellen = zip((2024, 2025, 2026), bedragen, strict=True)
    return Kostenpostfeit(
        titel=titel, lijnen=lijnen, uitgaven=tuple(uitgave(*cel, GEPLAND) for cel in cellen)
    )


# Projectinformatie Glansrijke toekomst, lines 415-470: no totals are printed.
PLANNEN = (
    gepland("Kwaliteitskader", ("2",), 45000, 50000, 55000),
    gepland("Ketenregisseur", ("1",), 85000, 85000, 85000),
    gepland("Programmaondersteuning", ("1",), 13000, 15000, 15000),
    gepland("50 jongeren", ("2", "3", "4"), 200000, 200000, 200000),
    gepland("Van vmbo naar mbo", ("5",), 200000, 200000, 200000),
    gepland("Maatwerktraject", ("3",), 200000, 200000, 200000),
    gepland("Psychische klachten", ("3", "4"), 150000, 100000, 75000),
    gepland("Informeel leren", ("3",), 150000, 150000, 150000),
)


def test_planned_totals_of_three_years_are_berekend():
    totalen = [kolom.totaal for kolom in build_uitgaven(PLANNEN).kolommen]

    assert [som.bedrag for som in totalen] == [1043000, 1000000, 980000]
    assert {som.is_berekend for som in totalen} == {True}


def test_planned_stands_beside_realised_in_its_year():
    kolommen = build_uitgaven((*POSTEN, *PLANNEN)).kolommen

    assert [(kolom.kop, kolom.soort, kolom.opent_jaar) for kolom in kolommen[2:]] == [
        ("2023", GEREALISEERD, True),
        ("2024", GEPLAND, True),
        ("2024 (t/m 31 maart 2024)", GEREALISEERD, False),
        ("2025", GEPLAND, True),
        ("2026", GEPLAND, True),
    ]
    assert [kolom.afwijking for kolom in kolommen if kolom.jaar == 2024] == [
        "",
        "€ 985.000 lager dan gepland voor het hele jaar (gerealiseerd t/m 31 maart 2024), "
        "niet alle bedragen zijn bekend",
    ]


BESTAANSZEKERHEID = Kostenpostfeit(
    sleutel="bestaanszekerheid",
    titel="Bestaanszekerheid",
    uitgaven=(uitgave(2025, 135_000_000, GEPLAND),),
)
BIJSTAND = Kostenpostfeit(
    sleutel="bijstand",
    titel="Bijstandsverlening",
    onderdeel_van="bestaanszekerheid",
    aandeel=Decimal("63.00"),
    aandeel_precisie=Precisie.CIRCA,
    uitgaven=(uitgave(2025, 1000, GEPLAND),),
)


def test_onderdeel_stands_below_its_parent_and_is_never_added():
    tabel = build_uitgaven((BIJSTAND, BESTAANSZEKERHEID))

    assert [(rij.post.titel, rij.diepte, rij.telt_mee, rij.aandeel) for rij in tabel.rijen] == [
        ("Bestaanszekerheid", 0, True, ""),
        ("Bijstandsverlening", 1, False, "circa 63% van Bestaanszekerheid"),
    ]
    assert [kolom.totaal.bedrag for kolom in tabel.kolommen] == [135_000_000]


@given(st.permutations(PLANNEN), st.sets(st.integers(0, 7)))
def test_every_post_stands_once_and_only_those_of_their_own_are_added(posten, onderdelen):
    boven = replace(BESTAANSZEKERHEID, uitgaven=())
    posten = [
        replace(post, onderdeel_van=boven.sleutel) if nummer in onderdelen else post
        for nummer, post in enumerate(posten)
    ]
    tabel = build_uitgaven((*posten, boven))
    eigen = [post for post in posten if not post.onderdeel_van]

    assert sorted(rij.post.titel for rij in tabel.rijen) == sorted(post.titel for post in (*posten, boven))
    assert [kolom.totaal.bedrag or 0 for kolom in tabel.kolommen] == [
        sum(post.uitgaven[nummer].bedrag for post in eigen) for nummer in range(3)
    ]


def test_onderdeel_whose_parent_is_not_here_is_not_added_either():
    tabel = build_uitgaven((BIJSTAND,))

    assert [(rij.diepte, rij.aandeel) for rij in tabel.rijen] == [(0, "circa 63%")]
    assert tabel.kolommen[0].totaal.bedrag is None


def test_amount_that_goes_further_than_its_column_says_so():
    heel = Kostenpostfeit(titel="Heel", uitgaven=(uitgave(2024, 10),))
    deel = Kostenpostfeit(titel="Deel", uitgaven=(uitgave(2024, 20, tot_en_met=MAART),))
    later = Kostenpostfeit(titel="Later", uitgaven=(uitgave(2024, 30, tot_en_met=date(2024, 6, 30)),))
    rijen = build_uitgaven((heel, deel, later)).rijen

    assert [rij.cellen[0].label for rij in rijen] == ["heel jaar", "", "t/m 30 juni 2024"]


def test_totals_are_those_of_the_document():
    gedrukt = {(GEREALISEERD, jaar): Decimal(bedrag) for jaar, bedrag in GEDRUKT.items()}
    kolommen = build_uitgaven(POSTEN, gedrukt=gedrukt).kolommen

    assert [kolom.totaal.bedrag for kolom in kolommen] == [None, 50000, 298000, 58000]
    assert [kolom.totaal.verschil for kolom in kolommen] == [None, 0, 0, 0]
    assert [kolom.totaal.is_berekend for kolom in kolommen] == [True, False, False, False]


def test_streepje_and_empty_cell_stay_what_they_are():
    uitgaven = [cel.uitgave for cel in build_uitgaven(POSTEN).rijen[1].cellen]

    assert [uitgave.toestand for uitgave in uitgaven] == [STREEPJE, STREEPJE, Bedragtoestand.BEKEND, LEEG]
    assert [uitgave.bedrag for uitgave in uitgaven] == [None, None, 15000, None]


def test_cell_that_was_never_entered_is_none():
    posten = (*POSTEN, Kostenpostfeit(titel="Nieuw", uitgaven=(uitgave(2024, 5),)))

    assert [cel.uitgave for cel in build_uitgaven(posten).rijen[-1].cellen[:3]] == [None, None, None]


def test_total_names_what_is_missing():
    assert total_jaar(POSTEN[:2], GEREALISEERD, 2022).onvolledig == "Onderzoek: streepje in de bron"


def test_partial_year_says_so_in_its_heading():
    koppen = [kolom.kop for kolom in build_uitgaven(POSTEN).kolommen]

    assert koppen == ["2021", "2022", "2023", "2024 (t/m 31 maart 2024)"]


def test_post_of_several_lines_counts_once_in_the_whole():
    assert total_jaar(POSTEN, GEREALISEERD, 2024).bedrag == 58000


def test_post_of_several_lines_is_shown_per_line_and_not_added():
    tabel = build_uitgaven(POSTEN, lijn="2")

    assert [(rij.post.titel, rij.telt_mee, rij.label) for rij in tabel.rijen] == [
        ("Kwaliteitskader", True, ""),
        ("Onderzoek", True, ""),
        ("50 jongeren", False, "telt alleen in het totaal van het programma"),
    ]
    assert tabel.kolommen[-1].totaal.bedrag == 10000


@pytest.mark.parametrize(
    ("gerealiseerd", "gepland", "bedrag", "woorden"),
    [
        (90000, 85000, 5000, "€ 5.000 hoger dan gepland"),
        (80000, 85000, -5000, "€ 5.000 lager dan gepland"),
        (85000, 85000, 0, "gelijk aan gepland"),
        (0, 85000, -85000, "€ 85.000 lager dan gepland"),
        (None, 85000, None, "niet te vergelijken: de realisatie is niet bekend"),
        (85000, None, None, "niet te vergelijken: de planning is niet bekend"),
    ],
)
def test_afwijking_is_said_in_words(gerealiseerd, gepland, bedrag, woorden: str):
    getallen = (None if getal is None else Decimal(getal) for getal in (gerealiseerd, gepland))
    afwijking = compare(*getallen)

    assert (afwijking.bedrag, afwijking.woorden) == (bedrag, woorden)


def test_partial_year_is_never_compared_with_a_full_year_without_its_label():
    post = Kostenpostfeit(
        titel="Ketenregisseur",
        lijnen=("1",),
        uitgaven=(uitgave(2024, 22000, tot_en_met=MAART), uitgave(2024, 85000, GEPLAND)),
    )

    assert compare_jaar((post,), 2024).woorden == (
        "€ 63.000 lager dan gepland voor het hele jaar (gerealiseerd t/m 31 maart 2024)"
    )


def test_afwijking_of_an_incomplete_sum_says_so():
    posten = (
        Kostenpostfeit(titel="A", uitgaven=(uitgave(2023, 90), uitgave(2023, 80, GEPLAND))),
        Kostenpostfeit(titel="B", uitgaven=(uitgave(2023, LEEG), uitgave(2023, 10, GEPLAND))),
    )

    assert compare_jaar(posten, 2023).woorden == "gelijk aan gepland, niet alle bedragen zijn bekend"
    assert compare_jaar(POSTEN, 2023).woorden == "niet te vergelijken: de planning is niet bekend"


def test_empty_state_carries_no_amount():
    with pytest.raises(ValueError, match="Een bedrag is bekend"):
        Uitgavefeit(jaar=2024, soort=GEPLAND, bedrag=Decimal(0), toestand=STREEPJE)
