"""How cells look: named styles, and number formats that a Dutch Excel shows the Dutch way.

Format codes are written as the file format wants them (`#,##0`); Excel shows points and commas as its user
has them. Fonts and colours that LibreOffice and Excel both have.
"""

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

LETTER = "Arial"
BLAUW, LICHTBLAUW, GRIJS = "1F4E79", "DCE6F1", "595959"
GOED, AANDACHT, ACHTER = "E2EFDA", "FFF2CC", "FBE0D6"
DUNNE_LIJN = Side(style="thin", color="BFBFBF")
ONDERAAN = Border(bottom=DUNNE_LIJN)
DUBBEL = Border(top=Side(style="thin"), bottom=Side(style="double"))

DATUM = "[$-413]d mmmm yyyy"
HEFBOOM = "0.00"
GEHEEL = "#,##0"
PROCENT = "0%"


class Stijl(StrEnum):
    """The names Excel shows in its list of cell styles."""

    TITEL = "Rapport titel"
    ONDERTITEL = "Rapport ondertitel"
    CONCEPT = "Rapport concept"
    KOP = "Rapport kolomkop"
    KOP_GETAL = "Rapport kolomkop getal"
    GROEP = "Rapport groep"
    TEKST = "Rapport tekst"
    LABEL = "Rapport label"
    LABEL_GETAL = "Rapport label getal"
    BIJ = "Rapport bijschrift"
    GETAL = "Rapport getal"
    SUBTOTAAL = "Rapport subtotaal"
    TOTAAL = "Rapport totaal"
    GOED = "Rapport op schema"
    AANDACHT = "Rapport aandacht"
    ACHTER = "Rapport achter"


VET = (Stijl.KOP, Stijl.KOP_GETAL, Stijl.GROEP, Stijl.LABEL, Stijl.LABEL_GETAL, Stijl.SUBTOTAAL, Stijl.TOTAAL)


def _fill(kleur: str) -> PatternFill:
    return PatternFill("solid", fgColor=kleur)


def _style(
    stijl: Stijl,
    *,
    font: Font | None = None,
    fill: PatternFill | None = None,
    border: Border | None = ONDERAAN,
    rechts: bool = False,
    midden: bool = False,
) -> NamedStyle:
    named = NamedStyle(name=stijl.value, font=font or Font(name=LETTER, size=10))
    named.alignment = Alignment(
        wrap_text=True,
        vertical="center" if midden else "top",
        horizontal="right" if rechts else "left",
        indent=1 if border else 0,
    )
    if fill:
        named.fill = fill
    if border:
        named.border = border
    return named


def add_styles(boek: Workbook) -> None:
    """Give the workbook its styles; cells name them."""
    vet = Font(name=LETTER, size=10, bold=True)
    licht = _fill(LICHTBLAUW)
    wit = Font(name=LETTER, size=10, bold=True, color="FFFFFF")
    for named in (
        _style(Stijl.TITEL, font=Font(name=LETTER, size=16, bold=True, color=BLAUW), border=None),
        _style(Stijl.ONDERTITEL, font=Font(name=LETTER, size=10, color=GRIJS), border=None),
        _style(Stijl.CONCEPT, font=Font(name=LETTER, size=10, bold=True, color="9C0006"), border=None),
        _style(Stijl.KOP, font=wit, fill=_fill(BLAUW), midden=True),
        _style(Stijl.KOP_GETAL, font=wit, fill=_fill(BLAUW), midden=True, rechts=True),
        _style(Stijl.LABEL_GETAL, font=vet, rechts=True),
        _style(Stijl.GROEP, font=Font(name=LETTER, size=10, bold=True, color=BLAUW), fill=licht, midden=True),
        _style(Stijl.TEKST),
        _style(Stijl.LABEL, font=vet),
        _style(Stijl.BIJ, font=Font(name=LETTER, size=9, color=GRIJS)),
        _style(Stijl.GETAL, rechts=True),
        _style(Stijl.SUBTOTAAL, font=vet, rechts=True, border=Border(top=DUNNE_LIJN, bottom=DUNNE_LIJN)),
        _style(Stijl.TOTAAL, font=vet, rechts=True, border=DUBBEL),
        _style(Stijl.GOED, fill=_fill(GOED)),
        _style(Stijl.AANDACHT, fill=_fill(AANDACHT)),
        _style(Stijl.ACHTER, fill=_fill(ACHTER)),
    ):  # fmt: skip
        boek.add_named_style(named)


def bedragformaat(bedrag: Decimal, precisie: str = "") -> str:
    """`€ 1.260.000`, `-€ 438.000`, `circa € 135.000.000`; cents only when there are any."""
    cijfers = "#,##0" if bedrag == bedrag.to_integral_value() else "#,##0.00"
    woord = precisiewoord(precisie)
    if not woord:
        return f'"€" {cijfers};-"€" {cijfers}'
    return f'"{woord} €" {cijfers};"{woord} -€" {cijfers}'


def getalformaat(decimalen: int, precisie: str = "") -> str:
    """`1.234,5` with the decimals of the indicator; the unit stands in a column of its own."""
    woord = precisiewoord(precisie)
    cijfers = "#,##0." + "0" * decimalen if decimalen else GEHEEL
    return f'"{woord} "{cijfers}' if woord else cijfers


def precisiewoord(precisie: str) -> str:
    """The word a value is printed with; as literal text in a format it leaves the number a number."""
    if precisie in ("", "precies"):
        return ""
    return "naar schatting" if precisie == "schatting" else precisie


def aandeelformaat(bereikt: Decimal, afgedrukt: str) -> str:
    """Whole percents; where the rules print otherwise (99% while not reached) exactly that print."""
    gewoon = (bereikt * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    # Twice, because Excel adds a minus of its own to a negative number of a format with one part.
    return PROCENT if afgedrukt == f"{gewoon}%" else f'"{afgedrukt}";"{afgedrukt}"'
