from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError

from dordt_monitor.velden import Bedragveld, Datumveld, Getalveld, Tekstveld


@pytest.mark.parametrize(
    ("getypt", "getal"),
    [("1.234", "1234"), ("1.234,5", "1234.5"), ("-5", "-5"), ("0", "0"), ("", None), ("  12 ", "12")],
)
def test_number_has_one_meaning(getypt, getal):
    assert Getalveld(required=False).clean(getypt) == (getal and Decimal(getal))


@pytest.mark.parametrize(
    "getypt", ["1,234.56", "1.23", "1e5", "1_000", "٣", "veel", "1,23456", "1" * 15, "1\x00"]
)
def test_number_that_has_no_meaning_or_no_room_is_refused_in_dutch(getypt):
    with pytest.raises(ValidationError) as fout:
        Getalveld().clean(getypt)
    assert fout.value.messages[0].startswith("Dit getal")


@pytest.mark.parametrize(
    ("getypt", "bedrag"), [("€ 150.000,-", "150000"), ("12739", "12739"), ("-€ 3,50", "-3.5")]
)
def test_amount_is_read_as_people_write_it(getypt, bedrag):
    assert Bedragveld().clean(getypt) == Decimal(bedrag)


def test_required_number_says_so():
    with pytest.raises(ValidationError, match="Dit moet u nog invullen"):
        Getalveld().clean("")


def test_text_of_one_line_loses_its_line_ends_and_longer_text_keeps_them():
    assert Tekstveld(max_length=20).clean(" een\r\n twee ") == "een twee"
    assert Tekstveld(max_length=20, regels=3).clean("een\r\n\r\ntwee  \r\n") == "een\n\ntwee"


def test_windows_line_ends_do_not_count_double():
    assert Tekstveld(max_length=3, regels=2).clean("a\r\nb") == "a\nb"


@pytest.mark.parametrize("teken", ["\x00", "\x1b", "\x7f", "\ud800"])
def test_text_with_a_control_character_is_refused(teken):
    with pytest.raises(ValidationError, match="onzichtbaar teken"):
        Tekstveld(max_length=20).clean(f"a{teken}b")


def test_text_cannot_be_made_to_read_backwards():
    assert Tekstveld(max_length=20).clean("\u2068+31 6\u2069 abc\u202evile") == "+31 6 abcvile"


def test_page_does_not_cut_what_somebody_pastes():
    class Form(forms.Form):
        tekst = Tekstveld(max_length=5, regels=2)

    assert "maxlength" not in str(Form()["tekst"])


@pytest.mark.parametrize("tekst", ["3 september 2024", "3-9-2024", "3 sept. 2024"])
def test_datumveld_reads_a_day_as_people_write_it(tekst):
    assert Datumveld().clean(tekst) == date(2024, 9, 3)


def test_datumveld_says_what_it_reads_and_keeps_the_day_in_words():
    with pytest.raises(ValidationError, match="31 juli 2024"):
        Datumveld().clean("drie september")
    assert Datumveld().prepare_value(date(2024, 9, 3)) == "3 september 2024"


def test_datumveld_asks_after_a_year_no_programme_speaks_of():
    with pytest.raises(ValidationError, match="Klopt het jaar"):
        Datumveld().clean("1 januari 1800")


def test_datumveld_may_be_empty_only_when_it_says_so():
    assert Datumveld(required=False).clean("") is None
    with pytest.raises(ValidationError):
        Datumveld().clean("")
