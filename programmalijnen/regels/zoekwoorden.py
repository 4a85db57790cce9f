"""Words as the search compares them, and the place of a found word in the text as it was written.

Compared is NFKD without combining marks, casefolded, with plain quotes and without dashes: "café" finds
"Cafe", "werkgeversbenadering" finds "Werkgevers-benadering". Both sides are made the same way, so that
`LIKE` on any database gives the same answer.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

HOOGSTENS_TEKENS, HOOGSTENS_WOORDEN = 200, 10
FRAGMENT, AANLOOP = 240, 60

# What NFKD leaves as it is: letters that people type in two or without their stroke, quotes.
GEWOON = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
    | dict.fromkeys("‘’‚‛ʼ′`´", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    # Dashes, the minus, and what is there only to break or join a word.
    | dict.fromkeys("-‐‑‒–—―−\u00ad\u200b\u200c\u200d\u2060\ufeff", None)
)
RANDEN = "'\",.;:?!()[]"
WOORD = re.compile(r'"([^"]+)"|(\S+)')


class Stuk(NamedTuple):
    """A piece of a text as it was written; `raak`: it is what was searched for."""

    tekst: str
    raak: bool = False


def fold(tekst: str) -> str:
    """The same for each sign as for the text as a whole, so a place in the one is a place in the other."""
    if tekst.isascii():
        return tekst.lower().replace("-", "").replace("`", "'")
    ontleed = unicodedata.normalize("NFKD", tekst)
    return "".join(t for t in ontleed if not unicodedata.combining(t)).casefold().translate(GEWOON)


fold_teken = lru_cache(maxsize=4096)(fold)


def normalise(*teksten: str) -> str:
    """A line for each text that says anything; blanks are one space."""
    return "\n".join(regel for tekst in teksten if (regel := " ".join(fold(tekst).split())))


def split_vraag(vraag: str) -> tuple[str, ...]:
    """The words that must all be found, once each; what stands between double quotes is one of them.

    At most HOOGSTENS_WOORDEN, from the first HOOGSTENS_TEKENS of the question.
    """
    gevonden = WOORD.findall(normalise(vraag[:HOOGSTENS_TEKENS]))
    woorden = (samen.strip() or los.strip(RANDEN) for samen, los in gevonden)
    return tuple(dict.fromkeys(woord for woord in woorden if woord))[:HOOGSTENS_WOORDEN]


def mark(tekst: str, woorden: tuple[str, ...]) -> list[Stuk]:
    """The whole text in pieces, with each place of any of the words; put together it is the text."""
    stukken, tot = [], 0
    for begin, einde in find_plaatsen(tekst, woorden):
        stukken += [Stuk(tekst[tot:begin]), Stuk(tekst[begin:einde], raak=True)]
        tot = einde
    return [stuk for stuk in (*stukken, Stuk(tekst[tot:])) if stuk.tekst]


def mark_fragment(tekst: str, woorden: tuple[str, ...]) -> list[Stuk]:
    """Some FRAGMENT signs around the first word found, or the beginning, its lines put behind each other.

    "…" stands where more was written; a line that is no sentence is set apart by a dot.
    """
    regels = (" ".join(regel.split()) for regel in tekst.splitlines() if regel.strip())
    tekst = " · ".join(drop_herhaald(regels)).replace(". · ", ". ")
    eerste = next(find_plaatsen(tekst, woorden), (0, 0))[0]
    begin = 0 if eerste <= AANLOOP else tekst.find(" ", eerste - AANLOOP, eerste) + 1 or eerste
    einde = len(tekst) if len(tekst) - begin <= FRAGMENT else cut_after(tekst, begin + FRAGMENT)
    stukken = mark(tekst[begin:einde].strip(), woorden)
    return [*[Stuk("… ")] * (begin > 0), *stukken, *[Stuk(" …")] * (einde < len(tekst))]


def drop_herhaald(regels: Iterable[str]) -> list[str]:
    """Each line once; a source alone says nothing where it also stands with its regel."""
    eenmaal = dict.fromkeys(regels)
    zonder_regel = {regel.partition(", regel ")[0] for regel in eenmaal if ", regel " in regel}
    return [regel for regel in eenmaal if regel not in zonder_regel]


def cut_after(tekst: str, plaats: int) -> int:
    """At the end of the word that stands there; a word without an end is cut."""
    einde = tekst.find(" ", plaats, plaats + AANLOOP)
    return plaats if einde == -1 and len(tekst) > plaats + AANLOOP else einde if einde != -1 else len(tekst)


def find_plaatsen(tekst: str, woorden: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Begin and end in the text as written, in order and apart from each other."""
    gevouwen, herkomst = fold_with_herkomst(tekst)
    if not woorden:
        return
    # The longest first: of "werk" and "werkgever" the longer one is marked.
    patroon = re.compile("|".join(re.escape(woord) for woord in sorted(woorden, key=len, reverse=True)))
    for raak in patroon.finditer(gevouwen):
        einde = herkomst[raak.end() - 1] + 1
        while einde < len(tekst) and unicodedata.combining(tekst[einde]):
            einde += 1
        yield herkomst[raak.start()], einde


def fold_with_herkomst(tekst: str) -> tuple[str, list[int]]:
    """The text as `normalise` has it, and for each of its signs the place it came from."""
    tekens: list[str] = []
    herkomst: list[int] = []
    for plaats, teken in enumerate(tekst):
        for gevouwen in fold_teken(teken):
            is_blank = gevouwen.isspace()
            if is_blank and (not tekens or tekens[-1] == " "):
                continue
            tekens.append(" " if is_blank else gevouwen)
            herkomst.append(plaats)
    return "".join(tekens), herkomst
