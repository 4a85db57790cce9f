"""How high rows must be. Neither Excel nor LibreOffice works that out for cells that are merged."""

from collections.abc import Sequence
from math import ceil

PUNTEN_PER_REGEL = 13.5
# Excel makes a row at most 409 points high.
MAX_REGELS = 30


def text_room(breedte: int) -> int:
    """How many characters of running text fit in a column of `breedte` digits, without its indents."""
    return max(4, int(breedte * 1.15) - 2)


def count_lines(tekst: str, breedte: int) -> int:
    """How many lines a text takes in a column with room for `breedte` characters."""
    return sum(_count_paragraph(alinea, breedte) for alinea in tekst.split("\n"))


def _count_paragraph(alinea: str, breedte: int) -> int:
    """Breaks at spaces, and inside a word that is longer than a line."""
    if len(alinea) <= breedte:
        return 1
    regels, vol = 1, 0
    for lengte in map(len, alinea.split(" ")):
        if vol and vol + 1 + lengte > breedte:
            regels, vol = regels + 1, 0
        regels += max(0, lengte - 1) // breedte
        vol += lengte % breedte + (1 if vol else 0)
    return regels


def spread(regels: Sequence[int], nodig: int) -> list[int]:
    """Lines per row, so that rows of their own `regels` together show a merged text of `nodig` lines.

    Rows grow evenly to what a row can be at most; then rows are added.
    """
    hoog = [min(aantal, MAX_REGELS) for aantal in regels]
    tekort = nodig - sum(hoog)
    for nummer, aantal in enumerate(hoog):
        erbij = max(0, min(ceil(tekort / (len(hoog) - nummer)), MAX_REGELS - aantal))
        hoog[nummer] += erbij
        tekort -= erbij
    while tekort > 0:
        hoog.append(min(tekort, MAX_REGELS))
        tekort -= MAX_REGELS
    return hoog


def cut_readable(tekst: str, breedte: int) -> list[str]:
    """The text in pieces that one row can show, cut between paragraphs, lines or, at worst, words."""
    stukken: list[list[str]] = [[]]
    vol = 0
    delen = (deel for alinea in tekst.split("\n") for deel in _cut_paragraph(alinea, breedte))
    for deel in delen:
        regels = count_lines(deel, breedte)
        if stukken[-1] and vol + regels > MAX_REGELS:
            stukken.append([])
            vol = 0
        stukken[-1].append(deel)
        vol += regels
    return ["\n".join(stuk) for stuk in stukken]


def _cut_paragraph(alinea: str, breedte: int) -> list[str]:
    if count_lines(alinea, breedte) <= MAX_REGELS:
        return [alinea]
    knip = breedte * (MAX_REGELS - 4)
    knip = alinea.rfind(" ", 1, knip) + 1 or knip
    return [alinea[:knip], *_cut_paragraph(alinea[knip:], breedte)]
