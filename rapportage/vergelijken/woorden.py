"""Differences between two texts, word by word."""

from difflib import SequenceMatcher

from .verandering import Woordverschil

# Matching takes the product of both lengths: a longer text is shown whole, the old beside the new.
HOOGSTENS_WOORDEN = 600


def diff_woorden(oud: str, nieuw: str) -> tuple[Woordverschil, ...]:
    """Runs of words in reading order; empty when either text is empty or too long to match."""
    woorden_oud, woorden_nieuw = split_woorden(oud), split_woorden(nieuw)
    lengtes = (len(woorden_oud), len(woorden_nieuw))
    if not min(lengtes) or max(lengtes) > HOOGSTENS_WOORDEN:
        return ()
    stukken: list[Woordverschil] = []
    for code, oud_van, oud_tot, nieuw_van, nieuw_tot in SequenceMatcher(
        None, woorden_oud, woorden_nieuw, autojunk=False
    ).get_opcodes():
        if code == "equal":
            stukken.append(Woordverschil("gelijk", " ".join(woorden_oud[oud_van:oud_tot])))
        if code in ("delete", "replace"):
            stukken.append(Woordverschil("weg", " ".join(woorden_oud[oud_van:oud_tot])))
        if code in ("insert", "replace"):
            stukken.append(Woordverschil("nieuw", " ".join(woorden_nieuw[nieuw_van:nieuw_tot])))
    return tuple(stukken)


def split_woorden(tekst: str) -> list[str]:
    """The words; the dash before an item of a list is a sign, not a word."""
    return [woord for woord in tekst.split() if woord != "-"]
