"""What is planned when: the words of the source beside the days we read in them."""

from collections.abc import Iterator

from ...rapport import Rapport
from ...tijdspaden import Tijdspadrij, rows_of
from .blad import Waarde
from .cellen import Cel

GEEN_DAG = "geen"


def tijdspad_rows(rapport: Rapport) -> Iterator[tuple[str, tuple[Waarde, ...]]]:
    """In report order; what has no tijdspad is left out."""
    for lijn in rapport.lijnen:
        for rij in rows_of(lijn):
            if rij.tijdspad.actueel or rij.tijdspad.oorspronkelijk:
                yield rij.sleutel, tijdspad_cells(rij)


def tijdspad_cells(rij: Tijdspadrij) -> tuple[Waarde, ...]:
    tijdspad = rij.tijdspad
    return (
        f"{rij.lijn.code} {rij.titel}",
        tijdspad.actueel or tijdspad.oorspronkelijk,
        Cel(tijdspad.van) if tijdspad.van else GEEN_DAG,
        Cel(tijdspad.tot) if tijdspad.tot else GEEN_DAG,
        tijdspad.precisie,
    )
