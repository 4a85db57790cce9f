"""A chart on a page: `{% grafiek g %}` draws a Grafiek, and nothing for None."""

from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from dordt_monitor.grafiek.figuur import plotly_figure
from dordt_monitor.grafiek.gegevens import Grafiek, Tabel
from dordt_monitor.grafiek.svg import render_svg
from dordt_monitor.grafiek.tekening import keep_together

register = template.Library()


@register.simple_tag
def grafiek(grafiek: Grafiek | None) -> str:
    return "" if grafiek is None else render_grafiek(grafiek)


@lru_cache(maxsize=256)
def render_grafiek(grafiek: Grafiek) -> SafeString:
    """The figure with words, drawing, table and data; a frozen chart gives the same every time."""
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
    return [{"tekst": tekst, "getal": nummer in tabel.getalkolommen} for nummer, tekst in enumerate(rij)]
