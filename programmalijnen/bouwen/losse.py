"""What a round asks beside its activiteiten: toelichtingen, and indicators that hang on none."""

from collections.abc import Container
from dataclasses import dataclass

from django.db.models import F

from ..models import Indicator, Onderwerp, Opgave, Rapportageronde, Rondestaat, Toelichting
from .invulling import NIETS, Invulling, Stand, Vakken, count_words, describe_rij

HELE_PROGRAMMA = "Het hele programma"


@dataclass(frozen=True, slots=True, kw_only=True)
class Losrij:
    """A row with a page of its own; `plaats` says what it is about, `trekker` a name, `lijn` a key, or ""."""

    sleutel: str
    plaats: str
    titel: str
    invulling: Invulling
    trekker: str = ""
    van_mij: bool = False
    lijn: str = ""
    teruggeefreden: str = ""

    @property
    def stand(self) -> Stand:
        return self.invulling.stand


def fetch_toelichtingen(ronde: Rapportageronde, ik: int | None = None) -> list[Losrij]:
    """That of the programme first, then line by line; `ik` is the primary key of who looks."""
    rijen = (
        Toelichting.objects.filter(ronde=ronde)
        .select_related("lijn", "trekker__gebruiker")
        .order_by(F("lijn__volgorde").asc(nulls_first=True), "pk")
    )
    return [make_toelichtingrij(ronde, rij, ik) for rij in rijen]


def make_toelichtingrij(ronde: Rapportageronde, rij: Toelichting, ik: int | None = None) -> Losrij:
    invulling = describe_rij(
        ronde=ronde, opgave=Opgave.HIER, staat=rij.staat, heeft_tekst=bool(rij.tekst), ontbreekt=NIETS
    )
    return Losrij(
        sleutel=rij.sleutel,
        plaats=str(rij.lijn or HELE_PROGRAMMA),
        titel=rij.onderwerp.capitalize(),
        invulling=invulling,
        trekker=rij.trekker.gebruiker.naam if rij.trekker else "",
        van_mij=rij.trekker is not None and rij.trekker.gebruiker_id == ik,
        lijn=rij.lijn.sleutel if rij.lijn else "",
        teruggeefreden=rij.teruggeefreden if invulling.stand == Stand.TERUGGEGEVEN else "",
    )


def title_of(toelichting: Toelichting) -> str:
    """ "Voortgang van programmalijn 1", "Inleiding"."""
    onderwerp = Onderwerp(toelichting.onderwerp).capitalize()
    if toelichting.lijn is None:
        return onderwerp
    return f"{onderwerp} van {toelichting.programma.lijn_enkelvoud} {toelichting.lijn.code}"


def fetch_losse_indicatoren(
    ronde: Rapportageronde, vakken: Vakken, activiteiten: Container[int]
) -> list[Losrij]:
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
            invulling=describe_indicator(ronde, ontbreekt[rij.pk]),
        )
        for rij in rijen
    ]


def describe_indicator(ronde: Rapportageronde, ontbreekt: int) -> Invulling:
    """Figures need no approval: they are there or not."""
    if ronde.staat == Rondestaat.VASTGESTELD:
        return Invulling(stand=Stand.LEEG_GEBLEVEN if ontbreekt else Stand.VASTGESTELD)
    if not ontbreekt:
        return Invulling(stand=Stand.INGEVULD)
    return Invulling(
        stand=Stand.LEEG, ontbreekt=(count_words(ontbreekt, "meting ontbreekt", "metingen ontbreken"),)
    )
