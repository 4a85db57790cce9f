"""What stands in the parts of a report in a form. What is empty is left out, with its heading."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from financien.begrippen import Standsoort
from programmalijnen.regels.begrippen import Doelniveau, Oordeel

from ..groeperen import measured_without_doel
from ..indicatorlijst import list_indicatoren
from ..lijnfeiten import is_cijfer, is_stap
from ..opzoeken import geld_of_programma
from ..rapport import (
    Doelregel,
    Financieringregel,
    Mijlpaalregel,
    Rapport,
    Standregel,
    Toelichtingregel,
)
from ..vooruit import Jaarerna, in_time, make_jaarerna
from .lijninhoud import Gevuld, Lijnblok, fill_delen, make_lijnblok
from .toelichtingen import GELD
from .vorm import Vorm

# Projectinformatie Glansrijke toekomst, "Legenda symbolen"; afgerond is ours.
LEGENDA_OORDELEN = (
    (Oordeel.OP_SCHEMA, "inhoud en planning worden naar verwachting binnen de planperiode gerealiseerd."),
    (Oordeel.WIJKT_AF, "inhoud of planning wijkt af; na bijsturen lukt het nog binnen de planperiode."),
    (Oordeel.NIET_HAALBAAR, "het wordt niet gerealiseerd, of niet binnen de planperiode."),
    (Oordeel.AFGEROND, "het is klaar."),
    (Oordeel.NIET_BEOORDEELD, "er is nog geen oordeel gegeven, of de bron laat het niet zien."),
)


@dataclass(frozen=True, slots=True)
class Planninggroep:
    """Milestones under one heading of the source ("Oorspronkelijke planning"), which may be empty."""

    naam: str
    mijlpalen: tuple[Mijlpaalregel, ...]


@dataclass(frozen=True, slots=True)
class Doelenvak:
    """Doelen in words go in a list, those with a figure or a step each by themselves."""

    in_woorden: tuple[Doelregel, ...]
    met_cijfer: tuple[Doelregel, ...]


@dataclass(frozen=True, slots=True)
class Reservering:
    regel: Financieringregel
    stand: Standregel
    waarvan: tuple[Standregel, ...]


@dataclass(frozen=True, slots=True)
class Vooruit:
    planning: tuple[Planninggroep, ...]
    jaar_erna: Jaarerna


def fill_rapport(vorm: Vorm, rapport: Rapport) -> tuple[Gevuld, ...]:
    """The parts of the form that have something to show, each with that; `vorm` has its words filled in."""
    return fill_delen(vorm.delen, lambda naam: INHOUD[naam](vorm, rapport))


def told(vorm: Vorm, rapport: Rapport) -> tuple[Toelichtingregel, ...]:
    """What the round says of the programme; its text about money stands where the form shows money."""
    return tuple(
        rij
        for rij in rapport.toelichtingen
        if (rij.tekst or rij.oordeel.waarde) and not (rij.onderwerp == GELD and vorm.has("geld_programma"))
    )


def told_of_money(rapport: Rapport) -> tuple[Toelichtingregel, ...]:
    return tuple(rij for rij in rapport.toelichtingen if rij.onderwerp == GELD and rij.tekst)


def planned(rapport: Rapport, *, bestuurlijk: bool) -> tuple[Planninggroep, ...]:
    """Per heading of the source, in its order; within a heading in time."""
    rijen = [rij for rij in rapport.mijlpalen if rij.bestuurlijk == bestuurlijk]
    groepen = list(dict.fromkeys(rij.groep for rij in rijen))
    op_groep = sorted(rijen, key=lambda rij: groepen.index(rij.groep))
    return tuple(
        Planninggroep(naam, in_time(groep)) for naam, groep in groupby(op_groep, lambda rij: rij.groep)
    )


def own_doelen(rapport: Rapport, *niveaus: Doelniveau) -> Doelenvak | None:
    """The doelen of the programme itself of these levels; without a level all of them."""
    doelen = [
        doel for doel in (*rapport.doelen, *rapport.doelen_afgelopen) if not niveaus or doel.niveau in niveaus
    ]
    vak = Doelenvak(
        in_woorden=tuple(doel for doel in doelen if not (is_cijfer(doel) or is_stap(doel))),
        met_cijfer=tuple(doel for doel in doelen if is_cijfer(doel) or is_stap(doel)),
    )
    return vak if doelen else None


def reserved(rapport: Rapport) -> tuple[Reservering, ...]:
    """The lines of money that were set aside, with how much of each was voted."""
    return tuple(
        Reservering(regel, stand, tuple(deel for deel in regel.standen if deel.waarvan))
        for groep in rapport.financien.groepen
        for regel in groep.regels
        for stand in regel.standen
        if stand.stand == Standsoort.GERESERVEERD
    )


def look_ahead(rapport: Rapport) -> Vooruit:
    return Vooruit(planned(rapport, bestuurlijk=False), make_jaarerna(rapport))


def make_lijnen(vorm: Vorm, rapport: Rapport) -> tuple[Lijnblok, ...]:
    ouders = {lijn.ouder for lijn in rapport.lijnen}
    return tuple(make_lijnblok(vorm, rapport, lijn, is_kop=lijn.code in ouders) for lijn in rapport.lijnen)


INHOUD: dict[str, Callable[[Vorm, Rapport], Any]] = {
    "omschrijving": lambda _, rapport: rapport.programma.omschrijving,
    "partners": lambda _, rapport: rapport.programma.partners,
    "looptijd": lambda _, rapport: rapport.programma.looptijd,
    "besluiten": lambda _, rapport: rapport.besluiten,
    "besluiten_en_planning": lambda _, rapport: rapport.besluiten or planned(rapport, bestuurlijk=True),
    "bestuurlijke_planning": lambda _, rapport: planned(rapport, bestuurlijk=True),
    "planning": lambda _, rapport: planned(rapport, bestuurlijk=False),
    "toelichtingen": told,
    "programmadoelen": lambda _, rapport: own_doelen(rapport),
    "output": lambda _, rapport: own_doelen(rapport, Doelniveau.RESULTAAT),
    "outcome": lambda _, rapport: own_doelen(rapport, Doelniveau.EFFECT),
    "andere_doelen": lambda _, rapport: own_doelen(rapport, Doelniveau.NIET_VERMELD),
    "omgeving": lambda _, rapport: measured_without_doel(rapport.indicatoren),
    "lijnen": make_lijnen,
    "reservering": lambda _, rapport: reserved(rapport),
    "los_geld": lambda _, rapport: geld_of_programma(rapport),
    "geld_programma": lambda _, rapport: rapport.financien.groepen or told_of_money(rapport),
    "kosten_programma": lambda _, rapport: rapport.financien.kostenposten,
    "monitoring": lambda _, rapport: list_indicatoren(rapport),
    "legenda_oordelen": lambda _, rapport: LEGENDA_OORDELEN,
    "relaties": lambda _, rapport: rapport.relaties or rapport.verwezen_vanuit,
    "vooruit": lambda _, rapport: look_ahead(rapport),
    "volgend_jaar": lambda _, rapport: make_jaarerna(rapport).lijnen and make_jaarerna(rapport),
    "verantwoording": lambda _, rapport: rapport,
}
