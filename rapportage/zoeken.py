"""Searching in everything this person may read: one filter for rights, one query for what is found.

Of a round the newest edition they may read is searched, unless it was withdrawn; live data only by who reads
the live side of that programme (ontwerp 4).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat

from programmalijnen.bouwen.vindplaatsen import all_vindbaar
from programmalijnen.models import Programma, Vindplaats
from programmalijnen.rechten import programmas_met_werk
from programmalijnen.regels.zoekwoorden import normalise

from .edities import Editiekaart, Lezer, all_readable_edities, newest_per_ronde

# Beyond this a question is too wide to be answered; people are asked for another word.
HOOGSTENS = 5_000
LIVE, RAPPORT, WERK = "", "rapport", "werk"


class Rij(NamedTuple):
    """A place that was found; `programma` is its slug."""

    pk: int
    programma: str
    naam: str
    editie: str
    soort: str
    sleutel: str
    titel: str
    pad: str

    @property
    def ding(self) -> tuple[str, str, str]:
        return self.programma, self.soort, self.sleutel

    @property
    def waar(self) -> str:
        return WERK if self.editie == LIVE else RAPPORT


@dataclass(frozen=True, slots=True)
class Leesbaar:
    """What a person may read: live programmes with `mijn_rol` by slug, editions by "haven/najaar-2024/v1"."""

    live: Mapping[str, Programma]
    edities: Mapping[str, Editiekaart]

    @property
    def vindplaatsen(self) -> QuerySet[Vindplaats]:
        live = [programma.pk for programma in self.live.values()]
        return Vindplaats.objects.alias(plek=Concat("programma__slug", Value("/"), "editie")).filter(
            Q(editie=LIVE, programma__in=live) | Q(plek__in=list(self.edities))
        )

    def editie_of(self, rij: Rij) -> Editiekaart:
        return self.edities[f"{rij.programma}/{rij.editie}"]


class Keuze(NamedTuple):
    """The filters; "" asks nothing. `waar` is RAPPORT or WERK."""

    programma: str
    soort: str
    waar: str

    def fits(self, rij: Rij) -> bool:
        return all(
            gekozen in ("", waarde)
            for gekozen, waarde in zip(self, (rij.programma, rij.soort, rij.waar), strict=True)
        )


def fetch_leesbaar(lezer: Lezer, vandaag: date) -> Leesbaar:
    """Two queries; one for who is not logged in."""
    werk = programmas_met_werk(lezer) if lezer.is_authenticated else ()
    return Leesbaar(
        live={programma.slug: programma for programma in werk},
        edities={
            f"{plank.programma.slug}/{editie.ronde}/v{editie.versie}": editie
            for plank in all_readable_edities(lezer, vandaag)
            for editie in newest_per_ronde(plank.edities)
            if editie.ingetrokken_op is None
        },
    )


def find_rijen(leesbaar: Leesbaar, woorden: Iterable[str]) -> list[Rij]:
    """Every place that has all of the words; one more than HOOGSTENS when there are more."""
    rijen = leesbaar.vindplaatsen
    for woord in woorden:
        rijen = rijen.filter(genormaliseerd__contains=woord)
    velden = ("pk", "programma__slug", "programma__naam", "editie", "soort", "sleutel", "titel", "pad")
    return [Rij(*rij) for rij in rijen.order_by("pk").values_list(*velden)[: HOOGSTENS + 1]]


def group_dingen(leesbaar: Leesbaar, rijen: Iterable[Rij], woorden: tuple[str, ...]) -> list[list[Rij]]:
    """The places of each thing together, newest first; things with the words in their title lead."""
    dingen: dict[tuple[str, str, str], list[Rij]] = {}
    for rij in rijen:
        dingen.setdefault(rij.ding, []).append(rij)

    def by_nieuwste(rij: Rij) -> tuple[bool, date]:
        return (True, date.max) if rij.editie == LIVE else (False, leesbaar.editie_of(rij).peildatum)

    groepen = [sorted(plekken, key=by_nieuwste, reverse=True) for plekken in dingen.values()]
    return sorted(groepen, key=lambda plekken: rank(plekken[0], woorden))


def rank(rij: Rij, woorden: tuple[str, ...]) -> tuple[int, str, int, str, str]:
    """Within a programme by kind: first what is done and agreed, last what is only accounted for."""
    titel, soorten = normalise(rij.titel), list(all_vindbaar())
    ontbreekt = sum(woord not in titel for woord in woorden)
    plaats = soorten.index(rij.soort) if rij.soort in soorten else len(soorten)
    return ontbreekt, rij.naam, plaats, titel, rij.sleutel


def count_keuzes(rijen: Iterable[Rij]) -> dict[str, Counter[str]]:
    """How many things there are for each value of each filter, by the name of the filter."""
    dingen = {(rij.programma, rij.soort, rij.sleutel, rij.waar) for rij in rijen}
    zonder_waar = {ding[:3] for ding in dingen}
    return {
        "programma": Counter(ding[0] for ding in zonder_waar),
        "soort": Counter(ding[1] for ding in zonder_waar),
        "waar": Counter(ding[3] for ding in dingen),
    }
