"""The TOML file of a programme as plain tables; knows the shape of the file, not the models behind it.

Shape: one table `[programma]`, and for every kind of thing `[soort.sleutel]`. Running text may be wrapped: a
single line break is a space, an empty line begins a paragraph, a line that begins with "- " stays a line.
"""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from dordt_monitor.tekst import has_stuurteken

Veld = str | int | bool | date | list["Tabel"]
Tabel = dict[str, Veld]

SLEUTEL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Leesfout(Exception):
    """What is wrong in a file, in one Dutch sentence that names the file and the place in it."""


@dataclass(frozen=True, slots=True)
class Plek:
    """A place in a file, to name in messages: "x.toml, [doel.y], veld z"."""

    bestand: str
    tabel: str = ""
    veld: str = ""

    def fout(self, zin: str) -> Leesfout:
        tabel = f", [{self.tabel}]" if self.tabel else ""
        veld = f", veld {self.veld}" if self.veld else ""
        return Leesfout(f"{self.bestand}{tabel}{veld}: {zin}")


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file read: `soorten` is {soort: {sleutel: velden}} in the order of the file."""

    naam: str
    sha256: str
    programma: Tabel
    soorten: dict[str, dict[str, Tabel]]


def read_bestand(pad: Path) -> Bestand:
    """Read and check the shape; raises Leesfout."""
    plek = Plek(pad.name)
    try:
        rauw = pad.read_bytes()
        inhoud = tomllib.loads(rauw.decode())
    except OSError as fout:
        raise plek.fout("dit bestand kunnen wij niet openen.") from fout
    except UnicodeDecodeError as fout:
        raise plek.fout("dit bestand is geen tekst in UTF-8.") from fout
    except tomllib.TOMLDecodeError as fout:
        raise plek.fout(f"dit kunnen wij niet als TOML lezen ({fout}).") from fout
    programma = inhoud.pop("programma", None)
    if not isinstance(programma, dict) or not isinstance(programma.get("slug"), str):
        raise plek.fout("de tabel [programma] met een slug ontbreekt.")
    return Bestand(
        naam=pad.name,
        sha256=hashlib.sha256(rauw).hexdigest(),
        programma=read_tabel(Plek(pad.name, "programma"), programma),
        soorten={soort: read_soort(Plek(pad.name, soort), tabellen) for soort, tabellen in inhoud.items()},
    )


def read_soort(plek: Plek, tabellen: object) -> dict[str, Tabel]:
    if not isinstance(tabellen, dict):
        raise plek.fout(f"hier horen tabellen als [{plek.tabel}.sleutel].")
    return {
        sleutel: read_tabel(Plek(plek.bestand, f"{plek.tabel}.{sleutel}"), velden)
        for sleutel, velden in tabellen.items()
    }


def read_tabel(plek: Plek, velden: object) -> Tabel:
    sleutel = plek.tabel.rpartition(".")[2]
    if not SLEUTEL.fullmatch(sleutel):
        raise plek.fout("een sleutel heeft kleine letters, cijfers en streepjes.")
    if not isinstance(velden, dict):
        raise plek.fout("hier horen velden.")
    return {naam: read_veld(Plek(plek.bestand, plek.tabel, naam), waarde) for naam, waarde in velden.items()}


def read_veld(plek: Plek, waarde: object) -> Veld:
    """A value as the models take it; repeated parts become a list of tables."""
    if isinstance(waarde, str):
        return read_tekst(plek, waarde)
    if isinstance(waarde, (float, datetime, time)):
        raise plek.fout(
            'schrijf een getal heel of tussen aanhalingstekens ("12.5"), en een datum als 2024-07-31.'
        )
    if isinstance(waarde, (bool, int, date)):
        return waarde
    if not isinstance(waarde, list) or not all(isinstance(deel, dict) for deel in waarde):
        raise plek.fout("hier hoort een waarde of een rij tabellen.")
    return [read_deel(plek, nummer, deel) for nummer, deel in enumerate(waarde, start=1)]


def read_tekst(plek: Plek, tekst: str) -> str:
    gelezen = unfold(tekst)
    if has_stuurteken(gelezen):
        raise plek.fout("hier staat een onzichtbaar teken in dat wij niet kunnen bewaren.")
    return gelezen


def read_deel(plek: Plek, nummer: int, deel: dict[str, object]) -> Tabel:
    return {
        naam: read_veld(Plek(plek.bestand, plek.tabel, f"{plek.veld}[{nummer}].{naam}"), waarde)
        for naam, waarde in deel.items()
    }


def unfold(tekst: str) -> str:
    """Undo the wrapping of running text in the file."""
    alineas = re.split(r"\n[ \t]*\n", tekst.strip())
    return "\n\n".join(re.sub(r"\s*\n(?!- )\s*", " ", alinea) for alinea in alineas)
