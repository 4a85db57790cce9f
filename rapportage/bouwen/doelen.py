"""Doelen: the facts of the rows judged, and the verdict put into a line of the report."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from dordt_monitor.opmaak import format_waarde
from programmalijnen.bouwen.doelen import is_of_year, make_feiten, parts_of
from programmalijnen.bouwen.metingen import print_waarde, round_to
from programmalijnen.bouwen.toetsing import make_toetsfeiten
from programmalijnen.models import Doel
from programmalijnen.models import Streefwaarde as StreefwaardeRij
from programmalijnen.regels.begrippen import Toestand, Vorm
from programmalijnen.regels.beoordelen import judge_doel
from programmalijnen.regels.feiten import Doelfeiten, Grenzen, Meetwaarde, Uitkomst
from programmalijnen.regels.toetsbaar import check_toetsbaar

from ..rapport import Doelregel, Stapregel, Startregel, Streefwaarderegel, Toetsregel, Toetsvraagregel
from .gegevens import Gegevens
from .metingen import uitsplitsing_regels
from .verbanden import visible_slug


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
    regel = print_doel(gegevens, doel, uitkomst, niet_gerapporteerd=niet_gerapporteerd)
    return replace(regel, toets=make_toetsregel(gegevens, doel, feiten))


def print_doel(gegevens: Gegevens, doel: Doel, uitkomst: Uitkomst, *, niet_gerapporteerd: bool) -> Doelregel:
    return Doelregel(
        **describe_afspraak(gegevens, doel),
        **describe_streefwaarde(gegevens, doel, uitkomst),
        **describe_meting(doel, uitkomst),
        **describe_voortgang(doel, uitkomst),
        koers=str(uitkomst.koers),
        koers_afgedrukt=uitkomst.koers_afgedrukt,
        reden=uitkomst.reden,
        telling=str(uitkomst.telling),
        waarom=uitkomst.waarom,
        stap=latest_stap(gegevens, doel),
        delen=make_doelregels(gegevens, parts_of(gegevens, doel), niet_gerapporteerd=niet_gerapporteerd),
    )


def describe_afspraak(gegevens: Gegevens, doel: Doel) -> dict[str, Any]:
    """What was agreed, in words."""
    jaar = gegevens.ronde.jaar
    return {
        "sleutel": doel.sleutel,
        "omschrijving": doel.omschrijving,
        "vorm": doel.vorm,
        "richting": doel.richting,
        "toestand": doel.toestand,
        "besluit": str(doel.besluit or ""),
        "doelperiode": doel.periode,
        "doel_van": doel.periode_van,
        "doel_tot": doel.periode_tot,
        "volgend_jaar": is_of_year(doel, jaar + 1) and not is_of_year(doel, jaar),
        "vindplaats": doel.vindplaats,
        "onderdeel_van": doel.onderdeel_van.sleutel if doel.onderdeel_van else "",
        "elders": doel.elders,
        "elders_programma": visible_slug(doel.elders_programma, doel.programma_id),
        "aanpak": doel.aanpak,
        "niveau": doel.niveau,
        "vergelijkcijfer": doel.vergelijkcijfer.sleutel if doel.vergelijkcijfer else "",
    }


def describe_streefwaarde(gegevens: Gegevens, doel: Doel, uitkomst: Uitkomst) -> dict[str, Any]:
    """The agreed number: the one the rules used, else (a doel that has yet to begin) its latest version.

    That of a relatief doel is a change and never stands as a streefwaarde.
    """
    eenheid, decimalen = unit_of(doel)
    versies = tuple(print_versie(rij, eenheid, decimalen) for rij in gegevens.streefwaarden.get(doel.pk, []))
    waarde, laag, hoog = uitkomst.streefwaarde, uitkomst.laag, uitkomst.hoog
    if waarde is None and laag is None and versies and doel.vorm != Vorm.RELATIEF:
        waarde, laag, hoog = versies[-1].waarde, versies[-1].laag, versies[-1].hoog
    return {
        "streefwaarde": waarde,
        "laag": laag,
        "hoog": hoog,
        "streefwaarde_afgedrukt": print_streefwaarde(waarde, laag, hoog, eenheid, decimalen),
        "streefwaarden": versies,
        "eenheid": eenheid,
        "decimalen": decimalen,
    }


def describe_meting(doel: Doel, uitkomst: Uitkomst) -> dict[str, Any]:
    """The measurement that counts; one known only by its categories prints no number of its own."""
    indicator, meting = doel.indicator, uitkomst.meting
    zonder_getal = indicator is None or (uitkomst.waarde is None and uitkomst.toestand == Toestand.GEMETEN)
    return {
        "indicator": indicator.sleutel if indicator else "",
        "waarde": uitkomst.waarde,
        "waarde_afgedrukt": ""
        if zonder_getal
        else print_waarde(uitkomst.waarde, indicator, uitkomst.precisie, str(uitkomst.toestand)),
        "waarde_toestand": str(uitkomst.toestand),
        "precisie": str(uitkomst.precisie),
        "periode": meting.periode.tekst if meting else "",
        "peildatum": meting.periode.tot if meting else None,
        "peildatum_tekst": uitkomst.peildatum_tekst,
        "bron": meting.bron if meting else (indicator.bron if indicator else ""),
        "uitsplitsing": uitsplitsing_regels(uitkomst.uitsplitsing, indicator),
    }


def describe_voortgang(doel: Doel, uitkomst: Uitkomst) -> dict[str, Any]:
    """Bereikt and expected, in numbers and in print."""
    verwacht = uitkomst.verwacht
    return {
        "start": print_start(uitkomst.start, doel),
        "verwacht": verwacht,
        "verwacht_afgedrukt": "" if verwacht is None else format_waarde(verwacht, *unit_of(doel)),
        "verhouding": uitkomst.verhouding,
        "bereikt": uitkomst.bereikt,
        "bereikt_afgedrukt": uitkomst.bereikt_afgedrukt,
        "aandeel_afgedrukt": uitkomst.aandeel_afgedrukt,
        "balk": uitkomst.balk,
        "verwacht_balk": uitkomst.verwacht_balk,
        "afgedrukt": uitkomst.afgedrukt,
    }


def unit_of(doel: Doel) -> tuple[str, int]:
    """The unit and the decimals of what is measured; without an indicator none."""
    return (doel.indicator.eenheid, doel.indicator.decimalen) if doel.indicator else ("", 0)


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


def make_toetsregel(gegevens: Gegevens, doel: Doel, feiten: Doelfeiten) -> Toetsregel | None:
    """None unless the programme chose to publish it, and for what can answer no question at all."""
    if not gegevens.ronde.programma.toon_toetsbaar:
        return None
    ambities = {rij.ambitie_id for rij in gegevens.realisaties}
    toets = check_toetsbaar(make_toetsfeiten(doel, feiten, ambities))
    woorden = {True: "ja", False: "nee", None: str(Toestand.NIET_VAN_TOEPASSING)}
    vragen = tuple(
        Toetsvraagregel(vraag=vraag.vraag, antwoord=woorden[vraag.antwoord]) for vraag in toets.vragen
    )
    return Toetsregel(ja=toets.ja, van=toets.van, vragen=vragen) if toets.van else None
