"""Word differences between two texts."""

from hypothesis import given
from hypothesis import strategies as st

from programmalijnen.regels.woordverschil import Stuk, Stuksoort, compare_words, shorten_equal, split_words

GELIJK, WEG, ERBIJ = Stuksoort.GELIJK, Stuksoort.WEG, Stuksoort.ERBIJ


def test_what_went_stands_before_what_came():
    assert compare_words("Er zijn 67 partners.", "Er zijn 75 partners.") == (
        Stuk(GELIJK, "Er zijn"),
        Stuk(WEG, " 67"),
        Stuk(ERBIJ, " 75"),
        Stuk(GELIJK, " partners."),
    )


def test_texts_that_are_too_long_are_not_compared():
    assert compare_words("a " * 1501, "b") == ()


def test_long_stretches_without_a_change_are_cut():
    lang = " ".join(f"woord{nummer}" for nummer in range(40))
    eerste, weg, erbij, laatste = shorten_equal(compare_words(f"{lang} oud {lang}", f"{lang} nieuw {lang}"))
    assert (weg.tekst, erbij.tekst) == (" oud", " nieuw")
    assert eerste.tekst == " … " + " ".join(["", *lang.split()[-6:]])
    assert laatste.tekst == "".join(f" {woord}" for woord in lang.split()[:6]) + " … "


@given(st.text(alphabet=" \nab", max_size=30))
def test_words_together_are_the_text(tekst):
    assert "".join(split_words(tekst)) == tekst


@given(st.text(alphabet=" ab", max_size=20), st.text(alphabet=" ab", max_size=20))
def test_pieces_hold_both_texts(oud, nieuw):
    stukken = compare_words(oud, nieuw)
    assert "".join(stuk.tekst for stuk in stukken if stuk.soort is not ERBIJ) == oud
    assert "".join(stuk.tekst for stuk in stukken if stuk.soort is not WEG) == nieuw
