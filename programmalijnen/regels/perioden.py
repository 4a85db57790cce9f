"""Periods and time paths as people write them, turned into days (rekenregels 1, ontwerp 2).

What is written stays the `tekst`; the days are ours, and a period that names no day is marked `afgeleid`.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dordt_monitor.opmaak import OnleesbareInvoer
from programmalijnen.regels.feiten import Periode
from programmalijnen.regels.momenten import (
    JAAR,
    Moment,
    Tijdprecisie,
    complete,
    read_helft,
    read_moment,
    tidy,
)

PERIODE_ONLEESBAAR = (
    "Deze periode kunnen wij niet lezen. Schrijf een dag (31 juli 2024), t/m juli 2024, een maand "
    "(sept. 2023), een kwartaal (Q3 2024), een jaar (2022) of een schooljaar (2023-2024)."
)
DOORLOPEND = frozenset({"doorlopend", "structureel", "continu"})
# What stands between the two ends of a period, and whether it spans all that lies between them.
SCHEIDING = {r" t/m ": True, r" [-–] ": True, r" en ": False, r" ?[-–] ?": True, r" ?/ ?": False}
PER, GRENZEN = "t/m|per|tot|vanaf", "t/m|tot|vanaf|start|uiterlijk|voor"
EEN_DAG = timedelta(days=1)


class OnleesbarePeriode(OnleesbareInvoer):
    """A measurement period that has no single meaning; the message says what is accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdspad:
    """A planning as written; `van` and `tot` as far as the text says them."""

    tekst: str
    van: date | None = None
    tot: date | None = None
    precisie: Tijdprecisie = Tijdprecisie.ONBEKEND


def read_meetperiode(tekst: str, jaar_context: int | None = None) -> Periode:
    """The period of a measurement; its peildatum is the last day, for a school year 31 July.

    "t/m juli 2024" counts from 1 January, "per Q3 2024" is a level on the quarter's last day.
    `jaar_context` completes a text without a year. Raises OnleesbarePeriode.
    """
    geschreven = complete(tidy(tekst), jaar_context)
    schooljaar = _read_schooljaar(geschreven)
    if schooljaar:
        return Periode(tekst=tekst.strip(), van=schooljaar[0], tot=schooljaar[1], afgeleid=True)
    vorm, rest = _split_voorzetsel(geschreven, PER)
    moment = read_moment(rest)
    if moment is None:
        raise OnleesbarePeriode(PERIODE_ONLEESBAAR)
    is_dag = moment.precisie is Tijdprecisie.DAG
    van = date(moment.tot.year, 1, 1) if vorm == "t/m" else None if vorm == "per" or is_dag else moment.van
    return Periode(tekst=tekst.strip(), van=van, tot=moment.tot, afgeleid=not is_dag)


def read_tijdspad(tekst: str) -> Tijdspad:
    """A planning; what cannot be read keeps its text with precisie onbekend, and is never refused.

    The text as a whole must name its days. One that says more ("loopt mee in de nieuwe verordening in Q2
    2025") gets none: which part the days belong to is not ours to say.
    """
    geschreven = _strip_status(tidy(tekst))
    if geschreven in DOORLOPEND:
        return Tijdspad(tekst=tekst, precisie=Tijdprecisie.DOORLOPEND)
    for lees in (_read_vervolg, _read_paar, _read_grens, _read_los_moment):
        gevonden = lees(geschreven)
        if gevonden:
            van, tot, precisie = gevonden
            return Tijdspad(tekst=tekst, van=van, tot=tot, precisie=precisie)
    return Tijdspad(tekst=tekst)


_Gelezen = tuple[date | None, date | None, Tijdprecisie] | None


def _read_vervolg(tekst: str) -> _Gelezen:
    """`2024 en verder`: it has a begin and no end."""
    moment = _read_deel(tekst.removesuffix(" en verder")) if tekst.endswith(" en verder") else None
    return (moment.van, None, Tijdprecisie.PERIODE) if moment else None


def _read_paar(tekst: str) -> _Gelezen:
    """`2025-2028`, `april 2024 t/m december 2025`; with `/` and `en` only of neighbours: `Q3/Q4 2024`."""
    for teken, spannend in SCHEIDING.items():
        delen = re.split(teken, tekst.removeprefix("van "))
        if len(delen) == 2:
            return _join(*delen, spannend=spannend)
    return None


def _join(begin: str, eind: str, *, spannend: bool) -> _Gelezen:
    laatste = _read_deel(eind.removeprefix("eind "))
    eerste = _read_deel(complete(begin.removeprefix("begin "), laatste.tot.year)) if laatste else None
    if eerste is None or laatste is None or eerste.tot >= laatste.van:
        return None
    return (eerste.van, laatste.tot, Tijdprecisie.PERIODE) if spannend or _touch(eerste, laatste) else None


def _touch(eerste: Moment, laatste: Moment) -> bool:
    return eerste.precisie is laatste.precisie and eerste.tot + EEN_DAG == laatste.van


def _read_grens(tekst: str) -> _Gelezen:
    """`Tot en met 2026` includes its end, `Tot 2030` ends the day before, `vanaf 2025` is open.

    `voor` goes before a day only: "voor 2025" may as well mean "meant for 2025".
    """
    vorm, rest = _split_voorzetsel(tekst, GRENZEN)
    sluit_in = vorm in {"t/m", "uiterlijk"}
    moment = _read_deel(rest.removeprefix("eind ") if sluit_in else rest.removeprefix("in "))
    if moment is None or not vorm:
        return None
    if vorm in {"vanaf", "start"}:
        return (moment.van, None, Tijdprecisie.PERIODE)
    if vorm == "voor" and moment.precisie is not Tijdprecisie.DAG:
        return None
    return (None, moment.tot if sluit_in else moment.van - EEN_DAG, moment.precisie)


def _read_los_moment(tekst: str) -> _Gelezen:
    moment = _read_deel(re.sub(r"^per ", "", tekst)) or _read_vaag(tekst) or _read_school(tekst)
    return (moment.van, moment.tot, moment.precisie) if moment else None


def _read_deel(tekst: str) -> Moment | None:
    return read_moment(tekst) or read_helft(tekst)


def _read_vaag(tekst: str) -> Moment | None:
    """A part of something longer than a day ("eind Q2 2025"): it lies somewhere within."""
    gevonden = re.fullmatch(r"(?:begin|medio|eind|einde)(?: van)? (.+)", tekst)
    moment = _read_deel(gevonden[1]) if gevonden else None
    return None if moment is None or moment.precisie is Tijdprecisie.DAG else moment


def _read_school(tekst: str) -> Moment | None:
    jaren = _read_schooljaar(tekst) if tekst.startswith("schooljaar ") else None
    return Moment(*jaren, Tijdprecisie.PERIODE) if jaren else None


def _read_schooljaar(tekst: str) -> tuple[date, date] | None:
    jaren = re.fullmatch(rf"(?:schooljaar )?{JAAR} ?[-/–] ?{JAAR}", tekst)
    if jaren is None or int(jaren[2]) != int(jaren[1]) + 1:
        return None
    return date(int(jaren[1]), 8, 1), date(int(jaren[2]), 7, 31)


def _split_voorzetsel(tekst: str, woorden: str) -> tuple[str, str]:
    gevonden = re.match(rf"({woorden}) (.+)", tekst)
    return (gevonden[1], gevonden[2]) if gevonden else ("", tekst)


def _strip_status(tekst: str) -> str:
    """Without the words that say what is to be there by then: `gereed 1 maart 2025`, `2025 operationeel`."""
    voor = r"(?:gereed|operationeel|afgerond|gepland|d\.d\.|in|op|het)"
    return re.sub(rf"^(?:{voor} )+|(?: (?:gereed|operationeel|afgerond))$", "", tekst)
