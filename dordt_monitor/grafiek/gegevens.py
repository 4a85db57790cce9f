"""What a chart says: categories, series, the finding, the sentence, the source and the table beside it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Soort(StrEnum):
    BULLET = "bullet"
    STAVEN = "staven"
    GESTAPELD = "gestapeld"
    LIJN = "lijn"


class Rol(StrEnum):
    """What a series is in its chart; it decides the colour (grafieken.css) and the pattern or shape.

    `rustig` is for what carries no verdict or is accounted for elsewhere: present, never shouting.
    """

    WAARDE = "waarde"
    TWEEDE = "tweede"
    DERDE = "derde"
    RUSTIG = "rustig"
    NULMETING = "nulmeting"
    VERWACHT = "verwacht"
    STREEFWAARDE = "streefwaarde"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeks:
    """One series: a value and its print for each category of the chart.

    A value that is None leaves a gap: with a print ("niet gemeten") the words stand in the gap, without one
    the series simply has nothing to say there.
    """

    naam: str
    rol: Rol
    waarden: tuple[Decimal | None, ...]
    afgedrukt: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """The chart's figures as printed; the first column names the row, `getalkolommen` are aligned right."""

    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    getalkolommen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grafiek:
    """A chart, free of any way to draw it; `categorieen` with the values of a Reeks feed a native chart too.

    `sleutel` is unique on a page and made of letters, digits and hyphens. `titel` states the finding, `zin`
    says what is to be seen. `waardetekst` is the figure that stands with a category, `bijschriften` the words
    below it. `momenten` give a lijn its places in time. A bullet counts in percents of the way to the target.

    Raises ValueError when a series, the momenten or the texts are not as long as the categories.
    """

    sleutel: str
    titel: str
    eenheid: str
    soort: Soort
    categorieen: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    zin: str
    bron: str
    tabel: Tabel
    waardetekst: tuple[str, ...] = ()
    bijschriften: tuple[str, ...] = ()
    momenten: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        optional = [row for row in (self.waardetekst, self.bijschriften, self.momenten) if row]
        series = [row for reeks in self.reeksen for row in (reeks.waarden, reeks.afgedrukt)]
        if any(len(row) != len(self.categorieen) for row in [*optional, *series]):
            raise ValueError(f"De reeksen van grafiek {self.sleutel} zijn niet even lang als de categorieën.")
        if self.soort is Soort.LIJN and not self.momenten:
            raise ValueError(f"Grafiek {self.sleutel} is een lijn zonder momenten.")
