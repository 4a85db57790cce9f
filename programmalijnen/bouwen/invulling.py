"""How much of what a round asks is there: for the work list, and for the page of one activiteit."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..models import Doel, Indicator, Invoerstaat, Opgave, Rapportageronde


class Stand(StrEnum):
    """How far the input of one row is; the value is what people read."""

    LEEG = "nog leeg"
    DEELS = "deels ingevuld"
    INGEVULD = "ingevuld"
    NIET_GEVRAAGD = "niet gevraagd"


NIETS_GEVRAAGD = (Opgave.ELDERS, Opgave.NIET_GERAPPORTEERD)
BEGONNEN = (Stand.DEELS, Stand.INGEVULD)


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


def describe(*, opgave: str, staat: str, tekst: str, ontbreekt: Ontbreekt) -> Invulling:
    """The state of one row of a round. A text is asked of what is reported here and in one piece."""
    if opgave in NIETS_GEVRAAGD or staat == Invoerstaat.GEEN_OPGAVE:
        return Invulling(stand=Stand.NIET_GEVRAAGD)
    tekst_gevraagd = opgave == Opgave.HIER
    woorden = name_missing(ontbreekt, tekst=tekst_gevraagd and not tekst)
    onaangeraakt = not tekst and staat == Invoerstaat.LEEG
    if onaangeraakt and not woorden and not tekst_gevraagd:
        return Invulling(stand=Stand.NIET_GEVRAAGD)
    if not woorden:
        return Invulling(stand=Stand.INGEVULD)
    return Invulling(stand=Stand.LEEG if onaangeraakt else Stand.DEELS, ontbreekt=woorden)


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
    aantal = "eindstand" if len(perioden) == 1 else f"{len(perioden)} eindstanden"
    periode = f" {perioden[0]}" if len(set(perioden)) == 1 and perioden[0] else ""
    return f"{aantal}{periode} gevraagd"


def count_words(aantal: int, enkelvoud: str, meervoud: str) -> str:
    return enkelvoud if aantal == 1 else f"{aantal} {meervoud}"


def fetch_ontbreekt(ronde: Rapportageronde, vorige: date | None) -> Mapping[int, Ontbreekt]:
    """What is missing of each activiteit of the programme in this round; three queries."""
    indicatoren = Indicator.objects.filter(programma=ronde.programma_id, activiteit__isnull=False)
    doelen = Doel.objects.filter(programma=ronde.programma_id).gevraagd(
        peildatum=ronde.peildatum, vorige=vorige
    )
    metingen = Counter(
        indicatoren.in_gebruik().without_meting_op(ronde.peildatum).values_list("activiteit_id", flat=True)
    )
    stappen = Counter(
        doelen.opleveringen().without_stap_op(ronde.peildatum).values_list("activiteit_id", flat=True)
    )
    eindstanden = defaultdict(list)
    einden = doelen.ended_before(ronde.peildatum).without_eindstand().order_by("periode_tot", "pk")
    for activiteit, periode in einden.values_list("indicator__activiteit_id", "periode"):
        eindstanden[activiteit].append(periode)
    return {
        activiteit: Ontbreekt(
            metingen=metingen[activiteit],
            eindstanden=tuple(eindstanden[activiteit]),
            stappen=stappen[activiteit],
        )
        for activiteit in {*metingen, *stappen, *eindstanden}
    }
