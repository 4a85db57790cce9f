"""All indicatoren of a report under their lines, also where a line names one that counts elsewhere."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .opzoeken import Plek, all_doelen, plekken
from .rapport import Doelregel, Indicatorregel, Lijnregel, Rapport, Verwijzingregel

INDICATOR = "indicator"


@dataclass(frozen=True, slots=True)
class Indicatorrij:
    """An indicator with all doelen it serves; with `verwijzing` it is only named here, not counted.

    `indicator` and `plek` are None for one of another programme: its verwijzing says what is known.
    """

    indicator: Indicatorregel | None
    plek: Plek | None
    doelen: tuple[Doelregel, ...] = ()
    verwijzing: Verwijzingregel | None = None


@dataclass(frozen=True, slots=True)
class Indicatorgroep:
    """The indicatoren of one line, those it names last; `lijn` None: of the programme itself."""

    lijn: Lijnregel | None
    rijen: tuple[Indicatorrij, ...]

    @property
    def code(self) -> str:
        return self.lijn.code if self.lijn else ""


def has_indicatoren(rapport: Rapport) -> bool:
    return any(plek.drager.indicatoren for plek in plekken(rapport))


def list_indicatoren(rapport: Rapport) -> tuple[Indicatorgroep, ...]:
    """In report order; a line that has and names none is left out."""
    eigen = {rij.indicator.sleutel: rij for rij in own_rijen(rapport)}
    groepen = (
        Indicatorgroep(lijn, (*rijen_of(eigen, lijn), *named_rijen(rapport, eigen, lijn)))
        for lijn in (None, *rapport.lijnen)
    )
    return tuple(groep for groep in groepen if groep.rijen)


def filter_doel(rijen: tuple[Indicatorrij, ...], doel: str | None) -> tuple[Indicatorrij, ...]:
    """Those "met" a doel, or "zonder"; otherwise all."""
    return tuple(rij for rij in rijen if not doel or bool(rij.doelen) == (doel == "met"))


def own_rijen(rapport: Rapport) -> Iterator[Indicatorrij]:
    doelen: dict[str, list[Doelregel]] = defaultdict(list)
    for plek in plekken(rapport):
        for doel in all_doelen(plek.drager):
            doelen[doel.indicator].append(doel)
    for plek in plekken(rapport):
        for indicator in plek.drager.indicatoren:
            yield Indicatorrij(indicator, plek, tuple(doelen[indicator.sleutel]))


def rijen_of(eigen: dict[str, Indicatorrij], lijn: Lijnregel | None) -> Iterator[Indicatorrij]:
    return (rij for rij in eigen.values() if rij.plek.lijn is lijn)


def named_rijen(
    rapport: Rapport, eigen: dict[str, Indicatorrij], lijn: Lijnregel | None
) -> Iterator[Indicatorrij]:
    for verwijzing in lijn.verwijzingen if lijn else ():
        if verwijzing.soort == INDICATOR:
            van_hier = verwijzing.eigenaar_programma == rapport.programma.slug
            gevonden = eigen.get(verwijzing.doel_sleutel) if van_hier else None
            yield replace(gevonden or Indicatorrij(None, None), verwijzing=verwijzing)
