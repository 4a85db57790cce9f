"""The submitted texts of a round, to be read and approved line by line, with their figures."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F

from ..models import Invoerstaat, Meting, Opgave, Programmalijn, Rapportageronde, Realisatie, Toelichting
from .keuring import Gezien, gezien_van, titel_van
from .losse import HELE_PROGRAMMA
from .ophalen import MENSEN
from .vakken import print_meting

PROGRAMMA = "programma"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladkeuze:
    """A line that has submitted texts, or the programme itself, and how many."""

    sleutel: str
    naam: str
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TeKeuren:
    """One text as the page shows it; `cijfers` are (what, value, period)."""

    rij: Realisatie | Toelichting
    titel: str
    gezien: Gezien
    cijfers: tuple[tuple[str, str, str], ...] = ()


def fetch_bladen(ronde: Rapportageronde) -> list[Bladkeuze]:
    """Where there is something to approve, in report order; two queries."""
    aantallen: Counter[int | None] = Counter()
    for rijen in (ingediende_realisaties(ronde), ingediende_toelichtingen(ronde)):
        aantallen.update(rijen.values_list("lijn_id", flat=True))
    lijnen = {lijn.pk: lijn for lijn in Programmalijn.objects.filter(pk__in=set(aantallen) - {None})}
    volgorde = sorted(aantallen, key=lambda pk: (pk is not None, lijnen[pk].volgorde if pk else 0, pk or 0))
    return [
        Bladkeuze(
            sleutel=lijnen[pk].sleutel if pk else PROGRAMMA,
            naam=str(lijnen[pk]) if pk else HELE_PROGRAMMA,
            aantal=aantallen[pk],
        )
        for pk in volgorde
    ]


def ingediende_realisaties(ronde: Rapportageronde):
    return Realisatie.objects.filter(ronde=ronde, opgave=Opgave.HIER, staat=Invoerstaat.INGEDIEND)


def ingediende_toelichtingen(ronde: Rapportageronde):
    return Toelichting.objects.filter(ronde=ronde, staat=Invoerstaat.INGEDIEND)


def fetch_te_keuren(ronde: Rapportageronde, blad: Bladkeuze) -> list[TeKeuren]:
    """The texts of one line: what it says of itself first, then its activiteiten; three queries."""
    lijn = None if blad.sleutel == PROGRAMMA else blad.sleutel
    toelichtingen = ingediende_toelichtingen(ronde).select_related("ronde__programma", "lijn", *MENSEN)
    realisaties = ingediende_realisaties(ronde).in_rapportvolgorde().select_related("activiteit", *MENSEN)
    van_lijn = list(realisaties.filter(lijn__sleutel=lijn))
    cijfers = fetch_cijfers(ronde, [rij.activiteit_id for rij in van_lijn])
    rijen = [*toelichtingen.filter(lijn__sleutel=lijn).order_by(F("onderwerp").desc(), "pk"), *van_lijn]
    return [
        TeKeuren(
            rij=rij,
            titel=titel_van(rij),
            gezien=gezien_van(rij),
            cijfers=tuple(cijfers[getattr(rij, "activiteit_id", None)]),
        )
        for rij in rijen
    ]


def fetch_cijfers(
    ronde: Rapportageronde, activiteiten: Sequence[int]
) -> defaultdict[int | None, list[tuple[str, str, str]]]:
    """(what, value, period) of each value of this round, by activiteit."""
    metingen = Meting.objects.filter(
        indicator__activiteit__in=activiteiten, peildatum=ronde.peildatum, vervangen=False
    )
    per_activiteit: defaultdict[int | None, list[tuple[str, str, str]]] = defaultdict(list)
    gevonden = metingen.select_related("indicator", "categorie")
    for meting in gevonden.order_by("indicator__volgorde", "indicator_id", "categorie__volgorde", "pk"):
        deel = f": {meting.categorie.naam}" if meting.categorie else ""
        regel = (f"{meting.indicator.naam}{deel}", print_meting(meting, meting.indicator), meting.periode)
        per_activiteit[meting.indicator.activiteit_id].append(regel)
    return per_activiteit
