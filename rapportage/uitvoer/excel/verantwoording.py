"""The sheet Verantwoording: which edition this is, how to check it, and on what its figures rest."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from openpyxl import Workbook

from ...rapport import (
    Besluitregel,
    Doelregel,
    Editiekop,
    Rapport,
    Relatieregel,
    Tegenspraakregel,
    Vermeldingregel,
)
from .activiteitblok import walk
from .blad import Blad, Waarde
from .cellen import Cel
from .kolom import Kolom
from .naamstrook import Naamstrook
from .stijlen import Stijl
from .tijdspadrijen import tijdspad_rows

KOLOMMEN = (
    Kolom("Onderdeel", 34),
    Kolom("Inhoud", 32),
    Kolom("", 30),
    Kolom("", 30),
    Kolom("", 30),
    Kolom("", 22),
    Kolom("", 30),
)


@dataclass(frozen=True, slots=True)
class Tabelkop:
    """A title, the headings, and how many columns of the sheet each of them takes."""

    titel: str
    kolommen: tuple[str, ...]
    spans: tuple[int, ...]


AANNAMES = Tabelkop(
    "Aannames: wat de bron niet zegt en wij moesten kiezen", ("Waarover", "Aanname", "Reden"), (1, 3, 3)
)
TEGENSPRAKEN = Tabelkop(
    "Tegenspraken: plaatsen in de bronnen die elkaar tegenspreken",
    ("Onderwerp", "Eerste plaats", "Zegt", "Tweede plaats", "Zegt", "Wij gebruiken", "Reden"),
    (1, 1, 1, 1, 1, 1, 1),
)
TIJDSPADEN = Tabelkop(
    "Tijdspaden: wat er staat, en welke dagen wij eruit lezen",
    ("Wat", "Tijdspad", "Van", "Tot en met", "Zo nauwkeurig"),
    (2, 2, 1, 1, 1),
)
BESLUITEN = Tabelkop(
    "Besluiten", ("Besluit", "Nummer", "Orgaan", "Datum", "Vindplaats en adres"), (1, 1, 1, 1, 3)
)
RELATIES = Tabelkop(
    "Relaties met ander beleid en andere programma’s",
    ("Relatie", "Wat het met dit programma te maken heeft", "In deze monitor", "Vindplaats"),
    (1, 3, 1, 2),
)
GENOEMD = Tabelkop("Waar dit programma ook staat", ("Programma", "Lijn", "Hoe"), (2, 1, 4))
WAAROM = Tabelkop(
    "Waarom? Hoe elk oordeel is berekend",
    ("Doel", "Formule", "Ingevuld", "Berekend door ons", "Afgesproken", "Periode", "Bron"),
    (1, 1, 1, 1, 1, 1, 1),
)
ANTWOORDEN = Tabelkop(
    "Waarschuwingen bij de controle, en wat het team erover zegt", ("Waarschuwing", "Antwoord"), (3, 4)
)
TOETSBAAR = Tabelkop(
    "Toetsbaar? De vragen van rekenkamers over elk doel", ("Doel", "Met ja", "Nog niet"), (1, 1, 5)
)
CONCEPT = Cel("concept, nog niet vastgesteld", Stijl.LABEL)
GEEN_HASH = "geen: een concept heeft geen controlegetal"
NIET_VERMELD = "niet vermeld"


def write_verantwoording(boek: Workbook, rapport: Rapport, strook: Naamstrook, *, sha256: str | None) -> None:
    blad = Blad(boek, "Verantwoording", "Verantwoording", KOLOMMEN, strook)
    blad.add_group("Editie")
    for label, waarde in editie_facts(rapport, sha256):
        write_feit(blad, label, waarde)
    write_legenda(blad, rapport)
    write_tabel(blad, AANNAMES, ((rij.sleutel, (rij.over, rij.tekst, rij.reden)) for rij in rapport.aannames))
    write_tabel(blad, TEGENSPRAKEN, ((rij.sleutel, both_places(rij)) for rij in rapport.tegenspraken))
    if rapport.antwoorden:
        rijen = ((rij.sleutel, (rij.zin, rij.antwoord)) for rij in rapport.antwoorden)
        write_tabel(blad, ANTWOORDEN, rijen)
    if tijdspaden := [*tijdspad_rows(rapport)]:
        write_tabel(blad, TIJDSPADEN, tijdspaden)
    write_tabel(blad, BESLUITEN, ((rij.sleutel, besluit_cells(rij)) for rij in rapport.besluiten))
    if rapport.relaties:
        write_tabel(blad, RELATIES, ((rij.sleutel, relatie_cells(rij)) for rij in rapport.relaties))
    if rapport.verwezen_vanuit:
        write_tabel(blad, GENOEMD, (("", vermelding_cells(rij)) for rij in rapport.verwezen_vanuit))
    berekend = (doel for doel in doelen_of(rapport) if doel.waarom.formule)
    write_tabel(blad, WAAROM, ((doel.sleutel, explain(doel)) for doel in berekend))
    write_tabel(blad, TOETSBAAR, toets_rows(rapport))


def editie_facts(rapport: Rapport, sha256: str | None) -> Iterator[tuple[str, Waarde]]:
    yield "Programma", f"{rapport.programma.naam} {rapport.programma.ondertitel}".strip()
    yield "Ronde", rapport.ronde.titel
    yield "Peildatum", Cel(rapport.peildatum)
    yield "Cijfers gaan over", rapport.ronde.label
    yield from [("Editie", CONCEPT)] if rapport.editie is None else adoption_facts(rapport.editie)
    if rapport.goedgekeurd:
        yield "Teksten goedgekeurd", Cel(rapport.goedgekeurd)
        yield "Waarvan ingevuld en goedgekeurd door één persoon", Cel(rapport.zelf_goedgekeurd)
    yield "SHA-256 van rapport.json", sha256 or GEEN_HASH
    if sha256:
        yield "Zelf controleren", "Haal rapport.json van deze editie op en typ: sha256sum rapport.json"
    yield "Schema van de gegevens", str(rapport.schema)


def adoption_facts(editie: Editiekop) -> Iterator[tuple[str, Waarde]]:
    yield "Editie", f"versie {editie.versie}"
    yield "Vastgesteld op", Cel(editie.vastgesteld_op) if editie.vastgesteld_op else NIET_VERMELD
    yield "Besluit", editie.besluit or NIET_VERMELD
    yield "Overgenomen uit", editie.overgenomen_uit or "niet van toepassing"
    if editie.reden:
        yield "Reden van deze versie", editie.reden


def both_places(rij: Tegenspraakregel) -> tuple[str, ...]:
    onderwerp = f"{rij.onderwerp} ({rij.soort})" if rij.soort else rij.onderwerp
    return (onderwerp, rij.plaats_a, rij.waarde_a, rij.plaats_b, rij.waarde_b, rij.gebruikt, rij.reden)


def besluit_cells(rij: Besluitregel) -> tuple[Waarde, ...]:
    datum = Cel(rij.datum) if rij.datum else rij.datum_tekst or NIET_VERMELD
    waar = "\n".join(filter(None, (rij.vindplaats, rij.url)))
    return (rij.titel, rij.nummer or NIET_VERMELD, rij.orgaan or NIET_VERMELD, datum, waar)


def relatie_cells(rij: Relatieregel) -> tuple[str, ...]:
    ander = (
        f"{rij.ander_programma_naam}, lijn {rij.andere_lijn}" if rij.andere_lijn else rij.ander_programma_naam
    )
    return (rij.titel, "\n".join(filter(None, (rij.tekst, rij.url))), ander or "nee", rij.vindplaats)


def vermelding_cells(rij: Vermeldingregel) -> tuple[str, ...]:
    zeker = f"{rij.soort} (mogelijk)" if rij.zekerheid == "mogelijk" else rij.soort
    return (rij.naam, rij.lijn or "hele programma", zeker)


def write_feit(blad: Blad, label: str, waarde: Waarde) -> None:
    if isinstance(waarde, str):
        blad.add_text(label, waarde)
    else:
        blad.add(Cel(label, Stijl.LABEL), waarde)


def write_legenda(blad: Blad, rapport: Rapport) -> None:
    if rapport.legenda:
        blad.add_group("Legenda")
    for nummer, zin in enumerate(rapport.legenda, 1):
        blad.add_text(str(nummer), zin)


def write_tabel(blad: Blad, tabel: Tabelkop, rijen: Iterable[tuple[str, Sequence[Waarde]]]) -> None:
    """A heading, its columns and its rows; no rows is said in words."""
    blad.add_group(tabel.titel)
    gevuld = [*rijen]
    if not gevuld:
        blad.add("Geen", stijl=Stijl.BIJ)
        return
    blad.add_wide(tabel.kolommen, tabel.spans, stijl=Stijl.LABEL)
    for sleutel, rij in gevuld:
        blad.add_wide(rij, tabel.spans, sleutel=sleutel)


def explain(doel: Doelregel) -> tuple[str, ...]:
    waarom = doel.waarom
    return (
        f"{doel.omschrijving}: {doel.koers_afgedrukt}",
        waarom.formule,
        waarom.ingevuld,
        waarom.berekend,
        waarom.afgesproken,
        waarom.periode,
        waarom.bron,
    )


def toets_rows(rapport: Rapport) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Of each doel how many questions were answered with yes, and the others in words."""
    for doel in doelen_of(rapport):
        if doel.toets is not None:
            open_vragen = [vraag.vraag for vraag in doel.toets.vragen if vraag.antwoord == "nee"]
            score = f"{doel.toets.ja} van {doel.toets.van}"
            yield (
                doel.sleutel,
                (doel.omschrijving, score, " ".join(open_vragen) or "alles is met ja beantwoord"),
            )


def doelen_of(rapport: Rapport) -> Iterator[Doelregel]:
    """The doelen of this year, in report order."""
    yield from rapport.doelen
    for lijn in rapport.lijnen:
        yield from lijn.doelen
        for ambitie in lijn.ambities:
            yield from ambitie.doelen
        for activiteit, _ in walk(lijn.activiteiten):
            yield from activiteit.doelen
