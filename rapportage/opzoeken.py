"""Finding your way in a Rapport: every place where doelen and indicatoren hang, one thing by its sleutel."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from .rapport import (
    Activiteitregel,
    Ambitieregel,
    Doelregel,
    Financieringregel,
    Indicatorregel,
    Jaartotaal,
    Kostenpostregel,
    Lijnregel,
    Mijlpaalregel,
    Rapport,
    Relatieregel,
)

T = TypeVar("T")
Drager = Rapport | Lijnregel | Ambitieregel | Activiteitregel


class NietInRapport(LookupError):
    """The report has no line, activiteit or indicator of this name."""


@dataclass(frozen=True, slots=True)
class Plek:
    """What doelen and indicatoren hang on; `lijn` is None for the programme itself."""

    lijn: Lijnregel | None
    drager: Drager

    @property
    def activiteit(self) -> Activiteitregel | None:
        return self.drager if isinstance(self.drager, Activiteitregel) else None


@dataclass(frozen=True, slots=True)
class Doelplek:
    doel: Doelregel
    plek: Plek


def plekken(rapport: Rapport) -> Iterator[Plek]:
    yield Plek(None, rapport)
    for lijn in rapport.lijnen:
        yield from plekken_of_lijn(lijn)


def plekken_of_lijn(lijn: Lijnregel) -> Iterator[Plek]:
    """The line itself, its ambities, its activiteiten with their onderdelen, in report order."""
    yield Plek(lijn, lijn)
    yield from (Plek(lijn, ambitie) for ambitie in lijn.ambities)
    yield from (Plek(lijn, activiteit) for activiteit in with_onderdelen(lijn.activiteiten))


def with_onderdelen(activiteiten: tuple[Activiteitregel, ...]) -> Iterator[Activiteitregel]:
    for activiteit in activiteiten:
        yield activiteit
        yield from with_onderdelen(activiteit.onderdelen)


def doelen_of_plek(plek: Plek) -> Iterator[Doelplek]:
    """The doelen of this year and those that ended since the last round."""
    for doel in (*plek.drager.doelen, *plek.drager.doelen_afgelopen):
        yield Doelplek(doel, plek)


def find_lijn(rapport: Rapport, code: str) -> Lijnregel:
    """Raises NietInRapport."""
    for lijn in rapport.lijnen:
        if lijn.code == code:
            return lijn
    raise NietInRapport(code)


def find_activiteit(rapport: Rapport, sleutel: str) -> Plek:
    """Raises NietInRapport."""
    for plek in plekken(rapport):
        if plek.activiteit and plek.activiteit.sleutel == sleutel:
            return plek
    raise NietInRapport(sleutel)


def find_indicator(rapport: Rapport, sleutel: str) -> tuple[Plek, Indicatorregel]:
    """Raises NietInRapport."""
    for plek in plekken(rapport):
        for indicator in plek.drager.indicatoren:
            if indicator.sleutel == sleutel:
                return plek, indicator
    raise NietInRapport(sleutel)


def doelen_on_indicator(rapport: Rapport, sleutel: str) -> tuple[Doelplek, ...]:
    """All doelen, of this year, the next and the last, that this indicator serves."""
    return tuple(
        Doelplek(doel, plek)
        for plek in plekken(rapport)
        for doel in all_doelen(plek.drager)
        if doel.indicator == sleutel
    )


def held_against(rapport: Rapport, doelen: Iterable[Doelplek]) -> list[Indicatorregel]:
    """The indicators that these doelen name as vergelijkingscijfer, those of this report."""
    namen = {plaats.doel.vergelijkcijfer for plaats in doelen} - {""}
    indicatoren = (indicator for plek in plekken(rapport) for indicator in plek.drager.indicatoren)
    return [indicator for indicator in indicatoren if indicator.sleutel in namen]


def all_doelen(drager: Drager) -> Iterator[Doelregel]:
    for doel in (*drager.doelen, *drager.doelen_afgelopen, *drager.doelen_volgend_jaar):
        yield doel
        yield from doel.delen


def geld_of_activiteit(lijn: Lijnregel, sleutel: str) -> tuple[tuple[str, Financieringregel], ...]:
    """The funding lines meant for an activiteit, each with the soort of its group."""
    return tuple(
        (groep.soort, regel)
        for groep in lijn.financien.groepen
        for regel in groep.regels
        if regel.activiteit == sleutel
    )


def posten_of_activiteit(rapport: Rapport, sleutel: str) -> tuple[Kostenpostregel, ...]:
    """What is spent on it, also where the post serves several lines."""
    return tuple(post for post in rapport.financien.kostenposten if post.activiteit == sleutel)


def geld_of_programma(rapport: Rapport) -> tuple[tuple[str, Financieringregel], ...]:
    """The funding lines that no line has: those of the programme itself, each with the soort of its group."""
    van_lijnen = {
        regel.sleutel for lijn in rapport.lijnen for groep in lijn.financien.groepen for regel in groep.regels
    }
    return tuple(
        (groep.soort, regel)
        for groep in rapport.financien.groepen
        for regel in groep.regels
        if regel.sleutel not in van_lijnen
    )


def tells_of_money(lijn: Lijnregel) -> bool:
    return any(rij.onderwerp == "financiën" and rij.tekst for rij in lijn.toelichtingen)


def lijnen_with_geld(rapport: Rapport) -> list[Lijnregel]:
    """Those of which the documents name money, however little is known of it."""
    return [lijn for lijn in rapport.lijnen if lijn.financien.groepen or lijn.financien.kostenposten]


def kosten_of_jaar(rapport: Rapport) -> tuple[Jaartotaal, ...]:
    """What was planned and realised in the round's own year, as far as it is known."""
    return tuple(
        totaal
        for totaal in rapport.financien.jaartotalen
        if totaal.jaar == rapport.ronde.jaar and totaal.bedrag is not None
    )


def mijlpalen_of(rapport: Rapport, *, lijn: str = "", activiteit: str = "") -> tuple[Mijlpaalregel, ...]:
    return tuple(
        mijlpaal
        for mijlpaal in rapport.mijlpalen
        if (activiteit and mijlpaal.activiteit == activiteit) or (lijn and mijlpaal.lijn == lijn)
    )


def relaties_of(rapport: Rapport, lijn: str = "") -> tuple[Relatieregel, ...]:
    """Those of a line by its code; without one those of the programme itself."""
    return tuple(relatie for relatie in rapport.relaties if relatie.lijn == lijn)


def ouder_of(lijn: Lijnregel | None, sleutel: str) -> Activiteitregel | None:
    """The activiteit that this one is an onderdeel of."""
    for rij in with_onderdelen(lijn.activiteiten if lijn else ()):
        if any(onderdeel.sleutel == sleutel for onderdeel in rij.onderdelen):
            return rij
    return None


def neighbours(rijen: Iterable[T], rij: T) -> tuple[T | None, T | None]:
    """The one before and the one after it."""
    alle = (None, *rijen, None)
    plaats = alle.index(rij)
    return alle[plaats - 1], alle[plaats + 1]
