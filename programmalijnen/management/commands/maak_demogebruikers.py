"""One demo user per role, with one new password at every run. For demonstrations, never for real use."""

import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from programmalijnen.models import Gebruiker, Programma, Rol
from programmalijnen.services.gebruikers import create_gebruiker, set_wachtwoord
from programmalijnen.services.rollen import set_rol

ALGEMEEN: dict[str, dict[str, bool]] = {
    "raadslid": {"is_raadslid": True},
    "beheerder": {"is_beheerder": True},
}
ROLLEN = ("raadslid", *Rol, "beheerder")
# Without the letters and digits that look alike, because people type it over.
TEKENS = "abcdefghjkmnpqrstuvwxyz23456789"


class Command(BaseCommand):
    help = "Maakt per rol één demogebruiker, met in elk programma die rol, en zet hun wachtwoord opnieuw."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--naar", type=Path, help="schrijf de inloggegevens in dit bestand, alleen voor u leesbaar"
        )

    def handle(self, *, naar: Path | None, **options: Any) -> None:
        wachtwoord = "-".join("".join(secrets.choice(TEKENS) for _ in range(4)) for _ in range(3))
        gebruikers = [ensure_demogebruiker(rol, wachtwoord) for rol in ROLLEN]
        inloggen = [f"Inloggen als (wachtwoord voor alle vijf: {wachtwoord})"]
        inloggen += [f"  {gebruiker.naam:<22} {gebruiker.email}" for gebruiker in gebruikers]
        text = "\n".join(inloggen)
        if naar is None:
            self.stdout.write(text)
            return
        naar.touch(mode=0o600)
        naar.write_text(text + "\n")


def ensure_demogebruiker(rol: str, wachtwoord: str) -> Gebruiker:
    """The demo user of a role, with that role in every programme there is now."""
    op, email = timezone.now(), f"demo-{rol}@voorbeeld.nl"
    gebruiker = Gebruiker.objects.filter(email=email).first()
    if gebruiker is None:
        velden = ALGEMEEN.get(rol, {})
        gebruiker = create_gebruiker(
            email=email, naam=f"Demo {rol}", wachtwoord=wachtwoord, door=None, op=op, **velden
        )
    else:
        set_wachtwoord(gebruiker=gebruiker, wachtwoord=wachtwoord, door=None, op=op)
    if rol not in ALGEMEEN:
        for programma in Programma.objects.order_by("slug"):
            set_rol(gebruiker=gebruiker, programma=programma, rol=Rol(rol), door=None, op=op)
    return gebruiker
