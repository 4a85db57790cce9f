"""What the dashboard shows of a Rapport and in which order: counts, never averages (rekenregels 3)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from programmalijnen.regels.begrippen import Koers, Oordeel, Telling, Vorm

from .groeperen import VERWANT, measured_without_doel
from .opzoeken import Doelplek, Plek, doelen_of_lijn, doelen_of_plek, plekken_of_lijn, with_onderdelen
from .rapport import (
    Activiteitregel,
    Ambitieregel,
    Doelregel,
    Indicatorregel,
    Lijnregel,
    Mijlpaalregel,
    Oordeelregel,
    Rapport,
    Tel,
    Tellingen,
    Toelichtingregel,
)
from .vooruit import Jaarerna, make_jaarerna, next_mijlpalen

# From a third on the counts say something about the programme; below it the figures and steps lead.
DEEL_DAT_GELDT = 3

VRAAGT_AANDACHT = frozenset({Telling.AANDACHT, Telling.ACHTER, Telling.VERSLECHTERD, Telling.NIET_BEHAALD})
OORDEEL_VRAAGT_AANDACHT = frozenset({Oordeel.WIJKT_AF, Oordeel.NIET_HAALBAAR})
STAPPEN = frozenset({Vorm.OPLEVERING, Vorm.SAMENGESTELD})
VOORTGANG = "voortgang"
HIER, STIL = "hier gerapporteerd", "niet gerapporteerd in deze ronde"
# A few rows without news stand among the others; more of them are named together.
LOSSE_STILTE = 3


@dataclass(frozen=True, slots=True)
class Rij:
    """What was agreed and done, in words: an activiteit (None: the line or an ambitie) and its onderdelen.

    `ambitie` is what an ambitie wants to reach, "" for all else. `doelen` are those without a figure,
    `stappen` the ones among them of which a step is known, `metingen` figures without a doel.
    """

    activiteit: Activiteitregel | None
    doelen: tuple[Doelregel, ...]
    stappen: tuple[Doelregel, ...]
    metingen: tuple[Indicatorregel, ...] = ()
    onderdelen: tuple["Rij", ...] = ()
    ambitie: str = ""

    @property
    def is_stil(self) -> bool:
        """Not reported in this round, and nothing else to say either."""
        is_leeg = not (self.doelen or self.metingen) and all(rij.is_stil for rij in self.onderdelen)
        return self.activiteit is not None and self.activiteit.opgave == STIL and is_leeg


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    """What needs attention at a place: its doelen, or a person's verdicts.

    `pad` is its address below that of the report, "" for the programme itself.
    """

    titel: str
    pad: str
    doelen: tuple[Doelregel, ...]
    oordelen: tuple[Oordeelregel, ...]


@dataclass(frozen=True, slots=True)
class Lijnoverzicht:
    """A line in one minute: what the team says of it, doelen with a figure, and the rest in words.

    `stil` are the activiteiten that this round does not report, when there are too many to name one by one.
    """

    lijn: Lijnregel
    voortgang: tuple[Toelichtingregel, ...]
    cijfers: tuple[Doelplek, ...]
    rijen: tuple[Rij, ...]
    stil: tuple[Activiteitregel, ...]
    tellingen: tuple[Tel, ...]


@dataclass(frozen=True, slots=True)
class Overzicht:
    """`stil`: the round tells of none of the activiteiten how far it is, as in a plan."""

    koers_leads: bool
    stil: bool
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
        stil={rij.opgave for lijn in rapport.lijnen for rij in with_onderdelen(lijn.activiteiten)} == {STIL},
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
    oordelen = tuple(oordeel for oordeel in oordelen_of(plek) if oordeel.waarde in OORDEEL_VRAAGT_AANDACHT)
    if doelen or oordelen:
        yield Aandachtspunt(plek.drager.titel, pad_of(plek), doelen, oordelen)


def oordelen_of(plek: Plek) -> tuple[Oordeelregel, ...]:
    """The verdict on an activiteit, or those on a line; an ambitie has none."""
    if plek.activiteit:
        return (plek.activiteit.oordeel,)
    return tuple(rij.oordeel for rij in getattr(plek.drager, "toelichtingen", ()))


def pad_of(plek: Plek) -> str:
    return f"activiteiten/{plek.activiteit.sleutel}/" if plek.activiteit else f"lijnen/{plek.lijn.code}/"


def koers_leads(tellingen: Tellingen) -> bool:
    """Whether at least a third of the doelen has a koers, or of the activiteiten an oordeel."""
    return (
        tellingen.met_koers * DEEL_DAT_GELDT >= tellingen.aantal_doelen > 0
        or tellingen.beoordeeld * DEEL_DAT_GELDT >= tellingen.aantal_activiteiten > 0
    )


def make_lijnoverzicht(lijn: Lijnregel) -> Lijnoverzicht:
    cijfers = tuple(plaats for plaats in doelen_of_lijn(lijn) if is_cijfer(plaats.doel))
    in_cijfers = {plaats.plek.activiteit.sleutel for plaats in cijfers if plaats.plek.activiteit}
    dragers = (lijn, *lijn.ambities, *lijn.activiteiten)
    rijen = tuple(filter(None, (make_rij(drager, in_cijfers) for drager in dragers)))
    stil = tuple(rij.activiteit for rij in rijen if rij.is_stil)
    samen = stil if len(stil) > LOSSE_STILTE else ()
    return Lijnoverzicht(
        lijn=lijn,
        voortgang=tuple(rij for rij in lijn.toelichtingen if rij.onderwerp == VOORTGANG and rij.tekst),
        cijfers=cijfers,
        rijen=tuple(rij for rij in rijen if rij.activiteit not in samen),
        stil=samen,
        tellingen=filled(lijn.tellingen.doelen),
    )


def make_rij(drager: Lijnregel | Ambitieregel | Activiteitregel, in_cijfers: set[str]) -> Rij | None:
    """The words of a place; None when its figures already speak for it, or it has nothing to say."""
    doelen = tuple(doel for doel in (*drager.doelen, *drager.doelen_afgelopen) if not is_cijfer(doel))
    stappen = tuple(doel for doel in doelen if is_stap(doel))
    if not isinstance(drager, Activiteitregel):
        ambitie = drager.titel if isinstance(drager, Ambitieregel) else ""
        return Rij(None, doelen, stappen, ambitie=ambitie) if doelen else None
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
