"""What stands in the parts of a line. What is empty is left out, with its heading."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..rapport import Lijnregel, Rapport
from .ambities import doelen_in_words, make_ambities
from .jaren import put_years_beside
from .tabelvak import table_of, table_without_ambitie
from .terugblik import agreed, find_bevindingen, make_resultaten
from .toelichtingen import judged, told, told_of_money
from .vorm import Deel, Vorm


@dataclass(frozen=True, slots=True)
class Gevuld:
    """A part with what it shows."""

    deel: Deel
    inhoud: Any


@dataclass(frozen=True, slots=True)
class Lijnblok:
    """A line in the parts of the form; `is_kop`: it only heads the lines below it."""

    lijn: Lijnregel
    delen: tuple[Gevuld, ...]
    is_kop: bool


def make_lijnblok(vorm: Vorm, rapport: Rapport, lijn: Lijnregel, *, is_kop: bool = False) -> Lijnblok:
    delen = fill_delen(vorm.lijndelen, lambda naam: LIJNINHOUD[naam](vorm, rapport, lijn))
    return Lijnblok(lijn, delen, is_kop)


def fill_delen(delen: tuple[Deel, ...], inhoud: Callable[[str], Any]) -> tuple[Gevuld, ...]:
    gevuld = (Gevuld(deel, inhoud(deel.naam)) for deel in delen)
    return tuple(rij for rij in gevuld if rij.inhoud)


LIJNINHOUD: dict[str, Callable[[Vorm, Rapport, Lijnregel], Any]] = {
    "doelstelling": lambda vorm, rapport, lijn: lijn.doelstelling,
    "voortgang": lambda vorm, rapport, lijn: told(vorm, lijn),
    "voortgang_met_oordeel": lambda vorm, rapport, lijn: judged(lijn),
    "lijndoelen": lambda vorm, rapport, lijn: doelen_in_words(lijn),
    "activiteiten": lambda vorm, rapport, lijn: table_of(vorm, lijn),
    "afgesproken": lambda vorm, rapport, lijn: agreed(lijn),
    "resultaten": lambda vorm, rapport, lijn: make_resultaten(vorm, lijn),
    "bevindingen": lambda vorm, rapport, lijn: find_bevindingen(vorm, rapport, lijn),
    "jaren_naast_elkaar": lambda vorm, rapport, lijn: put_years_beside(lijn),
    "ambities": lambda vorm, rapport, lijn: make_ambities(lijn),
    "activiteiten_zonder_ambitie": lambda vorm, rapport, lijn: table_without_ambitie(vorm, lijn),
    "verwijzingen": lambda vorm, rapport, lijn: lijn.verwijzingen,
    "geld": lambda vorm, rapport, lijn: lijn.financien.groepen or told_of_money(lijn),
    "kosten": lambda vorm, rapport, lijn: lijn.financien.kostenposten,
}
