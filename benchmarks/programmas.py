"""Many programmes with an adopted report: copies of a shipped one, each under a name of its own."""

from dataclasses import replace
from datetime import date

from benchmarks.werklijst import NU
from programmalijnen.models import Programma, Rapportageronde
from programmalijnen.services.schrijven import begin
from rapportage.inhoud import load_rapport
from rapportage.models import Editie
from rapportage.rapport import Rapport
from rapportage.services.edities import store_editie

NAMEN = {"slug": "ronde", "titel": "Een rapport", "label": "t/m maart 2024"}


def make_programmas(aantal: int, van: str) -> None:
    """So many programmes with the newest report of the programme `van`."""
    editie = Editie.objects.filter(ronde__programma__slug=van).latest("ronde__peildatum")
    for nummer in range(aantal):
        adopt_copy(load_rapport(editie.sha256), f"{van}-{nummer}")


def adopt_copy(rapport: Rapport, slug: str) -> None:
    programma = Programma(slug=slug, naam=slug)
    with begin("maak proefprogramma", door=None, op=NU) as handeling:
        handeling.save(programma)
        ronde = Rapportageronde(programma=programma, peildatum=date(2024, 3, 31), jaar=2024, **NAMEN)
        handeling.save(ronde)
        store_editie(handeling, ronde, replace(rapport, programma=replace(rapport.programma, slug=slug)))
