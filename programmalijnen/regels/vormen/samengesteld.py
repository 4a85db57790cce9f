"""The form `samengesteld`: reached when all parts are; each part keeps its own result (rekenregels 2)."""

from programmalijnen.regels.begrippen import Koers, Telling
from programmalijnen.regels.feiten import Doelfeiten, Uitkomst
from programmalijnen.regels.uitkomst import answer_in_words

GEEN_ONDERDELEN = "geen onderdelen vastgelegd"

# "Neemt toe" is met while it is better than the start, though a richting is never behaald for good.
BEREIKT = {Koers.BEHAALD, Koers.GEREED, Koers.OP_DOELNIVEAU, Koers.UITGANGSPOSITIE, Koers.BETER}
AFGEROND = {Koers.BEHAALD, Koers.DEELS_BEHAALD, Koers.NIET_BEHAALD}


def combine(doel: Doelfeiten, onderdelen: tuple[Uitkomst, ...]) -> Uitkomst:
    if not onderdelen:
        return answer_in_words(doel, Koers.NIET_TE_BEREKENEN, GEEN_ONDERDELEN)
    koersen = {onderdeel.koers for onderdeel in onderdelen}
    bereikt = sum(onderdeel.koers in BEREIKT for onderdeel in onderdelen)
    stand = f"{bereikt} van {len(onderdelen)} onderdelen bereikt"
    return answer_in_words(doel, _settle(koersen, onderdelen), stand, onderdelen=onderdelen, afgedrukt=stand)


def _settle(koersen: set[Koers], onderdelen: tuple[Uitkomst, ...]) -> Koers:
    """All the same: that; all reached: reached; all over: the result; else no koers, for nothing averages."""
    if len(koersen) == 1:
        return Koers.OP_DOELNIVEAU if koersen == {Koers.BETER} else onderdelen[0].koers
    if koersen <= {Koers.BEHAALD, Koers.GEREED}:
        return Koers.GEREED
    if koersen <= BEREIKT:
        return Koers.OP_DOELNIVEAU
    if koersen <= AFGEROND:
        return Koers.DEELS_BEHAALD
    if {onderdeel.telling for onderdeel in onderdelen} == {Telling.NIET_GEMETEN}:
        return Koers.NIET_GEMETEN
    return Koers.GEEN_KOERS
