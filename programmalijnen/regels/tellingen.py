"""Upwards only counts, never averages (rekenregels 3, "Upwards")."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from programmalijnen.regels.begrippen import Oordeel, Telling
from programmalijnen.regels.feiten import Uitkomst

NOG_NIET_BEOORDEELD = "nog niet beoordeeld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aantal:
    """How many lie in a pile; `naam` is what is printed."""

    naam: str
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beoordeelde:
    """An activiteit with its light; `ouder` is the sleutel of the activiteit it is onderdeel of."""

    sleutel: str
    oordeel: Oordeel = Oordeel.NIET_BEOORDEELD
    ouder: str = ""


def count_koersen(uitkomsten: Iterable[Uitkomst]) -> tuple[Aantal, ...]:
    """All nine piles in their order, also the empty ones; every doel lies in exactly one."""
    aantallen = Counter(uitkomst.telling for uitkomst in uitkomsten)
    return tuple(Aantal(naam=telling.value, aantal=aantallen[telling]) for telling in Telling)


def count_oordelen(activiteiten: Iterable[Beoordeelde]) -> tuple[Aantal, ...]:
    """All lights in their order; an onderdeel is not counted beside its parent."""
    alle = tuple(activiteiten)
    sleutels = {activiteit.sleutel for activiteit in alle}
    aantallen = Counter(activiteit.oordeel for activiteit in alle if activiteit.ouder not in sleutels)
    lichten = (*(oordeel for oordeel in Oordeel if oordeel), Oordeel.NIET_BEOORDEELD)
    return tuple(
        Aantal(naam=licht.value or NOG_NIET_BEOORDEELD, aantal=aantallen[licht]) for licht in lichten
    )
