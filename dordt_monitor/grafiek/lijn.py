"""The layout of a series over time: points joined by a line, targets as steps, gaps with their words."""

from decimal import Decimal
from itertools import pairwise

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol
from dordt_monitor.grafiek.schaal import Waardeschaal, choose_scale, place_moments
from dordt_monitor.grafiek.tekening import (
    KORTE_REGEL,
    Letter,
    Merk,
    Streep,
    Tekening,
    Tekst,
    break_text,
    start_drawing,
)
from dordt_monitor.opmaak import EURO, PROCENT, format_waarde

LINKS, RECHTS = 14.0, 94.0
VLAKHOOGTE = 190
LABELBREEDTE = 13
BOVEN_LIJN, ONDER_LIJN = -7, 17
# Half the width, in percents, of a point with its figure.
MERKBREEDTE = 6
# Room for the figure above the highest point.
BOVENRUIMTE = 24
# How many percents of the narrowest drawing a character takes.
TEKEN_PROCENT = 7.2 / 3.4


def lay_out_line(grafiek: Grafiek) -> Tekening:
    tekening = start_drawing(grafiek.eenheid, grafiek.reeksen)
    schaal = value_scale(grafiek)
    plaatsen = place_moments(grafiek.momenten, LINKS, RECHTS)
    tekening.hoogte += BOVENRUIMTE
    boven = tekening.hoogte
    _add_grid(tekening, schaal, grafiek.eenheid)
    for reeks in grafiek.reeksen:
        add = _add_steps if reeks.rol is Rol.STREEFWAARDE else _add_points
        add(tekening, reeks, plaatsen, schaal, boven)
    tekening.hoogte = boven + VLAKHOOGTE
    _add_periods(tekening, grafiek, plaatsen)
    return tekening


def value_scale(grafiek: Grafiek) -> Waardeschaal:
    return choose_scale([w for reeks in grafiek.reeksen for w in reeks.waarden if w is not None])


def print_step(waarde: Decimal, eenheid: str, schaal: Waardeschaal) -> str:
    """A value of the scale in Dutch, with as many decimals as the steps need."""
    teken = eenheid if eenheid in (PROCENT, EURO) else ""
    return format_waarde(waarde, teken, max(0, -int(schaal.stap.normalize().as_tuple().exponent)))


def _height(waarde: Decimal, schaal: Waardeschaal, boven: float) -> float:
    return boven + VLAKHOOGTE * (1 - float((waarde - schaal.laag) / (schaal.hoog - schaal.laag)))


def _add_grid(tekening: Tekening, schaal: Waardeschaal, eenheid: str) -> None:
    boven = tekening.hoogte
    for waarde in schaal.streepjes:
        y = _height(waarde, schaal, boven)
        tekening.strepen.append(Streep(x1=0, y1=y, x2=100, y2=y, rol=None))
        tekst = print_step(waarde, eenheid, schaal)
        tekening.teksten.append(Tekst(x=0, y=y - 4, tekst=tekst, letter=Letter.BIJ))


def _add_points(
    tekening: Tekening, reeks: Reeks, plaatsen: tuple[float, ...], schaal: Waardeschaal, boven: float
) -> None:
    """Points with their figure; the line stops where words say that nothing was measured."""
    vorig: tuple[float, float] | None = None
    for x, waarde, tekst in zip(plaatsen, reeks.waarden, reeks.afgedrukt, strict=True):
        if waarde is None:
            if tekst:
                _add_gap(tekening, x, tekst, boven)
                vorig = None
            continue
        y = _height(waarde, schaal, boven)
        if vorig:
            tekening.strepen.append(Streep(x1=vorig[0], y1=vorig[1], x2=x, y2=y, rol=reeks.rol))
        tekening.merken.append(Merk(x=x, y=y, rol=reeks.rol))
        tekening.teksten.append(Tekst(x=x, y=y - 10, tekst=tekst, letter=Letter.GETAL, anker=_anchor(x)))
        vorig = (x, y)


def _add_gap(tekening: Tekening, x: float, tekst: str, boven: float) -> None:
    onder = boven + VLAKHOOGTE
    for nummer, regel in enumerate(reversed(break_text(tekst, LABELBREEDTE))):
        y = onder - 6 - nummer * KORTE_REGEL
        tekening.teksten.append(Tekst(x=x, y=y, tekst=regel, letter=Letter.LEEG, anker=_anchor(x)))


def _add_steps(
    tekening: Tekening, reeks: Reeks, plaatsen: tuple[float, ...], schaal: Waardeschaal, boven: float
) -> None:
    """Each value holds from its moment to the next; the last figure stands at the end of its step."""
    steps = [
        (x, waarde, tekst)
        for x, waarde, tekst in zip(plaatsen, reeks.waarden, reeks.afgedrukt, strict=True)
        if waarde is not None
    ]
    for (x, waarde, tekst), (verder, volgende, _) in pairwise(steps):
        y, straks = _height(waarde, schaal, boven), _height(volgende, schaal, boven)
        tekening.strepen.append(Streep(x1=x, y1=y, x2=verder, y2=y, rol=reeks.rol))
        if y != straks:
            tekening.strepen.append(Streep(x1=verder, y1=y, x2=verder, y2=straks, rol=reeks.rol))
            _write_target(tekening, tekst, [(x, y, "start"), (verder, y, "end")])
    if steps:
        (begin, *_), (x, waarde, tekst) = steps[max(len(steps) - 2, 0)], steps[-1]
        y = _height(waarde, schaal, boven)
        _write_target(tekening, tekst, [(x, y, "end"), (begin, y, "start")])


def _write_target(tekening: Tekening, tekst: str, einden: list[tuple[float, float, str]]) -> None:
    """Above or below an end of the step, on the first spot where no measured figure stands."""
    spots = [(x, y + shift, anker) for x, y, anker in einden for shift in (BOVEN_LIJN, ONDER_LIJN)]
    x, y, anker = next((spot for spot in spots if _is_free(tekening, tekst, spot)), spots[0])
    tekening.teksten.append(Tekst(x=x, y=y, tekst=tekst, letter=Letter.BIJ, anker=anker))


def _is_free(tekening: Tekening, tekst: str, spot: tuple[float, float, str]) -> bool:
    x, y, anker = spot
    begin, eind = _extent(x, len(tekst), anker)
    return not any(
        begin - MERKBREEDTE < merk.x < eind + MERKBREEDTE and y - KORTE_REGEL < merk.y + 6 and merk.y - 26 < y
        for merk in tekening.merken
    )


def _add_periods(tekening: Tekening, grafiek: Grafiek, plaatsen: tuple[float, ...]) -> None:
    """The first and the last period, and of those between what has room at the narrowest width."""
    shown = choose_labels(plaatsen, label_lines(grafiek))
    boven, laagste = tekening.hoogte, tekening.hoogte
    for x, regels in shown:
        tekening.hoogte = boven
        for regel in regels:
            tekening.hoogte += KORTE_REGEL
            tekst = Tekst(x=x, y=tekening.hoogte, tekst=regel, letter=Letter.BIJ, anker=_anchor(x))
            tekening.teksten.append(tekst)
        laagste = max(laagste, tekening.hoogte)
    tekening.hoogte = laagste + 6


def label_lines(grafiek: Grafiek) -> list[list[str]]:
    return [break_text(tekst, LABELBREEDTE) for tekst in grafiek.categorieen]


def choose_labels(plaatsen: tuple[float, ...], teksten: list[list[str]]) -> list[tuple[float, list[str]]]:
    """The labels that fit side by side; the ends go first, so that begin and end of time are always named."""
    order = sorted(range(len(plaatsen)), key=lambda i: (plaatsen[i] not in (min(plaatsen), max(plaatsen)), i))
    taken: list[tuple[float, float]] = []
    shown: list[tuple[float, list[str]]] = []
    for i in order:
        x, breedte = plaatsen[i], max((len(regel) for regel in teksten[i]), default=0)
        begin, eind = _extent(x, breedte, _anchor(x))
        if teksten[i] and all(eind < van or begin > tot for van, tot in taken):
            taken.append((begin, eind))
            shown.append((x, teksten[i]))
    return shown


def _extent(x: float, tekens: int, anker: str) -> tuple[float, float]:
    breedte = tekens * TEKEN_PROCENT
    begin = {"start": x, "middle": x - breedte / 2, "end": x - breedte}[anker]
    return begin, begin + breedte


def _anchor(x: float) -> str:
    if x >= RECHTS:
        return "end"
    return "start" if x <= LINKS else "middle"
