"""What hangs on a row: what goes along when it is removed, and what keeps it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanhang:
    """So many rows of one kind; `gaat_mee`: they cannot live without the row and are deleted along."""

    soort: str
    aantal: int
    gaat_mee: bool

    def __str__(self) -> str:
        return f"{self.aantal} {self.soort}"


def fetch_aanhang(rij: models.Model) -> list[Aanhang]:
    """Of every kind that is there, one query a kind; the same kind by two ways is counted once."""
    geteld: dict[tuple[type[models.Model], bool], set[int]] = {}
    for band in bands_to(rij):
        sleutels = band.related_model._base_manager.filter(**{band.field.name: rij}).values_list(
            "pk", flat=True
        )
        geteld.setdefault((band.related_model, band.on_delete is models.CASCADE), set()).update(sleutels)
    return [
        Aanhang(soort=name_soort(soort, len(gevonden)), aantal=len(gevonden), gaat_mee=gaat_mee)
        for (soort, gaat_mee), gevonden in geteld.items()
        if gevonden
    ]


def has_aanhang(rij: models.Model, *, behalve: Iterable[models.Model] = ()) -> bool:
    """Whether anything but `behalve` keeps the row from being deleted."""
    over = {(type(ander), ander.pk) for ander in behalve}
    return any(
        (band.related_model, sleutel) not in over
        for band in bands_to(rij)
        if band.on_delete is not models.CASCADE
        for sleutel in pointing(band, rij)
    )


def pointing(band: models.ManyToOneRel, rij: models.Model) -> models.QuerySet:
    """The primary keys of what points at the row by this relation."""
    return band.related_model._base_manager.filter(**{band.field.name: rij}).values_list("pk", flat=True)


def bands_to(rij: models.Model) -> Iterator[models.ManyToOneRel]:
    """Every relation by which another table points at this one, also those without a name back."""
    return (
        band
        for band in rij._meta.get_fields(include_hidden=True)
        if band.auto_created and not band.concrete and (band.one_to_many or band.one_to_one)
    )


def name_soort(soort: type[models.Model], aantal: int) -> str:
    return soort._meta.verbose_name if aantal == 1 else soort._meta.verbose_name_plural
