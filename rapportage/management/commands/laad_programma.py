"""`manage.py laad_programma fixtures/x.toml …` or `--alles`: programmes into the database, all or nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from rapportage.inlezen import Leesfout, load_programmas, read_bestand


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
        try:
            bestanden = [read_bestand(pad) for pad in paden]
            tellingen = load_programmas(bestanden, op=timezone.now())
        except Leesfout as fout:
            raise CommandError(str(fout)) from fout
        for bestand, telling in zip(bestanden, tellingen, strict=True):
            self.stdout.write(
                f"{bestand.naam}: {telling['nieuw']} nieuw, {telling['gewijzigd']} gewijzigd "
                f"(sha256 {bestand.sha256})"
            )
