"""Whether an adopted report shows a row: then it is archived, not deleted, and a change asks a reason."""

from collections.abc import Sequence
from datetime import date

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from ..models import Mijlpaalstand, Programma, Rapportageronde, Rondestaat, Streefwaarde, Wijziging

DAGVELD = {Streefwaarde: "vanaf", Mijlpaalstand: "bekend_op"}


def is_shown(rij: models.Model, *, bekend_op: date | None = None) -> bool:
    """Whether a round that may hold this row was adopted after the row was made.

    Read from the trail, because editions are made above this app. `bekend_op`: the peildatum of the first
    round that knows the row; empty for every round.
    """
    return bool(select_shown([(rij, bekend_op)]))


def select_shown(rijen: Sequence[tuple[models.Model, date | None]]) -> list[models.Model]:
    """Those of `rijen` (of one kind and programme, each with its `bekend_op`) that are; two queries."""
    if not rijen:
        return []
    gemaakt = made_at([rij for rij, _ in rijen])
    vastgesteld = fetch_vastgesteld(rijen[0][0].programma)
    return [
        rij
        for rij, bekend_op in rijen
        if any(
            plek > gemaakt.get(rij.spoorsleutel, 0) and peildatum >= (bekend_op or date.min)
            for plek, peildatum in vastgesteld
        )
    ]


def fetch_vastgesteld(programma: Programma) -> list[tuple[int, date]]:
    """(place in the trail, peildatum) of each time a round was adopted."""
    rondes = Rapportageronde.objects.filter(programma=programma, slug=OuterRef("sleutel"))
    keren = Wijziging.objects.filter(
        programma=programma,
        soort=Rapportageronde._meta.model_name,
        velden__staat__1=Rondestaat.VASTGESTELD,
    ).annotate(peildatum=Subquery(rondes.values("peildatum")))
    return list(keren.filter(peildatum__isnull=False).values_list("pk", "peildatum"))


def made_at(rijen: Sequence[models.Model]) -> dict[str, int]:
    """{key: the place in the trail where the row begins}, without those that the trail does not know.

    A version goes by its day. One that a report shows keeps its day, so a change of day is a beginning too.
    """
    soort = type(rijen[0])
    begin = Q(aard="nieuw")
    if soort in DAGVELD:
        begin |= Q(velden__has_key=DAGVELD[soort])
    spoor = Wijziging.objects.filter(
        begin,
        programma=rijen[0].programma,
        soort=soort._meta.model_name,
        sleutel__in={rij.spoorsleutel for rij in rijen},
    )
    return dict(spoor.order_by("-pk").values_list("sleutel", "pk"))
