"""The same chart as a plain dict for plotly.js; the colours are the theme's, set by grafieken.js."""

from typing import Any

from dordt_monitor.grafiek.gegevens import Grafiek


def plotly_figure(grafiek: Grafiek) -> dict[str, Any]:
    return {"data": [], "layout": {"title": {"text": grafiek.eenheid}}}
