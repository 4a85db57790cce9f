"""Whether a chart earns its place: the one rule for every page and file."""

from collections.abc import Hashable, Iterable

from dordt_monitor.grafiek.gegevens import Grafiek

MINSTENS = 3


def is_waard(grafiek: Grafiek) -> bool:
    """Every mark counts: realised, expected, start and target are compared with each other too."""
    return says_more(waarde for reeks in grafiek.reeksen for waarde in reeks.waarden if waarde is not None)


def says_more(getekend: Iterable[Hashable]) -> bool:
    """A drawing says more than a sentence from three figures on, of which at least two differ.

    Fewer, or all the same: the finding stays, as a sentence.
    """
    figuren = list(getekend)
    return len(figuren) >= MINSTENS and len(set(figuren)) > 1
