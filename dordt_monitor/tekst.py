"""Text as people type or paste it, made fit to store and to compare. Plain text only."""

import unicodedata

# A line break of Word, a page break, and two that only Unicode knows.
REGELEINDEN = ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
# They let a text read backwards, and come along unseen with what is copied from a phone: Dutch needs none.
LEESRICHTING = str.maketrans(dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
# Control characters and halves of a character; a tab and a line end are text.
ONLEESBAAR = frozenset({"Cc", "Cs"})


def tidy_tekst(tekst: str) -> str:
    """Read left to right, with one kind of line end, and without blanks around it or at the end of a line."""
    tekst = tekst.translate(LEESRICHTING)
    for einde in REGELEINDEN:
        tekst = tekst.replace(einde, "\n")
    return "\n".join(regel.rstrip() for regel in tekst.split("\n")).strip()


def has_stuurteken(tekst: str) -> bool:
    """Whether the text holds a character that no database and no Excel cell can hold, such as NUL."""
    return any(unicodedata.category(teken) in ONLEESBAAR and teken not in "\n\t" for teken in tekst)
