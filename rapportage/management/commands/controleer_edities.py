"""`manage.py controleer_edities`: is every edition still what was adopted, and is it guarded?"""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from dordt_monitor.alleen_toevoegen import missing_triggers
from rapportage.models import Editie
from rapportage.onveranderd import find_gebreken


class Command(BaseCommand):
    help = "Controleert of elke editie nog is wat er is vastgesteld. Eindigt met 1 als er iets mis is."

    def handle(self, **options: Any) -> None:
        try:
            aantal, meldingen = check_alles()
        except DatabaseError as fout:
            meldingen = [f"De databank is niet te lezen ({fout}); is 'make data' gedraaid?"]
        for melding in meldingen:
            self.stderr.write(melding)
        if meldingen:
            raise SystemExit(1)
        self.stdout.write(f"{aantal} edities gecontroleerd; alle zijn zoals ze zijn vastgesteld.")


def check_alles() -> tuple[int, list[str]]:
    """How many editions there are, and a sentence for each that is not whole and each guard that is gone."""
    edities = Editie.objects.select_related("ronde__programma").order_by(
        "ronde__programma__slug", "ronde__peildatum", "versie"
    )
    aantal, meldingen = 0, []
    for editie in edities.iterator(chunk_size=1):
        aantal += 1
        if gebreken := find_gebreken(editie):
            meldingen.append(f"{name_editie(editie)} is veranderd: {'; '.join(gebreken)}.")
    meldingen += [
        f"De bewaking van de tabel {tabel} ontbreekt: rijen kunnen worden gewijzigd of verwijderd."
        for tabel in missing_triggers(connection)
    ]
    return aantal, meldingen


def name_editie(editie: Editie) -> str:
    return f"{editie.programma.slug}, {editie.ronde.slug}, versie {editie.versie}"
