"""What is fetched of other programmes for one report: their newest editions, and who names this one.

Nothing live of another programme is read but that it names this one; of a programme that is not openbaar not
even that (docs/adr, 11).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, Subquery

from programmalijnen.models import (
    Activiteit,
    Indicator,
    Opgave,
    Programma,
    Rapportageronde,
    Realisatie,
    Relatie,
    Rondestaat,
    Verwijzing,
)

from ..canoniek import from_json
from ..models import Editie, Lotgeval, Lotgevalsoort
from ..rapport import Rapport, Vermeldingregel

ELDERS = "elders gerapporteerd"

Ding = tuple[str, int]
"""("activiteit" or "indicator", primary key)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbanden:
    """`rapporten` are the newest editions of owners by slug.

    `onderdelen` are the sleutels of the parts of an activiteit that is referred to, by its primary key.
    `vermeldingen` say who names a thing of this programme, `van_anderen` who names the programme as a whole.
    """

    rapporten: dict[str, Rapport]
    onderdelen: dict[int, list[str]]
    vermeldingen: dict[Ding, tuple[Vermeldingregel, ...]]
    relaties: list[Relatie]
    van_anderen: tuple[Vermeldingregel, ...]


def fetch_verbanden(
    ronde: Rapportageronde, verwijzingen: Iterable[Verwijzing], bekend: Q, *, vandaag: date
) -> Verbanden:
    """`verwijzingen` are those of the round; an edition is public when it is so on `vandaag`."""
    relaties = Relatie.objects.filter(bekend)
    van_anderen = relaties.filter(
        Q(ander_programma=ronde.programma_id) | Q(andere_lijn__programma=ronde.programma_id),
        programma__openbaar=True,
    ).exclude(programma=ronde.programma_id)
    return Verbanden(
        rapporten=fetch_rapporten(ronde, {owner_of(rij) for rij in verwijzingen}, vandaag),
        onderdelen=fetch_onderdelen(verwijzingen),
        vermeldingen=fetch_vermeldingen(ronde, bekend),
        relaties=list(
            relaties.filter(programma=ronde.programma_id)
            .select_related("lijn", "ander_programma", "andere_lijn__programma")
            .order_by("volgorde", "pk")
        ),
        van_anderen=distinct(
            *(make_vermelding(rij, "relatie") for rij in ordered(van_anderen)), *fetch_elders(ronde)
        ),
    )


def thing_of(rij: Verwijzing) -> Activiteit | Indicator:
    return rij.activiteit or rij.indicator


def owner_of(rij: Verwijzing) -> Programma:
    return thing_of(rij).programma


def is_zichtbaar(ander: Programma | None, eigen: int) -> bool:
    """Whether a report of the programme with primary key `eigen` may name this one: itself, or openbaar."""
    return ander is not None and (ander.openbaar or ander.pk == eigen)


def visible_slug(ander: Programma | None, eigen: int) -> str:
    return ander.slug if ander is not None and is_zichtbaar(ander, eigen) else ""


def fetch_rapporten(
    ronde: Rapportageronde, eigenaren: Iterable[Programma], vandaag: date
) -> dict[str, Rapport]:
    """Of each other programme that is openbaar the newest public edition up to the peildatum; in one query.

    A programme of which that edition was withdrawn is left out.
    """
    anderen = [p.pk for p in eigenaren if p.openbaar and p.pk != ronde.programma_id]
    lotgevallen = Lotgeval.objects.filter(editie=OuterRef("pk")).order_by("-op", "-pk")
    openbaar_vanaf = lotgevallen.filter(soort=Lotgevalsoort.OPENBAAR).values("datum")[:1]
    edities = Editie.objects.alias(vanaf=Subquery(openbaar_vanaf)).filter(
        vanaf__lte=vandaag, ronde__peildatum__lte=ronde.peildatum
    )
    nieuwste = edities.filter(ronde__programma=OuterRef("pk")).order_by("-ronde__peildatum", "-versie")
    gelezen = Editie.objects.filter(
        pk__in=Programma.objects.filter(pk__in=anderen).values_list(Subquery(nieuwste.values("pk")[:1]))
    ).exclude(Exists(lotgevallen.filter(soort=Lotgevalsoort.INGETROKKEN)))
    return {
        slug: from_json(inhoud) for slug, inhoud in gelezen.values_list("ronde__programma__slug", "inhoud")
    }


def fetch_onderdelen(verwijzingen: Iterable[Verwijzing]) -> dict[int, list[str]]:
    """Where to look in a report that has no row for the whole; of what it does not have nothing is shown."""
    genoemd = [rij.activiteit_id for rij in verwijzingen if rij.activiteit_id]
    onderdelen = defaultdict(list)
    rijen = Activiteit.objects.filter(onderdeel_van__in=genoemd).order_by("volgorde", "pk")
    for ouder, sleutel in rijen.values_list("onderdeel_van", "sleutel"):
        onderdelen[ouder].append(sleutel)
    return onderdelen


def fetch_vermeldingen(ronde: Rapportageronde, bekend: Q) -> dict[Ding, tuple[Vermeldingregel, ...]]:
    programma = ronde.programma_id
    rijen = (
        Verwijzing.objects.filter(bekend)
        .filter(Q(activiteit__programma=programma) | Q(indicator__programma=programma))
        .filter(Q(programma=programma) | Q(programma__openbaar=True))
    )
    per_ding = defaultdict(list)
    for rij in ordered(rijen):
        ding = ("activiteit", rij.activiteit_id) if rij.activiteit_id else ("indicator", rij.indicator_id)
        per_ding[ding].append(make_vermelding(rij, "verwijzing"))
    return {ding: distinct(*regels) for ding, regels in per_ding.items()}


def fetch_elders(ronde: Rapportageronde) -> list[Vermeldingregel]:
    """The lines of others that say in an adopted round that this programme reports it."""
    rijen = Realisatie.objects.filter(
        elders_programma=ronde.programma_id,
        opgave=Opgave.ELDERS,
        ronde__staat=Rondestaat.VASTGESTELD,
        ronde__peildatum__lte=ronde.peildatum,
        ronde__programma__openbaar=True,
    ).exclude(ronde__programma=ronde.programma_id)
    rijen = rijen.select_related("ronde__programma", "lijn")
    rijen = rijen.order_by("ronde__programma__naam", "ronde__programma__slug", "lijn__volgorde", "pk")
    return [make_vermelding(rij, ELDERS) for rij in rijen]


def ordered(rijen):
    """By programme and line, as a reader expects them."""
    return rijen.select_related("programma", "lijn").order_by(
        "programma__naam", "programma__slug", "lijn__volgorde", "volgorde", "pk"
    )


def make_vermelding(rij: Verwijzing | Relatie | Realisatie, soort: str) -> Vermeldingregel:
    return Vermeldingregel(
        programma=rij.programma.slug,
        naam=rij.programma.naam,
        lijn=rij.lijn.code if rij.lijn else "",
        soort=soort,
        zekerheid=getattr(rij, "zekerheid", ""),
    )


def distinct(*regels: Vermeldingregel) -> tuple[Vermeldingregel, ...]:
    """Each once: a line may name the same thing in several words."""
    return tuple(dict.fromkeys(regels))
