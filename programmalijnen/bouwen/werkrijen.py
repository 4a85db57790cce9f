"""The rows of the work list: what a round asks, of whom, and how far it is."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from django.db.models import QuerySet

from ..models import Gebruiker, Rapportageronde, Realisatie
from .invulling import HEEFT_TEKST, NIETS, TE_DOEN, Stand, Vakken, describe_rij, fetch_ontbreekt

STANDEN = tuple(Stand)


class Werkrij(NamedTuple):
    """`activiteit` is its primary key, `volgorde` the place in the report, `trekker` a name or ""."""

    pk: int
    activiteit: int
    volgorde: int
    ronde: Rapportageronde
    lijn: str
    lijncode: str
    lijntitel: str
    sleutel: str
    titel: str
    groep: str
    schaal: str
    soort: str
    trekker: str
    van_mij: bool
    stand: Stand
    ontbreekt: tuple[str, ...]
    teruggeefreden: str = ""

    @property
    def aan_mij(self) -> bool:
        """Whether it is asked of this person, who has not done it yet."""
        return self.van_mij and self.stand in TE_DOEN

    @property
    def dringt(self) -> int:
        """What comes first in a list: what came back to me, what is asked of me, the rest."""
        if not self.aan_mij:
            return 2
        return 0 if self.stand == Stand.TERUGGEGEVEN else 1

    @property
    def stand_volgorde(self) -> int:
        return STANDEN.index(self.stand)


def fetch_werkrijen(
    ronde: Rapportageronde, vorige: date | None, vakken: Vakken, gebruiker: Gebruiker
) -> list[Werkrij]:
    """All rows of a round, what presses `gebruiker` first; `vorige` is the last round's peildatum."""
    ontbreekt = fetch_ontbreekt(ronde, vorige, vakken)
    rijen = [
        make_werkrij(nummer, ronde, rij, ontbreekt, gebruiker)
        for nummer, rij in enumerate(select_werkvelden(Realisatie.objects.filter(ronde=ronde)))
    ]
    return sorted(rijen, key=attrgetter("dringt"))


def select_werkvelden(realisaties: QuerySet[Realisatie]) -> QuerySet:
    return (
        realisaties.in_rapportvolgorde()
        .annotate(heeft_tekst=HEEFT_TEKST)
        .values_list(
            "pk",
            "activiteit_id",
            "activiteit__sleutel",
            "titel",
            "groep",
            "schaal",
            "soort",
            "opgave",
            "staat",
            "heeft_tekst",
            "teruggeefreden",
            "lijn__sleutel",
            "lijn__code",
            "lijn__titel",
            "trekker__gebruiker_id",
            "trekker__gebruiker__naam",
            named=True,
        )
    )


def make_werkrij(nummer: int, ronde: Rapportageronde, rij, ontbreekt, gebruiker: Gebruiker) -> Werkrij:
    invulling = describe_rij(
        ronde=ronde,
        opgave=rij.opgave,
        staat=rij.staat,
        heeft_tekst=rij.heeft_tekst,
        ontbreekt=ontbreekt.get(rij.activiteit_id, NIETS),
    )
    return Werkrij(
        pk=rij.pk,
        activiteit=rij.activiteit_id,
        volgorde=nummer,
        ronde=ronde,
        lijn=rij.lijn__sleutel,
        lijncode=rij.lijn__code,
        lijntitel=rij.lijn__titel,
        sleutel=rij.activiteit__sleutel,
        titel=rij.titel,
        groep=rij.groep,
        schaal=rij.schaal,
        soort=rij.soort,
        trekker=rij.trekker__gebruiker__naam or "",
        van_mij=rij.trekker__gebruiker_id == gebruiker.pk,
        stand=invulling.stand,
        ontbreekt=invulling.ontbreekt,
        teruggeefreden=rij.teruggeefreden if invulling.stand == Stand.TERUGGEGEVEN else "",
    )


def count_standen(rijen: Iterable[Werkrij]) -> dict[Stand, int]:
    """How many rows are in each Stand, in their order; only those there are."""
    aantallen = Counter(rij.stand for rij in rijen)
    return {stand: aantallen[stand] for stand in STANDEN if aantallen[stand]}
