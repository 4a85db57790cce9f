"""What of a row the search finds, as words: which of its fields, and of what hangs below it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from string import Formatter
from typing import NamedTuple


class Plaats(NamedTuple):
    """One thing that can be found; without `teksten` and `titel` there is nothing to find.

    `soort` is the name of its model as the trail has it. `pad` is the address below that of the programme's
    team pages or of the edition, `naar` is "programma/soort/sleutel" of what it points to.
    """

    soort: str
    sleutel: str
    titel: str
    teksten: tuple[str, ...] = ()
    pad: str = ""
    naar: str = ""


@dataclass(frozen=True, kw_only=True)
class Vindbaar:
    """How the rows of a model are found.

    `titel`, `anders` (for a row without a title), `sleutel`, `pad` and `naar` (the first that is filled) are
    format strings whose names are Django's lookups from the row ("{bron__naam}"); `tekst` are lookups.
    `delen` are the fields of rows that are found at this one, by the name of their relation. `alleen_met`: a
    row is found when one of these says something; empty: always. `behalve`: not when this lookup has this
    value.
    """

    model: str
    titel: str
    anders: str = ""
    tekst: tuple[str, ...] = ()
    delen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sleutel: str = "{sleutel}"
    programma: str = "programma"
    pad: str = ""
    naar: tuple[str, ...] = ()
    alleen_met: tuple[str, ...] = ()
    behalve: tuple[str, str] | None = None

    @property
    def soort(self) -> str:
        return self.model.split(".")[1].lower()

    @cached_property
    def paden(self) -> frozenset[str]:
        """Every lookup that is read."""
        formaten = (self.titel, self.anders, self.sleutel, self.pad, *self.naar)
        behalve = self.behalve[:1] if self.behalve else ()
        return frozenset({*self.tekst, *behalve, *(pad for formaat in formaten for pad in names_in(formaat))})

    @cached_property
    def eigen_velden(self) -> frozenset[str]:
        """The fields of the row itself among them; a foreign key by its own name."""
        return frozenset(pad.split("__")[0] for pad in self.paden)

    def print(self, waarden: Mapping[str, object], teksten: tuple[str, ...] = ()) -> Plaats:
        """`waarden` by lookup, `teksten` of the parts."""
        vol = {pad: "" if waarde is None else str(waarde) for pad, waarde in waarden.items()}
        eigen = tuple(vol[pad] for pad in self.tekst)
        zwijgt = self.alleen_met and not any(vol[pad] for pad in self.alleen_met)
        zwijgt = zwijgt or (self.behalve is not None and vol[self.behalve[0]] == self.behalve[1])
        return Plaats(
            soort=self.soort,
            sleutel=make_sleutel(self.sleutel.format_map(vol)),
            titel="" if zwijgt else make_titel(self.titel, vol) or make_titel(self.anders, vol),
            teksten=() if zwijgt else distinct(*eigen, *teksten),
            pad=make_sleutel(self.pad.format_map(vol)),
            naar=next((naar.format_map(vol) for naar in self.naar if all_filled(naar, vol)), ""),
        )


def names_in(formaat: str) -> list[str]:
    return [naam for _, naam, _, _ in Formatter().parse(formaat) if naam]


def all_filled(formaat: str, waarden: Mapping[str, str]) -> bool:
    return all(waarden[naam] for naam in names_in(formaat))


def make_titel(formaat: str, waarden: Mapping[str, str]) -> str:
    """Without what an empty field leaves behind."""
    return " ".join(formaat.format_map(waarden).split()).replace(" ,", ",").strip(" ,")


def make_sleutel(tekst: str) -> str:
    """A key is plain ASCII, and does not begin with the dash after a line that is not there."""
    return tekst.replace("ë", "e").replace("/-", "/")


def distinct(*teksten: str) -> tuple[str, ...]:
    """Each text that says anything once, in order."""
    return tuple(dict.fromkeys(filter(None, teksten)))
