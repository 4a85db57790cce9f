"""A chart on a page: `{% grafiek g %}` draws it where it earns its place, else says its finding."""

from functools import lru_cache
from typing import Any

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from dordt_monitor.grafiek.figuur import plotly_figure
from dordt_monitor.grafiek.gegevens import Grafiek, Tabel
from dordt_monitor.grafiek.svg import render_svg
from dordt_monitor.grafiek.waard import is_waard
from dordt_monitor.opmaak import keep_together

register = template.Library()


@register.simple_tag
def grafiek(grafiek: Grafiek | None) -> str:
    """Nothing for None."""
    return "" if grafiek is None else render_grafiek(grafiek)


@register.simple_tag(takes_context=True)
def grafiekenhoofd(context: Context, *eigen: Grafiek | None) -> str:
    """The stylesheet and script of charts, on a page whose view hands it a chart that is drawn."""
    values = (*context.flatten().values(), *eigen)
    grafieken = (waarde for waarde in values if isinstance(waarde, Grafiek))
    return render_to_string("_grafieken_hoofd.html") if any(map(is_waard, grafieken)) else ""


@lru_cache(maxsize=256)
def render_grafiek(grafiek: Grafiek) -> SafeString:
    """The figure with words, drawing, table and data; a frozen chart gives the same every time."""
    if not is_waard(grafiek):
        return render_to_string("_grafiekzin.html", {"grafiek": grafiek})
    return render_to_string(
        "_grafiek.html",
        {
            "grafiek": grafiek,
            "titel": keep_together(grafiek.titel),
            "zin": keep_together(grafiek.zin),
            # render_svg escapes every text itself.
            "svg": mark_safe(render_svg(grafiek)),  # noqa: S308
            "figuur": plotly_figure(grafiek),
            "figuur_id": f"{grafiek.sleutel}-figuur",
            "kop": _cells(grafiek.tabel, grafiek.tabel.kop),
            "rijen": [_cells(grafiek.tabel, rij) for rij in grafiek.tabel.rijen],
        },
    )


def _cells(tabel: Tabel, rij: tuple[str, ...]) -> list[dict[str, Any]]:
    return [
        {"tekst": keep_together(tekst), "getal": nummer in tabel.getalkolommen}
        for nummer, tekst in enumerate(rij)
    ]
