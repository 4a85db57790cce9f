"""A Rapport as canonical JSON and back: UTF-8, sorted keys, no spaces, decimals as plain strings.

`sha256sum` of the served file is the hash of the edition, so these bytes are written once and never rebuilt.
"""

import hashlib
import json
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from .rapport import SCHEMA, Rapport

LEZERS: dict[typing.Any, Callable[[typing.Any], typing.Any]] = {Decimal: Decimal, date: date.fromisoformat}


class OnbekendSchema(ValueError):
    """The content was written by a newer version of this program."""


def to_json(rapport: Rapport) -> str:
    return json.dumps(plain(rapport), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(inhoud: str) -> str:
    return hashlib.sha256(inhoud.encode()).hexdigest()


def plain(waarde: object) -> object:
    """Dataclasses as dicts, tuples as lists, Decimals and dates as strings; all else is JSON already."""
    if is_dataclass(waarde):
        return {veld.name: plain(getattr(waarde, veld.name)) for veld in fields(waarde)}
    if isinstance(waarde, tuple):
        return [plain(deel) for deel in waarde]
    if isinstance(waarde, Decimal):
        return f"{waarde:f}"
    if isinstance(waarde, date):
        return waarde.isoformat()
    return waarde


def from_json(inhoud: str) -> Rapport:
    """The Rapport these bytes were made from; raises OnbekendSchema for content of a newer version."""
    gegevens = json.loads(inhoud)
    if gegevens["schema"] > SCHEMA:
        raise OnbekendSchema(f"Deze editie heeft schema {gegevens['schema']}; dit programma kent {SCHEMA}.")
    rapport: Rapport = reader(Rapport)(gegevens)
    return rapport


@cache
def reader(soort: typing.Any) -> Callable[[typing.Any], typing.Any]:
    """A function that turns plain JSON into a value of `soort`."""
    if isinstance(soort, type) and is_dataclass(soort):
        return dataclass_reader(soort)
    oorsprong, delen = typing.get_origin(soort), typing.get_args(soort)
    if oorsprong in (types.UnionType, typing.Union):
        (werkelijk,) = (deel for deel in delen if deel is not type(None))
        return lambda waarde: None if waarde is None else reader(werkelijk)(waarde)
    if oorsprong is tuple:
        return lambda waarde: tuple(map(reader(delen[0]), waarde))
    return LEZERS.get(soort, lambda waarde: waarde)


def dataclass_reader(soort: type) -> Callable[[dict[str, typing.Any]], typing.Any]:
    """Fields the content lacks take their default: it was written before they existed."""
    soorten = typing.get_type_hints(soort)
    namen = [veld.name for veld in fields(soort)]

    def read(gegevens: dict[str, typing.Any]) -> typing.Any:
        return soort(**{naam: reader(soorten[naam])(gegevens[naam]) for naam in namen if naam in gegevens})

    return read
