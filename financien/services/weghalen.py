"""Deleting or archiving a row of money, and taking it out of the archive."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import ProtectedError

from programmalijnen.models import Gebruiker
from programmalijnen.services.schrijven import Handeling, begin

from ..models import Financiering, Kostenpost
from .voorwaarden import INTUSSEN_VERANDERD, Geldrij, is_getoond, lock, require_reden

WORDT_GEBRUIKT = "‘{rij}’ wordt nog gebruikt. Haal eerst weg wat ernaar verwijst."


def remove_geldrij(
    *, rij: Geldrij, versie: int, door: Gebruiker | None, op: datetime, reden: str = ""
) -> None:
    """Delete a row with its parts, or archive it where `must_be_kept`.

    Raises ValidationError when a colleague changed it since `versie`, when a reden is missing, or when
    something still hangs on a row that cannot be archived.
    """
    with begin("haal weg", door=door, op=op, reden=reden) as handeling:
        opgeslagen = lock(rij)
        if opgeslagen is None or opgeslagen.versie != versie:
            raise ValidationError(INTUSSEN_VERANDERD.format(rij=rij))
        require_reden(handeling, opgeslagen)
        if must_be_kept(opgeslagen):
            opgeslagen.gearchiveerd = True
            handeling.save(opgeslagen)
        else:
            _delete(handeling, opgeslagen)


def restore_geldrij(*, rij: Geldrij, door: Gebruiker | None, op: datetime) -> None:
    """Take a row out of the archive."""
    with begin("haal terug", door=door, op=op) as handeling:
        opgeslagen = lock(rij)
        opgeslagen.gearchiveerd = False
        handeling.save(opgeslagen)


def must_be_kept(rij: Geldrij) -> bool:
    """Whether removing means archiving: an adopted report shows the row, or something still hangs on it."""
    return hasattr(rij, "gearchiveerd") and (is_getoond(rij) or has_cofinanciering(rij))


def has_cofinanciering(rij: Geldrij) -> bool:
    return isinstance(rij, Financiering) and rij.cofinanciering.exists()


def parts_of(rij: Geldrij) -> list[models.Model]:
    """The rows that cannot live without it, in an order in which they can be deleted."""
    if isinstance(rij, Financiering):
        return sorted(rij.standen.select_related("programma"), key=lambda stand: stand.waarvan_id is None)
    if isinstance(rij, Kostenpost):
        return [*rij.uitgaven.all(), *rij.lijnen.select_related("lijn")]
    return []


def _delete(handeling: Handeling, rij: Geldrij) -> None:
    try:
        for deel in [*parts_of(rij), rij]:
            handeling.delete(deel)
    except ProtectedError as fout:
        raise ValidationError(WORDT_GEBRUIKT.format(rij=rij)) from fout
