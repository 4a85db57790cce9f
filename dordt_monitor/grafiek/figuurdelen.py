"""What the figures of rows and of lines have in common."""

from typing import Any

from dordt_monitor.grafiek.gegevens import Rol
from dordt_monitor.grafiek.tekening import Letter, Tekst

Figuur = dict[str, Any]

SYMBOLEN = {Rol.TWEEDE: "square"}
# No tags in the texts: plotly would write them as style attributes, which our CSP refuses.
LETTERS: dict[Letter, Figuur] = {
    Letter.NAAM: {"size": 14},
    Letter.GETAL: {"size": 14, "weight": 600},
    Letter.BIJ: {"size": 13},
    Letter.STREEF: {"size": 13},
    Letter.LEEG: {"size": 13, "style": "italic"},
}
ANKERS = {"start": "left", "middle": "center", "end": "right"}


def make_annotation(tekst: Tekst, x: float | str, y: float) -> Figuur:
    """A text at a place on the axes; what is the same for all of them is added by grafieken.js."""
    return {
        "name": tekst.letter.value,
        "text": plain(tekst.tekst),
        "x": x,
        "y": y,
        "xanchor": ANKERS[tekst.anker],
        "font": LETTERS[tekst.letter],
    }


def plain(tekst: str) -> str:
    """Plotly reads tags in its texts; ours have none."""
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
