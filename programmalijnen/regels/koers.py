"""From a ratio to a koers, and from a koers to its pile: here a doel turns orange (rekenregels 3)."""

from fractions import Fraction

from programmalijnen.regels.begrippen import Koers, Telling
from programmalijnen.regels.feiten import Grenzen


def rate(verhouding: Fraction, grenzen: Grenzen) -> Koers:
    """r >= 0,95 op schema, 0,80 <= r < 0,95 aandacht, r < 0,80 achter; on the exact fraction."""
    if verhouding >= Fraction(grenzen.op_schema):
        return Koers.OP_SCHEMA
    return Koers.AANDACHT if verhouding >= Fraction(grenzen.aandacht) else Koers.ACHTER


# Beter and gelijk carry no expectation, so they lie with what runs; slechter is the wrong side of its start.
TELLING = {
    Koers.BEHAALD: Telling.BEHAALD,
    Koers.GEREED: Telling.BEHAALD,
    Koers.OP_DOELNIVEAU: Telling.BEHAALD,
    Koers.UITGANGSPOSITIE: Telling.BEHAALD,
    Koers.OP_SCHEMA: Telling.OP_SCHEMA,
    Koers.AANDACHT: Telling.AANDACHT,
    Koers.ACHTER: Telling.ACHTER,
    Koers.VERSLECHTERD: Telling.VERSLECHTERD,
    Koers.SLECHTER: Telling.VERSLECHTERD,
    Koers.BETER: Telling.ZONDER_OORDEEL,
    Koers.GELIJK: Telling.ZONDER_OORDEEL,
    Koers.EEN_METING: Telling.ZONDER_OORDEEL,
    Koers.GEEN_KOERS: Telling.ZONDER_OORDEEL,
    Koers.GEEN_OORDEEL: Telling.ZONDER_OORDEEL,
    Koers.TE_VROEG: Telling.ZONDER_OORDEEL,
    Koers.NIET_TE_BEREKENEN: Telling.ZONDER_OORDEEL,
    Koers.NIET_TE_VERGELIJKEN: Telling.ZONDER_OORDEEL,
    Koers.NIET_VAN_TOEPASSING: Telling.ZONDER_OORDEEL,
    Koers.GEEN_DOEL: Telling.ZONDER_OORDEEL,
    Koers.NIET_GESTART: Telling.ZONDER_OORDEEL,
    Koers.BEZIG: Telling.ZONDER_OORDEEL,
    Koers.DEELS_GEREED: Telling.ZONDER_OORDEEL,
    Koers.GEEN_STAP: Telling.ZONDER_OORDEEL,
    Koers.VERVALLEN: Telling.ZONDER_OORDEEL,
    Koers.NIET_BEREKEND: Telling.ZONDER_OORDEEL,
    Koers.NIET_GEMETEN: Telling.NIET_GEMETEN,
    Koers.NIET_GERAPPORTEERD: Telling.NIET_GEMETEN,
    Koers.EINDSTAND_NIET_GEMETEN: Telling.NIET_GEMETEN,
    Koers.NIET_BEHAALD: Telling.NIET_BEHAALD,
    Koers.DEELS_BEHAALD: Telling.NIET_BEHAALD,
    Koers.ELDERS: Telling.ELDERS,
}
