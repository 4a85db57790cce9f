"""The rounds of a file: taken over from a document and adopted, or opened to be filled in.

A round that is already there belongs to the team and to its edition: the file leaves it alone.
"""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone

from programmalijnen.models import Invoerstaat, Opgave, Rapportageronde, Realisatie, Toelichting
from programmalijnen.services.rondes import open_ronde, place_in_ronde

from ..services import adopt_ronde
from .bestand import Plek, Tabel
from .lader import Lader, explain
from .rijen import require_tabellen
from .velden import at, read_waarde, set_velden

NIET_VAN_DE_RONDE = ("overgenomen_uit", "realisaties", "toelichtingen")


def load_rondes(laders: Sequence[Lader]) -> None:
    """Oldest first: a report tells what adopted rounds of other programmes said up to its own peildatum.

    Raises Leesfout.
    """
    rondes = [(lader, *ronde) for lader in laders for ronde in lader.bestand.soorten.get("ronde", {}).items()]
    for lader, slug, velden in sorted(rondes, key=lambda ronde: peildatum_of(ronde[2])):
        if not Rapportageronde.objects.filter(programma=lader.programma, slug=slug).exists():
            load_ronde(lader, lader.plek(f"ronde.{slug}"), slug, velden)


def peildatum_of(velden: Tabel) -> date:
    """A round without one is refused when it is loaded."""
    peildatum = velden.get("peildatum")
    return peildatum if isinstance(peildatum, date) else date.max


def load_ronde(lader: Lader, plek: Plek, slug: str, velden: Tabel) -> None:
    ronde = Rapportageronde(programma=lader.programma, slug=slug)
    eigen = {naam: waarde for naam, waarde in velden.items() if naam not in NIET_VAN_DE_RONDE}
    set_velden(plek, ronde, lader.programma, eigen)
    if "overgenomen_uit" in velden:
        take_over(lader, plek, ronde, velden)
    else:
        open_for_input(lader, plek, ronde, velden)


def open_for_input(lader: Lader, plek: Plek, ronde: Rapportageronde, velden: Tabel) -> None:
    """An open round gets its rows from the structure, by the service the team uses too."""
    for naam in NIET_VAN_DE_RONDE:
        if naam in velden:
            raise at(plek, naam).fout("dit hoort alleen bij een ronde die is overgenomen uit een document.")
    gegevens = {
        naam: getattr(ronde, naam)
        for naam in (
            "programma",
            "slug",
            "titel",
            "label",
            "peildatum",
            "jaar",
            "deadline",
            "vindplaats",
            "vorm",
        )
    }
    try:
        open_ronde(**gegevens, door=lader.handeling.door, op=lader.handeling.op, ook_eerder=True)
    except ValidationError as fout:
        raise explain(plek, fout) from fout
    lader.telling["nieuw"] += 1


def take_over(lader: Lader, plek: Plek, ronde: Rapportageronde, velden: Tabel) -> None:
    """The round as its document tells it, adopted as taken over: without date, without besluit."""
    lader.save(plek, ronde)
    for veld, load in (("toelichtingen", load_toelichting), ("realisaties", load_realisatie)):
        rijen = require_tabellen(at(plek, veld), velden.get(veld, []))
        for volgorde, rij in enumerate(rijen, start=1):
            load(lader, at(plek, f"{veld}[{volgorde}]"), ronde, volgorde, rij)
    adopt_ronde(
        ronde=ronde,
        door=lader.handeling.door,
        op=lader.handeling.op,
        overgenomen_uit=str(velden["overgenomen_uit"]),
        openbaar_vanaf=timezone.localdate(lader.handeling.op) if lader.programma.openbaar else None,
    )


def load_toelichting(lader: Lader, plek: Plek, ronde: Rapportageronde, _volgorde: int, velden: Tabel) -> None:
    rij = Toelichting(ronde=ronde, staat=Invoerstaat.AKKOORD)
    set_velden(plek, rij, lader.programma, velden)
    lader.save(plek, rij)


def load_realisatie(lader: Lader, plek: Plek, ronde: Rapportageronde, volgorde: int, velden: Tabel) -> None:
    """The row of an activiteit: in the activiteit's own place, except for what the file says here."""
    hier = at(plek, "activiteit")
    activiteit = read_waarde(hier, Realisatie(), lader.programma, velden.get("activiteit", ""))
    if activiteit is None:
        raise hier.fout("noem de activiteit van deze rij.")
    rij = place_in_ronde(ronde, activiteit)
    set_velden(plek, rij, lader.programma, {"volgorde": volgorde} | velden)
    rij.staat = Invoerstaat.AKKOORD if rij.opgave == Opgave.HIER else Invoerstaat.GEEN_OPGAVE
    lader.save(plek, rij)
