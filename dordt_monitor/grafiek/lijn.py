"""The layout of a series over time: points joined by a line, targets as steps, gaps with their words."""

from itertools import pairwise

from dordt_monitor.grafiek.assen import ETIKETBREEDTE, Assen, choose_labels, extent, make_axes
from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol
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

BOVEN_LIJN, ONDER_LIJN = -7, 17
# What a series is held against has its figures below its points, so that the two keep clear of each other.
BOVEN_PUNT, ONDER_PUNT = -10, 20
# Half the width, in percents, of a point with its figure.
MERKBREEDTE = 4
NAAST = 1.5


def lay_out_line(grafiek: Grafiek) -> Tekening:
    tekening = start_drawing(grafiek.eenheid, grafiek.reeksen)
    assen = make_axes(grafiek, tekening.kop)
    _add_grid(tekening, assen)
    # Targets come last: their figures look for a spot where no measured one stands.
    for reeks in sorted(grafiek.reeksen, key=lambda reeks: reeks.rol is Rol.STREEFWAARDE):
        add = _add_steps if reeks.rol is Rol.STREEFWAARDE else _add_points
        add(tekening, reeks, assen)
    _add_periods(tekening, grafiek, assen)
    return tekening


def _add_grid(tekening: Tekening, assen: Assen) -> None:
    for waarde in assen.schaal.streepjes:
        y = assen.height_of(waarde)
        tekening.strepen.append(Streep(x1=0, y1=y, x2=100, y2=y, rol=None))
        _write(tekening, 0, y - 4, assen.print_step(waarde), Letter.BIJ, "start")


def _add_points(tekening: Tekening, reeks: Reeks, assen: Assen) -> None:
    """Points with their figure; the line stops where words say that nothing was measured."""
    vorig: tuple[float, float] | None = None
    for x, waarde, tekst in zip(assen.plaatsen, reeks.waarden, reeks.afgedrukt, strict=True):
        if waarde is None:
            _add_gap(tekening, x, tekst, assen)
            vorig = None if tekst else vorig
            continue
        y = assen.height_of(waarde)
        if vorig:
            tekening.strepen.append(Streep(x1=vorig[0], y1=vorig[1], x2=x, y2=y, rol=reeks.rol))
        tekening.merken.append(Merk(x=x, y=y, rol=reeks.rol))
        naast = ONDER_PUNT if reeks.rol is Rol.TWEEDE else BOVEN_PUNT
        _write(tekening, x, y + naast, tekst, Letter.GETAL, "middle")
        vorig = (x, y)


def _add_gap(tekening: Tekening, x: float, tekst: str, assen: Assen) -> None:
    for nummer, regel in enumerate(reversed(break_text(tekst, ETIKETBREEDTE))):
        _write(tekening, x, assen.onder - 6 - nummer * KORTE_REGEL, regel, Letter.LEEG, "middle")


def _add_steps(tekening: Tekening, reeks: Reeks, assen: Assen) -> None:
    """Each value holds from its moment to the next; the last one only closes its step."""
    said = zip(assen.plaatsen, reeks.waarden, reeks.afgedrukt, strict=True)
    steps = [(x, assen.height_of(waarde), tekst) for x, waarde, tekst in said if waarde is not None]
    for (x, y, tekst), (tot, straks, _) in pairwise(steps):
        tekening.strepen.append(Streep(x1=x, y1=y, x2=tot, y2=y, rol=reeks.rol))
        is_last = (tot, straks) == steps[-1][:2]
        if y != straks:
            tekening.strepen.append(Streep(x1=tot, y1=y, x2=tot, y2=straks, rol=reeks.rol))
        _write_target(
            tekening, tekst, y, [(tot, "end"), (x, "start")] if is_last else [(x, "start"), (tot, "end")]
        )


def _write_target(tekening: Tekening, tekst: str, hoogte: float, einden: list[tuple[float, str]]) -> None:
    """On the first spot where no measured figure stands: above or below the step, else beside it."""
    begin, eind = (grens(x for x, _ in einden) for grens in (min, max))
    spots = [(x, hoogte + shift, anker) for x, anker in einden for shift in (BOVEN_LIJN, ONDER_LIJN)]
    spots += [(begin - NAAST, hoogte + 4, "end"), (eind + NAAST, hoogte + 4, "start")]
    x, y, anker = next((spot for spot in spots if _is_free(tekening, tekst, spot)), spots[0])
    _write(tekening, x, y, tekst, Letter.STREEF, anker)


def _is_free(tekening: Tekening, tekst: str, spot: tuple[float, float, str]) -> bool:
    x, y, anker = spot
    begin, eind = extent(x, len(tekst), anker)
    if begin < 0 or eind > 100:
        return False
    return not any(
        begin - MERKBREEDTE < merk.x < eind + MERKBREEDTE and y - KORTE_REGEL < merk.y + 6 and merk.y - 26 < y
        for merk in tekening.merken
    )


def _add_periods(tekening: Tekening, grafiek: Grafiek, assen: Assen) -> None:
    shown = choose_labels(grafiek, assen)
    for nummer, regels in shown.items():
        for regel, tekst in enumerate(regels, 1):
            y = assen.onder + regel * KORTE_REGEL
            _write(tekening, assen.plaatsen[nummer], y, tekst, Letter.BIJ, "middle")
    tekening.hoogte = assen.onder + max(map(len, shown.values())) * KORTE_REGEL + 6


def _write(tekening: Tekening, x: float, y: float, tekst: str, letter: Letter, anker: str) -> None:
    tekening.teksten.append(Tekst(x=x, y=y, tekst=tekst, letter=letter, anker=anker))
