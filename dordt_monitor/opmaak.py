"""How numbers, amounts and dates are written and read in Dutch; text in, text out.

Printing rounds half up and uses a plain space, so that texts compare simply; CSS keeps them on one line.
Reading gives every spelling one meaning (rekenregels 5): a point only groups thousands, a comma only starts
decimals. `1.234` is 1234, `1,234` is 1234 thousandths, and `1.23`, `1,234.56`, `1e5`, `1_000` are refused.
"""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

PROCENT = "%"
EURO = "€"

_GETAL = re.compile(r"(?P<min>-?)(?P<heel>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,(?P<deel>[0-9]+))?")
_BEDRAG = re.compile(
    r"(?P<min>-?)\s*€?\s*(?P<min2>-?)(?P<heel>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)"
    r"(?:,(?P<deel>[0-9]{1,2}|-|--))?"
)
_DATUM = re.compile(r"(?P<dag>[0-9]{1,2})(?:-|\s+)(?P<maand>[0-9]{1,2}|[a-z]+)\.?(?:-|\s+)(?P<jaar>[0-9]{4})")
_SAMEN = re.compile(rf"(?<=€) |(?<=\bregel) (?=[0-9])|(?<=[0-9]) (?=(?:{'|'.join(MAANDEN)})\b)")

GETAL_ONLEESBAAR = "Dit getal kunnen wij niet lezen. Schrijf het als 1234, 1.234 of 1.234,56."
BEDRAG_ONLEESBAAR = (
    "Dit bedrag kunnen wij niet lezen. Schrijf het voluit, als 12739, 1.234,56 of € 150.000,- "
    "(dus 300.000 en niet 3 ton)."
)
DATUM_ONLEESBAAR = "Deze datum kunnen wij niet lezen. Schrijf hem als 31 juli 2024 of 31-7-2024."


class OnleesbareInvoer(ValueError):
    """Typed text that has no single meaning; its message is a Dutch sentence that says what is accepted."""


def format_getal(waarde: Decimal, decimalen: int = 0) -> str:
    """`1.234,50`: thousands grouped, `decimalen` places, rounded half up, never `-0`."""
    afgerond = abs(waarde).quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP)
    teken = "-" if waarde < 0 and afgerond else ""
    return teken + f"{afgerond:,f}".translate(str.maketrans(",.", ".,"))


def format_exact(waarde: Decimal) -> str:
    """With the decimals it has: `5`, `2,5`."""
    return format_getal(waarde, max(0, -int(waarde.normalize().as_tuple().exponent)))


def format_bedrag(bedrag: Decimal) -> str:
    """`€ 1.260.000`, `-€ 438.000`; cents only when there are any."""
    cijfers = format_getal(bedrag, 0 if bedrag == bedrag.to_integral_value() else 2)
    return f"-{EURO} {cijfers[1:]}" if cijfers.startswith("-") else f"{EURO} {cijfers}"


def format_waarde(waarde: Decimal, eenheid: str = "", decimalen: int = 0) -> str:
    """The number with a unit that is a sign: `37%`, `€ 30.240`; other units stand in a heading."""
    if eenheid == EURO:
        return format_bedrag(waarde if decimalen else waarde.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    return format_getal(waarde, decimalen) + (PROCENT if eenheid == PROCENT else "")


def format_afstand(waarde: Decimal, eenheid: str = "", decimalen: int = 0) -> str:
    """A change or distance; of a percentage always in procentpunt (rekenregels 1)."""
    if eenheid == PROCENT:
        return f"{format_getal(waarde, decimalen)} procentpunt"
    return format_waarde(waarde, eenheid, decimalen)


def format_met_precisie(tekst: str, precisie: str) -> str:
    """`circa 37`, `ruim 400`, `naar schatting 2.600`; what is precies carries no word."""
    if precisie == "precies":
        return tekst
    return f"{'naar schatting' if precisie == 'schatting' else precisie} {tekst}"


def format_deel(deel: Fraction | Decimal, *, vol: bool) -> str:
    """A ratio as whole percents: never 100% while it is not `vol`, never 0% while it is not nothing."""
    procenten = int(abs(Fraction(deel)) * 100 + Fraction(1, 2))
    if not vol and deel > 0:
        procenten = min(procenten, 99)
    if deel and not procenten:
        procenten = 1
    return f"{'-' if deel < 0 else ''}{procenten}%"


def format_datum(datum: date) -> str:
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def read_getal(tekst: str) -> Decimal:
    """`1234`, `1.234`, `1.234,56`, `-5`. Raises OnleesbareInvoer."""
    gevonden = _GETAL.fullmatch(_tidy(tekst))
    if gevonden is None:
        raise OnleesbareInvoer(GETAL_ONLEESBAAR)
    return _to_decimal(gevonden["min"], gevonden["heel"], gevonden["deel"])


def read_bedrag(tekst: str) -> Decimal:
    """Euros: `12739`, `1.234,56`, `€ 150.000,-`, `-€ 438.000`. Raises OnleesbareInvoer."""
    gevonden = _BEDRAG.fullmatch(_tidy(tekst))
    if gevonden is None or (gevonden["min"] and gevonden["min2"]):
        raise OnleesbareInvoer(BEDRAG_ONLEESBAAR)
    centen = (gevonden["deel"] or "").strip("-")
    return _to_decimal(gevonden["min"] or gevonden["min2"], gevonden["heel"], centen)


def read_datum(tekst: str) -> date:
    """`31 juli 2024`, `31-7-2024`. Raises OnleesbareInvoer."""
    gevonden = _DATUM.fullmatch(_tidy(tekst).lower())
    try:
        if gevonden is None:
            raise ValueError
        return date(int(gevonden["jaar"]), read_maand(gevonden["maand"]), int(gevonden["dag"]))
    except ValueError as fout:
        raise OnleesbareInvoer(DATUM_ONLEESBAAR) from fout


def read_maand(tekst: str) -> int:
    """1..12 for `juli`, `sept.`, `okt` or `7`. Raises ValueError."""
    kort = tekst.lower().rstrip(".")
    if kort.isascii() and kort.isdigit():
        return int(kort)
    passend = [nummer for nummer, naam in enumerate(MAANDEN, 1) if len(kort) >= 3 and naam.startswith(kort)]
    if len(passend) != 1 and kort != "mrt":
        raise ValueError(tekst)
    return passend[0] if passend else 3


def _tidy(tekst: str) -> str:
    return " ".join(tekst.replace("\u2212", "-").split())


def _to_decimal(teken: str, heel: str, deel: str | None) -> Decimal:
    return Decimal(f"{teken}{heel.replace('.', '')}.{deel or 0}")


def lower_first(tekst: str) -> str:
    """For between brackets: "Tot en met 2026" becomes small, "Q2 2025" stays."""
    return tekst[:1].lower() + tekst[1:] if tekst[1:2].islower() else tekst


def keep_together(tekst: str) -> str:
    """On a page an amount stays with its sign, a number with the "regel" it is of, a day with its month."""
    return _SAMEN.sub("\N{NO-BREAK SPACE}", tekst)
