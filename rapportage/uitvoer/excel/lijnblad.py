"""The sheet of a programmalijn, in the order and columns of the report; sub-lines follow on the same one."""

from collections.abc import Iterable, Iterator, Sequence

from openpyxl import Workbook

from ...grafieken import doelen_grafiek
from ...rapport import Activiteitregel, Ambitieregel, Doelregel, Lijnregel, Rapport
from ..geldwoorden import describe_financien
from .activiteitblok import describe_tijdspad, walk, write_activiteiten
from .blad import Blad
from .doelrijen import doel_rows
from .grafiekblok import add_grafieken
from .kolom import Kolom, fit
from .naamstrook import Naamstrook

# The column, from 1, where the figures of a chart begin.
GRAFIEKREEKS = 3
PROGRAMMABLAD = "Hele programma"
AFGELOPEN = "Doelen die sinds de vorige ronde afliepen"

# What doelen can hang on.
Plek = Rapport | Lijnregel | Ambitieregel | Activiteitregel


def kolommen(rapport: Rapport, plekken: Iterable[Plek]) -> tuple[Kolom, ...]:
    return (
        Kolom("Activiteit", 23),
        Kolom(f"Doel {rapport.ronde.jaar}", 29),
        Kolom("Streefwaarde", 14, is_getal=True),
        Kolom("Waarde", fit(14, printed_values(plekken)), is_getal=True),
        Kolom("Eenheid", 17),
        Kolom("Gemeten over", 14),
        Kolom("Verwacht", 11, is_getal=True),
        Kolom("Bereikt", 11, is_getal=True),
        Kolom("Koers", 19),
        Kolom(f"Realisatie {rapport.ronde.label}", 48),
        Kolom("Oordeel", 15),
    )


def places_of(lijnen: Iterable[Lijnregel]) -> Iterator[Plek]:
    for lijn in lijnen:
        yield lijn
        yield from lijn.ambities
        yield from (activiteit for activiteit, _ in walk(lijn.activiteiten))


def printed_values(plekken: Iterable[Plek]) -> Iterator[str]:
    """The values with their precision; a number that does not fit in its column shows as #####."""
    for plek in plekken:
        for doel in (*plek.doelen, *plek.doelen_afgelopen):
            yield from (deel.waarde_afgedrukt for deel in (doel, *doel.delen) if deel.waarde is not None)


def write_lijnblad(
    boek: Workbook, naam: str, rapport: Rapport, lijnen: Sequence[Lijnregel], strook: Naamstrook
) -> None:
    """`lijnen` are a line and the lines under it."""
    hoofd = lijnen[0]
    titel = f"{rapport.programma.lijn_enkelvoud.capitalize()} {hoofd.code}: {hoofd.titel}"
    blad = Blad(boek, naam, titel, kolommen(rapport, places_of(lijnen)), strook)
    for lijn in lijnen:
        if lijn is not hoofd:
            blad.add_group(f"{lijn.code} {lijn.titel}", lijn.sleutel)
        write_lijn(blad, rapport, lijn)


def write_programmablad(boek: Workbook, rapport: Rapport, strook: Naamstrook) -> None:
    """The doelen of the programme itself; no sheet when it has none."""
    if not (rapport.doelen or rapport.doelen_volgend_jaar or rapport.doelen_afgelopen):
        return
    blad = Blad(boek, PROGRAMMABLAD, "Doelen van het hele programma", kolommen(rapport, [rapport]), strook)
    write_doelen(blad, f"Doelen {rapport.ronde.jaar}", "", rapport.doelen)
    write_doelen(blad, AFGELOPEN, "", rapport.doelen_afgelopen)
    write_doelen(blad, f"Doelen {rapport.ronde.jaar + 1}", "", rapport.doelen_volgend_jaar)


def write_lijn(blad: Blad, rapport: Rapport, lijn: Lijnregel) -> None:
    if lijn.doelstelling:
        blad.add_text("Doelstelling", lijn.doelstelling, lijn.sleutel)
    if lijn.portefeuillehouder:
        blad.add_text("Portefeuillehouder", lijn.portefeuillehouder)
    write_doelen(blad, "Doelen van deze lijn", "", lijn.doelen)
    for ambitie in lijn.ambities:
        write_ambitie(blad, ambitie)
    write_activiteiten(blad, lijn)
    write_afgelopen(blad, lijn)
    write_volgend_jaar(blad, rapport, lijn)
    write_verwijzingen(blad, lijn)
    for toelichting in lijn.toelichtingen:
        if toelichting.tekst:
            blad.add_text(f"Toelichting: {toelichting.onderwerp}", toelichting.tekst, toelichting.sleutel)
    blad.add_text("Financiën (zie ook het blad)", describe_financien(lijn.financien))
    add_grafieken(blad, (doelen_grafiek(lijn),), reeks=GRAFIEKREEKS)


def write_doelen(blad: Blad, kop: str, van: str, doelen: Iterable[Doelregel]) -> None:
    """Doelen that stand by themselves, with in the first column of whom they are."""
    rijen = [rij for doel in doelen for rij in doel_rows(doel)]
    if rijen and kop:
        blad.add_group(kop)
    for nummer, (sleutel, rij) in enumerate(rijen):
        blad.add(van if nummer == 0 else None, *rij, sleutel=sleutel)


def write_ambitie(blad: Blad, ambitie: Ambitieregel) -> None:
    blad.add_group(f"Wat willen we bereiken? {ambitie.titel}", ambitie.sleutel)
    tijdspad = describe_tijdspad(ambitie.tijdspad)
    if tijdspad:
        blad.add_text("", tijdspad)
    write_doelen(blad, "", "Beoogd resultaat", ambitie.doelen)


def write_afgelopen(blad: Blad, lijn: Lijnregel) -> None:
    """Doelen that ended since the last round: what their end was."""
    write_with_owner(blad, AFGELOPEN, "doelen_afgelopen", lijn)


def write_volgend_jaar(blad: Blad, rapport: Rapport, lijn: Lijnregel) -> None:
    write_with_owner(blad, f"Doelen {rapport.ronde.jaar + 1}", "doelen_volgend_jaar", lijn)


def write_with_owner(blad: Blad, kop: str, veld: str, lijn: Lijnregel) -> None:
    plaatsen = [(lijn.titel, lijn), *((a.titel, a) for a in lijn.ambities)]
    plaatsen += [(activiteit.titel, activiteit) for activiteit, _ in walk(lijn.activiteiten)]
    gevuld = [(van, getattr(plek, veld)) for van, plek in plaatsen if getattr(plek, veld)]
    if gevuld:
        blad.add_group(kop)
    for van, doelen in gevuld:
        for doel in doelen:
            van_met_staat = van if doel.toestand == "afgesproken" else f"{van} ({doel.toestand})"
            write_doelen(blad, "", van_met_staat, (doel,))


def write_verwijzingen(blad: Blad, lijn: Lijnregel) -> None:
    if lijn.verwijzingen:
        blad.add_group("Hoort hier ook bij, wordt elders bijgehouden")
    for rij in lijn.verwijzingen:
        eigenaar = " ".join(deel for deel in (rij.eigenaar_programma, rij.eigenaar_lijn) if deel)
        delen = (f"eigenaar: {eigenaar}", rij.tijdspad, "" if rij.zekerheid == "zeker" else rij.zekerheid)
        blad.add_text(rij.titel, "; ".join(deel for deel in delen if deel), rij.sleutel)
