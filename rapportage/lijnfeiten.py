"""The few things that say most of how far a line is, in one order of preference."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from dordt_monitor.alineas import first_sentence
from programmalijnen.regels.begrippen import Koers, Telling, Vorm

from .groeperen import VERWANT, measured_without_doel
from .opzoeken import Doelplek, Drager, Plek, doelen_of_plek, plekken_of_lijn
from .rapport import Activiteitregel, Doelregel, Indicatorregel, Lijnregel, Rapport

VRAAGT_AANDACHT = frozenset({Telling.AANDACHT, Telling.ACHTER, Telling.VERSLECHTERD, Telling.NIET_BEHAALD})
STAPPEN = frozenset({Vorm.OPLEVERING, Vorm.SAMENGESTELD})
VOORTGANG = "voortgang"
HIER, STIL = "hier gerapporteerd", "niet gerapporteerd in deze ronde"

Was = Mapping[str, str]
"""What an indicator measured in the report before, as printed, by its sleutel; only of those that changed."""


class Voorkeur(IntEnum):
    """What goes first where there is room for a few; within one kind the order of the report.

    AFGELOPEN are doelen of an earlier year, AFGESPROKEN those that speak in words or were not measured.
    """

    AANDACHT = 1
    VERANDERD = 2
    STREEFWAARDE = 3
    STAP = 4
    GEMETEN = 5
    VOORTGANG = 6
    AFGELOPEN = 7
    AFGESPROKEN = 8
    REALISATIE = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijnfeit:
    """A doel with its figure, step or words; a figure without a doel; or a sentence of the team.

    `pad` is its page below the address of the report, "" where that is the line's own; `was` is the value
    of the report before, when it changed.
    """

    voorkeur: Voorkeur
    pad: str
    titel: str = ""
    doel: Doelregel | None = None
    indicator: Indicatorregel | None = None
    tekst: str = ""
    was: str = ""

    @property
    def getal(self) -> str:
        """The printed figure; empty where its koers says the same."""
        if self.doel is None or (self.doel.afgedrukt in self.doel.koers_afgedrukt and not self.is_deels):
            return ""
        return self.doel.afgedrukt

    @property
    def oordeel(self) -> str:
        """The koers where it adds something: not to words, nor to a figure that has no verdict."""
        if self.doel is None or self.is_deels:
            return ""
        zegt_iets = self.doel.telling != Telling.ZONDER_OORDEEL or is_stap(self.doel)
        zonder_getal = is_cijfer(self.doel) and not self.doel.afgedrukt
        return self.doel.koers_afgedrukt if zegt_iets or zonder_getal else ""

    @property
    def is_deels(self) -> bool:
        """Of several parts, of which is known how many are reached ("1 van 2 onderdelen bereikt")."""
        return (
            self.doel is not None
            and self.doel.vorm == Vorm.SAMENGESTELD
            and self.doel.koers == Koers.GEEN_KOERS
        )


def feiten_of(drager: Lijnregel | Rapport, was: Was) -> list[Lijnfeit]:
    """Of a line, or of the programme itself; what says most first."""
    lijn = drager if isinstance(drager, Lijnregel) else None
    plekken = plekken_of_lijn(lijn) if lijn else (Plek(None, drager),)
    feiten = (feit for plek in plekken if not is_verwant(plek.drager) for feit in feiten_of_plek(plek, was))
    return sorted(feiten, key=lambda feit: feit.voorkeur)


def feiten_of_plek(plek: Plek, was: Was) -> Iterator[Lijnfeit]:
    pad = pad_of(plek) if plek.activiteit else ""
    for plaats in doelen_of_plek(plek):
        yield make_doelfeit(plaats, pad, was)
    if isinstance(plek.drager, Lijnregel):
        for rij in plek.drager.toelichtingen:
            if rij.onderwerp == VOORTGANG and rij.tekst:
                yield Lijnfeit(voorkeur=Voorkeur.VOORTGANG, pad=pad, tekst=first_sentence(rij.tekst))
    if plek.activiteit and plek.activiteit.opgave == HIER:
        yield from feiten_of_activiteit(plek.activiteit, pad)


def make_doelfeit(plaats: Doelplek, pad: str, was: Was) -> Lijnfeit:
    vorige = was.get(plaats.doel.indicator, "") if is_cijfer(plaats.doel) else ""
    return Lijnfeit(
        voorkeur=weigh(plaats, vorige),
        pad=pad,
        titel=plaats.doel.omschrijving,
        doel=plaats.doel,
        was=vorige,
    )


def weigh(plaats: Doelplek, vorige: str) -> Voorkeur:
    doel = plaats.doel
    if doel.telling in VRAAGT_AANDACHT:
        return Voorkeur.AANDACHT
    if doel in plaats.plek.drager.doelen_afgelopen:
        return Voorkeur.AFGELOPEN
    if vorige:
        return Voorkeur.VERANDERD
    if doel.afgedrukt and is_cijfer(doel):
        return Voorkeur.STREEFWAARDE if doel.streefwaarde_afgedrukt else Voorkeur.GEMETEN
    return Voorkeur.STAP if is_stap(doel) else Voorkeur.AFGESPROKEN


def feiten_of_activiteit(activiteit: Activiteitregel, pad: str) -> Iterator[Lijnfeit]:
    for indicator in measured_without_doel(activiteit.indicatoren):
        if indicator.laatste and (indicator.laatste.afgedrukt or indicator.laatste.uitsplitsing):
            pad_indicator = f"indicatoren/{indicator.sleutel}/"
            yield Lijnfeit(
                voorkeur=Voorkeur.GEMETEN, pad=pad_indicator, titel=indicator.naam, indicator=indicator
            )
    if activiteit.realisatie and not activiteit.onderdelen:
        tekst = first_sentence(activiteit.realisatie)
        yield Lijnfeit(voorkeur=Voorkeur.REALISATIE, pad=pad, titel=activiteit.titel, tekst=tekst)


def pad_of(plek: Plek) -> str:
    if plek.lijn is None:
        return ""
    return f"activiteiten/{plek.activiteit.sleutel}/" if plek.activiteit else f"lijnen/{plek.lijn.code}/"


def is_verwant(drager: Drager) -> bool:
    return isinstance(drager, Activiteitregel) and drager.soort == VERWANT


def is_stap(doel: Doelregel) -> bool:
    """Something is known of how far it is: the doel itself, or one of its parts."""
    return doel.vorm in STAPPEN and doel.koers != Koers.GEEN_STAP


def is_cijfer(doel: Doelregel) -> bool:
    """A number was agreed or measured; without either a doel speaks in words."""
    return doel.vorm not in STAPPEN and bool(
        doel.afgedrukt or doel.uitsplitsing or doel.streefwaarde_afgedrukt
    )
