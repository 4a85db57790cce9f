"""Number formats: the number stays a number, the words around it are part of its print."""

from decimal import Decimal

import pytest

from rapportage.uitvoer.excel.stijlen import aandeelformaat, bedragformaat, getalformaat


@pytest.mark.parametrize(
    ("bedrag", "precisie", "formaat"),
    [
        ("1260000.00", "precies", '"€" #,##0;-"€" #,##0'),
        ("-438000.00", "", '"€" #,##0;-"€" #,##0'),
        ("12.50", "precies", '"€" #,##0.00;-"€" #,##0.00'),
        ("135000000.00", "circa", '"circa €" #,##0;"circa -€" #,##0'),
    ],
)
def test_amount_has_cents_only_when_there_are_any(bedrag: str, precisie: str, formaat: str):
    assert bedragformaat(Decimal(bedrag), precisie) == formaat


@pytest.mark.parametrize(
    ("decimalen", "precisie", "formaat"),
    [(0, "precies", "#,##0"), (2, "", "#,##0.00"), (0, "schatting", '"naar schatting "#,##0')],
)
def test_value_has_the_decimals_of_its_indicator(decimalen: int, precisie: str, formaat: str):
    assert getalformaat(decimalen, precisie) == formaat


@pytest.mark.parametrize(
    ("bereikt", "afgedrukt", "formaat"),
    [
        ("0.6000", "60%", "0%"),
        ("-1.2300", "-123%", "0%"),
        ("1.0500", "105%", "0%"),
        ("0.5850", "59%", "0%"),
        ("0.9960", "99%", '"99%";"99%"'),
        ("0.0040", "1%", '"1%";"1%"'),
        ("-0.0040", "-1%", '"-1%";"-1%"'),
    ],
)
def test_percentage_shows_what_the_rules_print(bereikt: str, afgedrukt: str, formaat: str):
    assert aandeelformaat(Decimal(bereikt), afgedrukt) == formaat
