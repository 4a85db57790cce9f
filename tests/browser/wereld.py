"""The shipped programmes with a user for every role, an empty programme and a trail: what the pages show."""

from datetime import date

from django.test import Client

from programmalijnen.models import Gebruiker, Programma, Rol, Wijziging
from rapportage.services import withdraw_editie
from tests.bouwers import NU, maak_editie, maak_gebruiker, maak_programma, maak_ronde
from tests.programmas import laad_programmas
from tests.rapportage.bouwers import maak_rapport

HANDELING = "7d9f1c1e-0000-4000-8000-000000000000"
HANDELING_GEBRUIKERS = "7d9f1c1e-0000-4000-8000-000000000001"


def make_wereld() -> dict[str, dict[str, str]]:
    """Fill the database; gives a browser's cookies by role, the role that sees most first."""
    laad_programmas()
    make_leeg_programma()
    make_spoor()
    return {rol: log_in(gebruiker) for rol, gebruiker in make_gebruikers().items()} | {"anoniem": {}}


def make_leeg_programma() -> None:
    """*haven*: an open round without a line, and an older edition that was withdrawn."""
    haven = maak_programma("haven")
    editie = maak_editie(maak_ronde(haven), maak_rapport())
    withdraw_editie(editie=editie, reden="Er stond een fout in.", door=None, op=NU)
    maak_ronde(haven, "augustus-2025", peildatum=date(2025, 7, 31), jaar=2025)


def make_spoor() -> None:
    programma = Programma.objects.get(slug="arbeidsmarkt-menselijk-kapitaal")
    gewoon = {"naam": "leg vast", "aard": "gewijzigd", "op": NU}
    activiteit = {
        "soort": "activiteit",
        "sleutel": "leerwerktrajecten",
        "velden": {"titel": ["Leren", "Leerwerk"]},
    }
    gebruiker = {
        "soort": "gebruiker",
        "sleutel": "raadslid@voorbeeld.nl",
        "velden": {"naam": ["Rik", "Raadslid"]},
    }
    Wijziging.objects.create(handeling=HANDELING, programma=programma, **activiteit | gewoon)
    Wijziging.objects.create(handeling=HANDELING_GEBRUIKERS, programma=None, **gebruiker | gewoon)


def make_gebruikers() -> dict[str, Gebruiker]:
    team = {rol: maak_gebruiker(rol) for rol in (Rol.PROGRAMMAMANAGER, Rol.MEDEWERKER, Rol.MEELEZER)}
    for programma in Programma.objects.all():
        for rol, gebruiker in team.items():
            programma.teamleden.create(gebruiker=gebruiker, rol=rol)
    beheerder = maak_gebruiker("Beheerder", is_beheerder=True)
    return {str(rol): lid for rol, lid in team.items()} | {
        "beheerder": beheerder,
        "raadslid": maak_gebruiker("Raadslid", is_raadslid=True),
    }


def log_in(gebruiker: Gebruiker) -> dict[str, str]:
    client = Client()
    client.force_login(gebruiker)
    return {naam: cookie.value for naam, cookie in client.cookies.items()}
