"""One moment as people write it, with the days it spans: a day, a month, a quarter, half a year, a year."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dordt_monitor.opmaak import OnleesbareInvoer, read_datum, read_maand

JAAR = r"((?:19|20)[0-9]{2})"
RANG = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4}


class Tijdprecisie(StrEnum):
    DAG = "dag"
    MAAND = "maand"
    KWARTAAL = "kwartaal"
    JAAR = "jaar"
    PERIODE = "periode"
    DOORLOPEND = "doorlopend"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Moment:
    """The days a moment spans, both included."""

    van: date
    tot: date
    precisie: Tijdprecisie


def read_moment(tekst: str) -> Moment | None:
    """`tekst` in small letters and single spaces; None for what names no days."""
    lezers: tuple[Callable[[str], Moment | None], ...] = (
        read_dag,
        read_maandmoment,
        read_kwartaal,
        read_jaar,
    )
    return next((moment for lees in lezers if (moment := lees(tekst))), None)


def read_dag(tekst: str) -> Moment | None:
    try:
        dag = read_datum(tekst)
    except OnleesbareInvoer:
        return None
    return Moment(dag, dag, Tijdprecisie.DAG)


def read_maandmoment(tekst: str) -> Moment | None:
    gevonden = re.fullmatch(rf"([a-z]+)\.? {JAAR}", tekst)
    try:
        maand = read_maand(gevonden[1]) if gevonden else 0
    except ValueError:
        return None
    return span(int(gevonden[2]), maand, maand, Tijdprecisie.MAAND) if gevonden else None


def read_kwartaal(tekst: str) -> Moment | None:
    """`q3 2024`, `3e kwartaal 2024`, `laatste kwartaal van 2024`."""
    rangen = "|".join(RANG)
    gevonden = re.fullmatch(rf"(?:q([1-4])|(?:([1-4])e|({rangen})) kwartaal)(?: van)? {JAAR}", tekst)
    if gevonden is None:
        return None
    laatste = 3 * (RANG[gevonden[3]] if gevonden[3] else int(gevonden[1] or gevonden[2]))
    return span(int(gevonden[4]), laatste - 2, laatste, Tijdprecisie.KWARTAAL)


def read_helft(tekst: str) -> Moment | None:
    """`2e helft 2025`, `eerste helft van 2025`. Apart from the moments: a measurement has no such period."""
    gevonden = re.fullmatch(rf"(?:([12])e|(eerste|tweede)) helft(?: van)? {JAAR}", tekst)
    if gevonden is None:
        return None
    laatste = 6 * (RANG[gevonden[2]] if gevonden[2] else int(gevonden[1]))
    return span(int(gevonden[3]), laatste - 5, laatste, Tijdprecisie.PERIODE)


def read_jaar(tekst: str) -> Moment | None:
    gevonden = re.fullmatch(rf"(?:jaar )?{JAAR}", tekst)
    return span(int(gevonden[1]), 1, 12, Tijdprecisie.JAAR) if gevonden else None


LEZERS: tuple[Callable[[str], Moment | None], ...] = (read_dag, read_maandmoment, read_kwartaal, read_jaar)


def span(jaar: int, eerste: int, laatste: int, precisie: Tijdprecisie) -> Moment:
    """Whole months of a year."""
    return Moment(date(jaar, eerste, 1), date(jaar, laatste, monthrange(jaar, laatste)[1]), precisie)


def complete(tekst: str, jaar: int | str | None) -> str:
    """With the year it leaves unsaid, if any."""
    return f"{tekst} {jaar}" if jaar and not re.search(JAAR, tekst) else tekst


def tidy(tekst: str) -> str:
    """Small letters, single spaces, one word for "up to and including", no full stop at the end."""
    return re.sub(r"\btot en met\b", "t/m", " ".join(tekst.lower().split())).rstrip(".,; ")
