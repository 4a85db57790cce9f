"""What a round says of a line, and of its money."""

from ..rapport import Lijnregel, Toelichtingregel
from .vorm import Vorm

GELD = "financiën"


def told(vorm: Vorm, lijn: Lijnregel) -> tuple[Toelichtingregel, ...]:
    """What the round says of the line; its text about money only where the form has no place for that."""
    met_geld = not vorm.has("geld")
    return tuple(rij for rij in lijn.toelichtingen if rij.tekst and (met_geld or rij.onderwerp != GELD))


def judged(lijn: Lijnregel) -> tuple[Toelichtingregel, ...]:
    """What the round says of the line with its verdict, also one that was not given yet."""
    return tuple(rij for rij in lijn.toelichtingen if rij.tekst or rij.onderwerp != GELD)


def told_of_money(lijn: Lijnregel) -> tuple[Toelichtingregel, ...]:
    return tuple(rij for rij in lijn.toelichtingen if rij.onderwerp == GELD and rij.tekst)
