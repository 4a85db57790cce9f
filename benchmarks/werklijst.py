"""A programme as large as one wants, made through the services."""

from datetime import UTC, date, datetime

from programmalijnen.models import Activiteit, Gebruiker, Programma, Programmalijn, Rol
from programmalijnen.services.gebruikers import create_gebruiker
from programmalijnen.services.rollen import set_rol
from programmalijnen.services.rondes import open_ronde
from programmalijnen.services.schrijven import begin

NU = datetime(2024, 8, 1, tzinfo=UTC)


def make_ronde_of(rijen: int) -> tuple[Gebruiker, str]:
    """A manager, and the address of the work list of a round with so many activiteiten."""
    manager = create_gebruiker(
        email="manager@voorbeeld.nl", naam="Demo manager", wachtwoord=None, door=None, op=NU
    )
    programma = Programma(slug="groot", naam="Een groot programma")
    with begin("maak proefprogramma", door=None, op=NU) as handeling:
        handeling.save(programma)
        lijn = Programmalijn(programma=programma, sleutel="lijn-1", code="1", titel="De enige lijn")
        handeling.save(lijn)
        for nummer in range(rijen):
            handeling.save(make_activiteit(lijn, nummer))
    set_rol(gebruiker=manager, programma=programma, rol=Rol.PROGRAMMAMANAGER, door=None, op=NU)
    open_ronde(
        programma=programma,
        slug="augustus-2024",
        titel="Voortgangsrapportage augustus 2024",
        label="t/m juli 2024",
        peildatum=date(2024, 7, 31),
        jaar=2024,
        door=None,
        op=NU,
    )
    return manager, "/werk/groot/augustus-2024/"


def make_activiteit(lijn: Programmalijn, nummer: int) -> Activiteit:
    return Activiteit(
        programma=lijn.programma,
        lijn=lijn,
        sleutel=f"activiteit-{nummer}",
        titel=f"Activiteit nummer {nummer}",
        groep="Voor Stad",
        volgorde=nummer,
    )
