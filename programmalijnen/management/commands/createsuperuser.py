"""The first beheerder of an installation, in place of Django's own command: with its trail."""

import os
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from programmalijnen.models import Gebruiker
from programmalijnen.services.gebruikers import create_gebruiker


def ask_wachtwoord(gebruiker: Gebruiker) -> str:
    """Raises CommandError when the two differ or the password is too weak."""
    wachtwoord = getpass("Wachtwoord: ")
    if wachtwoord != getpass("Nog een keer: "):
        raise CommandError("De wachtwoorden zijn niet gelijk.")
    try:
        validate_password(wachtwoord, gebruiker)
    except ValidationError as fout:
        raise CommandError(" ".join(fout.messages)) from fout
    return wachtwoord


class Command(BaseCommand):
    help = "Maakt een beheerder. Met --noinput komt het wachtwoord uit DJANGO_SUPERUSER_PASSWORD."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email")
        parser.add_argument("--naam")
        parser.add_argument("--noinput", "--no-input", action="store_false", dest="interactive")

    def handle(self, *, email: str | None, naam: str | None, interactive: bool, **options: Any) -> None:
        if not interactive and not (email and naam):
            raise CommandError("Geef met --noinput ook --email en --naam.")
        email = email or input("E-mailadres: ")
        naam = naam or input("Naam: ")
        if interactive:
            wachtwoord = ask_wachtwoord(Gebruiker(email=email, naam=naam))
        else:
            wachtwoord = os.environ.get("DJANGO_SUPERUSER_PASSWORD")
        try:
            create_gebruiker(
                email=email,
                naam=naam,
                wachtwoord=wachtwoord,
                is_beheerder=True,
                door=None,
                op=timezone.now(),
            )
        except ValidationError as fout:
            raise CommandError(" ".join(fout.messages)) from fout
        self.stdout.write(f"{naam} is nu beheerder.")
