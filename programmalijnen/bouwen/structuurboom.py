"""The programme as one tree to read: what stands where, what was agreed there, and what is in the archive."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import F

from ..models import (
    Activiteit,
    Ambitie,
    Besluit,
    Doel,
    Indicator,
    Mijlpaal,
    Mijlpaalstand,
    Programma,
    Programmalijn,
    Streefwaarde,
    Verwijzing,
)
from .structuurfeiten import feiten_of, labels_of, title_of

# More than this, and a line is closed until somebody opens it.
OVERZICHTELIJK = 40
SOORTEN = {
    Programmalijn: "lijnen",
    Ambitie: "ambities",
    Activiteit: "activiteiten",
    Doel: "doelen",
    Indicator: "indicatoren",
    Mijlpaal: "mijlpalen",
    Verwijzing: "verwijzingen",
    Besluit: "besluiten",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Knoop:
    """A row in the tree. `labels` are badges, `feiten` short facts behind the title; `groepen` hang below."""

    rij: models.Model
    titel: str
    labels: tuple[str, ...] = ()
    feiten: tuple[str, ...] = ()
    groepen: tuple["Knoopgroep", ...] = ()

    @property
    def soort(self) -> str:
        return SOORTEN[type(self.rij)]

    @property
    def lijnen(self) -> tuple["Knoop", ...]:
        """The lines below a line."""
        return next((groep.knopen for groep in self.groepen if groep.soort == "lijnen"), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Knoopgroep:
    """Rows of one kind that hang on the same place, in their own order."""

    naam: str
    soort: str
    knopen: tuple[Knoop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Boom:
    """`lijnen` are the trunks; `programma` is what hangs on the programme as a whole."""

    lijnen: tuple[Knoop, ...]
    programma: tuple[Knoopgroep, ...]
    archief: tuple[Knoop, ...]
    staat_open: bool


@dataclass(slots=True)
class Rijen:
    """All rows in use, by what they hang on: ("lijn", primary key) or the like, ("programma", 0)."""

    op: dict[tuple[str, int], dict[type[models.Model], list[models.Model]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    archief: list[models.Model] = field(default_factory=list)
    in_gebruik: set[tuple[str, int]] = field(default_factory=set)
    streefwaarden: dict[int, list[Streefwaarde]] = field(default_factory=lambda: defaultdict(list))
    standen: dict[int, Mijlpaalstand] = field(default_factory=dict)

    def hang(self, rij: models.Model, plekken: Iterable[tuple[str, int | None]]) -> None:
        """On the first place that is in use; what hung on something archived hangs on the programme."""
        plek = next((plek for plek in plekken if plek in self.in_gebruik), ("programma", 0))
        self.op[plek][type(rij)].append(rij)


def build_boom(programma: Programma) -> Boom:
    """A constant number of queries."""
    rijen = fetch_rijen(programma)
    alles = rijen.op[("programma", 0)]
    return Boom(
        lijnen=tuple(make_knoop(rijen, lijn) for lijn in alles.pop(Programmalijn, [])),
        programma=make_groepen(rijen, ("programma", 0)),
        archief=tuple(
            Knoop(rij=rij, titel=title_of(rij), labels=(rij._meta.verbose_name,)) for rij in rijen.archief
        ),
        staat_open=sum(len(op[Activiteit]) for op in rijen.op.values() if Activiteit in op) <= OVERZICHTELIJK,
    )


def fetch_rijen(programma: Programma) -> Rijen:
    rijen = Rijen()
    lijnen, ambities, activiteiten, doelen = (
        split_archief(rijen, soort.objects.filter(programma=programma).select_related(*bij))
        for soort, bij in (
            (Programmalijn, ("ouder",)),
            (Ambitie, ()),
            (Activiteit, ("trekker__gebruiker", "voortgekomen_uit")),
            (Doel, ("indicator",)),
        )
    )
    for naam, soortrijen in (
        ("lijn", lijnen),
        ("ambitie", ambities),
        ("activiteit", activiteiten),
        ("doel", doelen),
    ):
        rijen.in_gebruik |= {(naam, rij.pk) for rij in soortrijen}
    for lijn in lijnen:
        rijen.hang(lijn, [("lijn", lijn.ouder_id)])
    for ambitie in ambities:
        rijen.hang(ambitie, [("lijn", ambitie.lijn_id)])
    for rij in activiteiten:
        rijen.hang(
            rij, [("activiteit", rij.onderdeel_van_id), ("ambitie", rij.ambitie_id), ("lijn", rij.lijn_id)]
        )
    for doel in doelen:
        rijen.hang(doel, [("doel", doel.onderdeel_van_id), *plekken_van(doel)])
    fetch_bijhorend(rijen, programma)
    return rijen


def fetch_bijhorend(rijen: Rijen, programma: Programma) -> None:
    """What hangs on the tree: indicatoren, mijlpalen, verwijzingen, besluiten, and the numbers of doelen."""
    for indicator in split_archief(rijen, Indicator.objects.filter(programma=programma)):
        rijen.hang(indicator, plekken_van(indicator))
    for mijlpaal in split_archief(rijen, Mijlpaal.objects.filter(programma=programma)):
        rijen.hang(mijlpaal, [("activiteit", mijlpaal.activiteit_id), ("lijn", mijlpaal.lijn_id)])
    verwijzingen = Verwijzing.objects.filter(programma=programma).select_related(
        "activiteit__programma", "indicator__programma"
    )
    for verwijzing in verwijzingen.order_by("volgorde", "pk"):
        rijen.hang(verwijzing, [("ambitie", verwijzing.ambitie_id), ("lijn", verwijzing.lijn_id)])
    for besluit in Besluit.objects.filter(programma=programma).order_by("volgorde", "pk"):
        rijen.hang(besluit, [])
    eerste_eerst = F("vanaf").asc(nulls_first=True)
    for versie in Streefwaarde.objects.filter(doel__programma=programma).order_by(eerste_eerst, "pk"):
        rijen.streefwaarden[versie.doel_id].append(versie)
    standen = Mijlpaalstand.objects.filter(mijlpaal__programma=programma).order_by("bekend_op", "pk")
    rijen.standen |= {stand.mijlpaal_id: stand for stand in standen}


def split_archief(rijen: Rijen, gevonden: models.QuerySet) -> list[Any]:
    """Those in use; the others go to the archive."""
    alle = list(gevonden.order_by("volgorde", "pk"))
    rijen.archief += [rij for rij in alle if rij.gearchiveerd]
    return [rij for rij in alle if not rij.gearchiveerd]


def plekken_van(rij: Doel | Indicator) -> list[tuple[str, int | None]]:
    return [("activiteit", rij.activiteit_id), ("ambitie", rij.ambitie_id), ("lijn", rij.lijn_id)]


GROEPEN: tuple[tuple[type[models.Model], str], ...] = (
    (Doel, "Doelen"),
    (Indicator, "Indicatoren"),
    (Ambitie, "Ambities"),
    (Activiteit, "Activiteiten"),
    (Mijlpaal, "Mijlpalen"),
    (Verwijzing, "Verwijzingen"),
    (Besluit, "Besluiten"),
    (Programmalijn, "Lijnen"),
)
ONDER_ZICHZELF = {Activiteit: "Onderdelen", Doel: "Onderdelen", Programmalijn: "Sublijnen"}
NAMEN = {Programmalijn: "lijn", Ambitie: "ambitie", Activiteit: "activiteit", Doel: "doel"}


def make_groepen(
    rijen: Rijen, plek: tuple[str, int], van: type[models.Model] | None = None
) -> tuple[Knoopgroep, ...]:
    op = rijen.op.get(plek, {})
    return tuple(
        Knoopgroep(
            naam=ONDER_ZICHZELF[soort] if soort is van else naam,
            soort=SOORTEN[soort],
            knopen=tuple(make_knoop(rijen, rij) for rij in op[soort]),
        )
        for soort, naam in GROEPEN
        if op.get(soort)
    )


def make_knoop(rijen: Rijen, rij: Any) -> Knoop:
    soort = type(rij)
    return Knoop(
        rij=rij,
        titel=title_of(rij),
        labels=labels_of(rij),
        feiten=feiten_of(rij, rijen.streefwaarden.get(rij.pk, ()), rijen.standen.get(rij.pk)),
        groepen=make_groepen(rijen, (NAMEN[soort], rij.pk), soort) if soort in NAMEN else (),
    )
