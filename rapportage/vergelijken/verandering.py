"""The outcome of a comparison: one Verandering for each fact that differs."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

Kenmerk = tuple[str, str, str]
"""(soort, sleutel, veld): which fact of which thing; `veld` is "" for the thing as a whole."""


class Aard(StrEnum):
    """What kind of difference it is; in the order in which a reader wants to know."""

    CIJFER = "cijfer"
    BEDRAG = "bedrag"
    NIEUW = "nieuw"
    WEG = "niet meer genoemd"
    OORDEEL = "oordeel, koers of stap"
    DATUM = "planning"
    OPGAVE = "anders gerapporteerd"
    VERPLAATST = "andere plaats"
    TEKST = "tekst"
    TELLING = "telling"


@dataclass(frozen=True, slots=True)
class Woordverschil:
    """A run of words that stayed ("gelijk"), went ("weg") or came ("nieuw")."""

    soort: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verandering:
    """A fact that differs: `was` and `nu` as printed, `zin` the whole of it in words.

    `lijn` is the code of the line, "" for the programme itself. `pad` is the page about it below the address
    of a report. `gevolgen` are sentences about what changed only because this did.
    """

    aard: Aard
    kenmerk: Kenmerk
    onderwerp: str
    lijn: str
    wat: str
    was: str
    nu: str
    zin: str
    pad: str = ""
    verschil: str = ""
    woorden: tuple[Woordverschil, ...] = ()
    gevolgen: tuple[str, ...] = ()

    @property
    def soort(self) -> str:
        return self.kenmerk[0]


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """All differences, those of the programme itself first, then by line in the order of the newer report."""

    veranderingen: tuple[Verandering, ...]

    @property
    def tellingen(self) -> tuple[tuple[Aard, int], ...]:
        """How many of each kind; kinds without any are left out."""
        aantallen = Counter(verandering.aard for verandering in self.veranderingen)
        return tuple((aard, aantallen[aard]) for aard in Aard if aantallen[aard])
