"""What stands in the parts of a report in a form. What is empty is left out, with its heading."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from programmalijnen.regels.begrippen import Doelniveau, Oordeel

from ..groeperen import measured_without_doel
from ..opzoeken import geld_of_programma, plekken
from ..rapport import (
    Doelregel,
    Financieringregel,
    Indicatorregel,
    Lijnregel,
    Mijlpaalregel,
    Rapport,
    Toelichtingregel,
)
from ..vooruit import Jaarerna, in_time, make_jaarerna
from .lijninhoud import Gevuld, Lijnblok, fill_delen, make_lijnblok
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
class Vooruit:
    planning: tuple[Planninggroep, ...]
    jaar_erna: Jaarerna


@dataclass(frozen=True, slots=True)
class Indicatorplek:
    """An indicator with the line it belongs to (None: the programme) and the doelen of this year on it."""

    indicator: Indicatorregel
    lijn: Lijnregel | None
    doelen: tuple[Doelregel, ...]


def fill_rapport(vorm: Vorm, rapport: Rapport) -> tuple[Gevuld, ...]:
    """The parts of the form that have something to show, each with that; `vorm` has its words filled in."""
    return fill_delen(vorm.delen, lambda naam: INHOUD[naam](vorm, rapport))


def told(rapport: Rapport) -> tuple[Toelichtingregel, ...]:
    return tuple(rij for rij in rapport.toelichtingen if rij.tekst or rij.oordeel.waarde)


def planned(rapport: Rapport, *, bestuurlijk: bool) -> tuple[Planninggroep, ...]:
    """Per heading of the source, in its order; within a heading in time."""
    rijen = [rij for rij in rapport.mijlpalen if rij.bestuurlijk == bestuurlijk]
    groepen = list(dict.fromkeys(rij.groep for rij in rijen))
    op_groep = sorted(rijen, key=lambda rij: groepen.index(rij.groep))
    return tuple(
        Planninggroep(naam, in_time(groep)) for naam, groep in groupby(op_groep, lambda rij: rij.groep)
    )


def own_doelen(rapport: Rapport, *niveaus: Doelniveau) -> tuple[Doelregel, ...]:
    """The doelen of the programme itself of these levels; without a level all of them."""
    doelen = (*rapport.doelen, *rapport.doelen_afgelopen)
    return tuple(doel for doel in doelen if not niveaus or doel.niveau in niveaus)


def reserved(rapport: Rapport) -> tuple[Financieringregel, ...]:
    """The lines of money of which it is known how far they are: reserved, voted, requested, granted."""
    return tuple(regel for groep in rapport.financien.groepen for regel in groep.regels if regel.standen)


def look_ahead(rapport: Rapport) -> Vooruit:
    return Vooruit(planned(rapport, bestuurlijk=False), make_jaarerna(rapport))


def all_indicatoren(rapport: Rapport) -> Iterator[Indicatorplek]:
    doelen: dict[str, list[Doelregel]] = defaultdict(list)
    for plek in plekken(rapport):
        for doel in plek.drager.doelen:
            doelen[doel.indicator].append(doel)
    for plek in plekken(rapport):
        for indicator in plek.drager.indicatoren:
            yield Indicatorplek(indicator, plek.lijn, tuple(doelen[indicator.sleutel]))


def make_lijnen(vorm: Vorm, rapport: Rapport) -> tuple[Lijnblok, ...]:
    ouders = {lijn.ouder for lijn in rapport.lijnen}
    return tuple(make_lijnblok(vorm, lijn, is_kop=lijn.code in ouders) for lijn in rapport.lijnen)


INHOUD: dict[str, Callable[[Vorm, Rapport], Any]] = {
    "omschrijving": lambda _, rapport: rapport.programma.omschrijving,
    "partners": lambda _, rapport: rapport.programma.partners,
    "looptijd": lambda _, rapport: rapport.programma.looptijd,
    "besluiten": lambda _, rapport: rapport.besluiten,
    "besluiten_en_planning": lambda _, rapport: rapport.besluiten or planned(rapport, bestuurlijk=True),
    "bestuurlijke_planning": lambda _, rapport: planned(rapport, bestuurlijk=True),
    "planning": lambda _, rapport: planned(rapport, bestuurlijk=False),
    "toelichtingen": lambda _, rapport: told(rapport),
    "programmadoelen": lambda _, rapport: own_doelen(rapport),
    "output": lambda _, rapport: own_doelen(rapport, Doelniveau.RESULTAAT),
    "outcome": lambda _, rapport: own_doelen(rapport, Doelniveau.EFFECT),
    "andere_doelen": lambda _, rapport: own_doelen(rapport, Doelniveau.NIET_VERMELD),
    "omgeving": lambda _, rapport: measured_without_doel(rapport.indicatoren),
    "lijnen": make_lijnen,
    "reservering": lambda _, rapport: reserved(rapport),
    "los_geld": lambda _, rapport: geld_of_programma(rapport),
    "geld_programma": lambda _, rapport: rapport.financien.groepen,
    "kosten_programma": lambda _, rapport: rapport.financien.kostenposten,
    "monitoring": lambda _, rapport: tuple(all_indicatoren(rapport)),
    "legenda_oordelen": lambda _, rapport: LEGENDA_OORDELEN,
    "vooruit": lambda _, rapport: look_ahead(rapport),
    "volgend_jaar": lambda _, rapport: make_jaarerna(rapport).lijnen and make_jaarerna(rapport),
    "verantwoording": lambda _, rapport: rapport,
}
