"""Saving what a page about one row sends: the row and its parts in one transaction with its trail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max

from ..models import Gebruiker, MetSleutel
from ..regels.samenvoegen import Samengevoegd
from .delen import find_hoofdveld, in_delete_order, in_save_order, put_in
from .dubbel import claim_formulier
from .samenvoegen import Bewerking, merge_alle
from .schrijven import Handeling, begin, lock, programma_of
from .structuur import propose_sleutel
from .voorwaarden import INTUSSEN_VERANDERD, require_reden


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijinvoer:
    """What a page sends: the row itself, its parts that stay or are new, and the parts to remove."""

    hoofd: Bewerking
    delen: tuple[Bewerking, ...] = ()
    weg: tuple[Bewerking, ...] = ()


def save_invoerrij(
    *, invoer: Rijinvoer, door: Gebruiker | None, op: datetime, reden: str = "", naam: str = "leg vast"
) -> tuple[Samengevoegd, ...]:
    """Save a row with its parts; says per row what was taken over from a colleague.

    Raises Botsing, AlOpgeslagen, and ValidationError (in Dutch, by field), also when an adopted report shows
    the row and there is no reden. Nothing is saved then.
    """
    with begin(naam, programma=programma_of(invoer.hoofd.rij), door=door, op=op, reden=reden) as handeling:
        return write_invoer(handeling, invoer)


def write_invoer(handeling: Handeling, invoer: Rijinvoer) -> tuple[Samengevoegd, ...]:
    """Merge everything first, then remove, then save: the row itself before its parts. Raises as above."""
    hoofd = invoer.hoofd.rij
    claim_formulier(handeling, [invoer.hoofd, *invoer.delen])
    uitkomsten = merge_alle([invoer.hoofd, *invoer.delen])
    versies = {id(bewerking.rij): bewerking.versie for bewerking in invoer.weg}
    weg = in_delete_order(bewerking.rij for bewerking in invoer.weg)
    veranderd = [remove_deel(handeling, rij, versie=versies[id(rij)]) for rij in weg]
    veranderd.append(save_compleet(handeling, hoofd))
    for deel in in_save_order(bewerking.rij for bewerking in invoer.delen):
        put_in(deel, hoofd)
        veranderd.append(
            save_compleet(handeling, deel, naast={find_hoofdveld(type(deel), type(hoofd)): hoofd})
        )
    if any(veranderd):
        require_reden(handeling, hoofd)
    return uitkomsten


def save_compleet(handeling: Handeling, rij: models.Model, *, naast: Mapping[str, Any] | None = None) -> bool:
    """Give a new row its key, and its place after the last of its programme or of `naast`; then save it."""
    if rij._state.adding:
        if isinstance(rij, MetSleutel):
            rij.sleutel = propose_sleutel(programma=rij.programma, soort=type(rij), titel=rij.sleuteltitel)
        if hasattr(rij, "volgorde"):
            rij.volgorde = next_volgorde(type(rij), naast or {"programma": rij.programma})
    return handeling.save(rij)


def next_volgorde(soort: type[models.Model], naast: Mapping[str, Any]) -> int:
    return (soort._base_manager.filter(**naast).aggregate(laatste=Max("volgorde"))["laatste"] or 0) + 1


def remove_deel(handeling: Handeling, rij: models.Model, *, versie: int) -> bool:
    """Raises ValidationError when a colleague changed the part after it was shown."""
    opgeslagen = lock(rij)
    if opgeslagen is None:
        return False
    if opgeslagen.versie != versie:
        raise ValidationError(INTUSSEN_VERANDERD.format(rij=opgeslagen))
    handeling.delete(opgeslagen)
    return True
