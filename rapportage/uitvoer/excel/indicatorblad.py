"""The sheet Indicatoren: a row per measurement and per category, to filter and to calculate with."""

from collections.abc import Iterator
from decimal import Decimal

from openpyxl import Workbook

from ...rapport import Indicatorregel, Metingregel, Rapport, Uitsplitsingregel
from ..woorden import telt_mee_woorden
from .activiteitblok import walk
from .blad import KOPRIJ, Blad, Waarde
from .cellen import Cel
from .kolom import Kolom, fit
from .lijnblad import Plek
from .naamstrook import Naamstrook
from .stijlen import Stijl, getalformaat


def kolommen(rapport: Rapport) -> tuple[Kolom, ...]:
    metingen = [meting for _, indicator in indicatoren_of(rapport) for meting in indicator.metingen]
    return (
        Kolom("Indicator", 32),
        Kolom("Hoort bij", 30),
        Kolom("Eenheid", 15),
        Kolom("Stroom of\nstand", 12),
        Kolom("Periode", 15),
        Kolom("Peildatum", 18),
        Kolom("Categorie", 22),
        Kolom("Waarde", fit(12, (m.afgedrukt for m in metingen if m.waarde is not None)), is_getal=True),
        Kolom("Toestand", 15),
        Kolom("Nulmeting", 12),
        Kolom("Bron", 26),
        Kolom("Opmerking", 28),
    )


def write_indicatorblad(boek: Workbook, rapport: Rapport, strook: Naamstrook) -> None:
    blad = Blad(boek, "Indicatoren", f"Indicatoren {rapport.ronde.label}", kolommen(rapport), strook)
    for plek, indicator in indicatoren_of(rapport):
        write_indicator(blad, plek, indicator)
    if blad.rij == KOPRIJ:
        blad.add("Geen indicatoren in dit rapport", stijl=Stijl.BIJ)
    else:
        blad.sheet.auto_filter.ref = f"A{KOPRIJ}:L{blad.rij}"


def indicatoren_of(rapport: Rapport) -> Iterator[tuple[str, Indicatorregel]]:
    """Every indicator in report order, with the name of what it hangs on."""
    yield from (("Hele programma", indicator) for indicator in rapport.indicatoren)
    for lijn in rapport.lijnen:
        plekken: list[tuple[str, Plek]] = [(f"{lijn.code} {lijn.titel}", lijn)]
        plekken += [(ambitie.titel, ambitie) for ambitie in lijn.ambities]
        plekken += [(activiteit.titel, activiteit) for activiteit, _ in walk(lijn.activiteiten)]
        yield from ((naam, indicator) for naam, plek in plekken for indicator in plek.indicatoren)


def write_indicator(blad: Blad, plek: str, indicator: Indicatorregel) -> None:
    vooraan = (indicator.naam, plek, indicator.eenheid, indicator.soort)
    if not indicator.metingen:
        leeg = (*vooraan, None, None, None, None, "niet gemeten", None, indicator.bron, indicator.toelichting)
        blad.add(*leeg, sleutel=indicator.sleutel)
    for meting in indicator.metingen:
        for categorie, *rij in meting_rows(indicator, meting):
            sleutel = f"{indicator.sleutel} {meting.sleutel}"
            blad.add(*vooraan, meting.periode, Cel(meting.peildatum), categorie, *rij, sleutel=sleutel)


def meting_rows(indicator: Indicatorregel, meting: Metingregel) -> Iterator[tuple[Waarde, ...]]:
    """The total and its categories; a total that nobody can compute says so and stays without a number."""
    nulmeting = "ja" if meting.is_nulmeting else "nee"
    heeft_totaal = meting.waarde is not None or not meting.uitsplitsing
    toestand = meting.toestand if heeft_totaal else "alleen per categorie"
    waarde = number(indicator, meting.waarde, meting.precisie)
    yield ("", waarde, toestand, nulmeting, meting.bron or indicator.bron, meting.opmerking)
    for deel in meting.uitsplitsing:
        yield (
            deel.categorie,
            *category_cells(indicator, deel),
            nulmeting,
            meting.bron,
            telt_mee_woorden(deel.telt_mee),
        )


def category_cells(indicator: Indicatorregel, deel: Uitsplitsingregel) -> tuple[Waarde, Waarde]:
    return number(indicator, deel.waarde, deel.precisie), deel.toestand


def number(indicator: Indicatorregel, waarde: Decimal | None, precisie: str) -> Cel:
    return Cel(waarde, Stijl.GETAL, getalformaat(indicator.decimalen, precisie))
