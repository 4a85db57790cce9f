"""Charts of a report: pure functions of its parts; None where a chart would say nothing."""

from .doelen import bullet_grafiek, doelen_grafiek
from .geld import financiering_grafiek, lijnen_grafiek
from .indicatoren import indicator_grafiek
from .kosten import kosten_grafiek
from .tellingen import oordelen_grafiek, tellingen_grafiek
from .uitsplitsing import uitsplitsing_grafiek

__all__ = [
    "bullet_grafiek",
    "doelen_grafiek",
    "financiering_grafiek",
    "indicator_grafiek",
    "kosten_grafiek",
    "lijnen_grafiek",
    "oordelen_grafiek",
    "tellingen_grafiek",
    "uitsplitsing_grafiek",
]
