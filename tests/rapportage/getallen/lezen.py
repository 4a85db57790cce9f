"""Reading the tables, and finding a number at its place in a report as JSON."""

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

STAP = re.compile(r"(\w+)((?:\[[^\]]*\])*)(?:\.|$)")
GETAL = re.compile(r"(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?: (ton|miljoen))?")
WAARDE = re.compile(r"-?\d+(?:\.\d+)?")
MAAL = {None: 1, "ton": 100_000, "miljoen": 1_000_000}


class GetalNietGevonden(Exception):
    """Why a number is not at its place, to read in the message of a failing test."""


class Rij(NamedTuple):
    regel: str
    label: str
    getal: str
    programma: str
    ronde: str
    pad: str


class Weggelaten(NamedTuple):
    regel: str
    getal: str
    reden: str


def read_rijen(bestand: Path) -> list[Rij]:
    return [Rij(*cellen) for cellen in read_tabellen(bestand) if len(cellen) == len(Rij._fields)]


def read_weggelaten(bestand: Path) -> list[Weggelaten]:
    tabellen = read_tabellen(bestand)
    return [Weggelaten(*cellen) for cellen in tabellen if len(cellen) == len(Weggelaten._fields)]


def read_tabellen(bestand: Path) -> list[list[str]]:
    """The cells of every row, without the headings."""
    rijen = [regel[1:-1].split("|") for regel in bestand.read_text().splitlines() if regel.startswith("|")]
    cellen = [[cel.strip().strip("`") for cel in rij] for rij in rijen]
    return [rij for rij in cellen if rij[0] != "regel" and not rij[0].startswith("-")]


def find_getal(rapport: dict, rij: Rij) -> None:
    """Raises GetalNietGevonden."""
    waarden = follow(rapport, rij.pad)
    if not any(is_getal(rij.getal, waarde) for waarde in waarden):
        raise GetalNietGevonden(f"daar staat {', '.join(map(repr, waarden)) or 'niets'}")


def is_getal(getal: str, waarde: object) -> bool:
    if isinstance(waarde, bool) or not isinstance(waarde, (int, str)):
        return False
    gelezen = parse(getal)
    if gelezen is not None and WAARDE.fullmatch(str(waarde)):
        return Decimal(waarde) == gelezen
    return stands_once(getal, str(waarde))


def parse(getal: str) -> Decimal | None:
    """The value of a number in Dutch notation; None for what is no number."""
    gelezen = GETAL.fullmatch(getal)
    if gelezen is None:
        return None
    min_, heel, decimalen, maal = gelezen.groups()
    return Decimal(f"{min_}{heel.replace('.', '')}.{decimalen or 0}") * MAAL[maal]


def stands_once(getal: str, tekst: str) -> bool:
    """Whether a text holds the number whole: 15 does not stand in "2.015", "15,5" or "150".

    And once: of a number that stands there twice, nobody knows which of the two was meant.
    """
    voor = r"(?<!\d)(?<!\d[.,])" if getal[0].isdigit() else r"(?<!\w)" if getal[0].isalpha() else ""
    na = r"(?!\d)(?![.,]\d)" if getal[-1].isdigit() else r"(?!\w)" if getal[-1].isalpha() else ""
    return len(re.findall(voor + re.escape(getal) + na, tekst)) == 1


def follow(rapport: dict, pad: str) -> list[object]:
    """What stands at the end of the path: one value, or more when it goes by `[*]`."""
    stappen = list(STAP.finditer(pad))
    if "".join(stap[0] for stap in stappen) != pad:
        raise GetalNietGevonden("dit pad is niet te lezen")
    hier: list[object] = [rapport]
    for naam, keuzes in (stap.groups() for stap in stappen):
        hier = [rij[naam] for rij in hier if isinstance(rij, dict) and naam in rij]
        if not hier:
            raise GetalNietGevonden(f"er is geen {naam}")
        for keuze in re.findall(r"\[([^\]]*)\]", keuzes):
            hier = [gekozen for rijen in hier for gekozen in pick(rijen, keuze)]
            require_een(hier, keuze)
    return hier


def require_een(gekozen: list[object], keuze: str) -> None:
    if keuze != "*" and len(gekozen) != 1:
        raise GetalNietGevonden(f"[{keuze}] past op {len(gekozen)} rijen")


def pick(rijen: object, keuze: str) -> list[object]:
    if not isinstance(rijen, list):
        raise GetalNietGevonden(f"[{keuze}] hoort bij een lijst")
    if keuze == "*":
        return rijen
    for naam in ("sleutel", "code"):
        gevonden = [rij for rij in rijen if isinstance(rij, dict) and rij.get(naam) == keuze]
        if gevonden:
            return gevonden
    delen = {deel.strip() for deel in keuze.split(",")}
    return [rij for rij in rijen if delen <= values_of(rij)]


def values_of(rij: object) -> set[str]:
    return {str(waarde) for waarde in rij.values()} if isinstance(rij, dict) else {str(rij)}
