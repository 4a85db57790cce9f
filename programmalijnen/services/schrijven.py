"""The one way to write: every service saves and deletes through a Handeling, which keeps the trail.

The Wijziging rows stand in the same transaction as the rows they tell of (ontwerp 3, "Writing"), and so does
what the search finds of them.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from ..models import Gebruiker, MetSleutel, Programma, UitgegevenSleutel, Wijziging
from .vindplaatsen import Bijwerking

SPOORLOOS = frozenset({"id", "versie", "password", "last_login", "inhoud", "kerncijfers"})
VEROUDERD = (
    "Een collega heeft dit intussen veranderd of verwijderd. Bekijk het opnieuw; er is niets opgeslagen."
)
TE_LANGE_REDEN = "Deze reden is te lang: hoogstens {} tekens."


class Vergrendeld(Exception):
    """What was to be written is locked; the message says why, in Dutch."""


@dataclass(slots=True)
class Handeling:
    """One service call: who, when and why. Make it with `begin`."""

    naam: str
    door: Gebruiker | None
    op: datetime
    reden: str = ""
    id: uuid.UUID = field(default_factory=uuid.uuid4)
    gesloten: set[int] = field(default_factory=set)
    vindbaar: Bijwerking = field(default_factory=Bijwerking)

    def lock(self, programma: Programma | None) -> None:
        """Be the only one who writes in this programme until the end, as SQLite has it for all data.

        Every write takes this lock. Adopting takes it before it reads, so that an edition holds all of a
        handeling or nothing of it. Taken before any lock on a row (`begin`): nobody waits in a circle.
        """
        if programma is None or programma.pk is None or programma.pk in self.gesloten:
            return
        Programma.objects.select_for_update(no_key=True).values_list("pk").get(pk=programma.pk)
        self.gesloten.add(programma.pk)

    def save(self, rij: models.Model) -> bool:
        """Validate and save; returns False when nothing differed.

        Raises ValidationError in Dutch, also when somebody changed the row after `rij` was read.
        """
        if rij._state.adding:
            self._create(rij)
            return True
        oud = lock(rij)
        self.lock(programma_of(rij))
        rij.full_clean()
        velden = changed_fields(oud, rij) if oud else {}
        if oud is None or (velden and oud.versie != rij.versie):
            raise ValidationError(VEROUDERD)
        if velden:
            rij.versie = oud.versie + 1
            rij.save()
            self._log(rij, "gewijzigd", velden)
            self.vindbaar.note_saved(rij, velden, oud)
        return bool(velden)

    def delete(self, rij: models.Model) -> None:
        """With the parts that cannot live without it. Raises ProtectedError where more hangs on it."""
        self.lock(programma_of(rij))
        for deel in parts_of(rij):
            self.delete(deel)
        velden = {naam: [printed, None] for naam, printed in filled_fields(rij).items()}
        self._log(rij, "verwijderd", velden)
        self.vindbaar.note_deleted(rij)
        rij.delete()

    def bring_back(self, rij: models.Model) -> None:
        """Store a row again that was deleted, under its own key: the same thing, so its key is not reused.

        Raises ValidationError, also for a key that was never given out.
        """
        if isinstance(rij, MetSleutel) and not is_uitgegeven(rij):
            raise ValidationError({"sleutel": "Deze sleutel is nooit uitgegeven."})
        self._create(rij, nieuw=False)

    def _create(self, rij: models.Model, *, nieuw: bool = True) -> None:
        self.lock(programma_of(rij))
        rij.full_clean()
        if nieuw and isinstance(rij, MetSleutel):
            claim_sleutel(rij)
        rij.save(force_insert=True)
        velden = {naam: [None, printed] for naam, printed in filled_fields(rij).items()}
        self._log(rij, "nieuw", velden)
        self.vindbaar.note_saved(rij, velden)

    def _log(self, rij: models.Model, aard: str, velden: dict[str, list]) -> None:
        Wijziging.objects.create(
            handeling=self.id,
            naam=self.naam,
            programma=programma_of(rij),
            soort=rij._meta.model_name,
            sleutel=rij.spoorsleutel,
            aard=aard,
            velden=velden,
            door=self.door,
            op=self.op,
            reden=self.reden,
        )


@contextmanager
def begin(
    naam: str, *, programma: Programma | None = None, door: Gebruiker | None, op: datetime, reden: str = ""
) -> Iterator[Handeling]:
    """A transaction with its Handeling, which is alone in `programma`. None: it is about people.

    A clash that only the database saw becomes a ValidationError.
    """
    hoogstens = Wijziging._meta.get_field("reden").max_length
    if len(reden) > hoogstens:
        raise ValidationError({"reden": TE_LANGE_REDEN.format(hoogstens)})
    try:
        with transaction.atomic():
            handeling = Handeling(naam, door, op, reden)
            handeling.lock(programma)
            yield handeling
            handeling.vindbaar.write()
    except IntegrityError as fout:
        raise ValidationError(
            "Dit kon niet worden opgeslagen: iemand anders legde net hetzelfde vast. Ververs de pagina."
        ) from fout


def lock(rij: models.Model) -> models.Model | None:
    """The row as it is stored now, locked until the end of the handeling; None when it is gone."""
    return type(rij)._base_manager.select_for_update(of=("self",), no_key=True).filter(pk=rij.pk).first()


def claim_sleutel(rij: MetSleutel) -> None:
    """Raises ValidationError when the key was ever given out before, also to a row since deleted."""
    _, nieuw = UitgegevenSleutel.objects.get_or_create(
        programma=rij.programma, soort=rij._meta.model_name, sleutel=rij.sleutel
    )
    if not nieuw:
        raise ValidationError({"sleutel": "Deze sleutel is al eens uitgegeven. Kies een andere."})


def is_uitgegeven(rij: MetSleutel) -> bool:
    return UitgegevenSleutel.objects.filter(
        programma=rij.programma, soort=rij._meta.model_name, sleutel=rij.sleutel
    ).exists()


def programma_of(rij: models.Model) -> Programma | None:
    """A Gebruiker is of no programme."""
    return getattr(rij, "programma", None)


def parts_of(rij: models.Model) -> Iterator[models.Model]:
    """What the database would delete along with the row; what was made last comes first."""
    for band in rij._meta.related_objects:
        if band.on_delete is models.CASCADE:
            yield from band.related_model._base_manager.filter(**{band.field.name: rij}).order_by("-pk")


def traced_fields(rij: models.Model) -> list[models.Field]:
    return [veld for veld in rij._meta.concrete_fields if veld.name not in SPOORLOOS]


def changed_fields(oud: models.Model, nieuw: models.Model) -> dict[str, list]:
    """{name: [old, new]} of the fields that differ, printed for the trail."""
    return {
        veld.name: [printed(oud, veld), printed(nieuw, veld)]
        for veld in traced_fields(nieuw)
        if getattr(oud, veld.attname) != getattr(nieuw, veld.attname)
    }


def filled_fields(rij: models.Model) -> dict[str, object]:
    velden = {veld.name: printed(rij, veld) for veld in traced_fields(rij)}
    return {naam: waarde for naam, waarde in velden.items() if waarde not in (None, "")}


def printed(rij: models.Model, veld: models.Field) -> object:
    """A field as plain JSON; another row by its own key, never by a number of the database."""
    waarde = getattr(rij, veld.name)
    if isinstance(waarde, models.Model):
        return waarde.spoorsleutel
    if isinstance(waarde, Decimal):
        return f"{waarde.normalize():f}"
    if isinstance(waarde, date):
        return waarde.isoformat()
    return waarde
