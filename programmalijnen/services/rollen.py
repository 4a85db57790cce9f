"""The role of a person in a programme. Who leaves the team stays the trekker of older rounds."""

from datetime import datetime

from ..models import Gebruiker, Programma, Rol, Teamlid
from .schrijven import begin


def set_rol(
    *, gebruiker: Gebruiker, programma: Programma, rol: Rol, door: Gebruiker | None, op: datetime
) -> Teamlid:
    """Give somebody a role in a programme, in place of an earlier one or of none any more."""
    with begin("geef rol", programma=programma, door=door, op=op) as handeling:
        teamlid = find_teamlid(gebruiker, programma) or Teamlid(gebruiker=gebruiker, programma=programma)
        teamlid.rol, teamlid.actief = rol, True
        handeling.save(teamlid)
    return teamlid


def end_rol(*, gebruiker: Gebruiker, programma: Programma, door: Gebruiker | None, op: datetime) -> None:
    """Take somebody out of the team; nothing happens for who is not in it."""
    with begin("beëindig rol", programma=programma, door=door, op=op) as handeling:
        teamlid = find_teamlid(gebruiker, programma)
        if teamlid is not None:
            teamlid.actief = False
            handeling.save(teamlid)


def find_teamlid(gebruiker: Gebruiker, programma: Programma) -> Teamlid | None:
    leden = Teamlid.objects.filter(gebruiker=gebruiker, programma=programma).select_for_update(
        of=("self",), no_key=True
    )
    return leden.select_related("gebruiker", "programma").first()
