"""What the check before adopting knows beside the Rapport, and what it says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import blake2s

GELD, PROGRAMMA = "geld", ""
"""The groups beside the lines, which go by their code."""

ACTIVITEITEN, TOELICHTINGEN, INDICATOREN, DOELEN, TOTALEN = (
    "activiteiten",
    "toelichtingen",
    "indicatoren",
    "doelen",
    "totalen",
)
SLEUTEL_LENGTE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstelplek:
    """Where a warning is mended: the page of which soort, and the name of the field on it."""

    soort: str
    sleutel: str
    veld: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """A warning of the check. `sleutel` stays the same while the figures in `zin` change.

    `groep` is the code of a line, GELD or PROGRAMMA. `is_neutraal`: explains, asks no look.
    """

    sleutel: str
    groep: str
    onderwerp: str
    zin: str
    plek: Herstelplek
    is_neutraal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Totaalplek:
    """Which printed total: of a line (its code) or the programme (""), of spending when `uitgavesoort`."""

    lijn: str
    jaar: int | None
    uitgavesoort: str = ""
    soort: str = ""
    schaal: str = ""
    is_saldo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Controlefeiten:
    """Nothing here names a person.

    `vorige_peildatum` None: the first round. `verteld` is what the round before told, by (indicator,
    category or ""). `sluiten_uit` says of a doel whether its onderdelen exclude each other, `aanwezig` what
    a doel has of start, bron, eigenaar and periode. `zelf` holds (soort, sleutel) of the texts that one
    person both entered and approved; `totalen` the sleutels of what documents print.
    """

    vorige_peildatum: date | None = None
    verteld: Mapping[tuple[str, str], Decimal] = field(default_factory=dict)
    sluiten_uit: Mapping[str, bool | None] = field(default_factory=dict)
    aanwezig: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    zelf: frozenset[tuple[str, str]] = frozenset()
    totalen: Mapping[Totaalplek, str] = field(default_factory=dict)


def make_sleutel(soort: str, *delen: str) -> str:
    """`daarvan:partners/label`; what would be too long to store ends in a number of its own."""
    sleutel = f"{soort}:{'/'.join(deel for deel in delen if deel)}"
    if len(sleutel) <= SLEUTEL_LENGTE:
        return sleutel
    staart = blake2s(sleutel.encode(), digest_size=6).hexdigest()
    return f"{sleutel[: SLEUTEL_LENGTE - len(staart) - 1]}#{staart}"


def shorten(naam: str, hoogstens: int = 120) -> str:
    """A name that fits in a sentence."""
    naam = " ".join(naam.split())
    if len(naam) <= hoogstens:
        return naam
    return f"{naam[:hoogstens].rsplit(' ', 1)[0]}…"
