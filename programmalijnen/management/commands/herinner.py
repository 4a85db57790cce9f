"""Remind by e-mail who still has something to submit; meant to run once a day, and harmless more often."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from programmalijnen.services.herinneren import Verzonden, fetch_berichten, send_alle
from programmalijnen.services.herinneringsmail import Bericht, print_bericht

GEEN_POST = "Er is geen mailserver ingesteld. Zet EMAIL_URL, of kijk met --proef wat er verstuurd zou worden."
GEEN_DAG = "‘{}’ is geen dag. Schrijf die als 2026-08-13."


class Command(BaseCommand):
    help = "Stuurt een herinnering aan wie in een open ronde nog iets moet indienen. Nooit twee op een dag."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--op", metavar="JJJJ-MM-DD", help="de dag waarvoor; anders vandaag")
        parser.add_argument("--proef", action="store_true", help="laat zien wat er zou gaan, verstuur niets")

    def handle(self, *, op: str | None, proef: bool, **options: Any) -> None:
        nu = timezone.now()
        vandaag = read_dag(op) if op else timezone.localdate(nu)
        if not (proef or settings.POST_AAN):
            raise CommandError(GEEN_POST)
        berichten = fetch_berichten(vandaag)
        if proef:
            self.show(berichten, vandaag)
        else:
            self.report(send_alle(berichten, vandaag=vandaag, door=None, op=nu))

    def show(self, berichten: list[Bericht], vandaag: date) -> None:
        for bericht in berichten:
            self.stdout.write(f"Aan: {bericht.aan}\nOnderwerp: {bericht.onderwerp}\n")
            self.stdout.write(print_bericht(bericht, vandaag) + "\n")
        self.stdout.write(f"Proef: {len(berichten)} herinneringen, er is niets verstuurd.")

    def report(self, verzonden: Verzonden) -> None:
        """Raises CommandError, so exit code 1, with the names of those whose mail did not go."""
        for bericht in verzonden.gelukt:
            self.stdout.write(f"{bericht.aan}: {bericht.ronde.titel} ({bericht.aanleiding})")
        self.stdout.write(f"{len(verzonden.gelukt)} herinneringen verstuurd.")
        if verzonden.mislukt:
            namen = "; ".join(f"{bericht.aan}: {fout}" for bericht, fout in verzonden.mislukt)
            raise CommandError(f"{len(verzonden.mislukt)} herinneringen niet verstuurd. {namen}")


def read_dag(tekst: str) -> date:
    """Not as an argument's own type: argparse would answer in English."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise CommandError(GEEN_DAG.format(tekst)) from None
