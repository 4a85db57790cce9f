"""Deleting or archiving a row, and taking it out of the archive."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import ProtectedError

from ..models import Gebruiker
from .aanhangsel import has_aanhang
from .delen import in_delete_order
from .schrijven import Handeling, begin, parts_of, programma_of
from .voorwaarden import INTUSSEN_VERANDERD, is_getoond, lock_ongewijzigd, require_reden

WORDT_GEBRUIKT = "‘{rij}’ wordt nog gebruikt. Haal eerst weg wat ernaar verwijst."


def remove_rij(
    *, rij: models.Model, versie: int, door: Gebruiker | None, op: datetime, reden: str = ""
) -> None:
    """Delete a row with its parts, or archive it where `must_be_kept`.

    Raises ValidationError when a colleague changed it since `versie`, when a reden is missing, or when
    something still hangs on a row that cannot be archived.
    """
    with begin("haal weg", programma=programma_of(rij), door=door, op=op, reden=reden) as handeling:
        opgeslagen = lock_ongewijzigd(rij, versie)
        require_reden(handeling, opgeslagen)
        if must_be_kept(opgeslagen):
            put_archief(handeling, opgeslagen, gearchiveerd=True)
        else:
            delete_met_delen(handeling, opgeslagen)


def restore_rij(*, rij: models.Model, versie: int, door: Gebruiker | None, op: datetime) -> None:
    """Take a row out of the archive. Raises ValidationError when it is gone or changed since `versie`."""
    with begin("haal terug", programma=programma_of(rij), door=door, op=op) as handeling:
        put_archief(handeling, lock_ongewijzigd(rij, versie), gearchiveerd=False)


def must_be_kept(rij: models.Model, *, behalve: Iterable[models.Model] = ()) -> bool:
    """Whether removing means archiving: a report shows the row, or more than `behalve` hangs on it."""
    return hasattr(rij, "gearchiveerd") and (is_getoond(rij) or has_aanhang(rij, behalve=behalve))


def put_archief(handeling: Handeling, rij: models.Model, *, gearchiveerd: bool) -> None:
    """Raises ValidationError when it is already where it should go: a second click is no second act."""
    if rij.gearchiveerd is gearchiveerd:
        raise ValidationError(INTUSSEN_VERANDERD.format(rij=rij))
    rij.gearchiveerd = gearchiveerd
    handeling.save(rij)


def delete_met_delen(handeling: Handeling, rij: models.Model) -> None:
    """Raises ValidationError where more hangs on it than its own parts."""
    try:
        for deel in [*in_delete_order(parts_of(rij)), rij]:
            handeling.delete(deel)
    except ProtectedError as fout:
        raise ValidationError(WORDT_GEBRUIKT.format(rij=rij)) from fout
