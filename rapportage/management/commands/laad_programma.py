"""`manage.py laad_programma fixtures/x.toml …` or `--alles`: the shipped programmes into the database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from rapportage.inlezen import Leesfout, load_programma, read_bestand


class Command(BaseCommand):
    help = "Laadt programma’s uit TOML-bestanden. Nog een keer laden verandert niets."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paden", nargs="*", type=Path, metavar="BESTAND")
        parser.add_argument("--alles", action="store_true", help="laad alle bestanden in fixtures/")

    def handle(self, *, paden: list[Path], alles: bool, **options: Any) -> None:
        if alles:
            paden = sorted((Path(settings.BASE_DIR) / "fixtures").glob("*.toml"))
        if not paden:
            raise CommandError("Noem een bestand, of gebruik --alles.")
        for pad in paden:
            self.load(pad)

    def load(self, pad: Path) -> None:
        try:
            bestand = read_bestand(pad)
            telling = load_programma(bestand, op=timezone.now())
        except Leesfout as fout:
            raise CommandError(str(fout)) from fout
        self.stdout.write(
            f"{bestand.naam}: {telling['nieuw']} nieuw, {telling['gewijzigd']} gewijzigd "
            f"(sha256 {bestand.sha256})"
        )
