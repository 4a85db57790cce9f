"""The same chart as a plain dict for plotly.js; the colours are the theme's, set by grafieken.js.

`meta` of a trace is its Rol, `name` of an annotation its Letter: that is how the script finds their colours.
"""

from typing import Any

from dordt_monitor.grafiek.figuurdelen import Figuur, plain
from dordt_monitor.grafiek.figuurlijn import draw_line
from dordt_monitor.grafiek.figuurrijen import draw_rows
from dordt_monitor.grafiek.gegevens import Grafiek, Soort
from dordt_monitor.grafiek.svg import lay_out
from dordt_monitor.grafiek.tekening import KORTE_REGEL, Tekening


def plotly_figure(grafiek: Grafiek) -> dict[str, Any]:
    """Data and layout, of the size and on the places of the SVG that it is drawn over."""
    tekening = lay_out(grafiek)
    draw = draw_line if grafiek.soort is Soort.LIJN else draw_rows
    data, layout = draw(grafiek, tekening)
    return {"data": data, "layout": layout | _frame(tekening)}


def _frame(tekening: Tekening) -> Figuur:
    at_left = {"x": 0, "xanchor": "left", "yanchor": "top", "yref": "container"}
    unit = KORTE_REGEL if tekening.eenheid else 0
    return {
        "title": {"text": plain(tekening.eenheid), "pad": {"t": 2}, "y": 1, **at_left},
        "legend": {"orientation": "h", "traceorder": "normal", "y": 1 - unit / tekening.hoogte, **at_left},
        "height": tekening.hoogte,
        "showlegend": bool(tekening.legenda),
        "separators": ",.",
        "hovermode": "closest",
        "dragmode": False,
    }
