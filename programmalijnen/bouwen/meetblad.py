"""All measurements of one indicator for its team, each with the values it replaced."""

from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist

from ..models import Doel, Indicator, Meting, Programma
from .vakken import print_meting

BIJ_EEN_INDICATOR = ("programma", "lijn", "ambitie", "activiteit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetrij:
    """A value that counts, `vervangen` the ones it took the place of, newest first."""

    meting: Meting
    afgedrukt: str
    vervangen: tuple["Meetrij", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetblad:
    indicator: Indicator
    rijen: tuple[Meetrij, ...]
    doelen: tuple[Doel, ...]


def fetch_meetblad(programma: Programma, sleutel: str) -> Meetblad:
    """Newest period first. Raises ObjectDoesNotExist."""
    gevonden = Indicator.objects.filter(programma=programma, sleutel=sleutel)
    indicator = gevonden.select_related(*BIJ_EEN_INDICATOR).first()
    if indicator is None:
        raise ObjectDoesNotExist
    metingen = Meting.objects.filter(indicator=indicator).select_related("categorie")
    per_pk = {rij.pk: rij for rij in metingen.order_by("-peildatum", "categorie__volgorde", "-pk")}
    return Meetblad(
        indicator=indicator,
        rijen=tuple(make_rij(indicator, rij, per_pk) for rij in per_pk.values() if not rij.vervangen),
        doelen=tuple(Doel.objects.filter(indicator=indicator, gearchiveerd=False).order_by("volgorde", "pk")),
    )


def make_rij(indicator: Indicator, meting: Meting, per_pk: dict[int, Meting]) -> Meetrij:
    oudere, oud = [], per_pk.get(meting.vervangt_id or 0)
    while oud is not None:
        oudere.append(Meetrij(meting=oud, afgedrukt=print_meting(oud, indicator)))
        oud = per_pk.get(oud.vervangt_id or 0)
    return Meetrij(meting=meting, afgedrukt=print_meting(meting, indicator), vervangen=tuple(oudere))
