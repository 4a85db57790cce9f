"""`manage.py herbouw_vindplaatsen`: make anew what the search finds, of what was there before it."""

from typing import Any

from django.core.management.base import BaseCommand

from programmalijnen.models import Programma
from rapportage.services.vindplaatsen import rebuild


class Command(BaseCommand):
    help = "Maakt opnieuw wat de zoekpagina vindt. Nodig na een upgrade; vaker kan geen kwaad."

    def handle(self, *, verbosity: int = 1, **options: Any) -> None:
        for programma in Programma.objects.order_by("slug"):
            aantal = rebuild(programma)
            if verbosity:
                self.stdout.write(f"{programma.slug}: {aantal} vindplaatsen.")
