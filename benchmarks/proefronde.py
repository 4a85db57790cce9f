"""A programme whose rounds are filled in, approved and adopted over and over, made through the services."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from benchmarks.werklijst import make_activiteit
from programmalijnen.bouwen.keuring import gezien_van
from programmalijnen.models import (
    Activiteit,
    Gebruiker,
    Indicator,
    Invoerstaat,
    Programma,
    Programmalijn,
    Rapportageronde,
    Realisatie,
    Rol,
)
from programmalijnen.regels.begrippen import Soort
from programmalijnen.services.gebruikers import create_gebruiker
from programmalijnen.services.invoerstaten import approve_rest
from programmalijnen.services.rollen import set_rol
from programmalijnen.services.rondes import open_ronde
from programmalijnen.services.schrijven import begin

NU = datetime(2024, 8, 1, tzinfo=UTC)
EERSTE_DAG = date(2024, 1, 1)
METING = "trajecten"

_nummer = count(1)


def make_programma(rijen: int) -> tuple[Programma, Gebruiker]:
    """With so many activiteiten, the first of which is measured; and its manager."""
    programma = Programma(slug="proef", naam="Een proefprogramma")
    manager = make_persoon("manager")
    with begin("maak proefprogramma", door=manager, op=NU) as handeling:
        handeling.save(programma)
        lijn = Programmalijn(programma=programma, sleutel="lijn-1", code="1", titel="De enige lijn")
        handeling.save(lijn)
        for nummer in range(rijen):
            handeling.save(make_activiteit(lijn, nummer))
        eerste = Activiteit.objects.get(sleutel="activiteit-0")
        indicator = Indicator(programma=programma, sleutel=METING, naam="Trajecten", soort=Soort.STROOM)
        indicator.activiteit = eerste
        handeling.save(indicator)
    set_rol(gebruiker=manager, programma=programma, rol=Rol.PROGRAMMAMANAGER, door=None, op=NU)
    return programma, manager


def make_persoon(naam: str, **velden: bool) -> Gebruiker:
    email = f"{naam}@voorbeeld.nl"
    return create_gebruiker(email=email, naam=f"Demo {naam}", wachtwoord=None, door=None, op=NU, **velden)


def make_ronde(programma: Programma, door: Gebruiker) -> Rapportageronde:
    """The next round, with every text submitted."""
    nummer = next(_nummer)
    ronde = open_ronde(
        programma=programma,
        slug=f"ronde-{nummer}",
        titel=f"Ronde {nummer}",
        label=f"t/m dag {nummer}",
        peildatum=EERSTE_DAG + timedelta(days=nummer),
        jaar=2024,
        door=door,
        op=NU,
    )
    with begin("vul in", door=door, op=NU) as handeling:
        for rij in rijen_of(ronde):
            rij.tekst, rij.staat = f"Wat er in {ronde.titel} is bereikt.", Invoerstaat.INGEDIEND
            rij.ingediend_door = rij.ingevuld_door = door
            rij.ingediend_op = NU
            handeling.save(rij)
    return ronde


def make_goedgekeurde_ronde(programma: Programma, door: Gebruiker) -> Rapportageronde:
    ronde = make_ronde(programma, door)
    approve_rest(ronde=ronde, door=door, op=NU)
    return ronde


def rijen_of(ronde: Rapportageronde) -> list[Realisatie]:
    rijen = Realisatie.objects.filter(ronde=ronde).select_related("ronde__programma", "activiteit", "lijn")
    return list(rijen.order_by("pk"))


def gezien_in(ronde: Rapportageronde) -> list[str]:
    """What the page of approvals sends of every row."""
    return [str(gezien_van(rij)) for rij in rijen_of(ronde)]
