"""The report as an Excel workbook: numbers are numbers, totals can be followed, every sheet prints on A4."""

from collections.abc import Callable

from openpyxl import Workbook

from programmalijnen.regels.begrippen import Rapportvorm

from ...rapport import Lijnregel, Rapport
from ...vormen import Vorm, find_vorm
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


def render_xlsx(
    rapport: Rapport, *, sha256: str | None, vorm: Rapportvorm = Rapportvorm.VOORTGANGSRAPPORTAGE
) -> bytes:
    """Overzicht, then the sheets in the order of the form, and Verantwoording last.

    Every form holds every fact; it orders and names them. `sha256` None for a concept.
    """
    boek = new_werkboek(f"{rapport.programma.naam}, {rapport.ronde.titel}", rapport.peildatum)
    strook, woorden = Naamstrook.of(rapport), find_vorm(vorm).in_words(rapport)
    write_overzicht(boek, rapport, strook)
    for blad in woorden.bladen:
        BLADEN[blad](boek, rapport, strook, woorden)
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


def write_lijnbladen(boek: Workbook, rapport: Rapport, strook: Naamstrook, vorm: Vorm) -> None:
    families = group_lijnen(rapport.lijnen)
    for naam, familie in zip(name_sheets(families), families, strict=True):
        write_lijnblad(boek, naam, rapport, familie, strook, vorm)


# The sheets a form puts in order (Vorm.bladen).
BLADEN: dict[str, Callable[[Workbook, Rapport, Naamstrook, Vorm], None]] = {
    "programma": write_programmablad,
    "lijnen": write_lijnbladen,
    "geld": lambda boek, rapport, strook, vorm: write_geldblad(boek, rapport, strook),
    "kosten": lambda boek, rapport, strook, vorm: write_kostenblad(boek, rapport, strook),
    "indicatoren": lambda boek, rapport, strook, vorm: write_indicatorblad(boek, rapport, strook),
}
