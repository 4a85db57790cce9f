"""A chart on a sheet: its sentence, the table with its figures, and Excel's own chart below them."""

from collections.abc import Iterable

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Soort
from dordt_monitor.grafiek.waard import is_waard
from dordt_monitor.opmaak import EURO

from ...grafieken.woorden import upper_first
from .blad import Blad
from .cellen import Cel, visible
from .eigengrafiek import height_cm, make_grafiek
from .hoogte import PUNTEN_PER_REGEL
from .stijlen import Stijl, bedragformaat, getalformaat

CATEGORIE = 1
PUNTEN_PER_CM = 28.35
BULLETZIN = (
    "Een volle balk (100%) is de streefwaarde. Zonder nulmeting is de balk het deel van de streefwaarde, "
    "en is er geen koers. Waar geen balk staat, leest u waarom."
)
BULLETEENHEID = "procent van de weg naar het doel"


def add_grafieken(blad: Blad, grafieken: Iterable[Grafiek | None], *, reeks: int) -> None:
    """Charts from a new page on, none of them cut; `reeks` is the column (from 1) of the first series."""
    vol = True
    for grafiek in (grafiek for grafiek in grafieken if grafiek is not None and is_waard(grafiek)):
        if vol or blad.punten + needed_points(grafiek) > blad.page_points:
            blad.break_page()
        add_grafiek(blad, grafiek, reeks=reeks)
        vol = False


def add_grafiek(blad: Blad, grafiek: Grafiek, *, reeks: int) -> None:
    blad.add_group(f"Grafiek: {grafiek.titel}")
    blad.add_text("Wat u ziet", describe_grafiek(grafiek))
    opvulling = [None] * (reeks - CATEGORIE - 1)
    kop = blad.add(
        Cel(upper_first(grafiek.eenheid or BULLETEENHEID), Stijl.LABEL),
        *opvulling,
        *(Cel(deel.naam, Stijl.LABEL_GETAL) for deel in grafiek.reeksen),
    )
    for nummer in range(len(grafiek.categorieen)):
        cijfers = (figure_cell(grafiek, deel, nummer) for deel in grafiek.reeksen)
        blad.add(category_text(grafiek, nummer), *opvulling, *cijfers)
    tekening = make_grafiek(blad.sheet, grafiek, kop=kop, categorie=CATEGORIE, reeks=reeks)
    blad.add_chart(tekening, chart_points(grafiek))


def chart_points(grafiek: Grafiek) -> float:
    return height_cm(grafiek) * PUNTEN_PER_CM


def needed_points(grafiek: Grafiek) -> float:
    """The chart with its heading, sentence and table; rows of two lines."""
    return chart_points(grafiek) + (len(grafiek.categorieen) + 4) * 2 * PUNTEN_PER_REGEL


def describe_grafiek(grafiek: Grafiek) -> str:
    """What is to be seen. The sentence of a bullet speaks of signs that Excel's bars do not have."""
    zin = BULLETZIN if grafiek.soort is Soort.BULLET else grafiek.zin
    return f"{zin} Bron: {grafiek.bron}." if grafiek.bron else zin


def category_text(grafiek: Grafiek, nummer: int) -> str:
    """The name with the words that belong to it; a gap says why it is one, and never becomes a 0."""
    naam = visible(grafiek.categorieen[nummer])
    woorden = grafiek.waardetekst[nummer] if grafiek.waardetekst else ""
    leeg = [deel.afgedrukt[nummer] for deel in grafiek.reeksen if deel.waarden[nummer] is None]
    uitleg = woorden or next((tekst for tekst in leeg if tekst), "")
    return f"{naam}: {uitleg}" if uitleg else naam


def figure_cell(grafiek: Grafiek, reeks: Reeks, nummer: int) -> Cel:
    waarde = reeks.waarden[nummer]
    if waarde is None:
        return Cel(None)
    if grafiek.eenheid == EURO:
        return Cel(waarde, Stijl.GETAL, bedragformaat(waarde))
    return Cel(waarde, Stijl.GETAL, getalformaat(0 if waarde == waarde.to_integral_value() else 1))
