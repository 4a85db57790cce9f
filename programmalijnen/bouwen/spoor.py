"""The trail as people read it: by act, newest first. A page costs the same number of queries at any size."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import Count, Max, QuerySet

from ..models import Gebruiker, Programma, Wijziging
from ..regels.handelingnamen import tell_gedaan
from .spoortitels import Titels, fetch_titels, models_by_soort
from .spoorwaarden import Veldregel, read_velden, referred

HANDELINGEN_PER_BLAD = 25
REGELS_PER_BLAD = 100
# An act of at most so many rows is told in the list itself; a longer one on its own page.
KORT = 6

# From programme, soort and sleutel to the address of the page of that object, "" where it has none.
Adres = Callable[[Programma | None, str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One changed row of an act; `nummer` is its place in the act."""

    nummer: int
    soort: str
    soortnaam: str
    sleutel: str
    titel: str
    adres: str
    aard: str
    velden: tuple[Veldregel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handelingkaart:
    """One act. `samenvatting`: "40 realisaties gewijzigd". `regels` is empty where there are too many."""

    id: UUID
    naam: str
    op: datetime
    door: Gebruiker | None
    reden: str
    aantal: int
    samenvatting: str
    regels: tuple[Regel, ...] = ()

    @property
    def titel(self) -> str:
        return tell_gedaan(self.naam)


def fetch_blad(wijzigingen: QuerySet[Wijziging], blad: str) -> Page:
    """A page of acts as {handeling, laatste, aantal} of the rows that pass; the first for a wrong number."""
    handelingen = (
        wijzigingen.values("handeling").annotate(laatste=Max("pk"), aantal=Count("pk")).order_by("-laatste")
    )
    return page_of(handelingen, blad, HANDELINGEN_PER_BLAD)


def page_of(rijen: QuerySet, blad: str, per_blad: int) -> Page:
    paginator = Paginator(rijen, per_blad)
    try:
        return paginator.page(blad)
    except InvalidPage:
        return paginator.page(1)


def fetch_kaarten(
    programma: Programma | None, wijzigingen: QuerySet[Wijziging], blad: Page, adres: Adres
) -> list[Handelingkaart]:
    """The acts of the page; short ones with their rows."""
    per_id = {rij["handeling"]: rij for rij in blad.object_list}
    tellingen = count_soorten(wijzigingen, list(per_id))
    kort = [naam for naam, rij in per_id.items() if rij["aantal"] <= KORT]
    rijen = list(wijzigingen.filter(handeling__in=kort).order_by("pk"))
    laatste = Wijziging.objects.filter(pk__in=[rij["laatste"] for rij in per_id.values()])
    koppen = {kop.handeling: kop for kop in laatste.select_related("door").defer("velden")}
    titels = fetch_titels(programma, (punt for rij in rijen for punt in referred(rij)))
    regels: dict[UUID, list[Regel]] = {}
    for rij in rijen:
        van_handeling = regels.setdefault(rij.handeling, [])
        van_handeling.append(make_regel(rij, len(van_handeling) + 1, programma, titels, adres))
    return [
        make_kaart(koppen[naam], per_id[naam]["aantal"], tellingen.get(naam, ""), regels.get(naam, ()))
        for naam in per_id
    ]


def count_soorten(wijzigingen: QuerySet[Wijziging], handelingen: list[UUID]) -> dict[UUID, str]:
    """By act "1 rapportageronde nieuw, 40 realisaties nieuw"; a number never ends a line."""
    delen: dict[UUID, list[str]] = {}
    geteld = (
        wijzigingen.filter(handeling__in=handelingen)
        .values("handeling", "soort", "aard")
        .annotate(aantal=Count("pk"))
        .order_by("aantal", "soort", "aard")
    )
    for rij in geteld:
        soortnaam = name_soort(rij["soort"], rij["aantal"])
        zin = f"{rij['aantal']}\N{NO-BREAK SPACE}{soortnaam} {rij['aard']}"
        delen.setdefault(rij["handeling"], []).append(zin)
    return {naam: ", ".join(zinnen) for naam, zinnen in delen.items()}


def name_soort(soort: str, aantal: int = 1) -> str:
    model = models_by_soort().get(soort)
    if model is None:
        return soort
    return str(model._meta.verbose_name if aantal == 1 else model._meta.verbose_name_plural)


def make_kaart(kop: Wijziging, aantal: int, samenvatting: str, regels: Iterable[Regel]) -> Handelingkaart:
    return Handelingkaart(
        id=kop.handeling,
        naam=kop.naam,
        op=kop.op,
        door=kop.door,
        reden=kop.reden,
        aantal=aantal,
        samenvatting=samenvatting,
        regels=tuple(regels),
    )


def make_regel(
    rij: Wijziging, nummer: int, programma: Programma | None, titels: Titels, adres: Adres
) -> Regel:
    return Regel(
        nummer=nummer,
        soort=rij.soort,
        soortnaam=name_soort(rij.soort),
        sleutel=rij.sleutel,
        titel=titels.of(rij.soort, rij.sleutel),
        adres="" if rij.aard == "verwijderd" else adres(programma, rij.soort, rij.sleutel),
        aard=rij.aard,
        velden=read_velden(rij, titels),
    )


def fetch_regels(
    programma: Programma | None, rijen: Iterable[Wijziging], adres: Adres, begin: int = 1
) -> Iterator[Regel]:
    """The rows of a page of one act, numbered from `begin`."""
    rijen = list(rijen)
    titels = fetch_titels(programma, (punt for rij in rijen for punt in referred(rij)))
    return (make_regel(rij, nummer, programma, titels, adres) for nummer, rij in enumerate(rijen, begin))
