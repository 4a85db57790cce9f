"""A scale of whole quarters: where a day falls on it, and what is written along it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

EEN_DAG = timedelta(days=1)
# With more quarters than this only the years are named.
MET_NAAM = 8


@dataclass(frozen=True, slots=True)
class Kwartaal:
    """`x` is where it begins, in percents as SVG writes them; `jaar` is filled where a year begins."""

    x: str
    naam: str
    jaar: str


@dataclass(frozen=True, slots=True)
class Kwartaalschaal:
    """From the first day of a quarter up to, not including, the first day of another."""

    van: date
    tot: date

    def place(self, dag: date) -> str:
        """Where a day begins, in percents of the width as SVG writes them."""
        return percent((dag - self.van) / (self.tot - self.van))

    def span(self, van: date, tot: date) -> str:
        """How wide the days from `van` up to and including `tot` are."""
        return percent((tot + EEN_DAG - van) / (self.tot - self.van))

    @property
    def kwartalen(self) -> tuple[Kwartaal, ...]:
        begin, dagen = self.van, []
        while begin < self.tot:
            dagen.append(begin)
            begin = next_quarter(begin)
        namen = len(dagen) <= MET_NAAM
        return tuple(
            Kwartaal(
                x=self.place(dag),
                naam=f"Q{quarter_of(dag)}" if namen else "",
                jaar=str(dag.year) if dag.month == 1 or dag == self.van else "",
            )
            for dag in dagen
        )


def choose_quarters(dagen: Iterable[date]) -> Kwartaalschaal:
    """The whole quarters around these days; raises ValueError for none."""
    gesorteerd = sorted(dagen)
    return Kwartaalschaal(van=begin_of_quarter(gesorteerd[0]), tot=next_quarter(gesorteerd[-1]))


def quarter_of(dag: date) -> int:
    return (dag.month + 2) // 3


def begin_of_quarter(dag: date) -> date:
    return date(dag.year, 3 * quarter_of(dag) - 2, 1)


def next_quarter(dag: date) -> date:
    return begin_of_quarter(begin_of_quarter(dag) + 100 * EEN_DAG)


def percent(deel: float) -> str:
    return f"{deel * 100:.2f}".rstrip("0").rstrip(".")
