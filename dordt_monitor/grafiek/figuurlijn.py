"""A line for plotly: real axes, so that one can zoom; all the words along them are ours."""

from dordt_monitor.grafiek.assen import Assen, choose_labels, make_axes
from dordt_monitor.grafiek.figuurdelen import SYMBOLEN, Figuur, make_annotation, plain
from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol
from dordt_monitor.grafiek.tekening import Letter, Tekening

LIJN = {"shape": "linear", "width": 2.5}
VERGELEKEN = {"shape": "linear", "dash": "2px,3px", "width": 2}
TREDEN = {"shape": "hv", "dash": "6px,4px", "width": 2}
IN_HET_VLAK = (Letter.GETAL, Letter.STREEF, Letter.LEEG)


def draw_line(grafiek: Grafiek, tekening: Tekening) -> tuple[list[Figuur], Figuur]:
    assen = make_axes(grafiek, tekening.kop)
    traces = [_trace(grafiek, reeks) for reeks in grafiek.reeksen]
    return _share_entries(traces), {
        "margin": {"t": tekening.kop, "r": 0, "b": tekening.hoogte - assen.onder, "l": 0},
        "xaxis": _time_axis(grafiek, assen),
        "yaxis": _value_axis(assen, tekening.kop),
        "annotations": [
            make_annotation(tekst, assen.moment_at(tekst.x), assen.value_at(tekst.y))
            for tekst in tekening.teksten
            if tekst.letter in IN_HET_VLAK
        ],
    }


def _time_axis(grafiek: Grafiek, assen: Assen) -> Figuur:
    shown = choose_labels(grafiek, assen)
    return {
        "type": "date",
        "range": [assen.moment_at(0), assen.moment_at(100)],
        "tickvals": [assen.momenten[nummer].isoformat() for nummer in shown],
        "ticktext": ["<br>".join(map(plain, regels)) for regels in shown.values()],
        "tickformat": "%d-%m-%Y",
        "showgrid": False,
        "zeroline": False,
    }


def _value_axis(assen: Assen, kop: float) -> Figuur:
    stappen = assen.schaal.streepjes
    return {
        "range": [float(assen.schaal.laag), assen.value_at(kop)],
        "tickvals": [float(stap) for stap in stappen],
        "ticktext": [assen.print_step(stap) for stap in stappen],
        "tickformat": ",",
        "ticklabelposition": "inside top",
        "zeroline": False,
    }


def _trace(grafiek: Grafiek, reeks: Reeks) -> Figuur:
    """Days on which the series has nothing to say are left out; one that was not measured stays as a gap."""
    every = zip(grafiek.momenten, grafiek.categorieen, reeks.waarden, reeks.afgedrukt, strict=True)
    said = [row for row in every if row[2] is not None or row[3]]
    is_target = reeks.rol is Rol.STREEFWAARDE
    return {
        "type": "scatter",
        "name": reeks.naam,
        "meta": reeks.rol.value,
        "mode": "lines" if is_target else "lines+markers",
        "x": [dag.isoformat() for dag, *_ in said],
        "y": [None if waarde is None else float(waarde) for _, _, waarde, _ in said],
        "hovertext": [plain(f"{naam}: {reeks.naam} {tekst}") for _, naam, _, tekst in said],
        "hoverinfo": "text",
        "cliponaxis": False,
        "connectgaps": False,
        "line": TREDEN if is_target else VERGELEKEN if reeks.rol is Rol.TWEEDE else LIJN,
        "marker": {"symbol": SYMBOLEN.get(reeks.rol, "circle"), "size": 9},
    }


def _share_entries(traces: list[Figuur]) -> list[Figuur]:
    """Series of one name share their entry in the legend, which switches them on and off together."""
    names = [trace["name"] for trace in traces]
    return [
        {**trace, "legendgroup": trace["name"], "showlegend": trace["name"] not in names[:nummer]}
        for nummer, trace in enumerate(traces)
    ]
