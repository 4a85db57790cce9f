"""Names of sheets: Excel allows 31 characters, not all of them, and no name twice."""

import re
from collections.abc import Iterable

MAX_LENGTE = 31
VERBODEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
# Names Excel keeps for itself.
GERESERVEERD = {"history", "geschiedenis"}


def choose_name(gewenst: str, bezet: Iterable[str]) -> str:
    """`gewenst` without forbidden characters, cut at a word, and with a number when the name is taken."""
    schoon = " ".join(VERBODEN.sub(" ", gewenst).split()).strip("' ") or "Blad"
    vergeven = {naam.casefold() for naam in bezet} | GERESERVEERD
    naam, nummer = _cut(schoon, MAX_LENGTE), 2
    while naam.casefold() in vergeven:
        staart = f" ({nummer})"
        naam, nummer = _cut(schoon, MAX_LENGTE - len(staart)) + staart, nummer + 1
    return naam


def _cut(tekst: str, ruimte: int) -> str:
    """At a word where that leaves more than half, with an ellipsis; Excel counts in UTF-16 units."""
    if _units(tekst) <= ruimte:
        return tekst
    while _units(tekst) > ruimte - 1:
        tekst = tekst[:-1]
    spatie = tekst.rfind(" ")
    return tekst[: spatie if spatie > ruimte // 2 else None].rstrip(" ,;.-'") + "…"


def _units(tekst: str) -> int:
    return len(tekst.encode("utf-16-le")) // 2
