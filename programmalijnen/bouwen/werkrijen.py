"""The rows of the work list: what a round asks, of whom, and how far it is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..models import Gebruiker, Rapportageronde, Realisatie
from .invulling import NIETS, Stand, describe, fetch_ontbreekt
from .ophalen import previous_peildatum

STANDEN = tuple(Stand)


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkrij:
    """`volgorde` is the place in the report. `trekker` is a name, "" where nobody is."""

    pk: int
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

    @property
    def aan_mij(self) -> bool:
        """Whether it is asked of this person, who has not done it yet."""
        return self.van_mij and self.stand in (Stand.LEEG, Stand.DEELS)

    @property
    def stand_volgorde(self) -> int:
        return STANDEN.index(self.stand)


def fetch_werkrijen(ronde: Rapportageronde, gebruiker: Gebruiker) -> list[Werkrij]:
    """All rows of a round, what is asked of `gebruiker` first; five queries."""
    ontbreekt = fetch_ontbreekt(ronde, previous_peildatum(ronde))
    rijen = [
        make_werkrij(nummer, ronde, rij, ontbreekt, gebruiker)
        for nummer, rij in enumerate(select_werkvelden(Realisatie.objects.filter(ronde=ronde)))
    ]
    return sorted(rijen, key=lambda rij: not rij.aan_mij)


def select_werkvelden(realisaties):
    return realisaties.in_rapportvolgorde().values_list(
        "pk",
        "activiteit_id",
        "activiteit__sleutel",
        "titel",
        "groep",
        "schaal",
        "soort",
        "opgave",
        "staat",
        "tekst",
        "lijn__sleutel",
        "lijn__code",
        "lijn__titel",
        "activiteit__trekker__gebruiker_id",
        "activiteit__trekker__gebruiker__naam",
        named=True,
    )


def make_werkrij(nummer: int, ronde: Rapportageronde, rij, ontbreekt, gebruiker: Gebruiker) -> Werkrij:
    invulling = describe(
        opgave=rij.opgave,
        staat=rij.staat,
        tekst=rij.tekst,
        ontbreekt=ontbreekt.get(rij.activiteit_id, NIETS),
    )
    return Werkrij(
        pk=rij.pk,
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
        trekker=rij.activiteit__trekker__gebruiker__naam or "",
        van_mij=rij.activiteit__trekker__gebruiker_id == gebruiker.pk,
        stand=invulling.stand,
        ontbreekt=invulling.ontbreekt,
    )


def count_standen(rijen: Iterable[Werkrij]) -> dict[Stand, int]:
    """How many rows are in each Stand, in their order; only those there are."""
    aantallen = Counter(rij.stand for rij in rijen)
    return {stand: aantallen[stand] for stand in STANDEN if aantallen[stand]}
