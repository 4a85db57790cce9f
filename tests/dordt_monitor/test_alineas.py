"""Plain text as paragraphs, lists and a first sentence."""

import pytest

from dordt_monitor.alineas import Blok, first_sentence, split_tekst


def test_a_blank_line_ends_a_paragraph_and_dashes_make_a_list():
    assert split_tekst("Criteria staan in:\n- fase 2\n- Kil 1\n\nEen regel\ndie doorloopt.") == [
        Blok(False, ("Criteria staan in:",)),
        Blok(True, ("fase 2", "Kil 1")),
        Blok(False, ("Een regel die doorloopt.",)),
    ]


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("", ""),
        ("Het loopt. Straks meer.", "Het loopt."),
        (
            "Dordrecht is partner van St. MBO geworden. Het plan is klaar.",
            "Dordrecht is partner van St. MBO geworden.",
        ),
        ("In de opgave staan:\n- fase 2\n- Kil 1", "In de opgave staan: fase 2; Kil 1"),
        ("- fase 2\n- Kil 1", "fase 2; Kil 1"),
    ],
)
def test_the_first_sentence_says_what_the_text_is_about(tekst, zin):
    assert first_sentence(tekst) == zin
