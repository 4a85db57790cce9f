"""A drawing of a chart in two kinds of units: across in percents of the width, down in pixels.

So one drawing fits a phone and a wide screen: bars stretch, text keeps its size. Texts are broken for the
narrowest screen (a column of some 340 pixels) beforehand.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from textwrap import wrap

from dordt_monitor.grafiek.gegevens import Reeks, Rol

TEKENS = 46
REGEL = 20
KORTE_REGEL = 17
LEGENDAREGEL = 22
STAAL = 22
TEKENBREEDTE = 7.2
MERKEN = (Rol.VERWACHT, Rol.STREEFWAARDE)


class Letter(StrEnum):
    """How a text is set; grafieken.css says what it looks like."""

    NAAM = "naam"
    WAARDE = "getal"
    BIJ = "bij"
    LEEG = "leeg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekst:
    """A line of text; `y` is its baseline, `dx` pixels to the right of `x`."""

    x: float
    y: float
    tekst: str
    letter: Letter
    anker: str = "start"
    dx: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Vlak:
    """A bar from `van` to `tot` percent; `rol` None is the empty track behind it."""

    van: float
    tot: float
    y: float
    hoogte: float
    rol: Rol | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Streep:
    """A line of a series, or of the grid when `rol` is None."""

    x1: float
    y1: float
    x2: float
    y2: float
    rol: Rol | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merk:
    """A sign on one spot: the expected position, the target, a measured point."""

    x: float
    y: float
    rol: Rol
    dx: float = 0


@dataclass(slots=True, kw_only=True)
class Tekening:
    """What is to be drawn, from back to front; `kop` is the height of unit and legend."""

    hoogte: float = 0
    kop: float = 0
    vlakken: list[Vlak] = field(default_factory=list)
    strepen: list[Streep] = field(default_factory=list)
    merken: list[Merk] = field(default_factory=list)
    teksten: list[Tekst] = field(default_factory=list)
    legenda: list[tuple[Rol, float, float]] = field(default_factory=list)

    def write(self, regels: list[str], letter: Letter, *, x: float = 0, stap: float = REGEL) -> None:
        """Put lines of text below what is there."""
        for regel in regels:
            self.hoogte += stap
            self.teksten.append(Tekst(x=x, y=self.hoogte - 5, tekst=regel, letter=letter))


def break_text(tekst: str, tekens: int = TEKENS) -> list[str]:
    return wrap(tekst, max(tekens, 16))


def start_drawing(eenheid: str, reeksen: tuple[Reeks, ...]) -> Tekening:
    """A drawing with the unit, and a legend where more than one series asks for it."""
    tekening = Tekening()
    tekening.write(break_text(eenheid), Letter.BIJ, stap=KORTE_REGEL)
    if len(reeksen) > 1:
        _add_legend(tekening, reeksen)
    tekening.hoogte += 8 if tekening.teksten else 0
    tekening.kop = tekening.hoogte
    return tekening


def _add_legend(tekening: Tekening, reeksen: tuple[Reeks, ...]) -> None:
    breedte, x = TEKENS * TEKENBREEDTE, 0.0
    tekening.hoogte += LEGENDAREGEL
    for reeks in reeksen:
        lengte = STAAL + len(reeks.naam) * TEKENBREEDTE
        if x and x + lengte > breedte:
            x, tekening.hoogte = 0.0, tekening.hoogte + LEGENDAREGEL
        y = tekening.hoogte - 6
        tekening.legenda.append((reeks.rol, x, y - 10))
        tekening.teksten.append(Tekst(x=0, dx=x + STAAL, y=y, tekst=reeks.naam, letter=Letter.BIJ))
        x += lengte + 14
