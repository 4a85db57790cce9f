"""What will come along when a round opens: activiteiten with their trekker, and the doelen it will show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from ..models import (
    Activiteit,
    Doel,
    Onderwerp,
    Opgave,
    Programma,
    Programmalijn,
    Rapportageronde,
    Realisatie,
    Teamlid,
    Toelichting,
)
from ..models.programma import SCHRIJVERS
from .doelen import ended_since, is_of_year


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """`rijen` are the activiteiten in the order of the report, `elders` {activiteit: its earlier row}.

    `doelen` are those of the year of the round, `geeindigd` those of which it asks the eindstand; both empty
    while the peildatum is not known.
    """

    vorige: Rapportageronde | None
    open_rondes: tuple[Rapportageronde, ...]
    rijen: tuple[Activiteit, ...]
    elders: dict[int, Realisatie]
    doelen: tuple[Doel, ...]
    geeindigd: tuple[Doel, ...]

    @property
    def gevraagd(self) -> list[Activiteit]:
        return [rij for rij in self.rijen if rij.pk not in self.elders]


def fetch_opening(
    programma: Programma, rondes: Iterable[Rapportageronde], *, peildatum: date | None, jaar: int | None
) -> Opening:
    """`rondes` are all rounds of the programme, oldest first."""
    rondes = list(rondes)
    eerder = [ronde for ronde in rondes if peildatum is None or ronde.peildatum < peildatum]
    vorige = eerder[-1] if eerder else None
    vorige_dag = vorige.peildatum if vorige else None
    doelen = fetch_doelen(programma, peildatum, vorige_dag) if peildatum else []
    return Opening(
        vorige=vorige,
        open_rondes=tuple(ronde for ronde in rondes if ronde.is_bewerkbaar),
        rijen=tuple(activiteiten_of(programma)),
        elders={
            activiteit: rij
            for activiteit, rij in fetch_vorige_rijen(programma, peildatum or date.max).items()
            if rij.opgave == Opgave.ELDERS
        },
        doelen=tuple(doel for doel in doelen if jaar is None or is_of_year(doel, jaar)),
        geeindigd=tuple(doel for doel in doelen if ended_since(doel, vorige_dag, peildatum)),
    )


def fetch_doelen(programma: Programma, peildatum: date, vorige: date | None) -> list[Doel]:
    doelen = Doel.objects.filter(programma=programma).gevraagd(peildatum=peildatum, vorige=vorige)
    return list(doelen.order_by(F("periode_tot").asc(nulls_last=True), "volgorde", "pk"))


def activiteiten_of(programma: Programma) -> QuerySet[Activiteit]:
    """What a new round reports on, in the order of the report."""
    return (
        Activiteit.objects.filter(programma=programma, gearchiveerd=False)
        .select_related("programma", "lijn", "ambitie", "onderdeel_van", "trekker__gebruiker")
        .order_by("lijn__volgorde", "lijn_id", "volgorde", "pk")
    )


def fetch_vorige_rijen(programma: Programma, voor: date) -> dict[int, Realisatie]:
    """{activiteit: its row in the latest round with a peildatum before `voor`}, in one query."""
    rijen = (
        Realisatie.objects.filter(ronde__programma=programma, ronde__peildatum__lt=voor)
        .select_related("elders_programma")
        .order_by("ronde__peildatum")
        .defer("tekst", "oordeel_oorzaak", "oordeel_gevolg", "oordeel_bijsturing")
    )
    return {rij.activiteit_id: rij for rij in rijen}


def fetch_vorige_trekkers(programma: Programma, voor: date) -> dict[tuple[int | None, str], Teamlid]:
    """{(lijn, onderwerp): of whom the latest round before `voor` asked that toelichting}.

    Who left the team is asked nothing any more.
    """
    rijen = (
        Toelichting.objects.filter(ronde__programma=programma, ronde__peildatum__lt=voor)
        .select_related("trekker__gebruiker", "trekker__programma")
        .order_by("ronde__peildatum")
        .defer("tekst")
    )
    laatste = {(rij.lijn_id, rij.onderwerp): rij.trekker for rij in rijen}
    return {plek: trekker for plek, trekker in laatste.items() if trekker and trekker.vult_in}


def toelichting_slots(programma: Programma) -> list[tuple[Programmalijn | None, Onderwerp]]:
    """(lijn or None, onderwerp) of every explanation a round asks for."""
    lijnen = Programmalijn.objects.filter(programma=programma, gearchiveerd=False).order_by("volgorde", "pk")
    per_lijn = [
        (lijn, onderwerp) for lijn in lijnen for onderwerp in (Onderwerp.VOORTGANG, Onderwerp.FINANCIEN)
    ]
    return [(None, Onderwerp.INLEIDING), *per_lijn]


def fetch_schrijvers(programma: Programma) -> list[Teamlid]:
    """Of whom something can be asked: who is in the team now and may write, by name."""
    leden = Teamlid.objects.filter(
        programma=programma, rol__in=SCHRIJVERS, actief=True, gebruiker__is_active=True
    )
    return list(leden.select_related("gebruiker", "programma").order_by("gebruiker__naam", "pk"))
