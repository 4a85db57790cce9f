"""A Grafiek as a chart of Excel's own, drawn from cells; its figures stand in the sheet beside it."""

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from dordt_monitor.grafiek.gegevens import Grafiek, Rol, Soort

# The same roles as on the page; told apart by lightness too, for print without colour.
KLEUR = {
    Rol.WAARDE: "1F4E79",
    Rol.TWEEDE: "5B9BD5",
    Rol.DERDE: "9DC3E6",
    Rol.RUSTIG: "BFBFBF",
    Rol.NULMETING: "7F7F7F",
    Rol.VERWACHT: "F4B183",
    Rol.STREEFWAARDE: "D9D9D9",
}
CM_PER_CATEGORIE, CM_VAST = 1.0, 3.6
BREEDTE_CM = 25


def make_grafiek(
    blad: WriteOnlyWorksheet, grafiek: Grafiek, *, kop: int, categorie: int, reeks: int
) -> BarChart | LineChart:
    """The chart of a table whose headings stand in row `kop`; `categorie` and `reeks` are column numbers."""
    tekening = LineChart() if grafiek.soort is Soort.LIJN else make_bars(grafiek)
    laatste = kop + len(grafiek.categorieen)
    for nummer, deel in enumerate(grafiek.reeksen):
        kolom = reeks + nummer
        tekening.add_data(Reference(blad, min_col=kolom, min_row=kop, max_row=laatste), titles_from_data=True)
        tekening.series[nummer].graphicalProperties = GraphicalProperties(
            solidFill=KLEUR[deel.rol], ln=LineProperties(solidFill=KLEUR[deel.rol])
        )
    namen = Reference(blad, min_col=categorie, min_row=kop + 1, max_row=laatste)
    for deel in tekening.series:
        # openpyxl's own set_categories calls them numbers.
        deel.cat = AxDataSource(strRef=StrRef(f=str(namen)))
    tekening.title = small_title(grafiek.titel)
    tekening.width, tekening.height = BREEDTE_CM, height_cm(grafiek)
    tekening.legend.position = "b"
    if len(grafiek.reeksen) == 1:
        tekening.legend = None
    # Without this openpyxl writes charts whose axes Excel hides.
    tekening.x_axis.delete = tekening.y_axis.delete = False
    tekening.x_axis.txPr = tekening.y_axis.txPr = small_text()
    return tekening


def make_bars(grafiek: Grafiek) -> BarChart:
    """Lying bars, the first category on top, from 0; a bullet ends at its target, 100%."""
    tekening = BarChart()
    tekening.type = "bar"
    tekening.gapWidth = 60
    tekening.x_axis.scaling.orientation = "maxMin"
    tekening.y_axis.crosses = "max"
    tekening.y_axis.scaling.min = 0
    tekening.y_axis.number_format = "#,##0"
    tekening.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill="D9D9D9"))
    if grafiek.soort is Soort.BULLET:
        tekening.y_axis.scaling.max = 100
        tekening.y_axis.number_format = '0"%"'
    elif not stands_beside(grafiek):
        tekening.grouping, tekening.overlap = "stacked", 100
    return tekening


def stands_beside(grafiek: Grafiek) -> bool:
    """Whether bars of one category stand below each other: planned and realised make no total."""
    rijen = zip(*(reeks.waarden for reeks in grafiek.reeksen), strict=True)
    return grafiek.soort is Soort.STAVEN and any(
        sum(waarde is not None for waarde in rij) > 1 for rij in rijen
    )


def height_cm(grafiek: Grafiek) -> float:
    per_balk = len(grafiek.reeksen) if grafiek.soort is Soort.BULLET or stands_beside(grafiek) else 1
    return CM_VAST + len(grafiek.categorieen) * (CM_PER_CATEGORIE + 0.3 * (per_balk - 1))


def small_title(tekst: str) -> Title:
    letters = CharacterProperties(sz=1000, b=True)
    alinea = Paragraph(pPr=ParagraphProperties(defRPr=letters), r=[RegularTextRun(rPr=letters, t=tekst)])
    return Title(tx=Text(rich=RichText(p=[alinea])), overlay=False)


def small_text(kleur: str = "404040") -> RichText:
    letters = CharacterProperties(sz=800, solidFill=kleur)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=letters), endParaRPr=letters)])
