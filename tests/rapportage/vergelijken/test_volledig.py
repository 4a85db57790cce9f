"""Nothing that is compared can change unseen: each field of each kind of thing, in a real edition."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_type_hints

import pytest

from rapportage.canoniek import from_json
from rapportage.rapport import Rapport
from rapportage.vergelijken import vergelijk
from rapportage.vergelijken.declaraties import DECLARATIES
from rapportage.vergelijken.dingen import Ding, collect
from tests.edities import EDITIES

RAPPORT = from_json(EDITIES["schema-1"].read_text())


def one_of_each() -> Iterator[tuple[Ding, str]]:
    """The first thing of every soort, with each field that is compared."""
    gezien = set()
    for ding in collect(RAPPORT, DECLARATIES).dingen.values():
        if ding.soort not in gezien:
            gezien.add(ding.soort)
            yield from ((ding, naam) for naam, _ in ding.velden)


def other_value(regel: Any, veld: str) -> Any:
    waarde = getattr(regel, veld)
    if isinstance(waarde, bool):
        return not waarde
    if isinstance(waarde, str):
        return f"{waarde} anders"
    if isinstance(waarde, int | Decimal):
        return waarde + 1
    if isinstance(waarde, date):
        return waarde + timedelta(days=1)
    if isinstance(waarde, tuple):
        return (*waarde, "anders")
    soorten = str(get_type_hints(type(regel))[veld])
    return date(2024, 1, 1) if "date" in soorten else "bool" in soorten or Decimal(1)


def swap(geheel: Any, oud: object, nieuw: object) -> Any:
    """`geheel` with `nieuw` in the place of that very `oud`."""
    if geheel is oud:
        return nieuw
    if isinstance(geheel, tuple):
        return tuple(swap(deel, oud, nieuw) for deel in geheel)
    if is_dataclass(geheel):
        return replace(
            geheel, **{veld.name: swap(getattr(geheel, veld.name), oud, nieuw) for veld in fields(geheel)}
        )
    return geheel


@pytest.mark.parametrize(
    ("ding", "veld"), [pytest.param(ding, veld, id=f"{ding.soort}-{veld}") for ding, veld in one_of_each()]
)
def test_a_field_that_changes_is_told(ding: Ding, veld: str):
    anders = replace(ding.regel, **{veld: other_value(ding.regel, veld)})
    nieuw: Rapport = swap(RAPPORT, ding.regel, anders)

    assert nieuw != RAPPORT
    assert vergelijk(RAPPORT, nieuw).veranderingen != ()
    assert vergelijk(nieuw, RAPPORT).veranderingen != ()


def things_that_can_go() -> Iterator[Ding]:
    """One of each soort of which there may be several."""
    soorten = {ding.soort: ding for ding in collect(RAPPORT, DECLARATIES).dingen.values() if not ding.enkel}
    yield from soorten.values()


def without(geheel: Any, weg: object) -> Any:
    if isinstance(geheel, tuple):
        return tuple(without(deel, weg) for deel in geheel if deel is not weg)
    if is_dataclass(geheel):
        return replace(
            geheel, **{veld.name: without(getattr(geheel, veld.name), weg) for veld in fields(geheel)}
        )
    return geheel


@pytest.mark.parametrize("ding", [pytest.param(ding, id=ding.soort) for ding in things_that_can_go()])
def test_what_goes_or_comes_is_told(ding: Ding):
    zonder = without(RAPPORT, ding.regel)

    assert zonder != RAPPORT
    assert vergelijk(RAPPORT, zonder).veranderingen != ()
    assert vergelijk(zonder, RAPPORT).veranderingen != ()
