"""The two axes of a line: where a moment and a value fall in the drawing, and what is written along them."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from dordt_monitor.grafiek.gegevens import Grafiek
from dordt_monitor.grafiek.schaal import Waardeschaal, choose_scale, place_moments
from dordt_monitor.grafiek.tekening import TEKEN_PROCENT, break_text
from dordt_monitor.opmaak import EURO, PROCENT, format_waarde

# Room beside the first and the last moment for half a label at the narrowest width.
LINKS, RECHTS = 14.0, 88.0
VLAKHOOGTE = 190
# Room for the figure above the highest point.
BOVENRUIMTE = 24
ETIKETBREEDTE = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Assen:
    """`boven` is the height in the drawing of the highest value of the scale."""

    schaal: Waardeschaal
    momenten: tuple[date, ...]
    eenheid: str
    boven: float

    @property
    def onder(self) -> float:
        return self.boven + VLAKHOOGTE

    @property
    def plaatsen(self) -> tuple[float, ...]:
        return place_moments(self.momenten, LINKS, RECHTS)

    def height_of(self, waarde: Decimal) -> float:
        bereik = self.schaal.hoog - self.schaal.laag
        return self.boven + VLAKHOOGTE * float((self.schaal.hoog - waarde) / bereik)

    def value_at(self, y: float) -> float:
        bereik = float(self.schaal.hoog - self.schaal.laag)
        return float(self.schaal.hoog) - (y - self.boven) / VLAKHOOGTE * bereik

    def moment_at(self, x: float) -> str:
        """The moment at a percentage of the width, as plotly writes moments."""
        eerste, laatste = min(self.momenten), max(self.momenten)
        dagen = (laatste - eerste).days or 1
        middag = timedelta(days=(x - LINKS) / (RECHTS - LINKS) * dagen)
        seconden = round(middag.total_seconds())
        return f"{eerste + timedelta(days=seconden // 86400)} {timedelta(seconds=seconden % 86400)}"

    def print_step(self, waarde: Decimal) -> str:
        """A value of the scale in Dutch, with as many decimals as the steps need."""
        teken = self.eenheid if self.eenheid in (PROCENT, EURO) else ""
        return format_waarde(waarde, teken, max(0, -int(self.schaal.stap.normalize().as_tuple().exponent)))


def make_axes(grafiek: Grafiek, kop: float) -> Assen:
    waarden = [waarde for reeks in grafiek.reeksen for waarde in reeks.waarden if waarde is not None]
    return Assen(
        schaal=choose_scale(waarden),
        momenten=grafiek.momenten,
        eenheid=grafiek.eenheid,
        boven=kop + BOVENRUIMTE,
    )


def choose_labels(grafiek: Grafiek, assen: Assen) -> dict[int, list[str]]:
    """By number of the moment, the names that fit side by side at the narrowest width, in lines.

    The ends go first, so that the begin and the end of the time are always named.
    """
    plaatsen, nummers = assen.plaatsen, range(len(assen.momenten))
    order = sorted(nummers, key=lambda i: (plaatsen[i] not in (min(plaatsen), max(plaatsen)), i))
    shown: dict[int, list[str]] = {}
    taken: list[tuple[float, float]] = []
    for nummer in order:
        regels = break_text(grafiek.categorieen[nummer], ETIKETBREEDTE)
        begin, eind = extent(plaatsen[nummer], max(map(len, regels), default=0), "middle")
        if all(eind < van or begin > tot for van, tot in taken):
            taken.append((begin, eind))
            shown[nummer] = regels
    return shown


def extent(x: float, tekens: int, anker: str) -> tuple[float, float]:
    """From where to where a text of so many characters runs, in percents of the narrowest width."""
    breedte = tekens * TEKEN_PROCENT
    begin = {"start": x, "middle": x - breedte / 2, "end": x - breedte}[anker]
    return begin, begin + breedte
