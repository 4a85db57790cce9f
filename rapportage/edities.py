"""Editions with what happened to them since, and which of them a person may read on a day."""

from collections.abc import Iterable
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import OuterRef, QuerySet, Subquery

from programmalijnen.models import Gebruiker, Programma
from programmalijnen.rechten import may_read_edities

from .models import Editie, Lotgeval, Lotgevalsoort

Lezer = Gebruiker | AnonymousUser


def newest_per_ronde(edities: tuple[Editie, ...]) -> list[Editie]:
    """`edities` come newest first, so the first of each round is its newest version."""
    per_ronde: dict[int, Editie] = {}
    for editie in edities:
        per_ronde.setdefault(editie.ronde_id, editie)
    return list(per_ronde.values())


def readable_edities(lezer: Lezer, programma: Programma, vandaag: date) -> tuple[Editie, ...]:
    alle = with_lotgevallen(Editie.objects.filter(ronde__programma=programma))
    return readable(lezer, programma, alle, vandaag)


def readable(
    lezer: Lezer, programma: Programma, edities: Iterable[Editie], vandaag: date
) -> tuple[Editie, ...]:
    if may_read_edities(lezer, programma):
        return tuple(edities)
    return tuple(editie for editie in edities if is_openbaar(programma, editie, vandaag))


def is_openbaar(programma: Programma, editie: Editie, vandaag: date) -> bool:
    """Of a programme that is public, from *openbaar vanaf* on."""
    return programma.openbaar and editie.openbaar_vanaf is not None and editie.openbaar_vanaf <= vandaag


def with_lotgevallen(edities: QuerySet[Editie]) -> QuerySet[Editie]:
    """Newest round and version first, without content; adds `openbaar_vanaf`, `ingetrokken_op` and `_reden`."""
    openbaar, ingetrokken = _last(Lotgevalsoort.OPENBAAR), _last(Lotgevalsoort.INGETROKKEN)
    return (
        edities.defer("inhoud")
        .select_related("ronde")
        .annotate(
            openbaar_vanaf=Subquery(openbaar.values("datum")[:1]),
            ingetrokken_op=Subquery(ingetrokken.values("datum")[:1]),
            ingetrokken_reden=Subquery(ingetrokken.values("reden")[:1]),
        )
        .order_by("-ronde__peildatum", "-versie")
    )


def _last(soort: Lotgevalsoort) -> QuerySet[Lotgeval]:
    return Lotgeval.objects.filter(editie=OuterRef("pk"), soort=soort).order_by("-op", "-pk")
