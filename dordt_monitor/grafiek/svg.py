"""A chart as a small inline SVG: no script, no style attribute, readable without colour and at any width."""

from html import escape

from dordt_monitor.grafiek.gegevens import Grafiek, Rol, Soort
from dordt_monitor.grafiek.lijn import lay_out_line
from dordt_monitor.grafiek.rijen import lay_out_rows
from dordt_monitor.grafiek.tekening import KORTE_REGEL, MERKEN, Merk, Staal, Streep, Tekening, Tekst, Vlak

# Drawn in white over the colour of the series, so that black-and-white print tells them apart.
PATRONEN = {
    Rol.TWEEDE: "M-2 2l4-4M0 8l8-8M6 10l4-4",
    Rol.DERDE: "M2 0v8M6 0v8",
    Rol.RUSTIG: "M0 2h8M0 6h8",
}


def lay_out(grafiek: Grafiek) -> Tekening:
    return lay_out_line(grafiek) if grafiek.soort is Soort.LIJN else lay_out_rows(grafiek)


def render_svg(grafiek: Grafiek) -> str:
    """The chart as an `<svg>` with its name (its sentence stands beside it), as wide as it is given room."""
    tekening, sleutel = lay_out(grafiek), escape(grafiek.sleutel)
    return (
        f'<svg class="grafiek__svg" role="img" aria-labelledby="{sleutel}-titel" '
        f'width="100%" height="{_number(tekening.hoogte)}">'
        f'<title id="{sleutel}-titel">{escape(grafiek.titel)}</title>'
        f"{_patterns(grafiek, sleutel)}{_unit(tekening)}{_legend(grafiek, tekening, sleutel)}"
        f"{_body(tekening, sleutel)}</svg>"
    )


def _body(tekening: Tekening, sleutel: str) -> str:
    """From back to front: grid, bars, lines, signs, words."""
    grid = "".join(_line(streep) for streep in tekening.strepen if streep.rol is None)
    bars = "".join(_bar(vlak, sleutel) for vlak in tekening.vlakken)
    lines = "".join(_line(streep) for streep in tekening.strepen if streep.rol is not None)
    marks = "".join(map(_mark, tekening.merken))
    return grid + bars + lines + marks + "".join(map(_text, tekening.teksten))


def _patterns(grafiek: Grafiek, sleutel: str) -> str:
    if grafiek.soort is Soort.LIJN:
        return ""
    roles = dict.fromkeys(reeks.rol for reeks in grafiek.reeksen if reeks.rol in PATRONEN)
    patterns = "".join(
        f'<pattern id="{sleutel}-{rol}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect class="{rol}" width="8" height="8"/><path class="patroon" d="{PATRONEN[rol]}"/></pattern>'
        for rol in roles
    )
    return f"<defs>{patterns}</defs>" if patterns else ""


def _unit(tekening: Tekening) -> str:
    if not tekening.eenheid:
        return ""
    return f'<text class="bij" y="{KORTE_REGEL - 5}">{escape(tekening.eenheid)}</text>'


def _legend(grafiek: Grafiek, tekening: Tekening, sleutel: str) -> str:
    sample = _line_sample if grafiek.soort is Soort.LIJN else _bar_sample
    return "".join(f"{sample(staal, sleutel)}{_name(staal)}" for staal in tekening.legenda)


def _name(staal: Staal) -> str:
    return f'<text class="bij" x="{_number(staal.x + 20)}" y="{_number(staal.y)}">{escape(staal.naam)}</text>'


def _line_sample(staal: Staal, _sleutel: str) -> str:
    if staal.rol not in MERKEN:
        return _place(_number(staal.x + 8), staal.y - 4, staal.rol)
    x, y = _number(staal.x), _number(staal.y - 4)
    return f'<line class="{staal.rol}" x1="{x}" y1="{y}" x2="{_number(staal.x + 16)}" y2="{y}"/>'


def _bar_sample(staal: Staal, sleutel: str) -> str:
    if staal.rol in MERKEN:
        return _place(_number(staal.x + 7), staal.y - 2, staal.rol)
    return (
        f'<rect {_fill(staal.rol, sleutel)} x="{_number(staal.x)}" y="{_number(staal.y - 10)}" '
        f'width="14" height="12"/>'
    )


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
    return _place(f"{_number(merk.x)}%", merk.y, merk.rol)


def _place(x: str, y: float, rol: Rol) -> str:
    """A shape is drawn around 0 in a nested svg: that can stand at a percentage, a path cannot."""
    return f'<svg class="merk" x="{x}" y="{_number(y)}">{_shape(rol)}</svg>'


def _shape(rol: Rol) -> str:
    if rol is Rol.VERWACHT:
        return '<path class="verwacht" d="M0 -6l-5 -8h10zM-1 -7h2v14h-2z"/>'
    if rol is Rol.NULMETING:
        return '<path class="nulmeting" d="M0 -9v18M0 -9h5M0 9h5"/>'
    if rol is Rol.STREEFWAARDE:
        return '<path class="streefwaarde" d="M-3 -10h3v20h-3z"/>'
    if rol is Rol.TWEEDE:
        return '<rect class="punt tweede" x="-4" y="-4" width="8" height="8"/>'
    return f'<circle class="punt {rol}" r="4.5"/>'


def _text(tekst: Tekst) -> str:
    anker = f' text-anchor="{tekst.anker}"' if tekst.anker != "start" else ""
    return (
        f'<text class="{tekst.letter}" x="{_number(tekst.x)}%" y="{_number(tekst.y)}"{anker}>'
        f"{escape(tekst.tekst)}</text>"
    )


def _number(waarde: float) -> str:
    return f"{waarde:.2f}".rstrip("0").rstrip(".")
