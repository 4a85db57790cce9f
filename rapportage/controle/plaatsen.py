"""Where in a report texts, doelen and figures stand, and on which page of the team they are mended."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from programmalijnen.regels.feiten import Meetwaarde, Periode
from programmalijnen.regels.veldnamen import name_bron, name_meting

from ..opzoeken import with_onderdelen
from ..rapport import (
    Activiteitregel,
    Ambitieregel,
    Doelregel,
    Indicatorregel,
    Lijnregel,
    Metingregel,
    Oordeelregel,
    Rapport,
    Toelichtingregel,
)
from .feiten import ACTIVITEITEN, INDICATOREN, PROGRAMMA, TOELICHTINGEN, Herstelplek

MET_TEKST = "hier gerapporteerd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekst:
    """A realisatie or toelichting with its oordeel."""

    soort: str
    sleutel: str
    onderwerp: str
    tekst: str
    oordeel: Oordeelregel

    def plek(self, veld: str = "tekst") -> Herstelplek:
        return Herstelplek(soort=self.soort, sleutel=self.sleutel, veld=veld)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """The programme, a line (with its ambities) or an activiteit; `activiteit` is "" where it is none."""

    groep: str
    naam: str
    teksten: tuple[Tekst, ...]
    doelen: tuple[Doelregel, ...]
    indicatoren: tuple[Indicatorregel, ...]
    activiteit: str = ""

    def plek_van_meting(self, indicator: str, peildatum: date, categorie: str = "") -> Herstelplek:
        return self._plek_van(indicator, name_meting(indicator, peildatum, categorie))

    def plek_van_bron(self, indicator: str, peildatum: date) -> Herstelplek:
        return self._plek_van(indicator, name_bron(indicator, peildatum))

    def _plek_van(self, indicator: str, veld: str) -> Herstelplek:
        """The figures of an activiteit are filled in on its page, all others on one of their own."""
        if self.activiteit:
            return Herstelplek(soort=ACTIVITEITEN, sleutel=self.activiteit, veld=veld)
        return Herstelplek(soort=INDICATOREN, sleutel=indicator, veld=veld)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeks:
    """The measured values of an indicator or of one of its categories, oldest first."""

    indicator: Indicatorregel
    categorie: str
    metingen: tuple[Meetwaarde, ...]

    @property
    def naam(self) -> str:
        return f"{self.indicator.naam}: {self.categorie}" if self.categorie else self.indicator.naam


def places_of(rapport: Rapport) -> Iterator[Plaats]:
    """In report order: the programme, then each line followed by its activiteiten."""
    yield Plaats(
        groep=PROGRAMMA,
        naam=rapport.programma.naam,
        teksten=tuple(make_toelichting(rij, rapport.programma.naam) for rij in rapport.toelichtingen),
        doelen=(*rapport.doelen, *rapport.doelen_afgelopen),
        indicatoren=rapport.indicatoren,
    )
    for lijn in rapport.lijnen:
        yield place_lijn(lijn)
        for rij in with_onderdelen(lijn.activiteiten):
            yield place_activiteit(lijn, rij)


def place_lijn(lijn: Lijnregel) -> Plaats:
    delen: tuple[Lijnregel | Ambitieregel, ...] = (lijn, *lijn.ambities)
    return Plaats(
        groep=lijn.code,
        naam=lijn.titel,
        teksten=tuple(make_toelichting(rij, lijn.titel) for rij in lijn.toelichtingen),
        doelen=tuple(doel for deel in delen for doel in (*deel.doelen, *deel.doelen_afgelopen)),
        indicatoren=tuple(rij for deel in delen for rij in deel.indicatoren),
    )


def place_activiteit(lijn: Lijnregel, rij: Activiteitregel) -> Plaats:
    tekst = Tekst(
        soort=ACTIVITEITEN,
        sleutel=rij.sleutel,
        onderwerp=rij.titel,
        tekst=rij.realisatie,
        oordeel=rij.oordeel,
    )
    return Plaats(
        groep=lijn.code,
        naam=rij.titel,
        teksten=(tekst,) if rij.opgave == MET_TEKST else (),
        doelen=(*rij.doelen, *rij.doelen_afgelopen),
        indicatoren=rij.indicatoren,
        activiteit=rij.sleutel,
    )


def make_toelichting(rij: Toelichtingregel, naam: str) -> Tekst:
    return Tekst(
        soort=TOELICHTINGEN,
        sleutel=rij.sleutel,
        onderwerp=f"{naam}, {rij.onderwerp}",
        tekst=rij.tekst,
        oordeel=rij.oordeel,
    )


def series_of(indicator: Indicatorregel) -> tuple[Reeks, ...]:
    """Of the whole and of each category, as far as they were measured."""
    punten: dict[str, list[Meetwaarde]] = {}
    for meting in indicator.metingen:
        delen = [("", meting.waarde), *((deel.categorie, deel.waarde) for deel in meting.uitsplitsing)]
        for categorie, waarde in delen:
            if waarde is not None:
                punten.setdefault(categorie, []).append(make_meetwaarde(meting, waarde))
    return tuple(
        Reeks(indicator=indicator, categorie=categorie, metingen=tuple(metingen))
        for categorie, metingen in punten.items()
    )


def make_meetwaarde(meting: Metingregel, waarde: Decimal) -> Meetwaarde:
    return Meetwaarde(
        sleutel=meting.sleutel, periode=Periode(tekst=meting.periode, tot=meting.peildatum), waarde=waarde
    )
