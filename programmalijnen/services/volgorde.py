"""The order of rows beside each other: one step up or down, or several at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import IntEnum

from django.core.exceptions import ValidationError
from django.db import models

from ..bouwen.ophalen import group
from ..models import Activiteit, Gebruiker, Programma, Programmalijn
from .meelopen import lock_open_rondes, move_along, read_plaats
from .schrijven import Handeling, begin
from .voorwaarden import INTUSSEN_VERANDERD


class Richting(IntEnum):
    OMHOOG = -1
    OMLAAG = 1


def move_rij(
    *,
    rij: models.Model,
    versie: int,
    naast: Sequence[str],
    richting: Richting,
    stappen: int = 1,
    door: Gebruiker | None,
    op: datetime,
) -> bool:
    """Move a row among those that have the same `naast`; False when it already stood at that end.

    No reden is asked: an adopted report keeps its own order. Open rounds follow. Raises ValidationError when
    a colleague changed or moved the row since `versie`, so that a second click is no second step.
    """
    with begin("verplaats", programma=rij.programma, door=door, op=op) as handeling:
        rondes = lock_open_rondes(rij.programma) if isinstance(rij, Activiteit) else []
        rijen = lock_naast(rij, naast)
        plek = find_plek(rijen, rij, versie)
        nieuw = min(max(plek + richting * stappen, 0), len(rijen) - 1)
        nummers = rising(ander.volgorde for ander in rijen)
        rijen.insert(nieuw, rijen.pop(plek))
        for ander, nummer in zip(rijen, nummers, strict=True):
            oud = read_plaats(ander) if isinstance(ander, Activiteit) else {}
            ander.volgorde = nummer
            if handeling.save(ander) and rondes:
                move_along(handeling, rondes, ander, oud)
        if isinstance(rij, Programmalijn):
            order_lijnen(handeling, rij.programma)
    return nieuw != plek


def order_lijnen(handeling: Handeling, programma: Programma) -> None:
    """Every lijn right after the one it belongs to, so that a list of them all reads as the report."""
    lijnen = Programmalijn.objects.filter(programma=programma).order_by("volgorde", "pk")
    op_rij = list(read_down(group(lijnen, "ouder_id"), None))
    for lijn, nummer in zip(op_rij, rising(lijn.volgorde for lijn in op_rij), strict=True):
        if lijn.volgorde != nummer:
            lijn.volgorde = nummer
            handeling.save(lijn)


def read_down(
    per_ouder: Mapping[int | None, Sequence[Programmalijn]], ouder: int | None
) -> Iterator[Programmalijn]:
    for lijn in per_ouder.get(ouder, ()):
        yield lijn
        yield from read_down(per_ouder, lijn.pk)


def lock_naast(rij: models.Model, naast: Sequence[str]) -> list[models.Model]:
    """In their order. Locked by primary key, so that two people who order at once do not wait in a circle."""
    gelijk = {naam: getattr(rij, naam) for naam in naast}
    if hasattr(rij, "gearchiveerd"):
        gelijk["gearchiveerd"] = rij.gearchiveerd
    rijen = type(rij)._base_manager.filter(programma=rij.programma, **gelijk)
    gelockt = rijen.select_for_update(of=("self",), no_key=True).order_by("pk")
    return sorted(gelockt, key=lambda ander: (ander.volgorde, ander.pk))


def find_plek(rijen: Sequence[models.Model], rij: models.Model, versie: int) -> int:
    """Raises ValidationError when the row is gone or changed since `versie`."""
    for nummer, ander in enumerate(rijen):
        if ander.pk == rij.pk and ander.versie == versie:
            return nummer
    raise ValidationError(INTUSSEN_VERANDERD.format(rij=rij))


def rising(nummers: Iterable[int]) -> list[int]:
    """The same numbers, each at least one more than the one before it."""
    stijgend: list[int] = []
    for nummer in nummers:
        stijgend.append(max(nummer, stijgend[-1] + 1) if stijgend else nummer)
    return stijgend
