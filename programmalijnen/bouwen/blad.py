"""An Invoerblad: all that one page of the team lets people fill in, as flat fields of text.

Flat and textual, because that is what people type, what three-way merging compares and what a conflict shows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from dordt_monitor.opmaak import format_exact, format_met_precisie
from dordt_monitor.tekst import tidy_tekst

from ..models import Doel, Opgave, Rapportageronde, Realisatie, Stapmelding, Toelichting
from ..regels.begrippen import Horizon, Oordeel, Stap
from .doelen import RijenVanDoelen
from .invulling import Ontbreekt
from .vakken import Meetgroep


class Veldsoort(StrEnum):
    TEKST = "tekst"
    REGEL = "regel"
    KEUZE = "keuze"
    WAARDE = "waarde"


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """One field: its name in the form and what is stored now, as tidy text ("" for nothing).

    Fields with the same `geheel` are merged as one, because one makes no sense without the other. `spoor` is
    the soort and sleutel of the row under which the trail knows it, None for a row that does not exist yet.
    """

    naam: str
    label: str
    soort: Veldsoort
    tekst: str
    lengte: int = 250
    keuzes: tuple[str, ...] = ()
    eenheid: str = ""
    decimalen: int = 0
    geheel: str = ""
    spoor: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapvak:
    """The step of an oplevering on the round's day; `vorige` is the latest before it.

    What `was_klaar` before that day is not asked again.
    """

    doel: Doel
    melding: Stapmelding | None
    vorige: Stapmelding | None
    was_klaar: bool

    @property
    def ontbreekt(self) -> bool:
        return self.melding is None and not self.was_klaar

    @property
    def naam_stap(self) -> str:
        return f"stap.{self.doel.sleutel}"

    @property
    def naam_woorden(self) -> str:
        return f"woorden.{self.doel.sleutel}"


@dataclass(frozen=True, kw_only=True)
class Invoerblad:
    """`rij` holds the text of the page, None where it has only values; `doelen` are those it shows."""

    ronde: Rapportageronde
    vorige_peildatum: date | None
    rij: Realisatie | Toelichting | None = None
    met_oordeel: bool = False
    groepen: tuple[Meetgroep, ...] = ()
    stapvakken: tuple[Stapvak, ...] = ()
    doelen: tuple[Doel, ...] = ()
    rijen: RijenVanDoelen

    @cached_property
    def velden(self) -> dict[str, Veld]:
        velden = [*self._velden_van_rij(), *self._velden_van_metingen(), *self._velden_van_stappen()]
        return {veld.naam: veld for veld in velden}

    @property
    def teksten(self) -> dict[str, str]:
        return {naam: veld.tekst for naam, veld in self.velden.items()}

    @property
    def vraagt_tekst(self) -> bool:
        """No report prints a text of what is reported elsewhere or in parts; one that is there stays."""
        rij = self.rij
        if rij is None:
            return False
        return getattr(rij, "opgave", Opgave.HIER) == Opgave.HIER or bool(rij.tekst or rij.oordeel)

    @property
    def vraagt_oordeel(self) -> bool:
        return self.vraagt_tekst and self.met_oordeel

    @property
    def ontbreekt(self) -> Ontbreekt:
        """As the work list says it of this activiteit."""
        einden = [groep for groep in self.groepen if groep.eindstand_van]
        return Ontbreekt(
            metingen=sum(groep.ontbreekt for groep in self.groepen if not groep.eindstand_van),
            eindstanden=tuple(
                doel.periode for groep in einden if groep.is_leeg for doel in groep.eindstand_van
            ),
            stappen=sum(vak.ontbreekt for vak in self.stapvakken),
        )

    def _velden_van_rij(self) -> Iterable[Veld]:
        return make_rijvelden(self.rij, met_oordeel=self.met_oordeel) if self.vraagt_tekst else ()

    def _velden_van_metingen(self) -> Iterable[Veld]:
        return (veld for groep in self.groepen for veld in make_meetvelden(groep))

    def _velden_van_stappen(self) -> Iterable[Veld]:
        return (veld for vak in self.stapvakken for veld in make_stapvelden(vak))


TEKSTEN = {
    "tekst": ("Tekst", 20_000),
    "oordeel_oorzaak": ("Oorzaak", 2000),
    "oordeel_gevolg": ("Gevolg", 2000),
    "oordeel_bijsturing": ("Bijsturing", 2000),
}
KEUZES = {"oordeel": ("Oordeel", Oordeel), "oordeel_horizon": ("Het oordeel gaat over", Horizon)}


def make_rijvelden(rij: Realisatie | Toelichting, *, met_oordeel: bool) -> list[Veld]:
    spoor = (rij._meta.model_name, rij.spoorsleutel)
    teksten = [
        Veld(
            naam=naam,
            label=label,
            soort=Veldsoort.TEKST,
            tekst=tidy_tekst(getattr(rij, naam)),
            lengte=lengte,
            spoor=spoor,
        )
        for naam, (label, lengte) in TEKSTEN.items()
    ]
    keuzes = [
        Veld(
            naam=naam,
            label=label,
            soort=Veldsoort.KEUZE,
            tekst=getattr(rij, naam),
            keuzes=tuple(woorden),
            geheel="oordeel",
            spoor=spoor,
        )
        for naam, (label, woorden) in KEUZES.items()
    ]
    return [teksten[0], *keuzes, *teksten[1:]] if met_oordeel else teksten[:1]


def make_meetvelden(groep: Meetgroep) -> list[Veld]:
    onderwerp = groep.indicator.naam
    velden = [
        Veld(
            naam=vak.naam,
            label=f"{onderwerp}: {vak.categorie.naam}" if vak.categorie else onderwerp,
            soort=Veldsoort.WAARDE,
            tekst=write_waarde(vak.meting.waarde, vak.meting.precisie, vak.meting.toestand)
            if vak.meting
            else "",
            lengte=80,
            eenheid=groep.indicator.eenheid,
            decimalen=groep.indicator.decimalen,
            spoor=("meting", vak.meting.sleutel) if vak.meting else None,
        )
        for vak in groep.vakken
    ]
    bron = Veld(
        naam=groep.naam_bron,
        label=f"{onderwerp}: bron",
        soort=Veldsoort.REGEL,
        tekst=" ".join(groep.bron.split()),
        spoor=next((veld.spoor for veld in velden if veld.spoor), None),
    )
    return [*velden, bron]


def write_waarde(waarde: Decimal | None, precisie: str, toestand: str) -> str:
    """A value as people type it, which `regels.waarden` reads back: "circa 37", "niet gemeten"."""
    return toestand if waarde is None else format_met_precisie(format_exact(waarde), precisie)


def make_stapvelden(vak: Stapvak) -> tuple[Veld, Veld]:
    spoor = ("stapmelding", vak.melding.spoorsleutel) if vak.melding else None
    stap = Veld(
        naam=vak.naam_stap,
        label=f"{vak.doel.omschrijving}: stap",
        soort=Veldsoort.KEUZE,
        tekst=vak.melding.stap if vak.melding else "",
        keuzes=("", *Stap),
        geheel=vak.naam_stap,
        spoor=spoor,
    )
    woorden = Veld(
        naam=vak.naam_woorden,
        label=f"{vak.doel.omschrijving}: waar blijkt dat uit?",
        soort=Veldsoort.REGEL,
        tekst=" ".join(vak.melding.woorden.split()) if vak.melding else "",
        lengte=500,
        geheel=vak.naam_stap,
        spoor=spoor,
    )
    return stap, woorden
