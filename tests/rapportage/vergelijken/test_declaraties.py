"""Every field of the Rapport is compared, or stands on the list of those that are not, with the reason."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_args, get_type_hints

import pytest

from rapportage.rapport import Rapport
from rapportage.vergelijken.declaraties import DECLARATIES


def dataclasses_in(hint) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for deel in get_args(hint):
        yield from dataclasses_in(deel)


def compared_types() -> set[type]:
    """Every dataclass that a comparison comes across."""
    gezien: set[type] = set()
    nieuw = {Rapport}
    while nieuw:
        soort = nieuw.pop()
        gezien.add(soort)
        hints = get_type_hints(soort)
        delen = {deel for veld in DECLARATIES[soort].delen for deel in dataclasses_in(hints[veld])}
        nieuw |= delen - gezien
    return gezien


def test_every_dataclass_that_is_met_is_declared_and_no_other():
    assert compared_types() == set(DECLARATIES)


@pytest.mark.parametrize("soort", DECLARATIES, ids=lambda soort: soort.__name__)
def test_every_field_is_compared_or_has_a_reason(soort):
    declaratie = DECLARATIES[soort]
    genoemd = [*declaratie.velden, *declaratie.delen, *declaratie.niet]
    assert sorted(genoemd) == sorted(veld.name for veld in fields(soort))


@pytest.mark.parametrize("soort", DECLARATIES, ids=lambda soort: soort.__name__)
def test_every_reason_is_a_sentence_of_its_own(soort):
    assert [reden for reden in DECLARATIES[soort].niet.values() if len(reden) < 15] == []
