"""What was agreed, what was achieved and what was found, for people who look back at a year in a room."""

from dataclasses import dataclass, replace
from decimal import Decimal

from ..groeperen import Rij, measured_without_doel
from ..lijnfeiten import is_cijfer, is_stap
from ..opzoeken import Doelplek, plekken_of_lijn
from ..rapport import Indicatorregel, Lijnregel, Rapport, Toelichtingregel
from .tabelvak import Tabelvak, make_tabelvak
from .toelichtingen import told
from .vorm import Vorm

VOL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Resultaten:
    cijfers: tuple[Doelplek, ...]
    vak: Tabelvak


@dataclass(frozen=True, slots=True)
class Bevinding:
    """A measured indicator without a doel; `overlap`: its shares add up to more than all."""

    indicator: Indicatorregel
    overlap: bool


@dataclass(frozen=True, slots=True)
class Bevindingen:
    rijen: tuple[Bevinding, ...]
    toelichtingen: tuple[Toelichtingregel, ...]


def agreed(lijn: Lijnregel) -> tuple[Doelplek, ...]:
    """The doelen of this year; what a round only names as verwant is no agreement."""
    return tuple(Doelplek(doel, plek) for plek in plekken_of_lijn(lijn) for doel in plek.drager.doelen)


def make_resultaten(vorm: Vorm, lijn: Lijnregel) -> Resultaten | None:
    """What was achieved: the rows, and before them the figures that no row shows; None without either.

    Shares stand below as findings, so their rows go without.
    """
    vak = make_tabelvak(vorm, lijn)
    groepen = tuple(
        replace(groep, rijen=tuple(map(without_shares, groep.rijen))) for groep in vak.tabel.groepen
    )
    resultaten = Resultaten(line_figures(lijn), replace(vak, tabel=replace(vak.tabel, groepen=groepen)))
    return resultaten if resultaten.cijfers or vak.is_gevuld else None


def without_shares(rij: Rij) -> Rij:
    return replace(rij, metingen=tuple(indicator for indicator in rij.metingen if not has_shares(indicator)))


def line_figures(lijn: Lijnregel) -> tuple[Doelplek, ...]:
    """Doelen of the line and its ambities that have a figure or a step: no row of the table shows them."""
    return tuple(
        Doelplek(doel, plek)
        for plek in plekken_of_lijn(lijn)
        if plek.activiteit is None
        for doel in (*plek.drager.doelen, *plek.drager.doelen_afgelopen)
        if is_cijfer(doel) or is_stap(doel)
    )


def find_bevindingen(vorm: Vorm, rapport: Rapport, lijn: Lijnregel) -> Bevindingen | None:
    """The figures this round found and their explanation; None without either.

    A single figure of an activiteit stands in its own row, an older one on the page of the line.
    """
    rijen = tuple(
        Bevinding(indicator, shares_overlap(indicator))
        for plek in plekken_of_lijn(lijn)
        for indicator in measured_without_doel(plek.drager.indicatoren)
        if (has_shares(indicator) if plek.activiteit else is_new(indicator, rapport))
    )
    bevindingen = Bevindingen(rijen, told(vorm, lijn))
    return bevindingen if rijen or bevindingen.toelichtingen else None


def is_new(indicator: Indicatorregel, rapport: Rapport) -> bool:
    return indicator.laatste is not None and indicator.laatste.peildatum >= rapport.peildatum


def has_shares(indicator: Indicatorregel) -> bool:
    return indicator.laatste is not None and bool(indicator.laatste.uitsplitsing)


def shares_overlap(indicator: Indicatorregel) -> bool:
    """Shares that add up to more than 100% cannot exclude each other; of other sums nothing is known."""
    if indicator.eenheid != "%" or indicator.laatste is None:
        return False
    delen = [deel.waarde for deel in indicator.laatste.uitsplitsing if deel.waarde is not None]
    return sum(delen, Decimal(0)) > VOL
