"""What programmes and lines share: each thing once, where it counts, with everybody who names it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .kerncijfers import Deling, Kerncijfers


@dataclass(frozen=True, slots=True)
class Noemer:
    """A line that names it; `zekerheid` is zeker, mogelijk or empty."""

    programma: str
    naam: str
    lijn: str
    zekerheid: str


@dataclass(frozen=True, slots=True)
class Gedeeld:
    """`deling` says what it is and who owns it, `eigenaar` is the name of that programme.

    `is_leesbaar`: this reader has a report of the owner to go to.
    """

    deling: Deling
    eigenaar: str
    is_leesbaar: bool
    noemers: tuple[Noemer, ...]

    @property
    def is_tussen_programmas(self) -> bool:
        return any(noemer.programma != self.deling.eigenaar for noemer in self.noemers)


def find_gedeeld(kerncijfers: Mapping[str, Kerncijfers], namen: Mapping[str, str]) -> list[Gedeeld]:
    """By owner and title; what goes between programmes before what goes between lines of one.

    What a line names of itself, at another ambitie, is shared with nobody.

    Both are by the slug of a programme; an owner without a name here has the name its referrer knows.
    """
    per_ding = defaultdict(list)
    for programma, deling in all_delingen(kerncijfers):
        if (programma, deling.lijn) == (deling.eigenaar, deling.eigenaar_lijn):
            continue
        noemer = Noemer(programma, namen[programma], deling.lijn, deling.zekerheid)
        per_ding[deling.eigenaar, deling.soort, deling.sleutel or deling.titel].append((deling, noemer))
    gedeeld = [make_gedeeld(rijen, namen) for rijen in per_ding.values()]
    return sorted(gedeeld, key=lambda rij: (not rij.is_tussen_programmas, rij.eigenaar, rij.deling.titel))


def all_delingen(kerncijfers: Mapping[str, Kerncijfers]) -> Iterator[tuple[str, Deling]]:
    for programma, cijfers in kerncijfers.items():
        yield from ((programma, deling) for deling in cijfers.gedeeld)


def make_gedeeld(rijen: list[tuple[Deling, Noemer]], namen: Mapping[str, str]) -> Gedeeld:
    """A referrer that knows a report of the owner says more of the thing than one that knows none."""
    deling = max((deling for deling, _ in rijen), key=lambda deling: deling.ronde != "")
    eigenaar = namen.get(deling.eigenaar) or deling.eigenaar_naam or deling.eigenaar
    return Gedeeld(
        deling, eigenaar, deling.eigenaar in namen, tuple(dict.fromkeys(noemer for _, noemer in rijen))
    )
