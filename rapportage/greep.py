"""The first few of a list, and how many were left out: what one screen has room for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Greep(Generic[T]):
    getoond: tuple[T, ...]
    rest: int


def take(rij: Iterable[T], hoogstens: int) -> Greep[T]:
    alles = tuple(rij)
    return Greep(alles[:hoogstens], max(0, len(alles) - hoogstens))
