"""When ambities and activiteiten are planned, in order of time and in the words of the source."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from programmalijnen.regels.momenten import Tijdprecisie

from .opzoeken import plekken_of_lijn
from .rapport import Activiteitregel, Ambitieregel, Lijnregel, Rapport, Tijdspadregel


@dataclass(frozen=True, slots=True)
class Tijdspadrij:
    """`pad` is the page of the thing below the basis of the report."""

    sleutel: str
    titel: str
    lijn: Lijnregel
    pad: str
    is_ambitie: bool
    tijdspad: Tijdspadregel

    @property
    def eind(self) -> date:
        return self.tijdspad.tot or date.max

    @property
    def begin(self) -> date:
        return self.tijdspad.van or date.min


@dataclass(frozen=True, slots=True)
class Tijdspaden:
    """`per_jaar` by the year in which it ends, None for what has a begin only; the others name no day."""

    per_jaar: tuple[tuple[int | None, tuple[Tijdspadrij, ...]], ...]
    doorlopend: tuple[Tijdspadrij, ...]
    in_woorden: tuple[Tijdspadrij, ...]
    zonder: int

    @property
    def is_leeg(self) -> bool:
        return not (self.per_jaar or self.doorlopend or self.in_woorden)


def make_tijdspaden(rapport: Rapport) -> Tijdspaden:
    """What has no tijdspad at all is only counted."""
    alle = [rij for lijn in rapport.lijnen for rij in rows_of(lijn)]
    geschreven = [rij for rij in alle if rij.tijdspad.actueel or rij.tijdspad.oorspronkelijk]
    gedateerd = dated_tijdspaden(rapport)
    zonder_dag = [rij for rij in geschreven if rij not in gedateerd]
    return Tijdspaden(
        per_jaar=group_by_jaar(gedateerd),
        doorlopend=tuple(rij for rij in zonder_dag if is_doorlopend(rij)),
        in_woorden=tuple(rij for rij in zonder_dag if not is_doorlopend(rij)),
        zonder=len(alle) - len(geschreven),
    )


def dated_tijdspaden(rapport: Rapport) -> list[Tijdspadrij]:
    """Those that can be placed in time, by the days they end and begin; of the same days in report order."""
    alle = (rij for lijn in rapport.lijnen for rij in rows_of(lijn))
    gedateerd = (rij for rij in alle if rij.tijdspad.van or rij.tijdspad.tot)
    return sorted(gedateerd, key=lambda rij: (rij.eind, rij.begin))


def rows_of(lijn: Lijnregel) -> Iterator[Tijdspadrij]:
    for plek in plekken_of_lijn(lijn):
        if isinstance(plek.drager, Ambitieregel):
            pad = f"lijnen/{lijn.code}/#ambitie-{plek.drager.sleutel}"
            yield Tijdspadrij(plek.drager.sleutel, plek.drager.titel, lijn, pad, True, plek.drager.tijdspad)
        if isinstance(plek.drager, Activiteitregel):
            pad = f"activiteiten/{plek.drager.sleutel}/"
            yield Tijdspadrij(plek.drager.sleutel, plek.drager.titel, lijn, pad, False, plek.drager.tijdspad)


def is_doorlopend(rij: Tijdspadrij) -> bool:
    return rij.tijdspad.precisie == Tijdprecisie.DOORLOPEND


def group_by_jaar(rijen: list[Tijdspadrij]) -> tuple[tuple[int | None, tuple[Tijdspadrij, ...]], ...]:
    """`rijen` are in order of time."""
    jaren = groupby(rijen, lambda rij: rij.tijdspad.tot.year if rij.tijdspad.tot else None)
    return tuple((jaar, tuple(van_jaar)) for jaar, van_jaar in jaren)
