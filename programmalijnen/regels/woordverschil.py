"""What differs between two texts, word by word, for people to read."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# Above this many words comparing costs seconds; the caller then shows both texts.
HOOGSTENS = 1500
# So many words stay beside a change; the rest of what is the same becomes an ellipsis.
OMGEVING = 6
WEGGELATEN = " … "


class Stuksoort(StrEnum):
    GELIJK = "gelijk"
    WEG = "weg"
    ERBIJ = "erbij"


@dataclass(frozen=True, slots=True)
class Stuk:
    soort: Stuksoort
    tekst: str


def compare_words(oud: str, nieuw: str) -> tuple[Stuk, ...]:
    """The new text as pieces, with what went before what came; empty when one of them is too long."""
    voor, na = split_words(oud), split_words(nieuw)
    if max(len(voor), len(na)) > HOOGSTENS:
        return ()
    stukken: list[Stuk] = []
    for soort, a, b, c, d in SequenceMatcher(None, voor, na, autojunk=False).get_opcodes():
        if soort == "equal":
            stukken.append(Stuk(Stuksoort.GELIJK, "".join(voor[a:b])))
            continue
        delen = ((Stuksoort.WEG, voor[a:b]), (Stuksoort.ERBIJ, na[c:d]))
        stukken += [Stuk(naam, "".join(woorden)) for naam, woorden in delen if woorden]
    return tuple(stukken)


def shorten_equal(stukken: tuple[Stuk, ...]) -> tuple[Stuk, ...]:
    """The same pieces, long stretches without a change cut to their ends."""
    laatste = len(stukken) - 1
    return tuple(
        shorten(stuk, begin=nummer > 0, einde=nummer < laatste) if stuk.soort is Stuksoort.GELIJK else stuk
        for nummer, stuk in enumerate(stukken)
    )


def shorten(stuk: Stuk, *, begin: bool, einde: bool) -> Stuk:
    """`begin` and `einde` say beside which end a change stands: those words stay."""
    woorden = split_words(stuk.tekst)
    voor = woorden[:OMGEVING] if begin else []
    na = woorden[-OMGEVING:] if einde else []
    if len(woorden) <= len(voor) + len(na) + 2:
        return stuk
    return Stuk(stuk.soort, "".join(voor) + WEGGELATEN + "".join(na))


def split_words(tekst: str) -> list[str]:
    """Words with the blanks before them, so that joining gives the text back."""
    return re.findall(r"\s*\S+\s*?(?=\s|$)|\s+$", tekst)
