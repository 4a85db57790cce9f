"""A report as a file, from a shell: the same bytes as the site serves."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError

from programmalijnen.models import Programma, Rapportageronde, Rondestaat
from programmalijnen.regels.begrippen import Rapportvorm
from rapportage.bestand import write_whole
from rapportage.bouwen import build_rapport
from rapportage.canoniek import OnbekendSchema
from rapportage.models import Editie, Lotgevalsoort
from rapportage.uitvoer import RENDERERS, render_concept, render_editie
from rapportage.vormen import VORMEN


class NietTeExporteren(Exception):
    """What was asked cannot be given; the message is one Dutch sentence that says why."""


class Command(BaseCommand):
    help = "Schrijft een rapport naar een bestand: de laatste editie, of met --concept het concept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("programma", help="bijvoorbeeld arbeidsmarkt-menselijk-kapitaal")
        parser.add_argument("ronde", help="bijvoorbeeld augustus-2024")
        parser.add_argument("--formaat", required=True, help=" of ".join(RENDERERS))
        parser.add_argument("--naar", type=Path, metavar="BESTAND", help="zonder dit: naar het scherm")
        parser.add_argument("--vorm", default="", help=f"{', '.join(VORMEN)}; zonder dit die van de ronde")
        parser.add_argument("--concept", action="store_true", help="de levende gegevens van een open ronde")

    def handle(
        self,
        *,
        programma: str,
        ronde: str,
        formaat: str,
        naar: Path | None,
        vorm: str,
        concept: bool,
        **options: Any,
    ) -> None:
        try:
            inhoud = export(programma=programma, ronde=ronde, formaat=formaat, vorm=vorm, concept=concept)
            if naar is None:
                self.stdout.buffer.write(inhoud)
            else:
                write_whole(naar, inhoud)
        except (NietTeExporteren, OnbekendSchema) as fout:
            self._stop(str(fout))
        except DatabaseError as fout:
            self._stop(f"De databank is niet te lezen ({fout}); is 'make data' gedraaid?")
        except OSError as fout:
            self._stop(f"Het bestand {naar} is niet te schrijven: {fout.strerror or fout}.")

    def _stop(self, zin: str) -> None:
        """One sentence without Django's "CommandError:" before it."""
        self.stderr.write(zin)
        raise SystemExit(1)


def export(*, programma: str, ronde: str, formaat: str, concept: bool, vorm: str = "") -> bytes:
    """The file, in the form of the round unless another is asked for. Raises NietTeExporteren."""
    if formaat not in RENDERERS:
        raise NietTeExporteren(f"Het formaat '{formaat}' kennen wij niet; kies uit {', '.join(RENDERERS)}.")
    if vorm and vorm not in VORMEN:
        raise NietTeExporteren(f"De vorm '{vorm}' kennen wij niet; kies uit {', '.join(VORMEN)}.")
    gevonden = find_ronde(programma, ronde)
    gekozen = Rapportvorm(vorm or gevonden.vorm or gevonden.programma.vorm)
    if concept:
        return render_concept(formaat, build_rapport(ronde=require_concept(gevonden)), vorm=gekozen)
    return render_editie(formaat, find_editie(gevonden).inhoud, vorm=gekozen)


def find_ronde(programma: str, ronde: str) -> Rapportageronde:
    if not Programma.objects.filter(slug=programma).exists():
        raise NietTeExporteren(
            f"Het programma '{programma}' is er niet; {list_known(Programma.objects.order_by('slug'))}."
        )
    rondes = Rapportageronde.objects.filter(programma__slug=programma)
    gevonden = rondes.filter(slug=ronde).select_related("programma").first()
    if gevonden is None:
        bekend = list_known(rondes.order_by("peildatum"))
        raise NietTeExporteren(f"De ronde '{ronde}' is er niet bij dit programma; {bekend}.")
    return gevonden


def list_known(rijen: Any) -> str:
    slugs = ", ".join(rijen.values_list("slug", flat=True))
    return f"wel: {slugs}" if slugs else "er is nog niets"


def require_concept(ronde: Rapportageronde) -> Rapportageronde:
    if ronde.staat == Rondestaat.VASTGESTELD:
        raise NietTeExporteren(
            f"De ronde '{ronde.slug}' is vastgesteld en heeft geen concept; laat --concept weg."
        )
    return ronde


def find_editie(ronde: Rapportageronde) -> Editie:
    """The newest edition of the round, unless it was withdrawn."""
    editie = ronde.edities.order_by("-versie").first()
    if editie is None:
        raise NietTeExporteren(
            f"De ronde '{ronde.slug}' heeft nog geen vastgestelde editie; met --concept krijgt u het concept."
        )
    ingetrokken = editie.lotgevallen.filter(soort=Lotgevalsoort.INGETROKKEN).order_by("-op", "-pk").first()
    if ingetrokken is not None:
        raise NietTeExporteren(
            f"Editie {editie.versie} van de ronde '{ronde.slug}' is ingetrokken: {ingetrokken.reden}"
        )
    return editie
