"""A drawing of a chart in two kinds of units: across in percents of the width, down in pixels.

So one drawing fits a phone and a wide screen: bars stretch, text keeps its size. Texts are broken for the
narrowest column (some 340 pixels) beforehand.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from textwrap import wrap

from dordt_monitor.grafiek.gegevens import Reeks, Rol
from dordt_monitor.opmaak import EURO, PROCENT, keep_together

TEKENS = 48
# What a character takes of the narrowest width, in percents.
TEKEN_PROCENT = 2.1
REGEL = 20
KORTE_REGEL = 18
LEGENDAREGEL = 22
# The legend, in pixels: a sample, a character, the room between two entries, and where a line is full.
STAAL, LEGENDATEKEN, LEGENDATUSSEN, LEGENDABREEDTE = 20, 6.4, 12, 290
MERKEN = (Rol.NULMETING, Rol.VERWACHT, Rol.STREEFWAARDE)


class Letter(StrEnum):
    """How a text is set; grafieken.css says what it looks like."""

    NAAM = "naam"
    GETAL = "getal"
    BIJ = "bij"
    LEEG = "leeg"
    STREEF = "streef"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekst:
    """A line of text on its baseline `y`; `anker` is the SVG word for where `x` falls in it."""

    x: float
    y: float
    tekst: str
    letter: Letter
    anker: str = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vlak:
    """A bar from `van` to `tot` percent; without a rol it is the empty track behind a bar."""

    van: float
    tot: float
    y: float
    hoogte: float
    rol: Rol | None
    uitleg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Streep:
    """A line of a series, or of the grid when it has no rol."""

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
    uitleg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staal:
    """An entry of the legend; here `x` is in pixels too, and `y` the baseline of its name."""

    rol: Rol
    naam: str
    x: float
    y: float


@dataclass(slots=True, kw_only=True)
class Tekening:
    """What is to be drawn; `kop` is the height that the unit and the legend take at the top."""

    eenheid: str
    hoogte: float = 0
    kop: float = 0
    legenda: list[Staal] = field(default_factory=list)
    vlakken: list[Vlak] = field(default_factory=list)
    strepen: list[Streep] = field(default_factory=list)
    merken: list[Merk] = field(default_factory=list)
    teksten: list[Tekst] = field(default_factory=list)

    def write(self, regels: list[str], letter: Letter, *, regelhoogte: float = KORTE_REGEL) -> None:
        """Put lines of text below what is there."""
        for regel in regels:
            self.hoogte += regelhoogte
            self.teksten.append(Tekst(x=0, y=self.hoogte - 5, tekst=regel, letter=letter))


def start_drawing(eenheid: str, reeksen: tuple[Reeks, ...]) -> Tekening:
    """A drawing with its unit where the figures do not carry it, and a legend with more than one series."""
    said = "" if eenheid in (EURO, PROCENT) else eenheid
    tekening = Tekening(eenheid=said, hoogte=KORTE_REGEL if said else 0)
    if len(legend_entries(reeksen)) > 1:
        _add_legend(tekening, reeksen)
    tekening.hoogte += 14 if tekening.hoogte else 0
    tekening.kop = tekening.hoogte
    return tekening


def _add_legend(tekening: Tekening, reeksen: tuple[Reeks, ...]) -> None:
    """Side by side as far as the narrowest column allows, then on the next line."""
    x = 0.0
    tekening.hoogte += LEGENDAREGEL
    for rol, naam in legend_entries(reeksen):
        breedte = STAAL + len(naam) * LEGENDATEKEN
        if x and x + breedte > LEGENDABREEDTE:
            x, tekening.hoogte = 0.0, tekening.hoogte + LEGENDAREGEL
        tekening.legenda.append(Staal(rol=rol, naam=naam, x=x, y=tekening.hoogte - 6))
        x += breedte + LEGENDATUSSEN


def legend_entries(reeksen: tuple[Reeks, ...]) -> list[tuple[Rol, str]]:
    """Series that share role and name (the years of a count that begins again) share their entry."""
    return list(dict.fromkeys((reeks.rol, reeks.naam) for reeks in reeksen))


def break_text(tekst: str, tekens: int = TEKENS) -> list[str]:
    """Lines of at most so many characters; an amount stays on one line with its sign."""
    kept = keep_together(tekst)
    return [kept] if 0 < len(kept) <= tekens else wrap(kept, max(tekens, 12))


def break_parts(tekst: str, tekens: int = TEKENS) -> list[str]:
    """The same, and an enumeration ("stad € 100; regio € 200") breaks between its parts where they fit."""
    delen = [
        deel.replace(" ", "\N{NO-BREAK SPACE}") if len(deel) < tekens else deel for deel in tekst.split("; ")
    ]
    return break_text("; ".join(delen) if len(delen) > 1 else tekst, tekens)
