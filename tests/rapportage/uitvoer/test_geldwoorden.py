"""Money in one sentence."""

from datetime import date
from decimal import Decimal

from rapportage.rapport import Financien, Jaartotaal, Kostenpostregel
from rapportage.uitvoer.geldwoorden import describe_financien, name_soort_en_schaal
from tests.rapportage.bouwers import maak

GEPLAND = maak(Jaartotaal, jaar=2024, soort="gepland", bedrag=Decimal(98_000), precisie="circa")
GEREALISEERD = maak(
    Jaartotaal, jaar=2024, soort="gerealiseerd", bedrag=Decimal(25_000), tot_en_met=date(2024, 3, 31)
)
LEEG = maak(Jaartotaal, jaar=2021, soort="gerealiseerd", bedrag=None)


def test_line_without_cover_tells_what_it_costs():
    woorden = describe_financien(Financien(jaartotalen=(GEPLAND, GEREALISEERD, LEEG)))

    assert woorden.replace("\N{NO-BREAK SPACE}", " ") == (
        "Kosten: 2024 gepland circa € 98.000, 2024 (t/m 31 maart 2024) gerealiseerd € 25.000"
    )


def test_posts_of_several_lines_are_said_to_be_left_out():
    gedeeld = maak(Kostenpostregel, sleutel="project", telt_in_meer_lijnen=True)

    assert describe_financien(Financien(kostenposten=(gedeeld,))) == (
        "Kosten: zonder posten die ook bij een andere lijn horen"
    )


def test_without_any_amount_it_says_so():
    assert describe_financien(Financien(jaartotalen=(LEEG,))) == "Geen bedragen bekend."


def test_cover_stands_before_the_cost():
    woorden = describe_financien(Financien(totaal=Decimal(155_000), jaartotalen=(GEPLAND,)))

    assert woorden.replace("\N{NO-BREAK SPACE}", " ") == (
        "Totaal € 155.000; berekend. Kosten: 2024 gepland circa € 98.000"
    )


def test_what_is_not_said_stands_behind_a_comma():
    assert name_soort_en_schaal("investering", "stad & regio") == "investering stad & regio"
    assert name_soort_en_schaal("niet vermeld", "regio") == "soort niet vermeld, regio"
    assert name_soort_en_schaal("niet vermeld", "niet vermeld") == "soort niet vermeld, schaal niet vermeld"
