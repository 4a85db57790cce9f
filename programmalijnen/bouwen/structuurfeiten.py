"""What the tree of a programme says of one row: its title, its badges, some short facts."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from dordt_monitor.opmaak import format_datum

from ..models import (
    Activiteit,
    Activiteitsoort,
    Ambitie,
    Besluit,
    Doel,
    Indicator,
    Mijlpaal,
    Mijlpaalstand,
    Programmalijn,
    Streefwaarde,
    Verwijzing,
    Zekerheid,
)
from ..regels.begrippen import Doeltoestand
from .doelblad import print_versies


def title_of(rij: Any) -> str:
    return f"{rij.code}. {rij.titel}" if isinstance(rij, Programmalijn) else str(rij)


def labels_of(rij: Any) -> tuple[str, ...]:
    """What is not as usual."""
    if isinstance(rij, Activiteit) and rij.soort != Activiteitsoort.AFGESPROKEN:
        return (rij.soort,)
    if isinstance(rij, Doel) and rij.toestand != Doeltoestand.AFGESPROKEN:
        return (rij.toestand,)
    if isinstance(rij, Verwijzing) and rij.zekerheid == Zekerheid.MOGELIJK:
        return (rij.zekerheid,)
    if isinstance(rij, Mijlpaal) and rij.bestuurlijk:
        return ("bestuurlijk",)
    return ()


def feiten_of(
    rij: Any, streefwaarden: Sequence[Streefwaarde], stand: Mijlpaalstand | None
) -> tuple[str, ...]:
    """In the order of reading. `streefwaarden` are those of a doel, `stand` the last one of a mijlpaal."""
    if isinstance(rij, Doel):
        feiten = feiten_of_doel(rij, streefwaarden)
    elif isinstance(rij, Mijlpaal):
        feiten = iter([f"{stand.tijdspad}, {stand.staat}" if stand else "nog geen planning"])
    else:
        feiten = FEITEN.get(type(rij), lambda rij: iter(()))(rij)
    return tuple(feit for feit in feiten if feit)


def feiten_of_doel(doel: Doel, streefwaarden: Sequence[Streefwaarde]) -> Iterator[str]:
    yield f"streefwaarde {print_versies(doel, list(streefwaarden))[0].getal}" if streefwaarden else ""
    yield doel.periode
    yield f"gemeten met ‘{doel.indicator}’" if doel.indicator else ""


def feiten_of_activiteit(rij: Activiteit) -> Iterator[str]:
    yield rij.trekker.gebruiker.naam if rij.trekker else "nog geen trekker"
    yield rij.tijdspad_actueel or rij.tijdspad_oorspronkelijk
    yield f"voortgekomen uit ‘{rij.voortgekomen_uit}’" if rij.voortgekomen_uit else ""


def feiten_of_ambitie(rij: Ambitie) -> Iterator[str]:
    yield rij.tijdspad_actueel or rij.tijdspad_oorspronkelijk


def feiten_of_indicator(rij: Indicator) -> Iterator[str]:
    yield rij.eenheid
    yield rij.bron


def feiten_of_verwijzing(rij: Verwijzing) -> Iterator[str]:
    eigenaar = rij.activiteit or rij.indicator
    yield f"van {eigenaar.programma}" if eigenaar.programma_id != rij.programma_id else ""


def feiten_of_besluit(rij: Besluit) -> Iterator[str]:
    yield rij.orgaan
    yield format_datum(rij.datum) if rij.datum else rij.datum_tekst


FEITEN: dict[type, Callable[[Any], Iterator[str]]] = {
    Activiteit: feiten_of_activiteit,
    Ambitie: feiten_of_ambitie,
    Indicator: feiten_of_indicator,
    Verwijzing: feiten_of_verwijzing,
    Besluit: feiten_of_besluit,
}
