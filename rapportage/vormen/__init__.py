"""Forms of report: the same Rapport with other parts, columns and words, outside the hashed content.

A new form is one module with its VORM, one line here and a member of Rapportvorm.
"""

from programmalijnen.regels.begrippen import Rapportvorm

from . import (
    actieprogramma,
    investeringsprogramma,
    raadspresentatie,
    uitvoeringsprogramma,
    voortgangsrapportage,
)
from .inhoud import fill_rapport
from .lijninhoud import Gevuld, Lijnblok
from .tabelvak import Tabelvak, make_tabelvak
from .vorm import Deel, Kolom, Koppen, Vorm

__all__ = [
    "VORMEN",
    "Deel",
    "Gevuld",
    "Kolom",
    "Koppen",
    "Lijnblok",
    "Tabelvak",
    "Vorm",
    "choose_vorm",
    "fill_rapport",
    "find_vorm",
    "make_tabelvak",
]

VORMEN: dict[Rapportvorm, Vorm] = {
    module.VORM.naam: module.VORM
    for module in (
        voortgangsrapportage,
        raadspresentatie,
        investeringsprogramma,
        uitvoeringsprogramma,
        actieprogramma,
    )
}


def find_vorm(naam: Rapportvorm) -> Vorm:
    return VORMEN[naam]


def choose_vorm(gevraagd: str, anders: str) -> Vorm:
    """What a reader asks for; a name that is no form gets `anders`. Raises ValueError when that is none."""
    return VORMEN[Rapportvorm(gevraagd if gevraagd in VORMEN else anders)]
