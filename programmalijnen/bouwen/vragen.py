"""What the open rounds ask of one person, and what waits for a manager."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from ..models import (
    Gebruiker,
    Invoerstaat,
    Programma,
    Rapportageronde,
    Rondestaat,
    Toelichting,
    Uitzondering,
)
from .invulling import TE_DOEN, Stand
from .losse import make_toelichtingrij
from .ophalen import ACTIVITEITEN, TOELICHTINGEN
from .werkrijen import Werkrij

OOIT = date.max


class Vraag(NamedTuple):
    """Something that one person is asked for; `soort` and `sleutel` as in Plek."""

    ronde: Rapportageronde
    soort: str
    sleutel: str
    titel: str
    plaats: str
    stand: Stand
    ontbreekt: tuple[str, ...]
    teruggeefreden: str

    @property
    def dringt(self) -> tuple[bool, date]:
        """What came back first, then what must be done soonest."""
        return self.stand != Stand.TERUGGEGEVEN, self.ronde.deadline or OOIT


def rondes_van(gebruiker: Gebruiker, programmas: Iterable[Programma], vandaag: date) -> QuerySet:
    """All rounds of these programmes; `mag_nog`: by an exception, though closed."""
    uitzondering = Uitzondering.objects.filter(
        ronde=OuterRef("pk"), teamlid__gebruiker=gebruiker, teamlid__actief=True, tot_en_met__gte=vandaag
    )
    return (
        Rapportageronde.objects.filter(programma__in=programmas)
        .annotate(mag_nog=Exists(uitzondering))
        .select_related("programma")
        .order_by("programma__naam", "programma_id", "peildatum")
    )


def takes_input(ronde: Rapportageronde) -> bool:
    """Of a round of `rondes_van`: whether this person can fill it in."""
    return ronde.is_bewerkbaar or (ronde.mag_nog and ronde.staat == Rondestaat.GESLOTEN)


def fetch_vragen(per_ronde: Mapping[Rapportageronde, list[Werkrij]], gebruiker: Gebruiker) -> list[Vraag]:
    """What is asked of `gebruiker` and not done, what presses most first; one query more."""
    rijen = [rij for van_ronde in per_ronde.values() for rij in van_ronde if rij.aan_mij]
    vragen = [vraag_van_werkrij(rij) for rij in rijen] + fetch_toelichtingvragen(per_ronde, gebruiker)
    return sorted(vragen, key=lambda vraag: vraag.dringt)


def vraag_van_werkrij(rij: Werkrij) -> Vraag:
    return Vraag(
        ronde=rij.ronde,
        soort=ACTIVITEITEN,
        sleutel=rij.sleutel,
        titel=rij.titel,
        plaats=f"{rij.lijncode} {rij.lijntitel}",
        stand=rij.stand,
        ontbreekt=rij.ontbreekt,
        teruggeefreden=rij.teruggeefreden,
    )


def fetch_toelichtingvragen(rondes: Iterable[Rapportageronde], gebruiker: Gebruiker) -> list[Vraag]:
    per_pk = {ronde.pk: ronde for ronde in rondes}
    rijen = Toelichting.objects.filter(ronde__in=per_pk, trekker__gebruiker=gebruiker)
    vragen = []
    for rij in rijen.select_related("lijn", "trekker__gebruiker").order_by("lijn__volgorde", "pk"):
        ronde = per_pk[rij.ronde_id]
        los = make_toelichtingrij(ronde, rij)
        if los.invulling.stand in TE_DOEN:
            vragen.append(
                Vraag(
                    ronde=ronde,
                    soort=TOELICHTINGEN,
                    sleutel=los.sleutel,
                    titel=los.titel,
                    plaats=los.plaats,
                    stand=los.invulling.stand,
                    ontbreekt=los.invulling.ontbreekt,
                    teruggeefreden=los.teruggeefreden,
                )
            )
    return vragen


def count_ingediend(rondes: Iterable[Rapportageronde]) -> dict[int, int]:
    """{round: how many texts wait for approval}, by primary key; one query."""
    wacht = Q(realisaties__staat=Invoerstaat.INGEDIEND)
    toelichting = Q(toelichtingen__staat=Invoerstaat.INGEDIEND)
    aantallen = Rapportageronde.objects.filter(pk__in=[ronde.pk for ronde in rondes]).annotate(
        activiteiten=Count("realisaties", filter=wacht, distinct=True),
        teksten=Count("toelichtingen", filter=toelichting, distinct=True),
    )
    return {pk: een + twee for pk, een, twee in aantallen.values_list("pk", "activiteiten", "teksten")}
