"""How much of what a round asks is there: for the work list, and for the page of one activiteit."""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from django.db.models import BooleanField, ExpressionWrapper, Q

from ..models import (
    Doel,
    Indicator,
    Invoerstaat,
    Meting,
    Opgave,
    Rapportageronde,
    Rondestaat,
    Stapmelding,
)
from ..regels.begrippen import Vorm
from .doelen import KLAAR, has_eindstand


class Stand(StrEnum):
    """How far one row is, what needs work first; the value is what people read.

    Before it is submitted, what is there decides; from then on, what was done with it. An adopted round asks
    nothing any more.
    """

    TERUGGEGEVEN = "teruggegeven"
    LEEG = "nog leeg"
    DEELS = "deels ingevuld"
    INGEVULD = "ingevuld"
    INGEDIEND = "ingediend"
    AKKOORD = "akkoord"
    GEEN_OPGAVE = "geen opgave"
    NIET_GEVRAAGD = "niet gevraagd"
    VASTGESTELD = "vastgesteld"
    LEEG_GEBLEVEN = "leeg gebleven"


# Whether there is a text, not the text: three hundred of them are megabytes.
HEEFT_TEKST = ExpressionWrapper(~Q(tekst=""), output_field=BooleanField())
NIETS_GEVRAAGD = (Opgave.ELDERS, Opgave.NIET_GERAPPORTEERD)
TE_DOEN = (Stand.TERUGGEGEVEN, Stand.LEEG, Stand.DEELS, Stand.INGEVULD)
NA_VASTSTELLEN = (Stand.VASTGESTELD, Stand.LEEG_GEBLEVEN)
GEDAAN = {
    Invoerstaat.TERUGGEGEVEN: Stand.TERUGGEGEVEN,
    Invoerstaat.INGEDIEND: Stand.INGEDIEND,
    Invoerstaat.AKKOORD: Stand.AKKOORD,
}
INDIENEN = "nog indienen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontbreekt:
    """What a round asks of an activiteit and is not there; `eindstanden` are the periods of their doelen."""

    metingen: int = 0
    eindstanden: tuple[str, ...] = ()
    stappen: int = 0


NIETS = Ontbreekt()


@dataclass(frozen=True, slots=True, kw_only=True)
class Invulling:
    """`ontbreekt` are the missing pieces in words: "tekst ontbreekt", "2 metingen ontbreken"."""

    stand: Stand
    ontbreekt: tuple[str, ...] = ()


@lru_cache(maxsize=1024)  # the rows of a list are in a few states, and there are many rows
def describe(*, opgave: str, staat: str, heeft_tekst: bool, ontbreekt: Ontbreekt) -> Invulling:
    """The state of one row of a round. A text is asked of what is reported here and in one piece."""
    if opgave in NIETS_GEVRAAGD or (staat == Invoerstaat.GEEN_OPGAVE and opgave != Opgave.HIER):
        return Invulling(stand=Stand.NIET_GEVRAAGD)
    if staat == Invoerstaat.GEEN_OPGAVE:
        return Invulling(stand=Stand.GEEN_OPGAVE)
    tekst_gevraagd = opgave == Opgave.HIER
    tekst_ontbreekt = tekst_gevraagd and not heeft_tekst and staat != Invoerstaat.AKKOORD
    woorden = name_missing(ontbreekt, tekst=tekst_ontbreekt)
    if tekst_gevraagd and staat in GEDAAN:
        return Invulling(stand=GEDAAN[staat], ontbreekt=woorden)
    onaangeraakt = not heeft_tekst and staat == Invoerstaat.LEEG
    if onaangeraakt and not woorden and not tekst_gevraagd:
        return Invulling(stand=Stand.NIET_GEVRAAGD)
    if not woorden:
        return Invulling(stand=Stand.INGEVULD, ontbreekt=(INDIENEN,) if tekst_gevraagd else ())
    return Invulling(stand=Stand.LEEG if onaangeraakt else Stand.DEELS, ontbreekt=woorden)


@lru_cache(maxsize=1024)
def describe_vastgesteld(*, opgave: str, staat: str, heeft_tekst: bool) -> Invulling:
    """The same in a round that was adopted: nothing is missing from it any more."""
    if opgave in NIETS_GEVRAAGD:
        return Invulling(stand=Stand.NIET_GEVRAAGD)
    if staat == Invoerstaat.GEEN_OPGAVE:
        return Invulling(stand=Stand.GEEN_OPGAVE if opgave == Opgave.HIER else Stand.NIET_GEVRAAGD)
    leeg = staat == Invoerstaat.LEEG and not heeft_tekst
    return Invulling(stand=Stand.LEEG_GEBLEVEN if leeg else Stand.VASTGESTELD)


def describe_rij(
    *, ronde: Rapportageronde, opgave: str, staat: str, heeft_tekst: bool, ontbreekt: Ontbreekt
) -> Invulling:
    if ronde.staat == Rondestaat.VASTGESTELD:
        return describe_vastgesteld(opgave=opgave, staat=staat, heeft_tekst=heeft_tekst)
    return describe(opgave=opgave, staat=staat, heeft_tekst=heeft_tekst, ontbreekt=ontbreekt)


def name_missing(ontbreekt: Ontbreekt, *, tekst: bool) -> tuple[str, ...]:
    woorden = ["tekst ontbreekt"] if tekst else []
    if ontbreekt.metingen:
        woorden.append(count_words(ontbreekt.metingen, "meting ontbreekt", "metingen ontbreken"))
    if ontbreekt.eindstanden:
        woorden.append(name_eindstanden(ontbreekt.eindstanden))
    if ontbreekt.stappen:
        woorden.append(count_words(ontbreekt.stappen, "stap ontbreekt", "stappen ontbreken"))
    return tuple(woorden)


def name_eindstanden(perioden: tuple[str, ...]) -> str:
    """ "eindstand 2024 gevraagd", "3 eindstanden 2024 gevraagd"; without the period where they differ."""
    aantal = count_words(len(perioden), "eindstand", "eindstanden")
    periode = f" {perioden[0]}" if len(set(perioden)) == 1 and perioden[0] else ""
    return f"{aantal}{periode} gevraagd"


def count_words(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """Never a number alone at the end of a line."""
    return enkelvoud if aantal == 1 else f"{aantal}\N{NO-BREAK SPACE}{meervoud}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vakken:
    """The values a round asks: (activiteit or None, indicator, whether it is there), by primary key."""

    alle: tuple[tuple[int | None, int, bool], ...]

    @property
    def indicatoren(self) -> set[int]:
        return {indicator for _, indicator, _ in self.alle}

    def missing_per_activiteit(self) -> Counter:
        return Counter(activiteit for activiteit, _, gemeten in self.alle if activiteit and not gemeten)

    def missing_outside(self, activiteiten: Container[int]) -> dict[int, int]:
        """{indicator: how many of its values are missing}, of those that hang on none of `activiteiten`."""
        buiten = [(pk, gemeten) for activiteit, pk, gemeten in self.alle if activiteit not in activiteiten]
        ontbreekt = dict.fromkeys((pk for pk, _ in buiten), 0)
        for pk, gemeten in buiten:
            ontbreekt[pk] += not gemeten
        return ontbreekt


def fetch_vakken(ronde: Rapportageronde) -> Vakken:
    indicatoren = Indicator.objects.in_gebruik().filter(programma=ronde.programma_id)
    vakken = indicatoren.with_vakken_op(ronde.peildatum).values_list("activiteit_id", "pk", "gemeten")
    return Vakken(alle=tuple(vakken))


def fetch_ontbreekt(ronde: Rapportageronde, vorige: date | None, vakken: Vakken) -> Mapping[int, Ontbreekt]:
    """What is missing of each activiteit of the programme in this round; at most three more queries."""
    peildatum = ronde.peildatum
    gevraagd = Doel.objects.filter(programma=ronde.programma_id).gevraagd(peildatum=peildatum, vorige=vorige)
    velden = (
        "pk",
        "vorm",
        "activiteit_id",
        "indicator_id",
        "indicator__activiteit_id",
        "periode_tot",
        "periode",
    )
    doelen = gevraagd.order_by("periode_tot", "pk").values_list(*velden, named=True)
    opleveringen = [doel for doel in doelen if doel.vorm == Vorm.OPLEVERING]
    geeindigd = [doel for doel in doelen if has_eindstand(doel.vorm, doel.periode_tot, peildatum)]
    gemeld = fetch_gemeld([doel.pk for doel in opleveringen], peildatum) if opleveringen else set()
    einden = {(doel.indicator_id, doel.periode_tot) for doel in geeindigd}
    gemeten = fetch_eindmetingen(einden) if einden else set()
    metingen = vakken.missing_per_activiteit()
    stappen = Counter(doel.activiteit_id for doel in opleveringen if doel.pk not in gemeld)
    eindstanden = defaultdict(list)
    in_gebruik = vakken.indicatoren
    for doel in geeindigd:
        if doel.indicator_id in in_gebruik and (doel.indicator_id, doel.periode_tot) not in gemeten:
            eindstanden[doel.indicator__activiteit_id].append(doel.periode)
    return {
        activiteit: Ontbreekt(
            metingen=metingen[activiteit],
            eindstanden=tuple(eindstanden.get(activiteit, ())),
            stappen=stappen[activiteit],
        )
        for activiteit in {*metingen, *stappen, *eindstanden} - {None}
    }


def fetch_gemeld(doelen: list[int], peildatum: date) -> set[int]:
    """Of these opleveringen, those with a step on the day, and those that were done before it."""
    stappen = Stapmelding.objects.filter(doel__in=doelen, peildatum__lte=peildatum)
    rijen = stappen.values_list("doel_id", "peildatum", "stap")
    return {doel for doel, dag, stap in rijen if dag == peildatum or stap in KLAAR}


def fetch_eindmetingen(einden: set[tuple[int, date]]) -> set[tuple[int, date]]:
    """Of these (indicator, last day), those of which a value is there, of the whole or of a category."""
    indicatoren, dagen = {pk for pk, _ in einden}, {dag for _, dag in einden}
    metingen = Meting.objects.filter(indicator__in=indicatoren, peildatum__in=dagen, vervangen=False)
    return einden & set(metingen.values_list("indicator_id", "peildatum"))
