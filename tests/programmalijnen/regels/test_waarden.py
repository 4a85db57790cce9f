from decimal import Decimal

import pytest

from dordt_monitor.opmaak import OnleesbareInvoer
from programmalijnen.regels.begrippen import Precisie, Toestand
from programmalijnen.regels.waarden import Invoer, read_meetwaarde


def gemeten(waarde: str, precisie: Precisie = Precisie.PRECIES) -> Invoer:
    return Invoer(waarde=Decimal(waarde), precisie=precisie, toestand=Toestand.GEMETEN)


@pytest.mark.parametrize(
    ("tekst", "invoer"),
    [
        ("37", gemeten("37")),
        ("0", gemeten("0")),
        ("1.234,56", gemeten("1234.56")),
        ("1.234", gemeten("1234")),
        ("circa 37", gemeten("37", Precisie.CIRCA)),
        ("Circa 37", gemeten("37", Precisie.CIRCA)),
        ("ca. 37", gemeten("37", Precisie.CIRCA)),
        ("ruim 400", gemeten("400", Precisie.RUIM)),
        ("schatting 2.600", gemeten("2600", Precisie.SCHATTING)),
        ("naar schatting 2.600", gemeten("2600", Precisie.SCHATTING)),
    ],
)
def test_meetwaarde_takes_the_word_of_its_precision(tekst: str, invoer: Invoer):
    assert read_meetwaarde(tekst) == invoer


@pytest.mark.parametrize("toestand", [toestand for toestand in Toestand if toestand is not Toestand.GEMETEN])
def test_empty_state_typed_in_words_is_no_number(toestand: Toestand):
    assert read_meetwaarde(toestand.value) == Invoer(toestand=toestand)


def test_nothing_typed_is_no_statement():
    assert read_meetwaarde("  ") == Invoer()


def test_unit_may_be_typed_where_it_is_the_unit():
    assert read_meetwaarde("37%", "%") == read_meetwaarde("37 %", "%") == gemeten("37")
    assert read_meetwaarde("€ 30.240,-", "€") == gemeten("30240")


def test_streepje_is_refused_because_it_may_mean_two_things():
    with pytest.raises(OnleesbareInvoer, match="Een streepje kan nul of onbekend betekenen"):
        read_meetwaarde("-")


@pytest.mark.parametrize(
    "tekst", ["37%", "€ 30.240", "gemeten", "circa", "bijna 40", "3 ton", "1,234.56", "1e5"]
)
def test_meetwaarde_refuses_what_has_no_single_meaning(tekst: str):
    with pytest.raises(OnleesbareInvoer):
        read_meetwaarde(tekst)


def test_bedrag_takes_the_word_of_its_precision():
    assert read_meetwaarde("circa 135.000.000", "€") == gemeten("135000000", Precisie.CIRCA)
    assert read_meetwaarde("€ 150.000,-", "€") == gemeten("150000")


def test_bedrag_in_ton_is_refused():
    with pytest.raises(OnleesbareInvoer, match=r"300\.000 en niet 3 ton"):
        read_meetwaarde("ruim 4 ton", "€")
