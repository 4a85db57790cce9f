"""The table Activiteiten as CSV, made for reuse: one row per doel of an activiteit, every row complete.

UTF-8 with a byte order mark and semicolons, as a Dutch Excel opens it; numbers have a decimal comma and no
thousands separators, dates are ISO 8601. Described in docs/uitvoer.md.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import StringIO

from ..rapport import Activiteitregel, Doelregel, Lijnregel, Rapport
from .woorden import GEEN_DOEL, realisatie_woorden, streefwaarde_woorden

BOM = "\ufeff"
# What a spreadsheet takes for the start of a formula, after any leading white space (OWASP, "CSV injection").
FORMULETEKENS = ("=", "+", "-", "@")
STUURTEKENS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Rij:
    """A doel (None: the activiteit has none in this period) with everything it stands under."""

    rapport: Rapport
    lijn: Lijnregel
    activiteit: Activiteitregel
    onderdeel_van: str
    doel: Doelregel | None
    soort_doel: str


Waarde = str | int | Decimal | date | None


def from_doel(veld: str) -> Callable[[Rij], Waarde]:
    return lambda rij: getattr(rij.doel, veld) if rij.doel else None


def from_activiteit(veld: str) -> Callable[[Rij], Waarde]:
    return lambda rij: getattr(rij.activiteit, veld)


def from_oordeel(veld: str) -> Callable[[Rij], Waarde]:
    return lambda rij: getattr(rij.activiteit.oordeel, veld)


KOLOMMEN: dict[str, Callable[[Rij], Waarde]] = {
    "programma": lambda rij: rij.rapport.programma.slug,
    "ronde": lambda rij: rij.rapport.ronde.slug,
    "editie": lambda rij: rij.rapport.editie.versie if rij.rapport.editie else "concept",
    "lijn_code": lambda rij: rij.lijn.code,
    "lijn": lambda rij: rij.lijn.titel,
    "activiteit": from_activiteit("titel"),
    "onderdeel_van": lambda rij: rij.onderdeel_van,
    "groep": from_activiteit("groep"),
    "schaal": from_activiteit("schaal"),
    "soort": from_activiteit("soort"),
    "opgave": from_activiteit("opgave"),
    "elders": from_activiteit("elders"),
    "doel": lambda rij: rij.doel.omschrijving if rij.doel else GEEN_DOEL,
    "doel_voor": lambda rij: rij.soort_doel,
    "doel_toestand": from_doel("toestand"),
    "doel_periode": from_doel("doelperiode"),
    "vorm": from_doel("vorm"),
    "streefwaarde": from_doel("streefwaarde"),
    "streefwaarde_in_woorden": lambda rij: streefwaarde_woorden(rij.doel) if rij.doel else None,
    "eenheid": from_doel("eenheid"),
    "waarde": from_doel("waarde"),
    "waarde_toestand": from_doel("waarde_toestand"),
    "precisie": from_doel("precisie"),
    "periode": from_doel("periode"),
    "peildatum": from_doel("peildatum"),
    "verwacht": from_doel("verwacht"),
    "bereikt": from_doel("bereikt"),
    "koers": from_doel("koers"),
    "koers_afgedrukt": from_doel("koers_afgedrukt"),
    "reden": from_doel("reden"),
    "realisatie": lambda rij: realisatie_woorden(rij.activiteit),
    "oordeel": lambda rij: rij.activiteit.oordeel.waarde or "nog niet beoordeeld",
    "oordeel_horizon": from_oordeel("horizon"),
    "oordeel_oorzaak": from_oordeel("oorzaak"),
    "oordeel_gevolg": from_oordeel("gevolg"),
    "oordeel_bijsturing": from_oordeel("bijsturing"),
    "bron": from_doel("bron"),
    "activiteit_sleutel": from_activiteit("sleutel"),
    "doel_sleutel": from_doel("sleutel"),
}


def render_csv(rapport: Rapport, *, sha256: str | None) -> bytes:
    buffer = StringIO()
    buffer.write(BOM)
    schrijver = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOLOMMEN)
    for rij in rijen_of(rapport):
        schrijver.writerow([print_waarde(haal(rij)) for haal in KOLOMMEN.values()])
    return buffer.getvalue().encode()


def rijen_of(rapport: Rapport) -> Iterator[Rij]:
    for lijn in rapport.lijnen:
        yield from activiteit_rows(rapport, lijn, lijn.activiteiten, "")


def activiteit_rows(
    rapport: Rapport, lijn: Lijnregel, activiteiten: Iterable[Activiteitregel], ouder: str
) -> Iterator[Rij]:
    for activiteit in activiteiten:
        doelen: list[tuple[Doelregel | None, str]] = [*doelen_of(activiteit)] or [(None, "")]
        yield from (Rij(rapport, lijn, activiteit, ouder, doel, soort) for doel, soort in doelen)
        yield from activiteit_rows(rapport, lijn, activiteit.onderdelen, activiteit.titel)


def doelen_of(activiteit: Activiteitregel) -> Iterator[tuple[Doelregel, str]]:
    """Every doel with the year it is for; the parts of a doel that is samengesteld follow it."""
    for doelen, soort in (
        (activiteit.doelen, "dit jaar"),
        (activiteit.doelen_afgelopen, "afgelopen"),
        (activiteit.doelen_volgend_jaar, "volgend jaar"),
    ):
        for doel in doelen:
            yield doel, soort
            yield from ((deel, soort) for deel in doel.delen)


def print_waarde(waarde: Waarde) -> str:
    """Numbers and dates as they are; text guarded, so that no program takes it for a formula."""
    if waarde is None:
        return ""
    if isinstance(waarde, Decimal):
        return f"{waarde:f}".replace(".", ",")
    if isinstance(waarde, date):
        return waarde.isoformat()
    return guard(waarde) if isinstance(waarde, str) else str(waarde)


def guard(tekst: str) -> str:
    """An apostrophe before what looks like a formula; control characters but line feeds become spaces."""
    schoon = STUURTEKENS.sub(" ", tekst)
    return f"'{schoon}" if schoon.lstrip().startswith(FORMULETEKENS) else schoon
