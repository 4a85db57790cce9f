"""The sheet of a programmalijn, in the order and columns of the report; sub-lines follow on the same one."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from openpyxl import Workbook

from dordt_monitor.opmaak import format_datum

from ...grafieken import doelen_grafiek
from ...rapport import Activiteitregel, Ambitieregel, Berichtregel, Doelregel, Lijnregel, Rapport
from ...vormen import Vorm
from ..geldwoorden import GEEN_BEDRAGEN, describe_financien
from .activiteitblok import describe_tijdspad, walk, write_activiteiten
from .blad import Blad
from .doelrijen import doel_rows
from .grafiekblok import add_grafieken
from .kolom import Kolom, fit
from .lijnvolgorde import order_blokken
from .naamstrook import Naamstrook

# The column, from 1, where the figures of a chart begin.
GRAFIEKREEKS = 3
PROGRAMMABLAD = "Hele programma"
EIGEN_DOELEN = "Doelen van deze lijn"
VERWIJZINGEN = "Hoort hier ook bij"
ANDER = "een ander programma"
AFGELOPEN = "Doelen die sinds de vorige ronde afliepen"

# What doelen can hang on.
Plek = Rapport | Lijnregel | Ambitieregel | Activiteitregel


def kolommen(vorm: Vorm, plekken: Iterable[Plek]) -> tuple[Kolom, ...]:
    return (
        Kolom(vorm.koppen.activiteit, 23),
        Kolom(vorm.koppen.doel, 29),
        Kolom("Streefwaarde", 14, is_getal=True),
        Kolom("Waarde", fit(14, printed_values(plekken)), is_getal=True),
        Kolom("Eenheid", 17),
        Kolom("Gemeten over", 14),
        Kolom("Verwacht", 11, is_getal=True),
        Kolom("Bereikt", 11, is_getal=True),
        Kolom("Koers", 19),
        Kolom(vorm.koppen.realisatie, 48),
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
    boek: Workbook, naam: str, rapport: Rapport, lijnen: Sequence[Lijnregel], strook: Naamstrook, vorm: Vorm
) -> None:
    """`lijnen` are a line and the lines under it; `vorm` has its words filled in."""
    hoofd = lijnen[0]
    titel = f"{rapport.programma.lijn_enkelvoud.capitalize()} {hoofd.code}: {hoofd.titel}"
    blad = Blad(boek, naam, titel, kolommen(vorm, places_of(lijnen)), strook)
    for lijn in lijnen:
        if lijn is not hoofd:
            blad.add_group(f"{lijn.code} {lijn.titel}", lijn.sleutel)
        write_lijn(blad, vorm, lijn)


def write_programmablad(boek: Workbook, rapport: Rapport, strook: Naamstrook, vorm: Vorm) -> None:
    """The doelen of the programme itself; no sheet when it has none."""
    if not (rapport.doelen or rapport.doelen_volgend_jaar or rapport.doelen_afgelopen):
        return
    blad = Blad(boek, PROGRAMMABLAD, "Doelen van het hele programma", kolommen(vorm, [rapport]), strook)
    write_doelen(blad, f"Doelen {rapport.ronde.jaar}", "", rapport.doelen)
    write_doelen(blad, AFGELOPEN, "", rapport.doelen_afgelopen)
    write_doelen(blad, vorm.koppen.volgend_jaar, "", rapport.doelen_volgend_jaar)


def write_lijn(blad: Blad, vorm: Vorm, lijn: Lijnregel) -> None:
    for blok, kop in order_blokken(vorm).items():
        BLOKKEN[blok](blad, vorm, lijn, kop)
    add_grafieken(blad, (doelen_grafiek(lijn),), reeks=GRAFIEKREEKS)


def write_doelstelling(blad: Blad, vorm: Vorm, lijn: Lijnregel, kop: str) -> None:
    if lijn.doelstelling:
        blad.add_text(kop or "Doelstelling", lijn.doelstelling, lijn.sleutel)
    if lijn.portefeuillehouder:
        blad.add_text("Portefeuillehouder", lijn.portefeuillehouder)


def write_toelichtingen(blad: Blad, vorm: Vorm, lijn: Lijnregel, kop: str) -> None:
    for toelichting in lijn.toelichtingen:
        if toelichting.tekst:
            blad.add_text(f"Toelichting: {toelichting.onderwerp}", toelichting.tekst, toelichting.sleutel)


def write_ambities(blad: Blad, vorm: Vorm, lijn: Lijnregel, kop: str) -> None:
    for ambitie in lijn.ambities:
        write_ambitie(blad, vorm, ambitie)


def write_doelen(blad: Blad, kop: str, van: str, doelen: Iterable[Doelregel]) -> None:
    """Doelen that stand by themselves, with in the first column of whom they are."""
    rijen = [rij for doel in doelen for rij in doel_rows(doel)]
    if rijen and kop:
        blad.add_group(kop)
    for nummer, (sleutel, rij) in enumerate(rijen):
        blad.add(van if nummer == 0 else None, *rij, sleutel=sleutel)


def write_ambitie(blad: Blad, vorm: Vorm, ambitie: Ambitieregel) -> None:
    blad.add_group(f"{vorm.koppen.ambitie} {ambitie.titel}", ambitie.sleutel)
    tijdspad = describe_tijdspad(ambitie.tijdspad)
    if tijdspad:
        blad.add_text("", tijdspad)
    write_doelen(blad, "", vorm.koppen.resultaat, ambitie.doelen)


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


def write_verwijzingen(blad: Blad, vorm: Vorm, lijn: Lijnregel, kop: str) -> None:
    if lijn.verwijzingen:
        blad.add_group(f"{kop or VERWIJZINGEN} (wordt elders bijgehouden)")
    for rij in lijn.verwijzingen:
        eigenaar = " ".join(
            filter(None, (rij.eigenaar_naam or rij.eigenaar_programma or ANDER, rij.eigenaar_lijn))
        )
        delen = (f"telt bij: {eigenaar}", rij.tijdspad, "" if rij.zekerheid == "zeker" else rij.zekerheid)
        blad.add_text(rij.titel, "; ".join(deel for deel in delen if deel), rij.sleutel)
        if rij.bericht:
            write_bericht(blad, rij.bericht)


def write_bericht(blad: Blad, bericht: Berichtregel) -> None:
    """What the owner reports of it, with where that was taken from; of an onderdeel with its name."""
    bron = f"Volgens {bericht.rapport}, peildatum {format_datum(bericht.peildatum)}"
    for deel in (bericht, *bericht.onderdelen):
        woorden = ". ".join(filter(None, (deel.realisatie.removesuffix("."), *deel.cijfers)))
        if woorden:
            blad.add_text(bron, woorden if deel is bericht else f"{deel.titel}: {woorden}")


def write_bereikt(blad: Blad, vorm: Vorm, lijn: Lijnregel, kop: str) -> None:
    blad.add_group(kop)


def write_geld(blad: Blad, vorm: Vorm, lijn: Lijnregel, kop: str) -> None:
    woorden = describe_financien(lijn.financien)
    if woorden != GEEN_BEDRAGEN:
        blad.add_text(f"{kop or vorm.koppen.geld} (zie ook het blad)", woorden)


# What a sheet tells of a line; each takes the form and the heading it gives (order_blokken).
BLOKKEN: dict[str, Callable[[Blad, Vorm, Lijnregel, str], None]] = {
    "doelstelling": write_doelstelling,
    "doelen": lambda blad, vorm, lijn, kop: write_doelen(blad, kop or EIGEN_DOELEN, "", lijn.doelen),
    "ambities": write_ambities,
    "bereikt": write_bereikt,
    "activiteiten": lambda blad, vorm, lijn, kop: write_activiteiten(blad, lijn, op_soort=vorm.op_soort),
    "afgelopen": lambda blad, vorm, lijn, kop: write_with_owner(blad, AFGELOPEN, "doelen_afgelopen", lijn),
    "volgend_jaar": lambda blad, vorm, lijn, kop: write_with_owner(
        blad, kop or vorm.koppen.volgend_jaar, "doelen_volgend_jaar", lijn
    ),
    "verwijzingen": write_verwijzingen,
    "toelichtingen": write_toelichtingen,
    "geld": write_geld,
}
