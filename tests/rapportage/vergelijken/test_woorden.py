"""Word differences: readable runs, bounded in length."""

from rapportage.vergelijken.woorden import HOOGSTENS_WOORDEN, diff_woorden


def runs(oud: str, nieuw: str) -> list[tuple[str, str]]:
    return [(stuk.soort, stuk.tekst) for stuk in diff_woorden(oud, nieuw)]


def test_equal_words_stay_in_runs():
    assert runs("een twee drie", "een vier drie") == [
        ("gelijk", "een"),
        ("weg", "twee"),
        ("nieuw", "vier"),
        ("gelijk", "drie"),
    ]


def test_in_a_long_text_a_lone_equal_word_does_not_break_up_the_change():
    oud = (
        "begin " + " ".join(f"oud{i}" for i in range(6)) + " en " + " ".join(f"oud{i}" for i in range(6, 12))
    )
    nieuw = (
        "begin " + " ".join(f"nw{i}" for i in range(6)) + " en " + " ".join(f"nw{i}" for i in range(6, 12))
    )

    assert [soort for soort, _ in runs(oud, nieuw)] == ["gelijk", "weg", "nieuw"]


def test_nothing_to_match_with():
    assert runs("", "nieuw") == []


def test_a_very_long_text_is_not_matched():
    assert runs("woord " * (HOOGSTENS_WOORDEN + 1), "woord") == []
