"""Programmes, lines, activiteiten, doelen and all else that has a key: one service for every kind of row."""

from datetime import datetime

from django.db import models
from django.utils.text import slugify

from ..models import Gebruiker, MetSleutel, Programma, UitgegevenSleutel
from .schrijven import begin, programma_of


def save_rij(
    *, rij: models.Model, door: Gebruiker | None, op: datetime, reden: str = "", naam: str = "leg vast"
) -> bool:
    """Create or change one row of the structure; returns whether anything was written.

    Raises ValidationError (Dutch, by field) and changes nothing then.
    """
    with begin(naam, programma=programma_of(rij), door=door, op=op, reden=reden) as handeling:
        return handeling.save(rij)


def delete_rij(*, rij: models.Model, door: Gebruiker | None, op: datetime, reden: str = "") -> None:
    """Remove a row that nothing hangs on, else raise ProtectedError. Its key is never given out again."""
    with begin("verwijder", programma=programma_of(rij), door=door, op=op, reden=reden) as handeling:
        handeling.delete(rij)


def propose_sleutel(*, programma: Programma, soort: type[MetSleutel], titel: str) -> str:
    """A free key made of the title, at most 60 characters: "leerwerktrajecten", "leerwerktrajecten-2"."""
    basis = slugify(titel)[:54].strip("-") or soort._meta.model_name
    bezet = set(
        UitgegevenSleutel.objects.filter(
            programma=programma, soort=soort._meta.model_name, sleutel__startswith=basis
        ).values_list("sleutel", flat=True)
    )
    nummer = 1
    sleutel = basis
    while sleutel in bezet:
        nummer += 1
        sleutel = f"{basis}-{nummer}"
    return sleutel
