"""What stands in the parts of a line. What is empty is left out, with its heading."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..groeperen import Lijntabel, Rij, make_tabel, measured_without_doel
from ..opzoeken import Doelplek, Plek, plekken_of_lijn, with_onderdelen
from ..overzicht import HIER, is_cijfer, is_stap
from ..rapport import (
    Activiteitregel,
    Ambitieregel,
    Doelregel,
    Indicatorregel,
    Lijnregel,
    Toelichtingregel,
    Verwijzingregel,
)
from .vorm import Deel, Kolom, Vorm

GELD, VOORTGANG = "financiën", "voortgang"
VOL = Decimal(100)


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


@dataclass(frozen=True, slots=True)
class Tabelvak:
    """The activiteiten of a line in the columns that have something to show."""

    tabel: Lijntabel
    kolommen: tuple[Kolom, ...]

    @property
    def is_gevuld(self) -> bool:
        return bool(self.tabel.groepen or self.tabel.verwant)

    @property
    def breed(self) -> int:
        """How many columns, with that of the activiteit itself."""
        return len(self.kolommen) + 1


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
class Jarenrij:
    """The doelen of the next year of one place beside those of this year; `drager` None: the line itself."""

    drager: Ambitieregel | Activiteitregel | None
    dit_jaar: tuple[Doelregel, ...]
    volgend_jaar: tuple[Doelregel, ...]


@dataclass(frozen=True, slots=True)
class Ambitierij:
    ambitie: Ambitieregel
    doelen: tuple[Doelregel, ...]
    activiteiten: tuple[Activiteitregel, ...]
    verwijzingen: tuple[Verwijzingregel, ...] = ()


def make_lijnblok(vorm: Vorm, lijn: Lijnregel, *, is_kop: bool = False) -> Lijnblok:
    delen = fill_delen(vorm.lijndelen, lambda naam: LIJNINHOUD[naam](vorm, lijn))
    return Lijnblok(lijn, delen, is_kop)


def fill_delen(delen: tuple[Deel, ...], inhoud: Callable[[str], Any]) -> tuple[Gevuld, ...]:
    gevuld = (Gevuld(deel, inhoud(deel.naam)) for deel in delen)
    return tuple(rij for rij in gevuld if rij.inhoud)


def told(lijn: Lijnregel) -> tuple[Toelichtingregel, ...]:
    """What the round says of the line, but for its money."""
    return tuple(rij for rij in lijn.toelichtingen if rij.onderwerp != GELD and rij.tekst)


def judged(lijn: Lijnregel) -> tuple[Toelichtingregel, ...]:
    """The progress of the line with its verdict, also one that was not given yet."""
    return tuple(rij for rij in lijn.toelichtingen if rij.onderwerp != GELD)


def told_of_money(lijn: Lijnregel) -> tuple[Toelichtingregel, ...]:
    return tuple(rij for rij in lijn.toelichtingen if rij.onderwerp == GELD and rij.tekst)


def make_tabelvak(vorm: Vorm, lijn: Lijnregel, *, zonder: Container[str] = frozenset()) -> Tabelvak:
    """The table of a line in the columns of the form."""
    tabel = make_tabel(lijn, op_soort=vorm.op_soort, zonder=zonder)
    rijen = [rij for groep in tabel.groepen for rij in groep.rijen]
    kolommen = (k for k in vorm.kolommen if not k.mag_weg or any(map(CELINHOUD[k.naam], rijen)))
    return Tabelvak(tabel, tuple(kolommen))


def table_of(vorm: Vorm, lijn: Lijnregel) -> Tabelvak | None:
    """The activiteiten with the doelen of the line itself; None without either."""
    vak = make_tabelvak(vorm, lijn)
    return vak if vak.is_gevuld or lijn.doelen or lijn.doelen_afgelopen or lijn.ambities else None


def agreed(lijn: Lijnregel) -> tuple[Doelplek, ...]:
    """The doelen of this year; what a round only names as verwant is no agreement."""
    return tuple(Doelplek(doel, plek) for plek in plekken_of_lijn(lijn) for doel in plek.drager.doelen)


def line_figures(lijn: Lijnregel) -> tuple[Doelplek, ...]:
    """Doelen of the line and its ambities that have a figure or a step: no row of the table shows them."""
    return tuple(
        Doelplek(doel, plek)
        for plek in plekken_of_lijn(lijn)
        if plek.activiteit is None
        for doel in (*plek.drager.doelen, *plek.drager.doelen_afgelopen)
        if is_cijfer(doel) or is_stap(doel)
    )


def make_resultaten(vorm: Vorm, lijn: Lijnregel) -> Resultaten | None:
    """What was achieved: the rows, and before them the figures that no row shows; None without either."""
    resultaten = Resultaten(line_figures(lijn), make_tabelvak(vorm, lijn))
    return resultaten if resultaten.cijfers or resultaten.vak.is_gevuld else None


def find_bevindingen(lijn: Lijnregel) -> tuple[Bevinding, ...]:
    return tuple(
        Bevinding(indicator, shares_overlap(indicator))
        for plek in plekken_of_lijn(lijn)
        for indicator in measured_without_doel(plek.drager.indicatoren)
    )


def shares_overlap(indicator: Indicatorregel) -> bool:
    """Shares that add up to more than 100% cannot exclude each other; of other sums nothing is known."""
    if indicator.eenheid != "%" or indicator.laatste is None:
        return False
    delen = [deel.waarde for deel in indicator.laatste.uitsplitsing if deel.waarde is not None]
    return sum(delen, Decimal(0)) > VOL


def put_years_beside(lijn: Lijnregel) -> tuple[Jarenrij, ...]:
    """A row for each place with doelen of the next year, those of activiteiten first.

    Doelen of this year stand beside them when they hang on the same place, or share an indicator.
    """
    plekken = sorted(plekken_of_lijn(lijn), key=lambda plek: plek.activiteit is None)
    return tuple(
        Jarenrij(
            drager=None if isinstance(plek.drager, Lijnregel) else plek.drager,  # type: ignore[arg-type]
            dit_jaar=tuple(doelen_beside(lijn, plek)),
            volgend_jaar=plek.drager.doelen_volgend_jaar,
        )
        for plek in plekken
        if plek.drager.doelen_volgend_jaar
    )


def doelen_beside(lijn: Lijnregel, plek: Plek) -> Iterator[Doelregel]:
    indicatoren = {doel.indicator for doel in plek.drager.doelen_volgend_jaar if doel.indicator}
    for andere in plekken_of_lijn(lijn):
        for doel in andere.drager.doelen:
            if andere == plek or doel.indicator in indicatoren:
                yield doel


def make_ambities(lijn: Lijnregel) -> tuple[Ambitierij, ...]:
    op_sleutel = {rij.sleutel: rij for rij in with_onderdelen(lijn.activiteiten)}
    return tuple(
        Ambitierij(
            ambitie=ambitie,
            doelen=(*ambitie.doelen, *ambitie.doelen_afgelopen),
            activiteiten=tuple(op_sleutel[sleutel] for sleutel in ambitie.activiteiten),
        )
        for ambitie in lijn.ambities
    )


def table_without_ambitie(vorm: Vorm, lijn: Lijnregel) -> Tabelvak | None:
    """The rows that stand in no ambitie, with the doelen of the line; None without either."""
    in_ambitie = {sleutel for ambitie in lijn.ambities for sleutel in ambitie.activiteiten}
    vak = make_tabelvak(vorm, lijn, zonder=in_ambitie)
    return vak if vak.is_gevuld or lijn.doelen or lijn.doelen_afgelopen else None


# Whether a row has something to show in a column that may be left out.
CELINHOUD: dict[str, Callable[[Rij], Any]] = {
    "doel": lambda rij: rij.activiteit.doelen,
    "realisatie": lambda rij: (
        rij.activiteit.realisatie or rij.activiteit.opgave != HIER or rij.cijfers or rij.metingen
    ),
    "partners": lambda rij: rij.activiteit.partners,
    "tijdspad": lambda rij: rij.activiteit.tijdspad.actueel or rij.activiteit.tijdspad.oorspronkelijk,
}


LIJNINHOUD: dict[str, Callable[[Vorm, Lijnregel], Any]] = {
    "doelstelling": lambda _, lijn: lijn.doelstelling,
    "voortgang": lambda _, lijn: told(lijn),
    "voortgang_met_oordeel": lambda _, lijn: judged(lijn),
    "activiteiten": table_of,
    "afgesproken": lambda _, lijn: agreed(lijn),
    "resultaten": make_resultaten,
    "bevindingen": lambda _, lijn: find_bevindingen(lijn),
    "jaren_naast_elkaar": lambda _, lijn: put_years_beside(lijn),
    "ambities": lambda _, lijn: make_ambities(lijn),
    "activiteiten_zonder_ambitie": table_without_ambitie,
    "verwijzingen": lambda _, lijn: lijn.verwijzingen,
    "geld": lambda _, lijn: lijn.financien.groepen or told_of_money(lijn),
    "kosten": lambda _, lijn: lijn.financien.kostenposten,
}
