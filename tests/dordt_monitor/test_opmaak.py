from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dordt_monitor.opmaak import (
    OnleesbareInvoer,
    format_afstand,
    format_bedrag,
    format_datum,
    format_deel,
    format_exact,
    format_getal,
    format_met_precisie,
    format_waarde,
    read_bedrag,
    read_datum,
    read_getal,
)

GEWEIGERD = [
    "",
    "1e5",
    "1_000",
    "1.23.4,5",
    "١٢٣",
    "1,234.56",
    "3 ton",
    "1.23",
    "1 234",
    "--5",
    "12,",
    ",5",
    "€",
]


@pytest.mark.parametrize(
    ("bedrag", "tekst"),
    [
        ("1260000", "€ 1.260.000"),
        ("-438000", "-€ 438.000"),
        ("0", "€ 0"),
        ("12.5", "€ 12,50"),
        ("-0.004", "€ 0,00"),
        ("150000.00", "€ 150.000"),
    ],
)
def test_bedrag_has_cents_only_when_there_are_any(bedrag: str, tekst: str):
    assert format_bedrag(Decimal(bedrag)) == tekst


@pytest.mark.parametrize(
    ("getal", "decimalen", "tekst"),
    [("0.5", 0, "1"), ("2.5", 0, "3"), ("-0.4", 0, "0"), ("1234.565", 2, "1.234,57"), ("-1.5", 0, "-2")],
)
def test_getal_is_rounded_half_up(getal: str, decimalen: int, tekst: str):
    assert format_getal(Decimal(getal), decimalen) == tekst


@pytest.mark.parametrize(
    ("deel", "vol", "tekst"),
    [
        (Fraction(3, 5), False, "60%"),
        (Fraction(999, 1000), False, "99%"),
        (Fraction(1, 1000), False, "1%"),
        (Fraction(1, 100000), False, "1%"),
        (Fraction(0), False, "0%"),
        (Fraction(1), True, "100%"),
        (Fraction(11, 10), True, "110%"),
        (Fraction(-123, 100), False, "-123%"),
        (Fraction(-1, 1000), False, "-1%"),
        (Fraction(5949, 10000), False, "59%"),
        (Decimal("0.6"), False, "60%"),
    ],
)
def test_deel_is_never_100_before_reached_nor_0_when_something_is(deel: Fraction, vol: bool, tekst: str):
    assert format_deel(deel, vol=vol) == tekst


def test_waarde_carries_a_unit_that_is_a_sign():
    assert format_waarde(Decimal(37), "%") == "37%"
    assert format_waarde(Decimal("11.7"), "%", 1) == "11,7%"
    assert format_waarde(Decimal(30240), "€") == "€ 30.240"
    assert format_waarde(Decimal(60), "leerwerktrajecten") == "60"


def test_distance_of_a_percentage_is_in_procentpunt():
    assert format_afstand(Decimal(3), "%") == "3 procentpunt"
    assert format_afstand(Decimal(3), "partners") == "3"


def test_precisie_is_printed_with_the_value():
    woorden = [format_met_precisie("37", precisie) for precisie in ("precies", "circa", "ruim", "schatting")]

    assert woorden == ["37", "circa 37", "ruim 37", "naar schatting 37"]


def test_exact_has_the_decimals_it_has():
    assert [format_exact(Decimal(getal)) for getal in ("5.0000", "2.50", "1000")] == ["5", "2,5", "1.000"]


def test_datum_is_written_out():
    assert format_datum(date(2024, 7, 31)) == "31 juli 2024"


@pytest.mark.parametrize(
    ("tekst", "getal"),
    [
        ("1234", "1234"),
        ("1.234", "1234"),
        ("1.234,56", "1234.56"),
        ("1,234", "1.234"),
        ("0,5", "0.5"),
        ("-5", "-5"),
        ("−5", "-5"),
        (" 60 ", "60"),
        ("1.234.567", "1234567"),
    ],
)
def test_getal_has_one_meaning_per_spelling(tekst: str, getal: str):
    assert read_getal(tekst) == Decimal(getal)


@pytest.mark.parametrize("tekst", GEWEIGERD)
def test_getal_refuses_what_has_no_single_meaning(tekst: str):
    with pytest.raises(OnleesbareInvoer, match=r"Schrijf het als 1234, 1\.234 of 1\.234,56"):
        read_getal(tekst)


@pytest.mark.parametrize(
    ("tekst", "bedrag"),
    [
        ("12739", "12739"),
        ("€ 150.000,-", "150000"),
        ("€ 1.234,56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1.234", "1234"),
        ("€\u00a0300.000,--", "300000"),
        ("-€ 438.000", "-438000"),
        ("€ -438.000", "-438000"),
        ("12,5", "12.5"),
    ],
)
def test_bedrag_is_read_as_people_write_it(tekst: str, bedrag: str):
    assert read_bedrag(tekst) == Decimal(bedrag)


@pytest.mark.parametrize("tekst", [*GEWEIGERD, "1,234", "-€ -5", "€ 10,5 miljoen"])
def test_bedrag_refuses_with_what_is_accepted(tekst: str):
    with pytest.raises(OnleesbareInvoer, match=r"300\.000 en niet 3 ton"):
        read_bedrag(tekst)


@pytest.mark.parametrize("tekst", ["31 juli 2024", "31-7-2024", "31-07-2024", "31 JULI 2024", "31 jul. 2024"])
def test_datum_is_read(tekst: str):
    assert read_datum(tekst) == date(2024, 7, 31)


@pytest.mark.parametrize(
    "tekst", ["31 juni 2024", "2024-07-31", "31/7/2024", "31 ju 2024", "juli 2024", "13-13-2024"]
)
def test_datum_refuses_with_what_is_accepted(tekst: str):
    with pytest.raises(OnleesbareInvoer, match="31 juli 2024 of 31-7-2024"):
        read_datum(tekst)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_printed_bedrag_reads_back(bedrag: Decimal):
    assert read_bedrag(format_bedrag(bedrag)) == bedrag


@given(st.decimals(min_value=-(10**14), max_value=10**14, places=4))
def test_printed_getal_reads_back(getal: Decimal):
    assert read_getal(format_getal(getal, 4)) == getal
