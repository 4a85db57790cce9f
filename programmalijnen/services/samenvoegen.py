"""Saving what was typed while a colleague may have saved too (ontwerp 3, "Losing nothing")."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models

from ..regels.samenvoegen import Samengevoegd, merge
from .schrijven import Handeling, lock

VERDWENEN = "Een collega heeft dit intussen verwijderd. Wat u typte, is niet opgeslagen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewerking:
    """What a form sends back of one row; the keys of both mappings are attributes of the row.

    `versie` and `geladen` are what the row was when the form was shown; a new, unsaved row needs neither.
    `formulier` is the number of the form, by which a new row is made once (`dubbel.claim_formulier`).
    """

    rij: models.Model
    ingevoerd: Mapping[str, Any]
    versie: int = 0
    geladen: Mapping[str, Any] = field(default_factory=dict)
    formulier: UUID | None = None


class Botsing(Exception):
    """Two people changed the same field, differently; nothing was saved. One Samengevoegd a row, in order."""

    def __init__(self, uitkomsten: tuple[Samengevoegd, ...]) -> None:
        super().__init__("Een collega heeft hetzelfde veld veranderd.")
        self.uitkomsten = uitkomsten


def save_met_samenvoegen(handeling: Handeling, bewerkingen: Sequence[Bewerking]) -> tuple[Samengevoegd, ...]:
    """Lock all stored rows, merge field by field, save; says per row what was taken over from the colleague.

    Raises Botsing when any field of any row was changed by both, ValidationError when a row is gone or wrong;
    nothing is saved then.
    """
    uitkomsten = merge_alle(bewerkingen)
    for bewerking in bewerkingen:
        handeling.save(bewerking.rij)
    return uitkomsten


def merge_alle(bewerkingen: Sequence[Bewerking]) -> tuple[Samengevoegd, ...]:
    """Lock the rows and put the merged values on them, unsaved, for who saves more in the same handeling."""
    uitkomsten = tuple(merge_rij(bewerking) for bewerking in bewerkingen)
    if any(uitkomst.conflicten for uitkomst in uitkomsten):
        raise Botsing(uitkomsten)
    return uitkomsten


def merge_rij(bewerking: Bewerking) -> Samengevoegd:
    """Lock one row, read it again and put the merged values on `bewerking.rij`.

    With an unchanged versie nobody came in between: then what was loaded needs no comparing, however its
    text was written.
    """
    rij, ingevoerd = bewerking.rij, bewerking.ingevoerd
    if rij._state.adding:
        return put_ingevoerd(bewerking)
    opgeslagen = lock(rij)
    if opgeslagen is None:
        raise ValidationError(VERDWENEN)
    refresh(rij, opgeslagen)
    huidig = {veld: getattr(rij, veld) for veld in ingevoerd}
    geladen = huidig if opgeslagen.versie == bewerking.versie else bewerking.geladen
    return put(rij, merge(geladen, ingevoerd, huidig))


def put_ingevoerd(bewerking: Bewerking) -> Samengevoegd:
    return put(bewerking.rij, Samengevoegd(waarden=dict(bewerking.ingevoerd)))


def put(rij: models.Model, uitkomst: Samengevoegd) -> Samengevoegd:
    for veld, waarde in uitkomst.waarden.items():
        setattr(rij, veld, waarde)
    return uitkomst


def refresh(rij: models.Model, opgeslagen: models.Model) -> None:
    """Bring every field to what is stored, so that a field no form shows never goes back in time.

    A related row that was fetched already stays where it still is the same one.
    """
    for veld in rij._meta.concrete_fields:
        if getattr(rij, veld.attname) != getattr(opgeslagen, veld.attname):
            setattr(rij, veld.attname, getattr(opgeslagen, veld.attname))
