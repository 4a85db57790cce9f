"""What a round asks beside its activiteiten: toelichtingen, and indicators that hang on none."""

from collections.abc import Container
from dataclasses import dataclass

from django.db.models import F

from ..models import Indicator, Onderwerp, Opgave, Rapportageronde, Toelichting
from .invulling import NIETS, Invulling, Stand, Vakken, count_words, describe

HELE_PROGRAMMA = "Het hele programma"


@dataclass(frozen=True, slots=True, kw_only=True)
class Losrij:
    """A row with a page of its own; `plaats` says what it is about."""

    sleutel: str
    plaats: str
    titel: str
    invulling: Invulling


def fetch_toelichtingen(ronde: Rapportageronde) -> list[Losrij]:
    """That of the programme first, then line by line."""
    rijen = (
        Toelichting.objects.filter(ronde=ronde)
        .select_related("lijn")
        .order_by(F("lijn__volgorde").asc(nulls_first=True), "pk")
    )
    return [
        Losrij(
            sleutel=rij.sleutel,
            plaats=str(rij.lijn or HELE_PROGRAMMA),
            titel=rij.onderwerp.capitalize(),
            invulling=describe(
                opgave=Opgave.HIER, staat=rij.staat, heeft_tekst=bool(rij.tekst), ontbreekt=NIETS
            ),
        )
        for rij in rijen
    ]


def title_of(toelichting: Toelichting) -> str:
    """ "Voortgang van programmalijn 1", "Inleiding"."""
    onderwerp = Onderwerp(toelichting.onderwerp).capitalize()
    if toelichting.lijn is None:
        return onderwerp
    return f"{onderwerp} van {toelichting.programma.lijn_enkelvoud} {toelichting.lijn.code}"


def fetch_losse_indicatoren(vakken: Vakken, activiteiten: Container[int]) -> list[Losrij]:
    """The indicators that hang on none of the `activiteiten` of a round, by primary key."""
    ontbreekt = vakken.missing_outside(activiteiten)
    if not ontbreekt:
        return []
    rijen = (
        Indicator.objects.filter(pk__in=ontbreekt)
        .select_related("lijn", "ambitie", "activiteit")
        .order_by(F("lijn__volgorde").asc(nulls_first=True), "volgorde", "pk")
    )
    return [
        Losrij(
            sleutel=rij.sleutel,
            plaats=str(rij.lijn or rij.ambitie or rij.activiteit or HELE_PROGRAMMA),
            titel=rij.naam,
            invulling=describe_indicator(ontbreekt[rij.pk]),
        )
        for rij in rijen
    ]


def describe_indicator(ontbreekt: int) -> Invulling:
    if not ontbreekt:
        return Invulling(stand=Stand.INGEVULD)
    return Invulling(
        stand=Stand.LEEG, ontbreekt=(count_words(ontbreekt, "meting ontbreekt", "metingen ontbreken"),)
    )
