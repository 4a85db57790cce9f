"""The few changes that say most: measured figures, then activiteiten that came or went, then the planning."""

from collections.abc import Callable
from dataclasses import dataclass

from .verandering import Aard, Verandering, Vergelijking


def is_cijfer(verandering: Verandering) -> bool:
    return verandering.aard == Aard.CIJFER


def is_activiteit(verandering: Verandering) -> bool:
    return verandering.soort == "activiteit" and verandering.aard in (Aard.NIEUW, Aard.WEG)


def is_planning(verandering: Verandering) -> bool:
    return verandering.aard == Aard.DATUM or (
        verandering.soort == "mijlpaal" and verandering.aard in (Aard.NIEUW, Aard.WEG)
    )


# A heading and what stands under it.
PLAATSEN: tuple[tuple[str, Callable[[Verandering], bool]], ...] = (
    ("Cijfers", is_cijfer),
    ("Activiteiten", is_activiteit),
    ("Planning", is_planning),
)
HOOGSTENS = 4


@dataclass(frozen=True, slots=True)
class Hoofdzaken:
    """Under each heading a few changes; `rest` is how many of all are not among them."""

    groepen: tuple[tuple[str, tuple[Verandering, ...]], ...]
    rest: int


def find_hoofdzaken(vergelijking: Vergelijking, *, hoogstens: int = HOOGSTENS) -> Hoofdzaken:
    """`hoogstens` under each heading."""
    groepen = tuple((kop, pick(vergelijking, is_zo, hoogstens)) for kop, is_zo in PLAATSEN)
    getoond = sum(len(veranderingen) for _, veranderingen in groepen)
    return Hoofdzaken(
        groepen=tuple(groep for groep in groepen if groep[1]),
        rest=len(vergelijking.veranderingen) - getoond,
    )


def pick(
    vergelijking: Vergelijking, is_zo: Callable[[Verandering], bool], hoogstens: int
) -> tuple[Verandering, ...]:
    """What was there before and changed comes first: it can be compared."""
    passend = filter(is_zo, vergelijking.veranderingen)
    return tuple(sorted(passend, key=lambda verandering: not verandering.was))[:hoogstens]
