"""A chart on a sheet: its sentence, the table with its figures, and Excel's own chart below them."""

from collections.abc import Iterable

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks
from dordt_monitor.opmaak import EURO

from ...grafieken.woorden import upper_first
from .blad import Blad
from .cellen import Cel, visible
from .eigengrafiek import make_grafiek
from .stijlen import Stijl, bedragformaat, getalformaat

CATEGORIE = 1
BULLETEENHEID = "procent van de weg naar het doel"


def add_grafieken(blad: Blad, grafieken: Iterable[Grafiek | None], *, reeks: int) -> None:
    """Charts on a page of their own; `reeks` is the column (from 1) of the first series."""
    zichtbaar = [grafiek for grafiek in grafieken if grafiek is not None]
    if zichtbaar:
        blad.break_page()
    for grafiek in zichtbaar:
        add_grafiek(blad, grafiek, reeks=reeks)


def add_grafiek(blad: Blad, grafiek: Grafiek, *, reeks: int) -> None:
    blad.add_group(f"Grafiek: {grafiek.titel}")
    blad.add_text("Wat u ziet", " ".join(deel for deel in (grafiek.zin, describe_bron(grafiek)) if deel))
    opvulling = [None] * (reeks - CATEGORIE - 1)
    kop = blad.add(
        Cel(upper_first(grafiek.eenheid or BULLETEENHEID), Stijl.LABEL),
        *opvulling,
        *(Cel(deel.naam, Stijl.LABEL_GETAL) for deel in grafiek.reeksen),
    )
    for nummer in range(len(grafiek.categorieen)):
        cijfers = (figure_cell(grafiek, deel, nummer) for deel in grafiek.reeksen)
        blad.add(category_text(grafiek, nummer), *opvulling, *cijfers)
    blad.add_chart(make_grafiek(blad.sheet, grafiek, kop=kop, categorie=CATEGORIE, reeks=reeks))


def describe_bron(grafiek: Grafiek) -> str:
    return f"Bron: {grafiek.bron}." if grafiek.bron else ""


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
