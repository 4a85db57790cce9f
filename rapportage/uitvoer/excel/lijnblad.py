"""The sheet of a programmalijn, in the order and columns of the report; sub-lines follow on the same one."""

from collections.abc import Iterable, Iterator, Sequence

from openpyxl import Workbook

from ...grafieken import doelen_grafiek
from ...rapport import Activiteitregel, Ambitieregel, Doelregel, Lijnregel, Rapport, Tijdspadregel
from ..geldwoorden import describe_financien
from ..woorden import GEEN_DOEL, oordeel_woorden, realisatie_woorden
from .blad import Blad, Blokrij, Kolom, Naamstrook, fit
from .cellen import Cel
from .doelrijen import doel_rows, indent
from .grafiekblok import add_grafieken
from .stijlen import Stijl

ACTIVITEIT, REALISATIE, OORDEEL = 0, 9, 10
# The column, from 1, where the figures of a chart begin.
GRAFIEKREEKS = 3


def kolommen(rapport: Rapport, lijnen: Iterable[Lijnregel]) -> tuple[Kolom, ...]:
    return (
        Kolom("Activiteit", 23),
        Kolom(f"Doel {rapport.ronde.jaar}", 29),
        Kolom("Streef-\nwaarde", 11, is_getal=True),
        Kolom("Waarde", fit(11, printed_values(lijnen)), is_getal=True),
        Kolom("Eenheid", 13),
        Kolom("Gemeten over", 14),
        Kolom("Verwacht", 11, is_getal=True),
        Kolom("Bereikt", 11, is_getal=True),
        Kolom("Koers", 19),
        Kolom(f"Realisatie {rapport.ronde.label}", 48),
        Kolom("Oordeel", 15),
    )


def printed_values(lijnen: Iterable[Lijnregel]) -> Iterator[str]:
    """The values with their precision; a number that does not fit in its column shows as #####."""
    for lijn in lijnen:
        plekken = (lijn, *lijn.ambities, *(activiteit for activiteit, _ in walk(lijn.activiteiten)))
        for plek in plekken:
            for doel in (*plek.doelen, *plek.doelen_afgelopen):
                yield from (deel.waarde_afgedrukt for deel in (doel, *doel.delen) if deel.waarde is not None)


def write_lijnblad(
    boek: Workbook, naam: str, rapport: Rapport, lijnen: Sequence[Lijnregel], strook: Naamstrook
) -> None:
    """`lijnen` are a line and the lines under it."""
    hoofd = lijnen[0]
    titel = f"{rapport.programma.lijn_enkelvoud.capitalize()} {hoofd.code}: {hoofd.titel}"
    blad = Blad(boek, naam, titel, kolommen(rapport, lijnen), strook)
    for lijn in lijnen:
        if lijn is not hoofd:
            blad.add_group(f"{lijn.code} {lijn.titel}", lijn.sleutel)
        write_lijn(blad, rapport, lijn)


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


def write_activiteiten(blad: Blad, lijn: Lijnregel) -> None:
    """The rows of the report, with a heading wherever the group changes."""
    if not lijn.activiteiten:
        blad.add("Geen activiteiten in deze ronde", stijl=Stijl.BIJ)
    groep = None
    for activiteit, diepte in walk(lijn.activiteiten):
        if activiteit.groep != groep and diepte == 0:
            groep = activiteit.groep
            blad.add_group(groep or "Activiteiten")
        write_activiteit(blad, activiteit, diepte)


def walk(activiteiten: Iterable[Activiteitregel], diepte: int = 0) -> Iterator[tuple[Activiteitregel, int]]:
    """Every row in report order, onderdelen right below their activiteit."""
    for activiteit in activiteiten:
        yield activiteit, diepte
        yield from walk(activiteit.onderdelen, diepte + 1)


def write_activiteit(blad: Blad, activiteit: Activiteitregel, diepte: int) -> None:
    geen_doel = Cel(GEEN_DOEL if diepte == 0 else None, Stijl.BIJ)
    rijen = [rij for doel in activiteit.doelen for rij in doel_rows(doel)] or [("", (geen_doel, *[None] * 7))]
    blad.add_block(
        [
            Blokrij(f"{activiteit.sleutel} {sleutel}".strip(), (None, *rij, None, None))
            for sleutel, rij in rijen
        ],
        {
            ACTIVITEIT: indent(describe_activiteit(activiteit), diepte),
            REALISATIE: realisatie_woorden(activiteit),
            OORDEEL: oordeel_of(activiteit),
        },
    )


def oordeel_of(activiteit: Activiteitregel) -> str:
    """A person's verdict; of what is reported elsewhere or not at all, no verdict is awaited."""
    if activiteit.opgave == "hier gerapporteerd" or activiteit.oordeel.waarde:
        return oordeel_woorden(activiteit.oordeel)
    return activiteit.opgave


def describe_activiteit(activiteit: Activiteitregel) -> str:
    """The title, and below it what else is known of the row."""
    regels = [
        activiteit.titel,
        "" if activiteit.soort in ("afgesproken", "") else f"({activiteit.soort})",
        f"Partners: {activiteit.partners}" if activiteit.partners else "",
        describe_tijdspad(activiteit.tijdspad),
        describe_omvang(activiteit),
    ]
    return "\n".join(regel for regel in regels if regel)


def describe_omvang(activiteit: Activiteitregel) -> str:
    if not activiteit.projectomvang_afgedrukt:
        return ""
    delen = [f"Projectomvang: {activiteit.projectomvang_afgedrukt}", activiteit.projectomvang_toelichting]
    return "; ".join([deel for deel in delen if deel] + ["telt in geen totaal mee"])


def describe_tijdspad(tijdspad: Tijdspadregel) -> str:
    if not tijdspad.actueel or tijdspad.actueel == tijdspad.oorspronkelijk:
        return f"Tijdspad: {tijdspad.oorspronkelijk}" if tijdspad.oorspronkelijk else ""
    eerst = f" (eerst: {tijdspad.oorspronkelijk})" if tijdspad.oorspronkelijk else ""
    reden = f", {tijdspad.reden}" if tijdspad.reden else ""
    return f"Tijdspad: {tijdspad.actueel}{eerst}{reden}"


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
    write_with_owner(blad, "Doelen die sinds de vorige ronde afliepen", "doelen_afgelopen", lijn)


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
