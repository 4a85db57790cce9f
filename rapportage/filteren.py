"""Choosing activiteiten out of a Rapport; pure, over its tuples."""

import unicodedata
from dataclasses import dataclass, replace

from .rapport import Activiteitregel, Lijnregel, Rapport


@dataclass(frozen=True, slots=True)
class Keuze:
    """What the reader asks for; an empty field asks nothing."""

    lijn: str = ""
    schaal: str = ""
    soort: str = ""
    tekst: str = ""

    @property
    def is_leeg(self) -> bool:
        return self == Keuze()


def filter_lijnen(rapport: Rapport, keuze: Keuze) -> tuple[Lijnregel, ...]:
    """The lines that keep an activiteit, with only those; an onderdeel that matches keeps its parent."""
    lijnen = (
        replace(lijn, activiteiten=filter_activiteiten(lijn.activiteiten, keuze))
        for lijn in rapport.lijnen
        if keuze.lijn in ("", lijn.code)
    )
    return tuple(lijn for lijn in lijnen if lijn.activiteiten)


def filter_activiteiten(
    activiteiten: tuple[Activiteitregel, ...], keuze: Keuze
) -> tuple[Activiteitregel, ...]:
    gekozen = []
    for activiteit in activiteiten:
        onderdelen = filter_activiteiten(activiteit.onderdelen, keuze)
        if matches(activiteit, keuze):
            gekozen.append(activiteit)
        elif onderdelen:
            gekozen.append(replace(activiteit, onderdelen=onderdelen))
    return tuple(gekozen)


def matches(activiteit: Activiteitregel, keuze: Keuze) -> bool:
    return (
        keuze.schaal in ("", activiteit.schaal)
        and keuze.soort in ("", activiteit.soort)
        and all(woord in searchable(activiteit) for woord in fold(keuze.tekst).split())
    )


def searchable(activiteit: Activiteitregel) -> str:
    doelen = (doel.omschrijving for doel in activiteit.doelen)
    return fold(" ".join((activiteit.titel, activiteit.realisatie, *doelen)))


def fold(tekst: str) -> str:
    """Lower case without accents, so that "financien" finds "financiën"."""
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))
