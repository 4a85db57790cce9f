"""The same chart as a plain dict for plotly.js; the colours are the theme's, set by grafieken.js.

`meta` of a trace is its Rol, `name` of an annotation its Letter: that is how the script finds their colours.
"""

from datetime import date, timedelta
from typing import Any

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol, Soort
from dordt_monitor.grafiek.lijn import LINKS, RECHTS, choose_labels, label_lines, print_step, value_scale
from dordt_monitor.grafiek.schaal import place_moments
from dordt_monitor.grafiek.svg import lay_out
from dordt_monitor.grafiek.tekening import MERKEN, Letter, Tekening, Tekst

Figuur = dict[str, Any]
PATRONEN = {Rol.TWEEDE: "/", Rol.DERDE: "|", Rol.RUSTIG: "-"}
TEKENS = {Rol.VERWACHT: "triangle-down", Rol.STREEFWAARDE: "line-ns-open", Rol.TWEEDE: "square"}
TREDEN = {"shape": "hv", "dash": "dash", "width": 2}
GROOTTE = {Letter.NAAM: 14, Letter.GETAL: 14, Letter.BIJ: 13, Letter.LEEG: 13}


def _legend_once(traces: list[Figuur]) -> list[Figuur]:
    """Series that share their entry in the legend are switched on and off together."""
    seen: set[str] = set()
    for trace in traces:
        trace["legendgroup"] = trace["name"]
        trace["showlegend"] = trace["name"] not in seen
        seen.add(trace["name"])
    return traces


def plotly_figure(grafiek: Grafiek) -> Figuur:
    """Data and layout, of the size and on the places of the SVG that it is drawn over."""
    tekening = lay_out(grafiek)
    draw = _draw_line if grafiek.soort is Soort.LIJN else _draw_rows
    figuur = draw(grafiek, tekening)
    figuur["layout"] |= _layout(tekening)
    return figuur


def _layout(tekening: Tekening) -> Figuur:
    at_left = {"x": 0, "xanchor": "left"}
    return {
        "title": {"text": _plain(tekening.eenheid), "pad": {"t": 2}, **at_left, "y": 1, "yanchor": "top"},
        "height": tekening.hoogte,
        "showlegend": bool(tekening.legenda),
        "legend": {"orientation": "h", "traceorder": "normal", **at_left, "y": 1, "yanchor": "bottom"},
        "separators": ",.",
        "hovermode": "closest",
        "dragmode": False,
    }  # fmt: skip


# --- rows: the places of the drawing are the axes, so that plotly puts everything where the SVG has it ---


def _draw_rows(grafiek: Grafiek, tekening: Tekening) -> Figuur:
    as_percent = {"range": [0, 100], "visible": False, "fixedrange": True}
    as_pixels = {"range": [tekening.hoogte, tekening.kop], "visible": False, "fixedrange": True}
    return {
        "data": [_track(tekening), *(_row_trace(reeks, tekening) for reeks in grafiek.reeksen)],
        "layout": {
            "margin": {"t": tekening.kop, "r": 0, "b": 0, "l": 0},
            "barmode": "overlay",
            "xaxis": as_percent,
            "yaxis": as_pixels,
            "annotations": [_annotation(tekst) for tekst in tekening.teksten],
        },
    }


def _track(tekening: Tekening) -> Figuur:
    return {**_bars(tekening, None), "meta": "spoor", "showlegend": False, "hoverinfo": "skip"}


def _row_trace(reeks: Reeks, tekening: Tekening) -> Figuur:
    trace = _signs(tekening, reeks.rol) if reeks.rol in MERKEN else _bars(tekening, reeks.rol)
    return {**trace, "name": reeks.naam, "meta": reeks.rol.value, "hoverinfo": "text"}


def _bars(tekening: Tekening, rol: Rol | None) -> Figuur:
    vlakken = [vlak for vlak in tekening.vlakken if vlak.rol is rol]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [vlak.van for vlak in vlakken],
        "x": [vlak.tot - vlak.van for vlak in vlakken],
        "y": [vlak.y + vlak.hoogte / 2 for vlak in vlakken],
        "width": [vlak.hoogte for vlak in vlakken],
        "hovertext": [_plain(vlak.uitleg) for vlak in vlakken],
        "marker": {"pattern": {"shape": PATRONEN.get(rol, "") if rol else "", "size": 6, "solidity": 0.3}},
    }


def _signs(tekening: Tekening, rol: Rol) -> Figuur:
    merken = [merk for merk in tekening.merken if merk.rol is rol]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [merk.x for merk in merken],
        "y": [merk.y - (8 if rol is Rol.VERWACHT else 0) for merk in merken],
        "hovertext": [_plain(merk.uitleg) for merk in merken],
        "cliponaxis": False,
        "marker": {"symbol": TEKENS[rol], "size": 10, "line": {"width": 3 if rol is Rol.STREEFWAARDE else 0}},
    }


def _annotation(tekst: Tekst) -> Figuur:
    return {
        "name": tekst.letter.value,
        "text": _set_letter(tekst),
        "x": tekst.x,
        "y": tekst.y + 4,
        "xanchor": {"start": "left", "middle": "center", "end": "right"}[tekst.anker],
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": GROOTTE[tekst.letter]},
    }


def _set_letter(tekst: Tekst) -> str:
    plain = _plain(tekst.tekst)
    return {Letter.GETAL: f"<b>{plain}</b>", Letter.LEEG: f"<i>{plain}</i>"}.get(tekst.letter, plain)


# --- a line: real axes, so that one can zoom; all their words are ours ---


def _draw_line(grafiek: Grafiek, tekening: Tekening) -> Figuur:
    schaal = value_scale(grafiek)
    plot = max(streep.y1 for streep in tekening.strepen if streep.rol is None)
    stappen = schaal.streepjes
    return {
        "data": _legend_once([_line_trace(grafiek, reeks) for reeks in grafiek.reeksen]),
        "layout": {
            "margin": {"t": tekening.kop, "r": 0, "b": tekening.hoogte - plot, "l": 0},
            "xaxis": _time_axis(grafiek),
            "yaxis": {
                "range": [float(schaal.laag), float(schaal.hoog) + float(schaal.stap) * 0.3],
                "tickvals": [float(stap) for stap in stappen],
                "ticktext": [print_step(stap, grafiek.eenheid, schaal) for stap in stappen],
                "ticklabelposition": "inside top",
                "zeroline": False,
            },
            "annotations": [],
        },
    }


def _time_axis(grafiek: Grafiek) -> Figuur:
    """The days on the places they have in the SVG, with the same labels."""
    eerste, laatste = min(grafiek.momenten), max(grafiek.momenten)
    per_procent = max((laatste - eerste).days, 1) / (RECHTS - LINKS)
    plaatsen = place_moments(grafiek.momenten, LINKS, RECHTS)
    shown = dict(choose_labels(plaatsen, label_lines(grafiek)))
    labels = {dag: shown[x] for dag, x in zip(grafiek.momenten, plaatsen, strict=True) if x in shown}
    return {
        "type": "date",
        "range": [
            _iso(eerste - timedelta(days=LINKS * per_procent)),
            _iso(laatste + timedelta(days=(100 - RECHTS) * per_procent)),
        ],
        "tickvals": [_iso(dag) for dag in labels],
        "ticktext": ["<br>".join(map(_plain, regels)) for regels in labels.values()],
        "tickformat": "%d-%m-%Y",
        "showgrid": False,
        "zeroline": False,
    }


def _line_trace(grafiek: Grafiek, reeks: Reeks) -> Figuur:
    """Days on which the series has nothing to say are left out; one that was not measured stays as a gap."""
    said = [
        (dag, waarde, tekst, naam)
        for dag, waarde, tekst, naam in zip(
            grafiek.momenten, reeks.waarden, reeks.afgedrukt, grafiek.categorieen, strict=True
        )
        if waarde is not None or tekst
    ]
    is_target = reeks.rol is Rol.STREEFWAARDE
    return {
        "type": "scatter",
        "name": reeks.naam,
        "meta": reeks.rol.value,
        "mode": "lines" if is_target else "lines+markers+text",
        "x": [_iso(dag) for dag, *_ in said],
        "y": [None if waarde is None else float(waarde) for _, waarde, *_ in said],
        "text": [_plain(tekst) for *_, tekst, _ in said],
        "textposition": "top center",
        "hovertext": [_plain(f"{naam}: {reeks.naam} {tekst}") for *_, tekst, naam in said],
        "hoverinfo": "text",
        "cliponaxis": False,
        "connectgaps": False,
        "line": TREDEN if is_target else {"shape": "linear", "width": 2.5},
        "marker": {"symbol": TEKENS.get(reeks.rol, "circle"), "size": 9},
    }  # fmt: skip


def _iso(dag: date) -> str:
    return dag.isoformat()


def _plain(tekst: str) -> str:
    """Plotly reads tags in its texts; ours have none."""
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
