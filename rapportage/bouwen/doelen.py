"""Doelen: from rows to the facts of the rules, and the verdict to a line of the report."""

from decimal import Decimal

from dordt_monitor.opmaak import format_waarde
from programmalijnen.models import Doel
from programmalijnen.models import Streefwaarde as StreefwaardeRij
from programmalijnen.regels.begrippen import (
    Doeltoestand,
    Precisie,
    Relatiefsoort,
    Richting,
    Soort,
    Stap,
    Tussenverwachting,
    Vorm,
)
from programmalijnen.regels.beoordelen import judge_doel
from programmalijnen.regels.feiten import (
    Doelfeiten,
    Grenzen,
    Meetwaarde,
    Relatief,
    Stapmelding,
    Streefwaarde,
    Tussenwaarde,
    Uitkomst,
)

from ..rapport import Doelregel, Startregel, Stapregel, Streefwaarderegel
from .gegevens import Gegevens
from .metingen import meetwaarden, print_waarde, round_to, uitsplitsing_regels


def make_doelregels(
    gegevens: Gegevens, doelen: list[Doel], *, niet_gerapporteerd: bool = False
) -> tuple[Doelregel, ...]:
    return tuple(make_doelregel(gegevens, doel, niet_gerapporteerd=niet_gerapporteerd) for doel in doelen)


def make_doelregel(gegevens: Gegevens, doel: Doel, *, niet_gerapporteerd: bool = False) -> Doelregel:
    """The line of one doel with its verdict on the round's peildatum; parts of samengesteld come with it."""
    ronde = gegevens.ronde
    feiten = make_feiten(gegevens, doel, niet_gerapporteerd=niet_gerapporteerd)
    uitkomst = judge_doel(
        feiten,
        peildatum=ronde.peildatum,
        grenzen=Grenzen(op_schema=ronde.programma.grens_op_schema, aandacht=ronde.programma.grens_aandacht),
        vorige=gegevens.vorige_peildatum,
    )
    return print_doel(gegevens, doel, uitkomst, niet_gerapporteerd=niet_gerapporteerd)


def make_feiten(gegevens: Gegevens, doel: Doel, *, niet_gerapporteerd: bool = False) -> Doelfeiten:
    """The facts of a doel as the rules want them."""
    indicator = doel.indicator
    metingen = tuple(meetwaarden(gegevens, indicator)) if indicator else ()
    tussen = gegevens.tussenwaarden.get(doel.pk, [])
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
        streefwaarden=make_streefwaarden(gegevens, doel),
        start=find_start(doel, metingen),
        tussenwaarden=tuple(
            Tussenwaarde(datum=t.datum, waarde=t.waarde) for t in tussen if not t.is_fasering
        ),
        fasering=tuple(Tussenwaarde(datum=t.datum, waarde=t.waarde) for t in tussen if t.is_fasering),
        tussenverwachting=Tussenverwachting(doel.tussenverwachting),
        marge=doel.marge,
        relatief=make_relatief(gegevens, doel),
        metingen=metingen,
        vergelijking=tuple(meetwaarden(gegevens, doel.vergelijkcijfer)) if doel.vergelijkcijfer_id else (),
        categorieen_sluiten_uit=indicator.categorieen_sluiten_uit if indicator else None,
        stappen=tuple(
            Stapmelding(peildatum=rij.peildatum, stap=Stap(rij.stap), woorden=rij.woorden)
            for rij in gegevens.stappen.get(doel.pk, [])
        ),
        onderdelen=tuple(
            make_feiten(gegevens, deel, niet_gerapporteerd=niet_gerapporteerd)
            for deel in parts_of(gegevens, doel)
        ),
        elders=doel.elders,
        niet_gerapporteerd=niet_gerapporteerd,
    )


def parts_of(gegevens: Gegevens, doel: Doel) -> list[Doel]:
    """The parts of a doel of the form samengesteld; a "daarvan" of another doel stays a doel of its own."""
    if doel.vorm != Vorm.SAMENGESTELD:
        return []
    return [ander for ander in gegevens.doelen if ander.onderdeel_van_id == doel.pk]


def is_part(doel: Doel) -> bool:
    return doel.onderdeel_van is not None and doel.onderdeel_van.vorm == Vorm.SAMENGESTELD


def find_start(doel: Doel, metingen: tuple[Meetwaarde, ...]) -> Meetwaarde | None:
    """The measurement the doel points to; without one the rules take the indicator's nulmeting."""
    if doel.start_id is None:
        return None
    return next((meting for meting in metingen if meting.periode.tot == doel.start.peildatum), None)


def make_streefwaarden(gegevens: Gegevens, doel: Doel) -> tuple[Streefwaarde, ...]:
    """The versions of the number; that of a relatief doel is a percentage and stands in its Relatief."""
    if doel.vorm == Vorm.RELATIEF:
        return ()
    return tuple(map(make_streefwaarde, gegevens.streefwaarden.get(doel.pk, [])))


def make_streefwaarde(rij: StreefwaardeRij) -> Streefwaarde:
    return Streefwaarde(
        waarde=rij.waarde,
        laag=rij.laag,
        hoog=rij.hoog,
        precisie=Precisie(rij.precisie),
        vanaf=rij.vanaf,
        besluit=str(rij.besluit or ""),
        reden=rij.reden,
    )


def make_relatief(gegevens: Gegevens, doel: Doel) -> Relatief | None:
    """ "+5%": the number of a relatief doel is its percentage, in the version in force."""
    versies = gegevens.streefwaarden.get(doel.pk, [])
    if doel.vorm != Vorm.RELATIEF or not versies:
        return None
    return Relatief(
        soort=Relatiefsoort(doel.relatief_soort),
        percentage=versies[-1].waarde or Decimal(0),
        per_jaar=doel.relatief_per_jaar,
    )


def print_doel(gegevens: Gegevens, doel: Doel, uitkomst: Uitkomst, *, niet_gerapporteerd: bool) -> Doelregel:
    indicator = doel.indicator
    eenheid, decimalen = (indicator.eenheid, indicator.decimalen) if indicator else ("", 0)
    meting = uitkomst.meting
    return Doelregel(
        sleutel=doel.sleutel,
        omschrijving=doel.omschrijving,
        vorm=doel.vorm,
        richting=doel.richting,
        toestand=doel.toestand,
        besluit=str(doel.besluit or ""),
        doelperiode=doel.periode,
        doel_van=doel.periode_van,
        doel_tot=doel.periode_tot,
        indicator=indicator.sleutel if indicator else "",
        streefwaarde=uitkomst.streefwaarde,
        laag=uitkomst.laag,
        hoog=uitkomst.hoog,
        streefwaarde_afgedrukt=print_streefwaarde(
            uitkomst.streefwaarde, uitkomst.laag, uitkomst.hoog, eenheid, decimalen
        ),
        eenheid=eenheid,
        decimalen=decimalen,
        waarde=uitkomst.waarde,
        waarde_afgedrukt=print_waarde(uitkomst.waarde, indicator, uitkomst.precisie, str(uitkomst.toestand)),
        waarde_toestand=str(uitkomst.toestand),
        precisie=str(uitkomst.precisie),
        periode=meting.periode.tekst if meting else "",
        peildatum=meting.periode.tot if meting else None,
        peildatum_tekst=uitkomst.peildatum_tekst,
        start=print_start(uitkomst.start, doel),
        verwacht=uitkomst.verwacht,
        verwacht_afgedrukt=format_waarde(uitkomst.verwacht, eenheid, decimalen)
        if uitkomst.verwacht is not None
        else "",
        verhouding=uitkomst.verhouding,
        bereikt=uitkomst.bereikt,
        bereikt_afgedrukt=uitkomst.bereikt_afgedrukt,
        aandeel_afgedrukt=uitkomst.aandeel_afgedrukt,
        balk=uitkomst.balk,
        verwacht_balk=uitkomst.verwacht_balk,
        afgedrukt=uitkomst.afgedrukt,
        koers=str(uitkomst.koers),
        koers_afgedrukt=uitkomst.koers_afgedrukt,
        reden=uitkomst.reden,
        telling=str(uitkomst.telling),
        waarom=uitkomst.waarom,
        uitsplitsing=uitsplitsing_regels(uitkomst.uitsplitsing, indicator),
        bron=meting.bron if meting else (indicator.bron if indicator else ""),
        vindplaats=doel.vindplaats,
        onderdeel_van=doel.onderdeel_van.sleutel if doel.onderdeel_van else "",
        elders=doel.elders,
        elders_programma=doel.elders_programma.slug if doel.elders_programma else "",
        stap=latest_stap(gegevens, doel),
        streefwaarden=tuple(
            print_versie(rij, eenheid, decimalen) for rij in gegevens.streefwaarden.get(doel.pk, [])
        ),
        delen=make_doelregels(gegevens, parts_of(gegevens, doel), niet_gerapporteerd=niet_gerapporteerd),
        volgend_jaar=is_of_year(doel, gegevens.ronde.jaar + 1) and not is_of_year(doel, gegevens.ronde.jaar),
        aanpak=doel.aanpak,
    )


def is_of_year(doel: Doel, jaar: int) -> bool:
    """Whether the doel's period holds some day of the year; without a period it holds every year."""
    return (doel.periode_van is None or doel.periode_van.year <= jaar) and (
        doel.periode_tot is None or doel.periode_tot.year >= jaar
    )


def print_streefwaarde(
    waarde: Decimal | None, laag: Decimal | None, hoog: Decimal | None, eenheid: str, decimalen: int
) -> str:
    if waarde is not None:
        return format_waarde(waarde, eenheid, decimalen)
    if laag is None or hoog is None:
        return ""
    return f"{format_waarde(laag, eenheid, decimalen)} tot {format_waarde(hoog, eenheid, decimalen)}"


def print_versie(rij: StreefwaardeRij, eenheid: str, decimalen: int) -> Streefwaarderegel:
    waarde, laag, hoog = (round_to(getal, decimalen) for getal in (rij.waarde, rij.laag, rij.hoog))
    return Streefwaarderegel(
        waarde=waarde,
        laag=laag,
        hoog=hoog,
        afgedrukt=print_streefwaarde(waarde, laag, hoog, eenheid, decimalen),
        vanaf=rij.vanaf,
        besluit=str(rij.besluit or ""),
        reden=rij.reden,
    )


def print_start(start: Meetwaarde | None, doel: Doel) -> Startregel | None:
    if start is None:
        return None
    return Startregel(
        waarde=start.waarde,
        afgedrukt=print_waarde(start.waarde, doel.indicator, start.precisie, str(start.toestand)),
        periode=start.periode.tekst,
        peildatum=start.periode.tot,
    )


def latest_stap(gegevens: Gegevens, doel: Doel) -> Stapregel | None:
    meldingen = gegevens.stappen.get(doel.pk, [])
    if not meldingen:
        return None
    return Stapregel(
        stap=meldingen[-1].stap, woorden=meldingen[-1].woorden, peildatum=meldingen[-1].peildatum
    )
