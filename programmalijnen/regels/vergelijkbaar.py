"""When two periods may be laid side by side (rekenregels 3: full periods, or the same t/m date)."""

from datetime import date, timedelta

from programmalijnen.regels.feiten import Periode


def is_same_stretch(een: Periode, ander: Periode) -> bool:
    """The same part of its year: from the same day to the same day, 29 February as 28."""
    return _day_of_year(_begin(een)) == _day_of_year(_begin(ander)) and _day_of_year(een.tot) == _day_of_year(
        ander.tot
    )


def is_full_period(periode: Periode) -> bool:
    """A whole year, calendar or school."""
    volgende_dag = periode.tot + timedelta(days=1)
    begin = _begin(periode)
    return (volgende_dag.month, volgende_dag.day) == (begin.month, begin.day)


def is_same_period(een: Periode, ander: Periode) -> bool:
    return (een.van, een.tot) == (ander.van, ander.tot)


def _begin(periode: Periode) -> date:
    # A stroom counts from the start of its year, also where the source only names the day.
    return periode.van or date(periode.tot.year, 1, 1)


def _day_of_year(dag: date) -> tuple[int, int]:
    return (2, 28) if (dag.month, dag.day) == (2, 29) else (dag.month, dag.day)
