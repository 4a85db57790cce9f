"""The parts of a row that cannot live without it: what they belong to, and the order of writing them."""

from collections.abc import Iterable

from django.db import models


def find_hoofdveld(deel: type[models.Model], hoofd: type[models.Model]) -> str:
    """The name of the field by which a part belongs to its row: the one that is deleted along."""
    return next(
        veld.name
        for veld in deel._meta.concrete_fields
        if veld.related_model is hoofd and veld.remote_field.on_delete is models.CASCADE
    )


def put_in(deel: models.Model, hoofd: models.Model) -> None:
    """Make it a part of `hoofd`, which may have been stored only just now, as may another part it names."""
    setattr(deel, find_hoofdveld(type(deel), type(hoofd)), hoofd)
    if any(veld.name == "programma" for veld in deel._meta.concrete_fields):
        deel.programma = hoofd.programma
    for naam in own_kind_fields(deel):
        setattr(deel, naam, getattr(deel, naam))


def own_kind_fields(rij: models.Model) -> list[str]:
    """The fields that point to another row of the same kind: a stand is a part of a stand."""
    return [veld.name for veld in rij._meta.concrete_fields if veld.related_model is type(rij)]


def in_save_order(delen: Iterable[models.Model]) -> list[models.Model]:
    """What is a part of another comes after it."""
    return sorted(delen, key=depth_of)


def in_delete_order(delen: Iterable[models.Model]) -> list[models.Model]:
    """The other way round: what is a part of another goes first."""
    return sorted(delen, key=depth_of, reverse=True)


def depth_of(rij: models.Model) -> int:
    """How many rows of its own kind stand above it; a circle ends where it began."""
    diepte, gezien = 0, [rij]
    for naam in own_kind_fields(rij):
        boven = getattr(rij, naam)
        while boven is not None and not any(boven is ander for ander in gezien):
            gezien.append(boven)
            diepte, boven = diepte + 1, getattr(boven, naam)
    return diepte
