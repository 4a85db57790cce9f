"""What lies around a page: the same in the last round, the pages beside it, the colleague who was first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q

from ..models import Invoerstaat, Realisatie, Toelichting, Wijziging
from .blad import Invoerblad
from .invulling import fetch_vakken
from .losse import fetch_losse_indicatoren, fetch_toelichtingen
from .ophalen import ACTIVITEITEN, TOELICHTINGEN, Plek


def fetch_vorige(rij: Realisatie | Toelichting | None) -> Realisatie | Toelichting | None:
    """The same row in the latest earlier round that wrote a text for it."""
    if rij is None:
        return None
    gelijk = (
        {"activiteit": rij.activiteit_id}
        if isinstance(rij, Realisatie)
        else {"lijn": rij.lijn_id, "onderwerp": rij.onderwerp}
    )
    return (
        type(rij)
        .objects.filter(
            ronde__programma=rij.ronde.programma_id, ronde__peildatum__lt=rij.ronde.peildatum, **gelijk
        )
        .exclude(tekst="")
        .select_related("ronde")
        .order_by("-ronde__peildatum")
        .first()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeks:
    """The pages of one kind in a round, in report order, as (sleutel, titel), and which of them this is."""

    paginas: tuple[tuple[str, str], ...]
    sleutel: str

    @property
    def plaats(self) -> int | None:
        """Counted from 0; None for a page outside the row, such as that of an indicator of an activiteit."""
        sleutels = [sleutel for sleutel, _ in self.paginas]
        return sleutels.index(self.sleutel) if self.sleutel in sleutels else None

    def page(self, stap: int) -> tuple[str, str] | None:
        """The page so many steps further (or back), None past either end."""
        if self.plaats is None or not 0 <= self.plaats + stap < len(self.paginas):
            return None
        return self.paginas[self.plaats + stap]


def fetch_reeks(plek: Plek) -> Reeks:
    realisaties = Realisatie.objects.filter(ronde=plek.ronde).in_rapportvolgorde()
    if plek.soort == ACTIVITEITEN:
        paginas = tuple(realisaties.values_list("activiteit__sleutel", "titel"))
        return Reeks(paginas=paginas, sleutel=plek.sleutel)
    if plek.soort == TOELICHTINGEN:
        rijen = fetch_toelichtingen(plek.ronde)
    else:
        activiteiten = set(realisaties.values_list("activiteit_id", flat=True))
        rijen = fetch_losse_indicatoren(plek.ronde, fetch_vakken(plek.ronde), activiteiten)
    return Reeks(
        paginas=tuple((rij.sleutel, f"{rij.titel} · {rij.plaats}") for rij in rijen), sleutel=plek.sleutel
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Collega:
    naam: str
    op: datetime


def fetch_collegas(blad: Invoerblad, namen: Iterable[str]) -> dict[str, Collega]:
    """Who last changed the row behind each of these fields, as the trail knows it; one query."""
    sporen = {naam: blad.velden[naam].spoor for naam in namen if blad.velden[naam].spoor}
    if not sporen:
        return {}
    filters = [Q(soort=soort, sleutel=sleutel) for soort, sleutel in sporen.values()]
    rijen = Wijziging.objects.filter(
        reduce(or_, filters), programma=blad.ronde.programma_id, door__isnull=False
    )
    laatste = {(rij.soort, rij.sleutel): rij for rij in rijen.select_related("door").order_by("pk")}
    return {
        naam: Collega(naam=laatste[spoor].door.naam, op=laatste[spoor].op)
        for naam, spoor in sporen.items()
        if spoor in laatste
    }


def fetch_collega(rij: models.Model) -> Collega | None:
    """Who last changed a row of a programme; one query."""
    rijen = Wijziging.objects.filter(
        programma=rij.programma, soort=rij._meta.model_name, sleutel=rij.spoorsleutel, door__isnull=False
    )
    laatste = rijen.select_related("door").order_by("-pk").first()
    return Collega(naam=laatste.door.naam, op=laatste.op) if laatste else None


def fetch_teruggave(rij: Realisatie | Toelichting | None) -> Collega | None:
    """Who sent a text back, as the trail knows it; one query, and none for what did not come back."""
    if rij is None or rij.staat != Invoerstaat.TERUGGEGEVEN:
        return None
    rijen = Wijziging.objects.filter(
        programma=rij.ronde.programma_id,
        soort=rij._meta.model_name,
        sleutel=rij.spoorsleutel,
        velden__staat__1=Invoerstaat.TERUGGEGEVEN,
        door__isnull=False,
    )
    laatste = rijen.select_related("door").order_by("-pk").first()
    return Collega(naam=laatste.door.naam, op=laatste.op) if laatste else None
