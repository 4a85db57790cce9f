"""Rekenregels 5: spending, with the table of Glansrijke toekomst as example."""

from datetime import date
from decimal import Decimal

import pytest

from financien.begrippen import Bedragtoestand, Uitgavesoort
from financien.feiten import Kostenpostfeit, Uitgavefeit
from financien.uitgaven import build_uitgaven, compare, compare_jaar, total_jaar

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


POSTEN = (
    gerealiseerd("Kwaliteitskader", ("2",), STREEPJE, 50000, 40000, 10000),
    gerealiseerd("Onderzoek", ("2",), STREEPJE, STREEPJE, 15000, LEEG),
    gerealiseerd("Ketenregisseur", ("1",), STREEPJE, STREEPJE, 85000, 22000),
    gerealiseerd("Ondersteuning", ("1",), LEEG, LEEG, 13000, 3000),
    gerealiseerd("Cofinanciering", ("4",), LEEG, LEEG, 135000, LEEG),
    gerealiseerd("50 jongeren", ("2", "3", "4"), LEEG, LEEG, LEEG, 23000),
    gerealiseerd("Van vmbo naar mbo", ("5",), LEEG, LEEG, 10000, LEEG),
)


def test_totals_are_those_of_the_document():
    gedrukt = {2022: Decimal(50000), 2023: Decimal(298000), 2024: Decimal(58000)}
    kolommen = build_uitgaven(POSTEN, GEREALISEERD, gedrukt=gedrukt).kolommen

    assert [kolom.totaal.bedrag for kolom in kolommen] == [None, 50000, 298000, 58000]
    assert [kolom.totaal.verschil for kolom in kolommen] == [None, 0, 0, 0]
    assert [kolom.totaal.is_berekend for kolom in kolommen] == [True, False, False, False]


def test_streepje_and_empty_cell_stay_what_they_are():
    rij = build_uitgaven(POSTEN, GEREALISEERD).rijen[1]

    assert [cel.toestand for cel in rij.cellen] == [STREEPJE, STREEPJE, Bedragtoestand.BEKEND, LEEG]
    assert [cel.bedrag for cel in rij.cellen] == [None, None, 15000, None]


def test_cell_that_was_never_entered_is_none():
    posten = (*POSTEN, Kostenpostfeit(titel="Nieuw", uitgaven=(uitgave(2024, 5),)))

    assert build_uitgaven(posten, GEREALISEERD).rijen[-1].cellen[:3] == (None, None, None)


def test_total_names_what_is_missing():
    assert total_jaar(POSTEN[:2], GEREALISEERD, 2022).onvolledig == "Onderzoek: streepje in de bron"


def test_partial_year_says_so_in_its_heading():
    koppen = [kolom.kop for kolom in build_uitgaven(POSTEN, GEREALISEERD).kolommen]

    assert koppen == ["2021", "2022", "2023", "2024 (t/m 31 maart 2024)"]


def test_post_of_several_lines_counts_once_in_the_whole():
    assert total_jaar(POSTEN, GEREALISEERD, 2024).bedrag == 58000


def test_post_of_several_lines_is_shown_per_line_and_not_added():
    tabel = build_uitgaven(POSTEN, GEREALISEERD, lijn="2")

    assert [(rij.post.titel, rij.telt_mee, rij.label) for rij in tabel.rijen] == [
        ("Kwaliteitskader", True, ""),
        ("Onderzoek", True, ""),
        ("50 jongeren", False, "telt mee in meerdere lijnen"),
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
