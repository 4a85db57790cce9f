"""A new password for somebody, in place of Django's own command: with its trail."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from programmalijnen.models import Gebruiker
from programmalijnen.services.gebruikers import set_wachtwoord

from .createsuperuser import ask_wachtwoord


class Command(BaseCommand):
    help = "Geeft iemand een nieuw wachtwoord; daarmee vervallen de sessies die nog open staan."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    def handle(self, *, email: str, **options: Any) -> None:
        gebruiker = Gebruiker.objects.filter(email__iexact=email).first()
        if gebruiker is None:
            raise CommandError(f"Er is geen gebruiker met het e-mailadres {email}.")
        wachtwoord = ask_wachtwoord(gebruiker)
        set_wachtwoord(gebruiker=gebruiker, wachtwoord=wachtwoord, door=None, op=timezone.now())
        self.stdout.write(f"Het wachtwoord van {gebruiker.naam} is gewijzigd.")
