"""What the dashboard shows of a Rapport, and in which order (rekenregels 3, "Upwards"): counts, never averages."""

from collections.abc import Iterable
from dataclasses import dataclass

from programmalijnen.regels.begrippen import Oordeel, Telling, Vorm

from .opzoeken import Doelplek, Plek, doelen_of_lijn, plekken, plekken_of_lijn, with_onderdelen
from .rapport import Activiteitregel, Indicatorregel, Lijnregel, Mijlpaalregel, Rapport, Tel, Tellingen

# From here on the counts say something about the programme; below it the figures and steps lead.
DEEL_DAT_GELDT = 3

VRAAGT_AANDACHT = frozenset({Telling.AANDACHT, Telling.ACHTER, Telling.VERSLECHTERD, Telling.NIET_BEHAALD})
OORDEEL_VRAAGT_AANDACHT = frozenset({Oordeel.WIJKT_AF, Oordeel.NIET_HAALBAAR})
STAPPEN = frozenset({Vorm.OPLEVERING, Vorm.SAMENGESTELD})
TOEKOMST = frozenset({"gepland", "verschoven"})


@dataclass(frozen=True, slots=True)
class Lijnoverzicht:
    """A line in one minute: doelen with a figure, doelen in steps, what is only in words, what is elsewhere."""

    lijn: Lijnregel
    cijfers: tuple[Doelplek, ...]
    stappen: tuple[Doelplek, ...]
    in_woorden: tuple[Activiteitregel, ...]
    elders: tuple[Activiteitregel, ...]
    volgend_jaar: tuple[Doelplek, ...]
    tellingen: tuple[Tel, ...]


@dataclass(frozen=True, slots=True)
class Overzicht:
    koers_leads: bool
    tellingen: tuple[Tel, ...]
    doelen: tuple[Doelplek, ...]
    lijnen: tuple[Lijnoverzicht, ...]
    aandacht: tuple[Doelplek, ...]
    oordelen: tuple[tuple[Lijnregel, Activiteitregel], ...]
    context: tuple[Indicatorregel, ...]
    vooruit: tuple[Mijlpaalregel, ...]
    jaar_erna: int
    heeft_jaar_erna: bool


def make_overzicht(rapport: Rapport) -> Overzicht:
    lijnen = tuple(map(make_lijnoverzicht, rapport.lijnen))
    return Overzicht(
        koers_leads=koers_leads(rapport.tellingen),
        tellingen=filled(rapport.tellingen.doelen),
        doelen=tuple(Doelplek(doel, Plek(None, rapport)) for doel in rapport.doelen),
        lijnen=lijnen,
        aandacht=tuple(
            doelplek
            for lijn in rapport.lijnen
            for doelplek in doelen_of_lijn(lijn)
            if doelplek.doel.telling in VRAAGT_AANDACHT
        ),
        oordelen=tuple(
            (lijn, activiteit)
            for lijn in rapport.lijnen
            for activiteit in with_onderdelen(lijn.activiteiten)
            if activiteit.oordeel.waarde in OORDEEL_VRAAGT_AANDACHT
        ),
        context=contextcijfers(plekken(rapport)),
        vooruit=tuple(mijlpaal for mijlpaal in rapport.mijlpalen if mijlpaal.staat in TOEKOMST),
        jaar_erna=rapport.ronde.jaar + 1,
        heeft_jaar_erna=any(lijn.volgend_jaar for lijn in lijnen),
    )


def koers_leads(tellingen: Tellingen) -> bool:
    """Whether at least a third of the doelen has a koers, or of the activiteiten an oordeel."""
    return (
        tellingen.met_koers * DEEL_DAT_GELDT >= tellingen.aantal_doelen > 0
        or tellingen.beoordeeld * DEEL_DAT_GELDT >= tellingen.aantal_activiteiten > 0
    )


def make_lijnoverzicht(lijn: Lijnregel) -> Lijnoverzicht:
    doelen = tuple(doelen_of_lijn(lijn))
    stappen = tuple(plaats for plaats in doelen if plaats.doel.vorm in STAPPEN)
    cijfers = tuple(plaats for plaats in doelen if is_cijfer(plaats))
    getoond = {plaats.plek.drager.sleutel for plaats in (*cijfers, *stappen) if plaats.plek.activiteit}
    activiteiten = tuple(with_onderdelen(lijn.activiteiten))
    elders = tuple(activiteit for activiteit in activiteiten if activiteit.opgave == "elders gerapporteerd")
    return Lijnoverzicht(
        lijn=lijn,
        cijfers=cijfers,
        stappen=stappen,
        in_woorden=tuple(
            activiteit
            for activiteit in activiteiten
            if activiteit.sleutel not in getoond and activiteit not in elders and activiteit.realisatie
        ),
        elders=elders,
        volgend_jaar=tuple(
            Doelplek(doel, plek) for plek in plekken_of_lijn(lijn) for doel in plek.drager.doelen_volgend_jaar
        ),
        tellingen=filled(lijn.tellingen.doelen),
    )


def is_cijfer(plaats: Doelplek) -> bool:
    """A number was agreed or measured; without either a doel speaks in words."""
    doel = plaats.doel
    return doel.vorm not in STAPPEN and bool(
        doel.afgedrukt or doel.uitsplitsing or doel.streefwaarde_afgedrukt
    )


def filled(tellingen: Iterable[Tel]) -> tuple[Tel, ...]:
    return tuple(tel for tel in tellingen if tel.aantal)


def contextcijfers(waar: Iterable[Plek]) -> tuple[Indicatorregel, ...]:
    """Figures without a doel, with their newest measurement."""
    return tuple(
        indicator
        for plek in waar
        for indicator in plek.drager.indicatoren
        if indicator.is_contextcijfer and indicator.laatste is not None
    )
