"""Whether a chart earns its place: the one rule for every page and file."""

from dordt_monitor.grafiek.gegevens import Grafiek

MINSTENS = 3


def is_waard(grafiek: Grafiek) -> bool:
    """A chart says more than a sentence from three drawn figures on, of which at least two differ.

    Every mark counts: realised, expected, start and target are compared with each other too. Fewer, or all
    the same: the finding stays, as a sentence.
    """
    getekend = [waarde for reeks in grafiek.reeksen for waarde in reeks.waarden if waarde is not None]
    return len(getekend) >= MINSTENS and len(set(getekend)) > 1
