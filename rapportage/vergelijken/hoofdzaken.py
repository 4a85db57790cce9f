"""The few changes that say most: measured figures, then activiteiten that came or went, then the planning."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from .verandering import Aard, Verandering, Vergelijking


def is_cijfer(verandering: Verandering) -> bool:
    return verandering.aard == Aard.CIJFER


def is_activiteit(verandering: Verandering) -> bool:
    return verandering.soort == "activiteit" and verandering.aard in (Aard.NIEUW, Aard.WEG)


def is_planning(verandering: Verandering) -> bool:
    return verandering.aard == Aard.DATUM or (
        verandering.soort == "mijlpaal" and verandering.aard in (Aard.NIEUW, Aard.WEG)
    )


# How many of each are shown at most.
PLAATSEN: tuple[tuple[Callable[[Verandering], bool], int], ...] = (
    (is_cijfer, 4),
    (is_activiteit, 3),
    (is_planning, 3),
)


@dataclass(frozen=True, slots=True)
class Hoofdzaken:
    """`rest` is how many changes are not among `veranderingen`."""

    veranderingen: tuple[Verandering, ...]
    rest: int


def find_hoofdzaken(vergelijking: Vergelijking) -> Hoofdzaken:
    gekozen = tuple(
        verandering
        for is_zo, hoogstens in PLAATSEN
        for verandering in islice(filter(is_zo, vergelijking.veranderingen), hoogstens)
    )
    return Hoofdzaken(gekozen, len(vergelijking.veranderingen) - len(gekozen))
