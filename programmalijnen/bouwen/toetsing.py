"""Toetsbaar?: from rows to the answers, of one doel and of a whole programme."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import F

from ..models import (
    Activiteit,
    Categorie,
    Doel,
    Meting,
    Programma,
    Programmalijn,
    Stapmelding,
    Streefwaarde,
    Tussenwaarde,
)
from ..models.werklijst import LOPEND
from ..regels.feiten import Doelfeiten
from ..regels.toetsbaar import VRAGEN, Toets, Toetsfeiten, check_toetsbaar
from .doelen import RijenVanDoelen, make_feiten
from .ophalen import group

BIJ_EEN_DOEL = (
    "programma",
    "indicator",
    "vergelijkcijfer",
    "start",
    "besluit",
    "onderdeel_van",
    "lijn",
    "ambitie__lijn",
    "activiteit__lijn",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsrij:
    """A doel, the line it falls under (None: the whole programme) and its answers."""

    doel: Doel
    lijn: Programmalijn | None
    toets: Toets

    @property
    def gaten(self) -> int:
        return self.toets.van - self.toets.ja

    @property
    def ontbreekt(self) -> frozenset[str]:
        """The names of the questions answered with no."""
        return frozenset(vraag.naam for vraag in self.toets.vragen if vraag.antwoord is False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraagtotaal:
    """How often one question was answered with yes, of the doelen to which it applies."""

    naam: str
    vraag: str
    ja: int
    van: int

    @property
    def open(self) -> int:
        return self.van - self.ja


def fetch_toetsrijen(programma: Programma) -> list[Toetsrij]:
    """Every doel in force of the programme, those with most gaps first."""
    doelen = list(
        Doel.objects.filter(programma=programma, toestand__in=LOPEND, gearchiveerd=False)
        .select_related(*BIJ_EEN_DOEL)
        .order_by("volgorde", "pk")
    )
    rijen, ambities = fetch_rijen(doelen), ambities_met_activiteit(programma)
    toetsrijen = [make_toetsrij(doel, make_feiten(rijen, doel), ambities) for doel in doelen]
    return sorted(toetsrijen, key=lambda rij: -rij.gaten)


def fetch_rijen(doelen: list[Doel]) -> RijenVanDoelen:
    """All that doelen rest on, whatever its day."""
    nodig = {pk for doel in doelen for pk in (doel.indicator_id, doel.vergelijkcijfer_id) if pk}
    versies = Streefwaarde.objects.filter(doel__in=doelen).select_related("besluit")
    metingen = Meting.objects.filter(indicator__in=nodig, vervangen=False).select_related("categorie")
    return RijenVanDoelen(
        doelen=doelen,
        streefwaarden=group(versies.order_by(F("vanaf").asc(nulls_first=True), "pk"), "doel_id"),
        tussenwaarden=group(Tussenwaarde.objects.filter(doel__in=doelen).order_by("datum", "pk"), "doel_id"),
        stappen=group(Stapmelding.objects.filter(doel__in=doelen).order_by("peildatum", "pk"), "doel_id"),
        metingen=group(metingen.order_by("peildatum", "categorie__volgorde", "pk"), "indicator_id"),
        categorieen=group(
            Categorie.objects.filter(indicator__in=nodig).order_by("volgorde", "pk"), "indicator_id"
        ),
    )


def ambities_met_activiteit(programma: Programma) -> set[int]:
    activiteiten = Activiteit.objects.filter(programma=programma, gearchiveerd=False, ambitie__isnull=False)
    return set(activiteiten.values_list("ambitie_id", flat=True))


def make_toetsrij(doel: Doel, feiten: Doelfeiten, ambities: Collection[int]) -> Toetsrij:
    return Toetsrij(
        doel=doel, lijn=lijn_of(doel), toets=check_toetsbaar(make_toetsfeiten(doel, feiten, ambities))
    )


def make_toetsfeiten(doel: Doel, feiten: Doelfeiten, ambities: Collection[int]) -> Toetsfeiten:
    """`ambities`: the primary keys of those that have an activiteit.

    The activiteit a doel hangs on is what is done for it, and its trekker owns it when nobody else is named.
    """
    activiteit = doel.activiteit
    met_activiteit = activiteit is not None or doel.ambitie_id in ambities
    trekker = "trekker" if activiteit is not None and activiteit.trekker_id else ""
    bronnen = (meting.bron for meting in reversed(feiten.metingen) if meting.bron)
    return Toetsfeiten(
        doel=feiten,
        heeft_indicator=doel.indicator_id is not None,
        eigenaar=doel.eigenaar or trekker,
        bron=(doel.indicator.bron if doel.indicator else "") or next(bronnen, ""),
        aanpak=doel.aanpak or ("activiteit" if met_activiteit else ""),
    )


def lijn_of(doel: Doel) -> Programmalijn | None:
    plek = doel.ambitie or doel.activiteit
    return plek.lijn if plek else doel.lijn


def count_vragen(rijen: Iterable[Toetsrij]) -> tuple[Vraagtotaal, ...]:
    """Each question over all rows."""
    per_vraag = zip(*(rij.toets.vragen for rij in rijen), strict=True)
    return tuple(
        Vraagtotaal(
            naam=antwoorden[0].naam,
            vraag=antwoorden[0].vraag,
            ja=sum(vraag.antwoord is True for vraag in antwoorden),
            van=sum(vraag.antwoord is not None for vraag in antwoorden),
        )
        for antwoorden in per_vraag
    )


def filter_toetsrijen(rijen: Iterable[Toetsrij], *, lijn: str, vraag: str) -> list[Toetsrij]:
    """Those of the line with that sleutel, on which that question fails; "" takes all."""
    return [
        rij
        for rij in rijen
        if (not lijn or (rij.lijn is not None and rij.lijn.sleutel == lijn))
        and (not vraag or vraag in rij.ontbreekt)
    ]


VRAAGNAMEN = tuple(vraag.naam for vraag in VRAGEN)
