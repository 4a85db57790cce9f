"""What a round asks beside its activiteiten: toelichtingen, and indicators that hang on none."""

from collections import Counter
from dataclasses import dataclass

from ..models import Indicator, Onderwerp, Opgave, Rapportageronde, Toelichting
from .invulling import NIETS, Invulling, Stand, count_words, describe


@dataclass(frozen=True, slots=True, kw_only=True)
class Losrij:
    """A row with a page of its own; `plaats` says what it is about."""

    sleutel: str
    plaats: str
    titel: str
    invulling: Invulling


def fetch_toelichtingen(ronde: Rapportageronde) -> list[Losrij]:
    """That of the programme first, then line by line."""
    rijen = Toelichting.objects.filter(ronde=ronde).select_related("lijn")
    rijen = sorted(
        rijen, key=lambda rij: (rij.lijn_id is not None, rij.lijn.volgorde if rij.lijn else 0, rij.pk)
    )
    return [
        Losrij(
            sleutel=rij.sleutel,
            plaats=str(rij.lijn) if rij.lijn else "Het hele programma",
            titel=rij.onderwerp.capitalize(),
            invulling=describe(opgave=Opgave.HIER, staat=rij.staat, tekst=rij.tekst, ontbreekt=NIETS),
        )
        for rij in rijen
    ]


def title_of(toelichting: Toelichting) -> str:
    """ "Voortgang van lijn 1", "Inleiding"."""
    onderwerp = Onderwerp(toelichting.onderwerp).capitalize()
    return f"{onderwerp}: {toelichting.lijn}" if toelichting.lijn else onderwerp


def fetch_losse_indicatoren(ronde: Rapportageronde) -> list[Losrij]:
    """Those without an activiteit, or with one that has no row in this round; two queries."""
    buiten = (
        Indicator.objects.in_gebruik()
        .filter(programma=ronde.programma_id)
        .exclude(activiteit__realisaties__ronde=ronde)
    )
    ontbreekt = Counter(buiten.without_meting_op(ronde.peildatum).values_list("pk", flat=True))
    rijen = buiten.select_related("lijn", "ambitie__lijn", "activiteit__lijn").order_by(
        "lijn__volgorde", "volgorde", "pk"
    )
    return [
        Losrij(
            sleutel=rij.sleutel,
            plaats=str(rij.lijn or rij.ambitie or rij.activiteit or "Het hele programma"),
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
