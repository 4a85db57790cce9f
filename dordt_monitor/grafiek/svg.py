"""A chart as a small inline SVG: no script, no style attribute, readable without colour and at any width."""

from html import escape

from dordt_monitor.grafiek.gegevens import Grafiek, Rol, Soort
from dordt_monitor.grafiek.lijn import lay_out_line
from dordt_monitor.grafiek.rijen import lay_out_rows
from dordt_monitor.grafiek.tekening import Merk, Streep, Tekening, Tekst, Vlak

# Each pattern is white on the colour of its series, so that black-and-white print tells them apart.
PATRONEN = {
    Rol.TWEEDE: '<path class="lijnen" d="M-2 2l4-4M0 8l8-8M6 10l4-4"/>',
    Rol.DERDE: '<path class="lijnen" d="M2 0v8M6 0v8"/>',
    Rol.RUSTIG: '<path class="lijnen" d="M0 4h8"/>',
}


def lay_out(grafiek: Grafiek) -> Tekening:
    return lay_out_line(grafiek) if grafiek.soort is Soort.LIJN else lay_out_rows(grafiek)


def render_svg(grafiek: Grafiek) -> str:
    """The chart as an `<svg>` with name and description; it takes the width it is given."""
    tekening = lay_out(grafiek)
    sleutel = escape(grafiek.sleutel)
    return (
        f'<svg class="grafiek__svg" role="img" aria-labelledby="{sleutel}-titel {sleutel}-zin" width="100%" '
        f'height="{_number(tekening.hoogte)}">'
        f'<title id="{sleutel}-titel">{escape(grafiek.titel)}</title>'
        f'<desc id="{sleutel}-zin">{escape(grafiek.zin)}</desc>'
        f"{_patterns(grafiek)}{_body(tekening, sleutel)}</svg>"
    )


def _body(tekening: Tekening, sleutel: str) -> str:
    staal = (_swatch(rol, x, y, sleutel) for rol, x, y in tekening.legenda)
    grid = (_line(streep) for streep in tekening.strepen if streep.rol is None)
    bars = (_bar(vlak, sleutel) for vlak in tekening.vlakken)
    lines = (_line(streep) for streep in tekening.strepen if streep.rol is not None)
    marks = (_mark(merk) for merk in tekening.merken)
    texts = (_text(tekst) for tekst in tekening.teksten)
    return "".join(part for parts in (staal, grid, bars, lines, marks, texts) for part in parts)


def _patterns(grafiek: Grafiek) -> str:
    used = [reeks.rol for reeks in grafiek.reeksen if reeks.rol in PATRONEN]
    patterns = "".join(
        f'<pattern id="{escape(grafiek.sleutel)}-{rol}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect class="{rol}" width="8" height="8"/>{PATRONEN[rol]}</pattern>'
        for rol in dict.fromkeys(used)
    )
    return f"<defs>{patterns}</defs>" if patterns and grafiek.soort is not Soort.LIJN else ""


def _fill(rol: Rol | None, sleutel: str) -> str:
    return f'fill="url(#{sleutel}-{rol})"' if rol in PATRONEN else f'class="{rol or "spoor"}"'


def _bar(vlak: Vlak, sleutel: str) -> str:
    return (
        f'<rect {_fill(vlak.rol, sleutel)} x="{_number(vlak.van)}%" y="{_number(vlak.y)}" '
        f'width="{_number(vlak.tot - vlak.van)}%" height="{_number(vlak.hoogte)}"/>'
    )


def _line(streep: Streep) -> str:
    return (
        f'<line class="{streep.rol or "raster"}" x1="{_number(streep.x1)}%" y1="{_number(streep.y1)}" '
        f'x2="{_number(streep.x2)}%" y2="{_number(streep.y2)}"/>'
    )


def _mark(merk: Merk) -> str:
    """Shapes are drawn around 0 in a nested svg, which can stand at a percentage; a path cannot."""
    return (
        f'<svg class="merk" x="{_number(merk.x)}%" y="{_number(merk.y)}" overflow="visible">'
        f"{_shape(merk.rol, merk.dx)}</svg>"
    )


def _shape(rol: Rol, dx: float = 0) -> str:
    if rol is Rol.VERWACHT:
        return f'<path class="verwacht" d="M{_number(dx)} -4l-6 -9h12zm-1.5 0h3v13h-3z"/>'
    if rol is Rol.STREEFWAARDE:
        return f'<path class="streefwaarde" d="M{_number(dx - 3)} -11h3v22h-3z"/>'
    if rol is Rol.TWEEDE:
        return '<rect class="punt tweede" x="-4" y="-4" width="8" height="8"/>'
    return f'<circle class="punt {rol}" r="4.5"/>'


def _swatch(rol: Rol, x: float, y: float, sleutel: str) -> str:
    if rol in (Rol.VERWACHT, Rol.STREEFWAARDE):
        return f'<svg x="{_number(x + 8)}" y="{_number(y + 6)}" overflow="visible">{_shape(rol)}</svg>'
    return f'<rect {_fill(rol, sleutel)} x="{_number(x)}" y="{_number(y)}" width="14" height="12"/>'


def _text(tekst: Tekst) -> str:
    anker = f' text-anchor="{tekst.anker}"' if tekst.anker != "start" else ""
    dx = f' dx="{_number(tekst.dx)}"' if tekst.dx else ""
    return (
        f'<text class="{tekst.letter}" x="{_number(tekst.x)}%" y="{_number(tekst.y)}"{dx}{anker}>'
        f"{escape(tekst.tekst)}</text>"
    )


def _number(waarde: float) -> str:
    return f"{waarde:.2f}".rstrip("0").rstrip(".")
