"""Rows for plotly: the places of the drawing are the axes, so that all stands where the SVG has it."""

from dordt_monitor.grafiek.figuurdelen import Figuur, make_annotation, plain
from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol
from dordt_monitor.grafiek.tekening import Merk, Tekening, Vlak

PATRONEN = {Rol.TWEEDE: "/", Rol.DERDE: "|", Rol.RUSTIG: "-"}
# The target is a thin upright bar at the end of the track.
STREEF_BREED, STREEF_HOOG = 0.6, 20
# By role: which sign, how large, and how far above the middle of its bar.
TEKENS = {Rol.VERWACHT: ("triangle-down", 10, 10), Rol.NULMETING: ("line-ns-open", 18, 0)}


def draw_rows(grafiek: Grafiek, tekening: Tekening) -> tuple[list[Figuur], Figuur]:
    hidden = {"visible": False, "fixedrange": True}
    track = {**_bars([vlak for vlak in tekening.vlakken if vlak.rol is None]), "meta": "spoor"}
    return [
        {**track, "showlegend": False, "hoverinfo": "skip"},
        *(_trace(reeks, tekening) for reeks in grafiek.reeksen),
    ], {
        "margin": {"t": tekening.kop, "r": 0, "b": 0, "l": 0},
        "barmode": "overlay",
        "xaxis": {"range": [0, 100], **hidden},
        "yaxis": {"range": [tekening.hoogte, tekening.kop], **hidden},
        "annotations": [make_annotation(tekst, tekst.x, tekst.y) for tekst in tekening.teksten],
    }


def _trace(reeks: Reeks, tekening: Tekening) -> Figuur:
    merken = [merk for merk in tekening.merken if merk.rol is reeks.rol]
    if reeks.rol in TEKENS:
        trace = _signs(merken, *TEKENS[reeks.rol])
    elif reeks.rol is Rol.STREEFWAARDE:
        trace = _bars([_as_bar(merk) for merk in merken])
    else:
        trace = _bars(
            [vlak for vlak in tekening.vlakken if vlak.rol is reeks.rol], PATRONEN.get(reeks.rol, "")
        )
    return {**trace, "name": reeks.naam, "meta": reeks.rol.value, "hoverinfo": "text"}


def _as_bar(merk: Merk) -> Vlak:
    van, y = merk.x - STREEF_BREED, merk.y - STREEF_HOOG / 2
    return Vlak(van=van, tot=merk.x, y=y, hoogte=STREEF_HOOG, rol=merk.rol, uitleg=merk.uitleg)


def _bars(vlakken: list[Vlak], patroon: str = "") -> Figuur:
    return {
        "type": "bar",
        "orientation": "h",
        "base": [vlak.van for vlak in vlakken],
        "x": [vlak.tot - vlak.van for vlak in vlakken],
        "y": [vlak.y + vlak.hoogte / 2 for vlak in vlakken],
        "width": [vlak.hoogte for vlak in vlakken],
        "hovertext": [plain(vlak.uitleg) for vlak in vlakken],
        "marker": {
            "pattern": {"shape": patroon, "size": 6, "solidity": 0.3},
            "line": {"width": 1 if patroon else 0},
        },
    }


def _signs(merken: list[Merk], teken: str, maat: int, boven: int) -> Figuur:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [merk.x for merk in merken],
        "y": [merk.y - boven for merk in merken],
        "hovertext": [plain(merk.uitleg) for merk in merken],
        "cliponaxis": False,
        "marker": {"symbol": teken, "size": maat, "line": {"width": 2}},
    }
