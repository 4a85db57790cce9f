"""Whether an adopted report shows a row: then it is archived, not deleted, and a change asks a reason."""

from datetime import date

from django.db import models
from django.db.models import Q

from ..models import Rapportageronde, Rondestaat, Wijziging


def is_shown(rij: models.Model, *, bekend_op: date | None = None) -> bool:
    """Whether a round that may hold this row was adopted after the row was made.

    Read from the trail, because editions are made above this app. `bekend_op`: the peildatum of the first
    round that knows the row; empty for every round.
    """
    vastgesteld = Wijziging.objects.filter(
        Q(pk__gt=made_at(rij)),
        programma=rij.programma,
        soort=Rapportageronde._meta.model_name,
        velden__staat__1=Rondestaat.VASTGESTELD,
    )
    rondes = Rapportageronde.objects.filter(programma=rij.programma, slug__in=vastgesteld.values("sleutel"))
    return rondes.filter(peildatum__gte=bekend_op or date.min).exists()


def made_at(rij: models.Model) -> int:
    """The place in the trail where the row begins; 0 when the trail does not know."""
    begin = Wijziging.objects.filter(
        programma=rij.programma, soort=rij._meta.model_name, sleutel=rij.spoorsleutel, aard="nieuw"
    )
    return begin.order_by("pk").values_list("pk", flat=True).first() or 0
