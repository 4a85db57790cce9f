"""What the dashboard shows of a Rapport and in which order: counts, never averages (rekenregels 3)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from programmalijnen.regels.begrippen import Doeltoestand, Oordeel, Telling, Vorm

from .groeperen import VERWANT, measured_without_doel
from .opzoeken import Doelplek, Plek, doelen_of_lijn, doelen_of_plek, plekken_of_lijn
from .rapport import (
    Activiteitregel,
    Ambitieregel,
    Doelregel,
    Indicatorregel,
    Lijnregel,
    Mijlpaalregel,
    Rapport,
    Tel,
    Tellingen,
)

# From a third on the counts say something about the programme; below it the figures and steps lead.
DEEL_DAT_GELDT = 3
MIJLPALEN_OP_DASHBOARD = 6

VRAAGT_AANDACHT = frozenset({Telling.AANDACHT, Telling.ACHTER, Telling.VERSLECHTERD, Telling.NIET_BEHAALD})
OORDEEL_VRAAGT_AANDACHT = frozenset({Oordeel.WIJKT_AF, Oordeel.NIET_HAALBAAR})
STAPPEN = frozenset({Vorm.OPLEVERING, Vorm.SAMENGESTELD})
TOEKOMST = frozenset({"gepland", "verschoven"})
HIER = "hier gerapporteerd"


@dataclass(frozen=True, slots=True)
class Rij:
    """What was done, in words: an activiteit (None: the line itself) with its doelen that are steps."""

    activiteit: Activiteitregel | None
    stappen: tuple[Doelregel, ...]


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    """What needs attention at an activiteit (None: the line itself): its doelen, or a person's verdict."""

    activiteit: Activiteitregel | None
    doelen: tuple[Doelregel, ...]


@dataclass(frozen=True, slots=True)
class Lijnoverzicht:
    """A line in one minute: doelen with a figure, figures without a doel, and the rest in words."""

    lijn: Lijnregel
    cijfers: tuple[Doelplek, ...]
    metingen: tuple[tuple[Activiteitregel, Indicatorregel], ...]
    rijen: tuple[Rij, ...]
    tellingen: tuple[Tel, ...]


@dataclass(frozen=True, slots=True)
class Jaarerna:
    """The doelen of the next year, per line; `alle_voorgesteld`: one sentence says it of all."""

    jaar: int
    lijnen: tuple[tuple[Lijnregel, tuple[Doelplek, ...]], ...]
    alle_voorgesteld: bool


@dataclass(frozen=True, slots=True)
class Overzicht:
    koers_leads: bool
    tellingen: tuple[Tel, ...]
    doelen: tuple[Doelplek, ...]
    lijnen: tuple[Lijnoverzicht, ...]
    aandacht: tuple[Aandachtspunt, ...]
    context: tuple[Indicatorregel, ...]
    vooruit: tuple[Mijlpaalregel, ...]
    jaar_erna: Jaarerna


def make_overzicht(rapport: Rapport) -> Overzicht:
    lijnen = tuple(map(make_lijnoverzicht, rapport.lijnen))
    return Overzicht(
        koers_leads=koers_leads(rapport.tellingen),
        tellingen=filled(rapport.tellingen.doelen),
        doelen=tuple(doelen_of_plek(Plek(None, rapport))),
        lijnen=lijnen,
        aandacht=tuple(
            punt for lijn in rapport.lijnen for plek in plekken_of_lijn(lijn) for punt in find_aandacht(plek)
        ),
        context=omgeving(rapport),
        vooruit=next_mijlpalen(rapport),
        jaar_erna=make_jaarerna(rapport),
    )


def find_aandacht(plek: Plek) -> Iterator[Aandachtspunt]:
    doelen = tuple(plaats.doel for plaats in doelen_of_plek(plek) if plaats.doel.telling in VRAAGT_AANDACHT)
    activiteit = plek.activiteit
    if doelen or (activiteit and activiteit.oordeel.waarde in OORDEEL_VRAAGT_AANDACHT):
        yield Aandachtspunt(activiteit, doelen)


def koers_leads(tellingen: Tellingen) -> bool:
    """Whether at least a third of the doelen has a koers, or of the activiteiten an oordeel."""
    return (
        tellingen.met_koers * DEEL_DAT_GELDT >= tellingen.aantal_doelen > 0
        or tellingen.beoordeeld * DEEL_DAT_GELDT >= tellingen.aantal_activiteiten > 0
    )


def make_lijnoverzicht(lijn: Lijnregel) -> Lijnoverzicht:
    cijfers = tuple(plaats for plaats in doelen_of_lijn(lijn) if is_cijfer(plaats.doel))
    metingen = tuple(
        (plek.activiteit, indicator)
        for plek in plekken_of_lijn(lijn)
        if plek.activiteit
        for indicator in measured_without_doel(plek.activiteit.indicatoren)
    )
    in_cijfers = {plaats.plek.activiteit.sleutel for plaats in cijfers if plaats.plek.activiteit}
    rijen = (make_rij(plek, in_cijfers) for plek in plekken_of_lijn(lijn))
    return Lijnoverzicht(
        lijn=lijn,
        cijfers=cijfers,
        metingen=metingen,
        rijen=tuple(rij for rij in rijen if rij is not None),
        tellingen=filled(lijn.tellingen.doelen),
    )


def make_jaarerna(rapport: Rapport) -> Jaarerna:
    per_lijn = ((lijn, doelen_volgend_jaar(lijn)) for lijn in rapport.lijnen)
    lijnen = tuple((lijn, doelen) for lijn, doelen in per_lijn if doelen)
    return Jaarerna(
        jaar=rapport.ronde.jaar + 1,
        lijnen=lijnen,
        alle_voorgesteld=bool(lijnen)
        and all(is_voorstel(plaats.doel) for _, doelen in lijnen for plaats in doelen),
    )


def doelen_volgend_jaar(lijn: Lijnregel) -> tuple[Doelplek, ...]:
    plekken = plekken_of_lijn(lijn)
    return tuple(Doelplek(doel, plek) for plek in plekken for doel in plek.drager.doelen_volgend_jaar)


def is_voorstel(doel: Doelregel) -> bool:
    return doel.toestand == Doeltoestand.VOORGESTELD and not doel.besluit


def make_rij(plek: Plek, in_cijfers: set[str]) -> Rij | None:
    """The words of a place; None when its figures already speak for it, or it has nothing to say."""
    stappen = tuple(plaats.doel for plaats in doelen_of_plek(plek) if plaats.doel.vorm in STAPPEN)
    activiteit = plek.activiteit
    if stappen:
        return Rij(activiteit, stappen)
    if activiteit is None or activiteit.soort == VERWANT or activiteit.sleutel in in_cijfers:
        return None
    return Rij(activiteit, ()) if activiteit.realisatie or activiteit.opgave != HIER else None


def is_cijfer(doel: Doelregel) -> bool:
    """A number was agreed or measured; without either a doel speaks in words."""
    return doel.vorm not in STAPPEN and bool(
        doel.afgedrukt or doel.uitsplitsing or doel.streefwaarde_afgedrukt
    )


def filled(tellingen: Iterable[Tel]) -> tuple[Tel, ...]:
    return tuple(tel for tel in tellingen if tel.aantal)


def omgeving(rapport: Rapport) -> tuple[Indicatorregel, ...]:
    """Figures about the surroundings: of the programme, its lines and ambities, not of an activiteit."""
    dragers = (rapport, *(plek.drager for lijn in rapport.lijnen for plek in plekken_of_lijn(lijn)))
    return tuple(
        indicator
        for drager in dragers
        if isinstance(drager, Rapport | Lijnregel | Ambitieregel)
        for indicator in measured_without_doel(drager.indicatoren)
    )


def next_mijlpalen(rapport: Rapport) -> tuple[Mijlpaalregel, ...]:
    """The first few that are still to come after the peildatum, in time; without a readable moment last."""
    komend = (
        mijlpaal
        for mijlpaal in rapport.mijlpalen
        if mijlpaal.staat in TOEKOMST and (mijlpaal.tot is None or mijlpaal.tot > rapport.peildatum)
    )
    return tuple(sorted(komend, key=lambda mijlpaal: mijlpaal.tot or date.max)[:MIJLPALEN_OP_DASHBOARD])
