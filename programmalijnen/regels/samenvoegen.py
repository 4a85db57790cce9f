"""Merging what two people typed, field by field (ontwerp 3, "Losing nothing")."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field that both changed, differently; both texts are shown and nothing is saved."""

    veld: str
    ingevoerd: Any
    huidig: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Samengevoegd:
    """`waarden` to save (in a conflict: what was typed), and the fields taken over from the colleague."""

    waarden: dict[str, Any]
    overgenomen: tuple[str, ...] = ()
    conflicten: tuple[Conflict, ...] = ()


def merge(
    geladen: Mapping[str, Any], ingevoerd: Mapping[str, Any], huidig: Mapping[str, Any]
) -> Samengevoegd:
    """Three-way: what was loaded into the form, what was typed, what is stored now.

    Every field of `ingevoerd` must be in the other two; raises KeyError otherwise.
    """
    overgenomen = tuple(
        veld for veld in ingevoerd if ingevoerd[veld] == geladen[veld] and huidig[veld] != geladen[veld]
    )
    conflicten = tuple(
        Conflict(veld=veld, ingevoerd=ingevoerd[veld], huidig=huidig[veld])
        for veld in ingevoerd
        if ingevoerd[veld] != geladen[veld] and huidig[veld] not in (geladen[veld], ingevoerd[veld])
    )
    waarden = {veld: huidig[veld] if veld in overgenomen else waarde for veld, waarde in ingevoerd.items()}
    return Samengevoegd(waarden=waarden, overgenomen=overgenomen, conflicten=conflicten)
