"""The programmes as the first page shows them: the newest report of each, and for its team what is open."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from programmalijnen.models import Programma, Rapportageronde, Rondestaat
from programmalijnen.rechten import programmas_met_werk

from .edities import (
    Boekenplank,
    Editiekaart,
    Lezer,
    Programmakaart,
    all_readable_edities,
    kerncijfers_of,
    newest_per_ronde,
    newest_readable,
)
from .kerncijfers import Kerncijfers


@dataclass(frozen=True, slots=True)
class Kaart:
    """A programme; without `edities` there is no report yet that may be read.

    `editie` is the newest that is served (None: all were withdrawn), `kerncijfers` its own. `edities` are the
    newest of every round; `rondes` are open, for the team.
    """

    programma: Programmakaart | Programma
    editie: Editiekaart | None = None
    kerncijfers: Kerncijfers | None = None
    edities: tuple[Editiekaart, ...] = ()
    rondes: list[Rapportageronde] = field(default_factory=list)

    @property
    def andere(self) -> tuple[Editiekaart, ...]:
        return tuple(editie for editie in self.edities if editie != self.editie)


def fetch_kaarten(lezer: Lezer, vandaag: date) -> list[Kaart]:
    """By name; at any number of programmes two queries, and two more for who is logged in."""
    planken = all_readable_edities(lezer, vandaag)
    cijfers = kerncijfers_of(filter(None, (newest_readable(plank.edities) for plank in planken)))
    werk = list(programmas_met_werk(lezer)) if lezer.is_authenticated else []
    rondes = fetch_open_rondes(werk)
    kaarten = {plank.programma.slug: make_kaart(plank, cijfers, rondes) for plank in planken}
    for programma in werk:
        kaarten.setdefault(programma.slug, Kaart(programma, rondes=rondes[programma.slug]))
    return sorted(kaarten.values(), key=lambda kaart: (kaart.programma.naam, kaart.programma.slug))


def make_kaart(
    plank: Boekenplank, cijfers: dict[str, Kerncijfers], rondes: dict[str, list[Rapportageronde]]
) -> Kaart:
    editie = newest_readable(plank.edities)
    return Kaart(
        programma=plank.programma,
        editie=editie,
        kerncijfers=cijfers.get(editie.sha256) if editie else None,
        edities=tuple(newest_per_ronde(plank.edities)),
        rondes=rondes[plank.programma.slug],
    )


def fetch_open_rondes(programmas: Iterable[Programma]) -> dict[str, list[Rapportageronde]]:
    """By the slug of their programme, the first deadline first."""
    per_slug = defaultdict(list)
    rondes = Rapportageronde.objects.filter(programma__in=programmas).exclude(staat=Rondestaat.VASTGESTELD)
    for ronde in rondes.select_related("programma").order_by("peildatum"):
        per_slug[ronde.programma.slug].append(ronde)
    return per_slug


def with_kerncijfers(kaarten: Iterable[Kaart]) -> list[Kaart]:
    """The programmes of which a report is served."""
    return [kaart for kaart in kaarten if kaart.kerncijfers]
