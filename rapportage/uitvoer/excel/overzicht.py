"""The sheet Overzicht: the report on a page, every figure as a value for viewers that do not calculate."""

from openpyxl import Workbook

from dordt_monitor.opmaak import format_datum

from ...grafieken import lijnen_grafiek, oordelen_grafiek, tellingen_grafiek
from ...rapport import Financien, Mijlpaalregel, Rapport, Tel, Tellingen
from ..geldwoorden import BEREKEND, GEEN_BEDRAGEN, GEEN_TOTAAL
from .blad import Blad, Waarde
from .cellen import Cel
from .grafiekblok import add_grafieken
from .kolom import Kolom
from .naamstrook import Naamstrook
from .stijlen import GEHEEL, HEFBOOM, Stijl, bedragformaat

GRAFIEKREEKS = 2
NIET_VERMELD = "niet vermeld wat ervan is geworden"


def kolommen(rapport: Rapport) -> tuple[Kolom, ...]:
    return (
        Kolom(rapport.programma.lijn_enkelvoud.capitalize(), 54),
        Kolom("Activi-\nteiten", 14, is_getal=True),
        Kolom("waarvan\nbeoordeeld", 14, is_getal=True),
        Kolom("Doelen", 14, is_getal=True),
        Kolom("waarvan\nmet koers", 14, is_getal=True),
        Kolom("Beschikbaar", 18, is_getal=True),
        Kolom("waarvan elders\nverantwoord", 18, is_getal=True),
        Kolom("Hefboom", 17, is_getal=True),
        Kolom("Totaal in\nde bron", 18, is_getal=True),
    )


def write_overzicht(boek: Workbook, rapport: Rapport, strook: Naamstrook) -> None:
    titel = f"{rapport.programma.naam} {rapport.programma.ondertitel}".strip()
    blad = Blad(boek, "Overzicht", titel, kolommen(rapport), strook)
    for lijn in rapport.lijnen:
        cijfers = (*count_cells(lijn.tellingen), *money_cells(lijn.financien))
        blad.add(f"{lijn.code} {lijn.titel}", *cijfers, sleutel=lijn.sleutel)
    blad.add(
        Cel("Hele programma", Stijl.LABEL),
        *count_cells(rapport.tellingen, Stijl.TOTAAL),
        *money_cells(rapport.financien, Stijl.TOTAAL),
    )
    blad.add_text("Peildatum", f"{format_datum(rapport.peildatum)} ({rapport.ronde.label})")
    write_piles(blad, "Stand van de doelen", rapport.tellingen.doelen)
    write_oordelen(blad, rapport.tellingen)
    for toelichting in rapport.toelichtingen:
        if toelichting.tekst:
            blad.add_text(toelichting.onderwerp.capitalize(), toelichting.tekst, toelichting.sleutel)
    write_planning(blad, rapport)
    over_doelen, over_activiteiten = tellingen_grafiek(rapport.tellingen), oordelen_grafiek(rapport.tellingen)
    add_grafieken(blad, (over_doelen, over_activiteiten, lijnen_grafiek(rapport)), reeks=GRAFIEKREEKS)


def count_cells(tellingen: Tellingen, stijl: Stijl = Stijl.GETAL) -> tuple[Cel, ...]:
    aantallen = (
        tellingen.aantal_activiteiten,
        tellingen.beoordeeld,
        tellingen.aantal_doelen,
        tellingen.met_koers,
    )
    return tuple(Cel(aantal, stijl, GEHEEL) for aantal in aantallen)


def money_cells(financien: Financien, stijl: Stijl = Stijl.GETAL) -> tuple[Cel, ...]:
    """Total, elsewhere, hefboom and the total a source prints; what is not there is said in words."""
    if financien.totaal is None:
        return (Cel(GEEN_TOTAAL if financien.groepen else GEEN_BEDRAGEN, Stijl.BIJ), *[Cel(None, stijl)] * 3)
    gedrukt = financien.totaal_gedrukt
    return (
        Cel(financien.totaal, stijl, bedragformaat(financien.totaal, financien.totaal_precisie)),
        Cel("niets", stijl)
        if not financien.waarvan_elders
        else Cel(financien.waarvan_elders, stijl, bedragformaat(financien.waarvan_elders)),
        Cel("niet te berekenen", stijl)
        if financien.hefboom is None
        else Cel(financien.hefboom, stijl, HEFBOOM),
        Cel(BEREKEND, stijl) if gedrukt is None else Cel(gedrukt, stijl, bedragformaat(gedrukt)),
    )


def write_piles(blad: Blad, kop: str, tellen: tuple[Tel, ...]) -> None:
    if tellen:
        blad.add_group(kop)
    for tel in tellen:
        blad.add(tel.naam or "nog niet beoordeeld", Cel(tel.aantal, Stijl.GETAL, GEHEEL))


def write_oordelen(blad: Blad, tellingen: Tellingen) -> None:
    if tellingen.beoordeeld:
        write_piles(blad, "Oordeel over de activiteiten", tellingen.oordelen)
    else:
        blad.add_group("Oordeel over de activiteiten")
        blad.add_text("Nog niet beoordeeld", "In deze ronde is over geen activiteit een oordeel gegeven.")


def write_planning(blad: Blad, rapport: Rapport) -> None:
    if rapport.mijlpalen:
        blad.add_group("Planning")
    for mijlpaal in rapport.mijlpalen:
        blad.add_text(mijlpaal.titel, describe_mijlpaal(mijlpaal), mijlpaal.sleutel)


def describe_mijlpaal(mijlpaal: Mijlpaalregel) -> str:
    """The present planning first, and what it was before."""
    verschoven = mijlpaal.actueel and mijlpaal.actueel != mijlpaal.oorspronkelijk
    delen: list[Waarde] = [
        mijlpaal.actueel or mijlpaal.oorspronkelijk or "geen datum vermeld",
        NIET_VERMELD if mijlpaal.staat == "niet vermeld" else mijlpaal.staat,
        mijlpaal.groep,
        f"eerst: {mijlpaal.oorspronkelijk}" if verschoven and mijlpaal.oorspronkelijk else "",
        mijlpaal.reden,
        f"lijn {mijlpaal.lijn}" if mijlpaal.lijn else "",
    ]
    return "; ".join(str(deel) for deel in delen if deel)
