"""Doelen: from rows to the facts of the rules. The one conversion, for a whole report and for one page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from ..models import Categorie, Doel, Indicator, Meting, Stapmelding, Tussenwaarde
from ..models import Streefwaarde as StreefwaardeRij
from ..regels import feiten
from ..regels.begrippen import (
    Doeltoestand,
    Relatiefsoort,
    Richting,
    Soort,
    Stap,
    Tussenverwachting,
    Vorm,
)
from ..regels.feiten import Doelfeiten, Meetwaarde
from .metingen import make_meetwaarden

MET_EINDSTAND = {Vorm.GETAL, Vorm.BANDBREEDTE, Vorm.RICHTING, Vorm.RELATIEF, Vorm.VERGELIJKING}
KLAAR = {Stap.GEREED, Stap.VERVALLEN}


class Doelrijen(Protocol):
    """What doelen rest on, by the primary key of their doel or indicator, each list in order of time."""

    @property
    def doelen(self) -> Sequence[Doel]: ...
    @property
    def streefwaarden(self) -> Mapping[int, list[StreefwaardeRij]]: ...
    @property
    def tussenwaarden(self) -> Mapping[int, list[Tussenwaarde]]: ...
    @property
    def stappen(self) -> Mapping[int, list[Stapmelding]]: ...
    @property
    def metingen(self) -> Mapping[int, list[Meting]]: ...
    @property
    def categorieen(self) -> Mapping[int, list[Categorie]]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class RijenVanDoelen:
    """The plainest Doelrijen."""

    doelen: Sequence[Doel]
    streefwaarden: Mapping[int, list[StreefwaardeRij]]
    tussenwaarden: Mapping[int, list[Tussenwaarde]]
    stappen: Mapping[int, list[Stapmelding]]
    metingen: Mapping[int, list[Meting]]
    categorieen: Mapping[int, list[Categorie]]


def make_feiten(rijen: Doelrijen, doel: Doel, *, niet_gerapporteerd: bool = False) -> Doelfeiten:
    """The facts of a doel as the rules want them."""
    indicator = doel.indicator
    metingen = meetwaarden(rijen, indicator)
    tussen = rijen.tussenwaarden.get(doel.pk, [])
    return Doelfeiten(
        vorm=Vorm(doel.vorm),
        omschrijving=doel.omschrijving,
        richting=Richting(doel.richting),
        toestand=Doeltoestand(doel.toestand),
        soort=Soort(indicator.soort) if indicator else Soort.NIET_VERMELD,
        eenheid=indicator.eenheid if indicator else "",
        decimalen=indicator.decimalen if indicator else 0,
        van=doel.periode_van,
        tot=doel.periode_tot,
        streefwaarden=tuple(map(make_streefwaarde, rijen.streefwaarden.get(doel.pk, []))),
        start=find_start(doel, metingen),
        tussenwaarden=make_tussenwaarden(tussen, is_fasering=False),
        fasering=make_tussenwaarden(tussen, is_fasering=True),
        tussenverwachting=Tussenverwachting(doel.tussenverwachting),
        marge=doel.marge,
        relatief=make_relatief(doel, rijen.streefwaarden.get(doel.pk, [])),
        metingen=metingen,
        vergelijking=meetwaarden(rijen, doel.vergelijkcijfer),
        categorieen_sluiten_uit=indicator.categorieen_sluiten_uit if indicator else None,
        stappen=tuple(map(make_stapmelding, rijen.stappen.get(doel.pk, []))),
        onderdelen=tuple(
            make_feiten(rijen, deel, niet_gerapporteerd=niet_gerapporteerd) for deel in parts_of(rijen, doel)
        ),
        elders=doel.elders,
        niet_gerapporteerd=niet_gerapporteerd,
    )


def meetwaarden(rijen: Doelrijen, indicator: Indicator | None) -> tuple[Meetwaarde, ...]:
    if indicator is None:
        return ()
    return make_meetwaarden(
        indicator, rijen.metingen.get(indicator.pk, []), rijen.categorieen.get(indicator.pk, [])
    )


def parts_of(rijen: Doelrijen, doel: Doel) -> list[Doel]:
    """The parts of a doel of the form samengesteld; a "daarvan" of another doel stays a doel of its own."""
    if doel.vorm != Vorm.SAMENGESTELD:
        return []
    return [ander for ander in rijen.doelen if ander.onderdeel_van_id == doel.pk]


def is_part(doel: Doel) -> bool:
    """Whether it is shown within another doel; a part of one in the archive stands by itself again."""
    heel = doel.onderdeel_van
    return heel is not None and heel.vorm == Vorm.SAMENGESTELD and not heel.gearchiveerd


def is_of_year(doel: Doel, jaar: int) -> bool:
    """Whether the doel's period holds some day of the year; without a period it holds every year."""
    return (doel.periode_van is None or doel.periode_van.year <= jaar) and (
        doel.periode_tot is None or doel.periode_tot.year >= jaar
    )


def ended_since(doel: Doel, vorige: date | None, peildatum: date) -> bool:
    """Whether a round asks for the eindstand: the period ended after the last round (rekenregels 3)."""
    return vorige is not None and doel.periode_tot is not None and vorige < doel.periode_tot <= peildatum


def has_eindstand(vorm: str, einde: date | None, peildatum: date) -> bool:
    """Whether a doel ended before the day, and its end is a value of an indicator."""
    return vorm in MET_EINDSTAND and einde is not None and einde < peildatum


def find_start(doel: Doel, metingen: tuple[Meetwaarde, ...]) -> Meetwaarde | None:
    """The measurement the doel points to; without one the rules take the indicator's nulmeting."""
    if doel.start_id is None:
        return None
    van, tot = doel.start.periode_van, doel.start.peildatum
    return next((m for m in metingen if (m.periode.van, m.periode.tot) == (van, tot)), None)


def make_streefwaarde(rij: StreefwaardeRij) -> feiten.Streefwaarde:
    return feiten.Streefwaarde(
        waarde=rij.waarde,
        laag=rij.laag,
        hoog=rij.hoog,
        vanaf=rij.vanaf,
        besluit=str(rij.besluit or ""),
        reden=rij.reden,
    )


def make_tussenwaarden(rijen: list[Tussenwaarde], *, is_fasering: bool) -> tuple[feiten.Tussenwaarde, ...]:
    return tuple(
        feiten.Tussenwaarde(datum=rij.datum, waarde=rij.waarde)
        for rij in rijen
        if rij.is_fasering is is_fasering
    )


def make_stapmelding(rij: Stapmelding) -> feiten.Stapmelding:
    return feiten.Stapmelding(peildatum=rij.peildatum, stap=Stap(rij.stap), woorden=rij.woorden)


def make_relatief(doel: Doel, versies: list[StreefwaardeRij]) -> feiten.Relatief | None:
    """ "+5%": the number of a relatief doel is its percentage, in the version in force."""
    if doel.vorm != Vorm.RELATIEF or not versies:
        return None
    return feiten.Relatief(
        soort=Relatiefsoort(doel.relatief_soort),
        percentage=versies[-1].waarde or Decimal(0),
        per_jaar=doel.relatief_per_jaar,
    )
