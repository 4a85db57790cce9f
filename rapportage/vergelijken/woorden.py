"""Differences between two texts, word by word."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby

from .verandering import Woordverschil

Stuk = tuple[bool, list[str], list[str]]
"""(whether it stayed, the words before, the words now)."""

# Matching takes the product of both lengths: a longer text is shown whole, the old beside the new.
HOOGSTENS_WOORDEN = 600


# In a longer text a shorter run that happens to be the same ("en de") only breaks up what changed.
KORTSTE_GELIJK, LANGE_TEKST = 3, 12


def diff_woorden(oud: str, nieuw: str) -> tuple[Woordverschil, ...]:
    """Runs of words in reading order; empty when either text is empty or too long to match."""
    links, rechts = split_woorden(oud), split_woorden(nieuw)
    if not links or not rechts or max(len(links), len(rechts)) > HOOGSTENS_WOORDEN:
        return ()
    stukken: list[Woordverschil] = []
    for is_gelijk, weg, erbij in join_changes(match(links, rechts)):
        if is_gelijk:
            stukken.append(Woordverschil("gelijk", " ".join(erbij)))
            continue
        stukken += [Woordverschil(soort, " ".join(w)) for soort, w in (("weg", weg), ("nieuw", erbij)) if w]
    return tuple(stukken)


def match(links: list[str], rechts: list[str]) -> Iterator[Stuk]:
    kort = max(len(links), len(rechts)) <= LANGE_TEKST
    for code, van_l, tot_l, van_r, tot_r in SequenceMatcher(
        None, links, rechts, autojunk=False
    ).get_opcodes():
        aan_rand = van_l == van_r == 0 or (tot_l, tot_r) == (len(links), len(rechts))
        is_gelijk = code == "equal" and (kort or aan_rand or tot_l - van_l >= KORTSTE_GELIJK)
        yield is_gelijk, links[van_l:tot_l], rechts[van_r:tot_r]


def join_changes(stukken: Iterator[Stuk]) -> Iterator[Stuk]:
    """What changed without a run in between that stayed is one change."""
    for is_gelijk, groep in groupby(stukken, key=lambda stuk: stuk[0]):
        delen = list(groep)
        yield is_gelijk, [w for _, weg, _ in delen for w in weg], [w for _, _, bij in delen for w in bij]


def split_woorden(tekst: str) -> list[str]:
    """The words; the dash before an item of a list is a sign, not a word."""
    return [woord for woord in tekst.split() if woord != "-"]
