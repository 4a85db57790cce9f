"""A programme from nothing, with the first person who may set it up (ontwerp 4)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from ..models import Gebruiker, Programma, Rol, Teamlid
from .dubbel import claim_formulier
from .gebruikers import NIET_ACTIEF
from .samenvoegen import Bewerking
from .schrijven import Handeling, begin

NAAM_NODIG = "Met dit e-mailadres is er nog geen gebruiker. Vul ook de naam in, dan maken wij een account."


def create_programma(
    *,
    velden: Mapping[str, Any],
    email: str,
    naam: str,
    formulier: UUID | None = None,
    door: Gebruiker | None,
    op: datetime,
) -> tuple[Programma, Gebruiker]:
    """Make the programme, and somebody its manager: who has this e-mail address, else a new account `naam`.

    Raises AlOpgeslagen when this form made a programme before, and ValidationError (in Dutch, by field of the
    programme; `manager_email` and `manager_naam` for the person). Nothing is saved then.
    """
    programma = Programma(**velden)
    with begin("maak programma", programma=programma, door=door, op=op) as handeling:
        manager = find_manager(email, naam)
        teamlid = Teamlid(gebruiker=manager, rol=Rol.PROGRAMMAMANAGER)
        hoofd = Bewerking(rij=programma, ingevoerd=velden, formulier=formulier)
        claim_formulier(handeling, [hoofd, Bewerking(rij=teamlid, ingevoerd={})])
        handeling.save(programma)
        save_manager(handeling, manager)
        teamlid.programma, teamlid.gebruiker = programma, manager
        handeling.save(teamlid)
    return programma, manager


def find_manager(email: str, naam: str) -> Gebruiker:
    """Stored, or new and unsaved. Raises ValidationError for an account that is closed or has no name."""
    email = email.strip().lower()
    gebruiker = Gebruiker.objects.filter(email=email).first()
    if gebruiker is None and not naam:
        raise ValidationError({"manager_naam": NAAM_NODIG})
    if gebruiker is not None and not gebruiker.is_active:
        raise ValidationError({"manager_email": NIET_ACTIEF})
    return gebruiker or Gebruiker(email=email, naam=naam)


def save_manager(handeling: Handeling, manager: Gebruiker) -> None:
    """A new account has no password yet: who gets it chooses one with a link."""
    if not manager._state.adding:
        return
    manager.set_unusable_password()
    try:
        handeling.save(manager)
    except ValidationError as fout:
        per_veld = {f"manager_{veld}": fouten for veld, fouten in fout.error_dict.items()}
        raise ValidationError(per_veld) from fout
