"""Editions without their content: what happened to them since they were written, and who may read which.

This is asked for every page, also for those a browser holds already. So it is one query, built and compiled
once in a process; after that only its parameters are filled in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import Exists, F, FilteredRelation, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from programmalijnen.models import Gebruiker, Programma, Teamlid
from programmalijnen.rechten import editie_filter, may_read_edities

from .canoniek import from_json
from .kerncijfers import Kerncijfers, make_kerncijfers, read_kerncijfers
from .models import Editie, Lotgevalsoort

Lezer = Gebruiker | AnonymousUser
Rijen = tuple[tuple, ...]


class Lezersoort(NamedTuple):
    """What decides, beside a role in the programme, which editions somebody reads and what the pages show."""

    is_authenticated: bool
    is_raadslid: bool
    is_beheerder: bool


@dataclass(frozen=True, slots=True)
class Programmakaart:
    """A programme, and what this person is in it (`mijn_rol`) and in any programme (`heeft_werk`)."""

    slug: str
    naam: str
    ondertitel: str
    openbaar: bool
    mijn_rol: str | None
    heeft_werk: bool


@dataclass(frozen=True, slots=True)
class Editiekaart:
    """What lists and frames show of an edition; of each kind of Lotgeval the last one counts.

    `vorm` is that of its round, or else of the programme.
    """

    ronde: str
    peildatum: date
    vorm: str
    titel: str
    versie: int
    sha256: str
    vastgesteld_op: date | None
    overgenomen_uit: str
    reden: str
    openbaar_vanaf: date | None
    ingetrokken_op: date | None
    ingetrokken_reden: str


@dataclass(frozen=True, slots=True)
class Boekenplank:
    """A programme with its editions, newest round and version first."""

    programma: Programmakaart
    edities: tuple[Editiekaart, ...]


PROGRAMMAVELDEN = ("slug", "naam", "ondertitel", "openbaar")
EDITIEVELDEN = ("titel", "versie", "sha256", "vastgesteld_op", "overgenomen_uit", "reden")
LOTVELDEN = ("soort", "datum", "reden")
# Where a row of the query goes from programme to edition to what happened to it.
EDITIE, LOT = len(PROGRAMMAVELDEN) + 2, len(PROGRAMMAVELDEN) + 5 + len(EDITIEVELDEN)
VREEMDE = Lezersoort(is_authenticated=False, is_raadslid=False, is_beheerder=False)
# The parameters of the query that is compiled once; SLUG and VOORBEELD stand in it for them.
SLUG, PERSOON, VOORBEELD = "slug", "persoon", -1


def readable_edities(lezer: Lezer, slug: str, vandaag: date) -> Boekenplank | None:
    """The editions of a programme that this person may read today; None when there is none."""
    return make_plank(kind_of(lezer), fetch_rijen(lezer, slug), vandaag)


def kind_of(lezer: Lezer) -> Lezersoort:
    if not lezer.is_authenticated:
        return VREEMDE
    return Lezersoort(True, lezer.is_raadslid, lezer.is_beheerder)


def fetch_rijen(lezer: Lezer, slug: str) -> Rijen:
    """What the database says about the editions of a programme: all that `make_plank` needs to know."""
    sql, vast = _compiled()
    with connection.cursor() as cursor:
        cursor.execute(sql, vast | {SLUG: slug, PERSOON: lezer.pk})
        return tuple(cursor.fetchall())


def make_plank(soort: Lezersoort, rijen: Rijen, vandaag: date) -> Boekenplank | None:
    return next(_readable(soort, rijen, vandaag), None)


def all_readable_edities(lezer: Lezer, vandaag: date) -> list[Boekenplank]:
    """The same for every programme, by name."""
    programmas = Programma.objects.filter(editie_filter(lezer))
    return list(_readable(kind_of(lezer), _rows(Q(ronde__programma__in=programmas), lezer.pk or 0), vandaag))


@cache
def _compiled() -> tuple[str, dict[str, Any]]:
    """With names for its parameters: those without a name Django seeks in the whole text at every request."""
    sql, waarden = _rows(Q(ronde__programma__slug=SLUG), VOORBEELD).query.sql_with_params()
    namen = [{SLUG: SLUG, VOORBEELD: PERSOON}.get(waarde, f"p{i}") for i, waarde in enumerate(waarden)]
    return sql % tuple(f"%({naam})s" for naam in namen), dict(zip(namen, waarden, strict=True))


def _rows(waar: Q, persoon: int) -> QuerySet:
    """A row for each edition and Lotgeval, those of one edition after each other and in order of time."""
    van_team = Q(ronde__programma__teamleden__gebruiker=persoon, ronde__programma__teamleden__actief=True)
    return (
        Editie.objects.filter(waar)
        .alias(lidmaatschap=FilteredRelation("ronde__programma__teamleden", condition=van_team))
        .order_by(
            "ronde__programma__naam",
            "ronde__programma__slug",
            "-ronde__peildatum",
            "-versie",
            "lotgevallen__op",
            "lotgevallen__pk",
        )
        .values_list(
            *(f"ronde__programma__{veld}" for veld in PROGRAMMAVELDEN),
            F("lidmaatschap__rol"),
            Exists(Teamlid.objects.filter(gebruiker=persoon, actief=True)),
            "ronde__slug",
            "ronde__peildatum",
            Coalesce(NullIf("ronde__vorm", Value("")), "ronde__programma__vorm"),
            *EDITIEVELDEN,
            *(f"lotgevallen__{veld}" for veld in LOTVELDEN),
        )
    )


def _readable(soort: Lezersoort, rijen: Iterable[tuple], vandaag: date) -> Iterator[Boekenplank]:
    for velden, van_programma in groupby(rijen, lambda rij: rij[:EDITIE]):
        programma = Programmakaart(*velden[:-1], heeft_werk=bool(velden[-1]))
        edities = tuple(
            _make_editie(velden_van_editie, tuple(rij[LOT:] for rij in van_editie))
            for velden_van_editie, van_editie in groupby(van_programma, lambda rij: rij[EDITIE:LOT])
        )
        if not may_read_edities(soort, programma):
            edities = tuple(editie for editie in edities if is_openbaar(programma, editie, vandaag))
        if edities:
            yield Boekenplank(programma, edities)


@lru_cache(maxsize=256)
def _make_editie(velden: tuple, lotgevallen: tuple[tuple, ...]) -> Editiekaart:
    laatste = {soort: (datum, reden) for soort, datum, reden in lotgevallen}
    openbaar_vanaf, _ = laatste.get(Lotgevalsoort.OPENBAAR, (None, ""))
    return Editiekaart(*velden, openbaar_vanaf, *laatste.get(Lotgevalsoort.INGETROKKEN, (None, "")))


def kerncijfers_of(edities: Iterable[Editiekaart]) -> dict[str, Kerncijfers]:
    """By the sha256 of their edition, in one query, and one more for each from before they were written."""
    gezocht = [editie.sha256 for editie in edities]
    rijen = Editie.objects.filter(sha256__in=gezocht).values_list("sha256", "kerncijfers")
    return {
        sha256: read_kerncijfers(tekst) if tekst else count_kerncijfers(sha256) for sha256, tekst in rijen
    }


@lru_cache(maxsize=64)
def count_kerncijfers(sha256: str) -> Kerncijfers:
    """From the content, which never changes: a process reads it once."""
    return make_kerncijfers(
        from_json(Editie.objects.filter(sha256=sha256).values_list("inhoud", flat=True)[0])
    )


def newest_readable(edities: Iterable[Editiekaart]) -> Editiekaart | None:
    """`edities` come newest first; of a round whose newest version was withdrawn no older one is served."""
    return next((editie for editie in newest_per_ronde(edities) if editie.ingetrokken_op is None), None)


def is_openbaar(programma: Programmakaart, editie: Editiekaart, vandaag: date) -> bool:
    """Of a programme that is public, from *openbaar vanaf* on."""
    return programma.openbaar and editie.openbaar_vanaf is not None and editie.openbaar_vanaf <= vandaag


def newest_per_ronde(edities: Iterable[Editiekaart]) -> list[Editiekaart]:
    """`edities` come newest first, so the first of each round is its newest version."""
    per_ronde: dict[str, Editiekaart] = {}
    for editie in edities:
        per_ronde.setdefault(editie.ronde, editie)
    return list(per_ronde.values())
