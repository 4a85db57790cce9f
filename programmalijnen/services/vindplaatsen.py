"""Keeping what the search finds equal to the live data: written once, at the end of each handeling.

Vindplaats is an index and no data: it has no trail, and `rebuild_live` makes it anew.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db import models, transaction
from django.db.models import Q

from ..bouwen.vindplaatsen import (
    all_vindbaar,
    banden_of,
    fetch_plaatsen,
    make_vindplaats,
    sleutel_of,
)
from ..models import Programma, Vindplaats

UNIEK = ["programma", "editie", "soort", "sleutel"]
INHOUD = ["titel", "tekst", "genormaliseerd", "pad", "naar"]
LIVE = ""

# (pk of the programme, soort, sleutel)
Plek = tuple[int, str, str]


@dataclass(slots=True)
class Bijwerking:
    """What one handeling changed of what can be found."""

    aangeraakt: dict[str, dict[str, set[int]]] = field(default_factory=dict)
    vervallen: set[Plek] = field(default_factory=set)

    def note_saved(self, rij: models.Model, velden: Collection[str], oud: models.Model | None = None) -> None:
        """`velden` are the names of those that changed; of a new row (`oud` None) those that are filled."""
        for band in banden_of(type(rij)):
            if band.velden.isdisjoint(velden) or (oud is None and band.is_stil(velden)):
                continue
            if band.ouder:
                self._touch(band.soort.soort, band.weg, *(getattr(r, band.ouder) for r in (oud, rij) if r))
            elif oud is not None:
                self._touch(band.soort.soort, band.weg, rij.pk)

    def note_deleted(self, rij: models.Model) -> None:
        """Before it is gone. A part is read with its row, which may stay."""
        for band in banden_of(type(rij)):
            if band.is_eigen:
                self.vervallen.add((rij.programma.pk, band.soort.soort, sleutel_of(band.soort, rij)))
            elif band.ouder:
                self._touch(band.soort.soort, band.weg, getattr(rij, band.ouder))

    def _touch(self, soort: str, weg: str, *pks: int) -> None:
        self.aangeraakt.setdefault(soort, {}).setdefault(weg, set()).update(pks)

    def write(self) -> None:
        """Two queries and one for each kind of thing touched; none when nothing was."""
        rijen = [rij for soort, wegen in self.aangeraakt.items() for rij in fetch_live(soort, any_of(wegen))]
        remove(self.vervallen | {place_of(rij) for rij in rijen if not rij.genormaliseerd})
        # In one order, for two handelingen that touch the same row of a third programme.
        upsert(sorted((rij for rij in rijen if rij.genormaliseerd), key=place_of))


def any_of(wegen: dict[str, set[int]]) -> Q:
    waar = Q()
    for weg, pks in wegen.items():
        waar |= Q(**{f"{weg}__in": sorted(pks)})
    return waar


def fetch_live(soort: str, waar: Q) -> list[Vindplaats]:
    return [make_vindplaats(pk, LIVE, plaats) for pk, plaats in fetch_plaatsen(all_vindbaar()[soort], waar)]


def place_of(rij: Vindplaats) -> Plek:
    return rij.programma_id, rij.soort, rij.sleutel


def remove(plekken: Iterable[Plek]) -> None:
    per_soort: dict[tuple[int, str], list[str]] = {}
    for programma, soort, sleutel in plekken:
        per_soort.setdefault((programma, soort), []).append(sleutel)
    for (programma, soort), sleutels in per_soort.items():
        Vindplaats.objects.filter(
            programma=programma, editie=LIVE, soort=soort, sleutel__in=sleutels
        ).delete()


def upsert(rijen: list[Vindplaats]) -> None:
    Vindplaats.objects.bulk_create(rijen, update_conflicts=True, unique_fields=UNIEK, update_fields=INHOUD)


def rebuild_live(programma: Programma) -> None:
    """Everything of the live side of a programme, whatever the index says of it now."""
    with transaction.atomic():
        Programma.objects.select_for_update(no_key=True).get(pk=programma.pk)
        Vindplaats.objects.filter(programma=programma, editie=LIVE).delete()
        for soort, vindbaar in all_vindbaar().items():
            rijen = fetch_live(soort, Q(**{vindbaar.programma: programma.pk}))
            Vindplaats.objects.bulk_create(rij for rij in rijen if rij.genormaliseerd)
