"""Where on the team's pages a warning is mended, and where a text is that nobody approved yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from programmalijnen.models import Invoerstaat, Rapportageronde, Realisatie

from ..controle.feiten import ACTIVITEITEN, DOELEN, INDICATOREN, TOELICHTINGEN, TOTALEN, Herstelplek
from ..services.vaststellen import Blokkade

IN_RONDE = {ACTIVITEITEN: "activiteit", TOELICHTINGEN: "toelichting", INDICATOREN: "indicator"}
LINKWOORDEN = {
    ACTIVITEITEN: "Naar de activiteit",
    TOELICHTINGEN: "Naar de toelichting",
    INDICATOREN: "Naar het cijfer",
    DOELEN: "Naar het doel",
    TOTALEN: "Naar het geld",
}


def url_of(plek: Herstelplek, ronde: Rapportageronde, *, mag_beheren: bool) -> str:
    """Straight to the field. Money is opened by who may change it; others see it in the overview."""
    programma = ronde.programma.slug
    if plek.soort == DOELEN:
        return reverse("werk:doel", args=[programma, plek.sleutel])
    if plek.soort == TOTALEN:
        if mag_beheren and plek.sleutel:
            return reverse("financien:totaal", args=[programma, plek.sleutel])
        return reverse("financien:overzicht", args=[programma])
    adres = reverse(f"werk:{IN_RONDE[plek.soort]}", args=[programma, ronde.slug, plek.sleutel])
    return f"{adres}#id_{plek.veld}" if plek.veld else adres


@dataclass(frozen=True, slots=True, kw_only=True)
class Blokkaderegel:
    """A text without approval, with the address where it is read and approved."""

    titel: str
    plaats: str
    staat: str
    url: str


def list_blokkades(blokkades: Iterable[Blokkade], ronde: Rapportageronde) -> dict[str, Any]:
    """For the page, with how many of them wait on *Akkoord geven*: what was not submitted is not there."""
    regels = [list_blokkade(blokkade, ronde) for blokkade in blokkades]
    ingediend = sum(regel.staat == Invoerstaat.INGEDIEND for regel in regels)
    return {"blokkades": regels, "blokkades_ingediend": ingediend}


def list_blokkade(blokkade: Blokkade, ronde: Rapportageronde) -> Blokkaderegel:
    rij = blokkade.rij
    is_realisatie = isinstance(rij, Realisatie)
    soort = ACTIVITEITEN if is_realisatie else TOELICHTINGEN
    plek = Herstelplek(soort=soort, sleutel=rij.activiteit.sleutel if is_realisatie else rij.sleutel)
    return Blokkaderegel(
        titel=blokkade.titel,
        plaats=str(rij.lijn or ronde.programma) if is_realisatie else "",
        staat=rij.staat,
        url=url_of(plek, ronde, mag_beheren=True),
    )
