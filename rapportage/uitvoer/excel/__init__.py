"""The report as an Excel workbook: numbers are numbers, totals can be followed, every sheet prints on A4."""

from openpyxl import Workbook

from ...rapport import Lijnregel, Rapport
from .bladnaam import choose_name
from .geldblad import write_geldblad
from .indicatorblad import write_indicatorblad
from .kostenblad import NAAM as KOSTENBLAD
from .kostenblad import write_kostenblad
from .lijnblad import PROGRAMMABLAD, write_lijnblad, write_programmablad
from .naamstrook import Naamstrook
from .overzicht import write_overzicht
from .verantwoording import write_verantwoording
from .werkboek import new_werkboek, to_bytes

VASTE_BLADEN = ("Overzicht", PROGRAMMABLAD, "Financiën", KOSTENBLAD, "Indicatoren", "Verantwoording")


def render_xlsx(rapport: Rapport, *, sha256: str | None) -> bytes:
    """Overzicht, a sheet per line, Financiën, Kosten, Indicatoren, Verantwoording.

    `sha256` None for a concept.
    """
    boek = new_werkboek(f"{rapport.programma.naam}, {rapport.ronde.titel}", rapport.peildatum)
    strook = Naamstrook.of(rapport)
    families = group_lijnen(rapport.lijnen)
    namen = name_sheets(families)
    write_overzicht(boek, rapport, strook)
    write_programmablad(boek, rapport, strook)
    write_lijnbladen(boek, rapport, strook, families, namen)
    write_geldblad(boek, rapport, strook)
    write_kostenblad(boek, rapport, strook)
    write_indicatorblad(boek, rapport, strook)
    write_verantwoording(boek, rapport, strook, sha256=sha256)
    return to_bytes(boek)


Families = list[list[Lijnregel]]


def group_lijnen(lijnen: tuple[Lijnregel, ...]) -> Families:
    """Each line that stands under no other, with all lines below it, in report order."""
    hoofd: dict[str, str] = {}
    families: dict[str, list[Lijnregel]] = {}
    for lijn in lijnen:
        hoofd[lijn.code] = hoofd.get(lijn.ouder, lijn.code)
        families.setdefault(hoofd[lijn.code], []).append(lijn)
    return list(families.values())


def name_sheets(families: Families) -> list[str]:
    namen: list[str] = []
    for eerste, *_ in families:
        namen.append(choose_name(f"{eerste.code} {eerste.titel}", [*VASTE_BLADEN, *namen]))
    return namen


def write_lijnbladen(
    boek: Workbook, rapport: Rapport, strook: Naamstrook, families: Families, namen: list[str]
) -> None:
    for naam, familie in zip(namen, families, strict=True):
        write_lijnblad(boek, naam, rapport, familie, strook)
