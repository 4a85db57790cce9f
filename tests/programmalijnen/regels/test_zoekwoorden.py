import pytest
from hypothesis import given
from hypothesis import strategies as st

from programmalijnen.regels.zoekwoorden import (
    HOOGSTENS_WOORDEN,
    Stuk,
    fold_with_herkomst,
    mark,
    mark_fragment,
    normalise,
    split_vraag,
)


@pytest.mark.parametrize(
    ("geschreven", "gezocht"),
    [
        ("Café Één", "cafe een"),
        ("cafe\u0301", "cafe"),
        ("STRASSE en Straße", "strasse en strasse"),
        ("Œuvre, ﬁets en ĳs", "oeuvre, fiets en ijs"),
        ("‘label’ en “merk”", "'label' en \"merk\""),
        ("Werkgevers-benadering", "werkgeversbenadering"),
        ("2024–2026", "20242026"),
        ("koffie\u00adautomaat", "koffieautomaat"),
        ("  veel \t wit  ", "veel wit"),
        ("100 %_\\", "100 %_\\"),
    ],
)
def test_normalise(geschreven, gezocht):
    assert normalise(geschreven) == gezocht


def test_normalise_puts_each_text_on_a_line():
    assert normalise("Één", "", " ", "Twee") == "een\ntwee"


@pytest.mark.parametrize(
    ("vraag", "woorden"),
    [
        ("", ()),
        (" \t\n ", ()),
        ("- – ’ ,", ()),
        ("Werk werk WERK", ("werk",)),
        ("leer, werk!", ("leer", "werk")),
        ("‘label’", ("label",)),
        ('"Werk en  leren" stad', ("werk en leren", "stad")),
        ("“Werk en leren”", ("werk en leren",)),
        ("50% a_b c\\d", ("50%", "a_b", "c\\d")),
        ("\x01werk\x1f", ("\x01werk",)),
    ],
)
def test_split_vraag(vraag, woorden):
    assert split_vraag(vraag) == woorden


def test_split_vraag_has_bounds():
    assert len(split_vraag(" ".join(map(str, range(50))))) == HOOGSTENS_WOORDEN
    assert split_vraag("a" * 10_000) == ("a" * 200,)


def test_mark_shows_the_words_as_they_were_written():
    assert mark("Het Café-plein", ("cafeplein",)) == [Stuk("Het "), Stuk("Café-plein", raak=True)]


def test_mark_takes_the_accent_that_stands_behind_its_letter():
    assert mark("cafe\u0301 open", ("cafe",)) == [Stuk("cafe\u0301", raak=True), Stuk(" open")]


def test_mark_prefers_the_longer_word():
    assert mark("werkgever", ("werk", "werkgever")) == [Stuk("werkgever", raak=True)]


def test_mark_fragment_stands_around_the_first_word():
    stukken = mark_fragment(f"{'voor ' * 40}VONDST {'na ' * 200}", ("vondst",))
    assert stukken[0] == Stuk("… ")
    assert stukken[2] == Stuk("VONDST", raak=True)
    assert stukken[-1] == Stuk(" …")
    assert len("".join(stuk.tekst for stuk in stukken)) < 320


def test_mark_fragment_says_each_line_once():
    tekst = "Rapport 2024\nKort\nRapport 2024, regel 13\nKort\nRapport 2024, regel 9"

    assert mark_fragment(tekst, ()) == [Stuk("Kort · Rapport 2024, regel 13 · Rapport 2024, regel 9")]


def test_mark_fragment_keeps_a_line_with_which_another_begins():
    assert mark_fragment("Jeugd\nJeugd en werk", ()) == [Stuk("Jeugd · Jeugd en werk")]


def test_mark_fragment_without_a_word_is_the_beginning():
    assert mark_fragment("Kort.\nEn klein\nstuk", ("elders",)) == [Stuk("Kort. En klein · stuk")]


@given(st.text())
def test_each_sign_is_folded_as_in_the_whole(tekst):
    assert fold_with_herkomst(tekst)[0].strip() == normalise(tekst)


@given(st.text(), st.text(min_size=1, max_size=5))
def test_mark_loses_nothing(tekst, vraag):
    assert "".join(stuk.tekst for stuk in mark(tekst, split_vraag(vraag))) == tekst


@given(st.text(max_size=400), st.text(min_size=1, max_size=5))
def test_what_is_found_is_marked(tekst, vraag):
    woorden = split_vraag(vraag)
    is_gevonden = any(woord in normalise(tekst) for woord in woorden)
    assert any(stuk.raak for stuk in mark(tekst, woorden)) == is_gevonden
