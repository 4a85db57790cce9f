"""How a sheet prints: A4 lying down, as wide as the paper, with a footer that says what it is."""

from openpyxl.worksheet._write_only import WriteOnlyWorksheet

A4 = 9
MARGE, BOVEN, ONDER, VOET = 0.4, 0.5, 0.8, 0.4  # inches
# The paper without its margins, in points, and what a character of column width takes.
PAPIER_BREED, PAPIER_HOOG = 784, 500
PUNTEN_PER_TEKEN = 5.4
# A footer holds 255 characters, with its codes.
MAX_VOETTEKST = 180


def set_page(blad: WriteOnlyWorksheet, voettekst: str) -> None:
    pagina = blad.page_setup
    pagina.orientation, pagina.paperSize = "landscape", A4
    pagina.fitToWidth, pagina.fitToHeight = 1, 0
    blad.sheet_properties.pageSetUpPr.fitToPage = True
    marges = blad.page_margins
    marges.left = marges.right = MARGE
    marges.top, marges.bottom, marges.footer = BOVEN, ONDER, VOET
    # A single & would start a code.
    blad.oddFooter.left.text = voettekst[:MAX_VOETTEKST].replace("&", "&&")
    blad.oddFooter.right.text = "&A – pagina &P van &N"
    blad.oddFooter.left.size = blad.oddFooter.right.size = 8
    blad.sheet_view.showGridLines = False


def page_points(tekens: int) -> float:
    """How many points of rows fit on a page of a sheet that is `tekens` wide and shrunk to the paper.

    Somewhat less than they do, as Excel and LibreOffice do not shrink alike.
    """
    schaal = min(1.0, PAPIER_BREED / (tekens * PUNTEN_PER_TEKEN))
    return PAPIER_HOOG / schaal * 0.9
