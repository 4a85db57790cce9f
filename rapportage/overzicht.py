"""What the dashboard shows of a Rapport and in which order: counts, never averages (rekenregels 3)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from programmalijnen.regels.begrippen import Koers, Oordeel, Telling, Vorm

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
from .vooruit import Jaarerna, make_jaarerna, next_mijlpalen

# From a third on the counts say something about the programme; below it the figures and steps lead.
DEEL_DAT_GELDT = 3

VRAAGT_AANDACHT = frozenset({Telling.AANDACHT, Telling.ACHTER, Telling.VERSLECHTERD, Telling.NIET_BEHAALD})
OORDEEL_VRAAGT_AANDACHT = frozenset({Oordeel.WIJKT_AF, Oordeel.NIET_HAALBAAR})
STAPPEN = frozenset({Vorm.OPLEVERING, Vorm.SAMENGESTELD})
HIER = "hier gerapporteerd"


@dataclass(frozen=True, slots=True)
class Rij:
    """What was agreed and done, in words: an activiteit (None: the line or an ambitie) and its onderdelen.

    `doelen` are those without a figure, `stappen` the ones among them of which a step is known, `metingen`
    figures without a doel.
    """

    activiteit: Activiteitregel | None
    doelen: tuple[Doelregel, ...]
    stappen: tuple[Doelregel, ...]
    metingen: tuple[Indicatorregel, ...] = ()
    onderdelen: tuple["Rij", ...] = ()


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    """What needs attention at an activiteit (None: the line itself): its doelen, or a person's verdict."""

    activiteit: Activiteitregel | None
    doelen: tuple[Doelregel, ...]


@dataclass(frozen=True, slots=True)
class Lijnoverzicht:
    """A line in one minute: doelen with a figure, and the rest in words."""

    lijn: Lijnregel
    cijfers: tuple[Doelplek, ...]
    rijen: tuple[Rij, ...]
    tellingen: tuple[Tel, ...]


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
    in_cijfers = {plaats.plek.activiteit.sleutel for plaats in cijfers if plaats.plek.activiteit}
    dragers: tuple[Lijnregel | Ambitieregel | Activiteitregel, ...]
    dragers = (lijn, *lijn.ambities, *lijn.activiteiten)
    rijen = (make_rij(drager, in_cijfers) for drager in dragers)
    return Lijnoverzicht(
        lijn=lijn,
        cijfers=cijfers,
        rijen=tuple(rij for rij in rijen if rij is not None),
        tellingen=filled(lijn.tellingen.doelen),
    )


def make_rij(drager: Lijnregel | Ambitieregel | Activiteitregel, in_cijfers: set[str]) -> Rij | None:
    """The words of a place; None when its figures already speak for it, or it has nothing to say."""
    doelen = tuple(doel for doel in (*drager.doelen, *drager.doelen_afgelopen) if not is_cijfer(doel))
    stappen = tuple(doel for doel in doelen if is_stap(doel))
    if not isinstance(drager, Activiteitregel):
        return Rij(None, doelen, stappen) if doelen else None
    if drager.soort == VERWANT:
        return None
    rij = Rij(
        activiteit=drager,
        doelen=tuple(doel for doel in doelen if doel.vorm != Vorm.ELDERS),
        stappen=stappen,
        metingen=measured_without_doel(drager.indicatoren) if drager.opgave == HIER else (),
        onderdelen=tuple(filter(None, (make_rij(onderdeel, in_cijfers) for onderdeel in drager.onderdelen))),
    )
    is_gezegd = drager.sleutel in in_cijfers or (not drager.realisatie and drager.opgave == HIER)
    return None if is_gezegd and not (rij.doelen or rij.metingen or rij.onderdelen) else rij


def is_stap(doel: Doelregel) -> bool:
    """Something is known of how far it is: the doel itself, or one of its parts."""
    return doel.vorm in STAPPEN and doel.koers != Koers.GEEN_STAP


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
