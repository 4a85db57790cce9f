"""Periods and time paths as people write them, turned into days (rekenregels 1, ontwerp 2).

What is written stays the `tekst`; the days are ours, and a period that names no day is marked `afgeleid`.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dordt_monitor.opmaak import OnleesbareInvoer, read_datum, read_maand
from programmalijnen.regels.feiten import Periode

PERIODE_ONLEESBAAR = (
    "Deze periode kunnen wij niet lezen. Schrijf een dag (31 juli 2024), t/m juli 2024, een maand "
    "(sept. 2023), een kwartaal (Q3 2024), een jaar (2022) of een schooljaar (2023-2024)."
)


class OnleesbarePeriode(OnleesbareInvoer):
    """A measurement period that has no single meaning; the message says what is accepted."""


class Tijdprecisie(StrEnum):
    DAG = "dag"
    MAAND = "maand"
    KWARTAAL = "kwartaal"
    JAAR = "jaar"
    PERIODE = "periode"
    DOORLOPEND = "doorlopend"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdspad:
    """A planning as written; `van` and `tot` as far as the text says them."""

    tekst: str
    van: date | None = None
    tot: date | None = None
    precisie: Tijdprecisie = Tijdprecisie.ONBEKEND


@dataclass(frozen=True, slots=True)
class _Moment:
    van: date
    tot: date
    precisie: Tijdprecisie


def read_meetperiode(tekst: str, jaar_context: int | None = None) -> Periode:
    """The period of a measurement; its peildatum is the last day, for a school year 31 July.

    "t/m juli 2024" counts from 1 January, "per Q3 2024" is a level on the quarter's last day.
    `jaar_context` completes a text without a year. Raises OnleesbarePeriode.
    """
    geschreven = _complete(_tidy(tekst), jaar_context)
    schooljaar = _read_schooljaar(geschreven)
    if schooljaar:
        return Periode(tekst=tekst.strip(), van=schooljaar[0], tot=schooljaar[1], afgeleid=True)
    vorm, rest = _split_voorzetsel(geschreven)
    moment = _read_moment(rest)
    if moment is None:
        raise OnleesbarePeriode(PERIODE_ONLEESBAAR)
    is_dag = moment.precisie is Tijdprecisie.DAG
    van = date(moment.tot.year, 1, 1) if vorm == "t/m" else None if vorm == "per" or is_dag else moment.van
    return Periode(tekst=tekst.strip(), van=van, tot=moment.tot, afgeleid=not is_dag)


def read_tijdspad(tekst: str) -> Tijdspad:
    """A planning; what cannot be read keeps its text with precisie onbekend, and is never refused."""
    geschreven = _tidy(tekst)
    if geschreven in {"doorlopend", "structureel", "continu"}:
        return Tijdspad(tekst=tekst, precisie=Tijdprecisie.DOORLOPEND)
    for lees in (_read_spanne, _read_grens, _read_los_moment):
        gevonden = lees(geschreven)
        if gevonden:
            van, tot, precisie = gevonden
            return Tijdspad(tekst=tekst, van=van, tot=tot, precisie=precisie)
    return Tijdspad(tekst=tekst)


_Gelezen = tuple[date | None, date | None, Tijdprecisie] | None

_JAAR = r"((?:19|20)[0-9]{2})"


def _read_spanne(tekst: str) -> _Gelezen:
    """`2025-2028`, `2024/2025`, `2026 t/m 2029`, `2e helft 2025`, `Q3/Q4 2024`."""
    if jaren := re.fullmatch(rf"{_JAAR} ?(?:-|–|/|t/m|tot en met) ?{_JAAR}", tekst):
        van, tot = date(int(jaren[1]), 1, 1), date(int(jaren[2]), 12, 31)
        return (van, tot, Tijdprecisie.PERIODE) if van < tot else None
    if helft := re.fullmatch(rf"([12])e helft(?: van)? {_JAAR}", tekst):
        eerste = 1 if helft[1] == "1" else 7
        return (*_months(int(helft[2]), eerste, eerste + 5), Tijdprecisie.PERIODE)
    if kwartalen := re.fullmatch(rf"q([1-4]) ?[/-] ?q([1-4]) {_JAAR}", tekst):
        eerste, laatste = 3 * int(kwartalen[1]) - 2, 3 * int(kwartalen[2])
        return (
            (*_months(int(kwartalen[3]), eerste, laatste), Tijdprecisie.PERIODE) if eerste < laatste else None
        )
    return None


def _read_grens(tekst: str) -> _Gelezen:
    """`Tot en met 2026` includes its end, `Tot 2030` ends the day before, `vanaf 2025` is open."""
    vorm, rest = _split_voorzetsel(tekst)
    moment = _read_moment(rest)
    if moment is None or vorm not in {"t/m", "tot", "vanaf"}:
        return None
    if vorm == "vanaf":
        return (moment.van, None, Tijdprecisie.PERIODE)
    tot = moment.tot if vorm == "t/m" else date.fromordinal(moment.van.toordinal() - 1)
    return (None, tot, moment.precisie)


def _read_los_moment(tekst: str) -> _Gelezen:
    moment = _read_moment(re.sub(r"^(gereed|per|in|op) ", "", tekst))
    return (moment.van, moment.tot, moment.precisie) if moment else None


def _read_schooljaar(tekst: str) -> tuple[date, date] | None:
    jaren = re.fullmatch(rf"(?:schooljaar )?{_JAAR} ?[-/–] ?{_JAAR}", tekst)
    if jaren is None or int(jaren[2]) != int(jaren[1]) + 1:
        return None
    return date(int(jaren[1]), 8, 1), date(int(jaren[2]), 7, 31)


def _read_moment(tekst: str) -> _Moment | None:
    lezers: tuple[Callable[[str], _Moment | None], ...] = (_read_dag, _read_maand, _read_kwartaal, _read_jaar)
    return next((moment for lees in lezers if (moment := lees(tekst))), None)


def _read_dag(tekst: str) -> _Moment | None:
    try:
        dag = read_datum(tekst)
    except OnleesbareInvoer:
        return None
    return _Moment(dag, dag, Tijdprecisie.DAG)


def _read_maand(tekst: str) -> _Moment | None:
    gevonden = re.fullmatch(rf"([a-z]+)\.? {_JAAR}", tekst)
    try:
        maand = read_maand(gevonden[1]) if gevonden else 0
    except ValueError:
        return None
    return _Moment(*_months(int(gevonden[2]), maand, maand), Tijdprecisie.MAAND) if gevonden else None


def _read_kwartaal(tekst: str) -> _Moment | None:
    gevonden = re.fullmatch(rf"(?:q([1-4])|([1-4])e kwartaal) {_JAAR}", tekst)
    if gevonden is None:
        return None
    laatste = 3 * int(gevonden[1] or gevonden[2])
    return _Moment(*_months(int(gevonden[3]), laatste - 2, laatste), Tijdprecisie.KWARTAAL)


def _read_jaar(tekst: str) -> _Moment | None:
    gevonden = re.fullmatch(rf"(?:jaar )?{_JAAR}", tekst)
    return _Moment(*_months(int(gevonden[1]), 1, 12), Tijdprecisie.JAAR) if gevonden else None


def _months(jaar: int, eerste: int, laatste: int) -> tuple[date, date]:
    return date(jaar, eerste, 1), date(jaar, laatste, monthrange(jaar, laatste)[1])


def _split_voorzetsel(tekst: str) -> tuple[str, str]:
    gevonden = re.match(r"(t/m|per|tot|vanaf) (.+)", tekst)
    return (gevonden[1], gevonden[2]) if gevonden else ("", tekst)


def _complete(tekst: str, jaar: int | None) -> str:
    return f"{tekst} {jaar}" if jaar and not re.search(_JAAR, tekst) else tekst


def _tidy(tekst: str) -> str:
    return re.sub(r"^tot en met\b", "t/m", " ".join(tekst.lower().split()))
