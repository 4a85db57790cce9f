"""Users and their role in a programme."""

from datetime import datetime

from ..models import Gebruiker, Programma, Rol, Teamlid
from .schrijven import begin


def create_gebruiker(
    *, email: str, naam: str, wachtwoord: str | None, door: Gebruiker | None, op: datetime, **velden
) -> Gebruiker:
    """A new account; without wachtwoord nobody can log in with it yet. Raises ValidationError."""
    gebruiker = Gebruiker(email=email.strip().lower(), naam=naam, **velden)
    gebruiker.set_password(wachtwoord)
    with begin("maak gebruiker", door=door, op=op) as handeling:
        handeling.save(gebruiker)
    return gebruiker


def set_rol(
    *, gebruiker: Gebruiker, programma: Programma, rol: Rol, door: Gebruiker | None, op: datetime
) -> Teamlid:
    """Give somebody a role in a programme, in place of an earlier one."""
    with begin("geef rol", door=door, op=op) as handeling:
        teamlid = Teamlid.objects.filter(gebruiker=gebruiker, programma=programma).first()
        teamlid = teamlid or Teamlid(gebruiker=gebruiker, programma=programma)
        teamlid.rol = rol
        handeling.save(teamlid)
    return teamlid
