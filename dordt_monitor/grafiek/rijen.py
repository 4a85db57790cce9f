"""The layout of charts that are rows: bullet, staven and gestapeld. The words stand above their bar."""

from decimal import Decimal

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol, Soort
from dordt_monitor.grafiek.tekening import (
    KORTE_REGEL,
    TEKENS,
    Letter,
    Merk,
    Tekening,
    Tekst,
    Vlak,
    break_text,
    start_drawing,
)

BALK = 14
TUSSEN = 14
VOL = Decimal(100)


def lay_out_rows(grafiek: Grafiek) -> Tekening:
    tekening = start_drawing(grafiek.eenheid, grafiek.reeksen)
    schaal = VOL if grafiek.soort is Soort.BULLET else _largest(grafiek)
    for rij in range(len(grafiek.categorieen)):
        _add_row(tekening, grafiek, rij, schaal)
    tekening.hoogte -= TUSSEN - 4
    return tekening


def _largest(grafiek: Grafiek) -> Decimal:
    """The value that fills the width; a chart of zeros keeps its zeros."""
    return max((_length(grafiek, rij) for rij in range(len(grafiek.categorieen))), default=VOL) or VOL


def _length(grafiek: Grafiek, rij: int) -> Decimal:
    waarden = [waarde for reeks in grafiek.reeksen if (waarde := reeks.waarden[rij]) is not None]
    return sum(waarden, Decimal(0)) if grafiek.soort is Soort.GESTAPELD else max(waarden, default=Decimal(0))


def _add_row(tekening: Tekening, grafiek: Grafiek, rij: int, schaal: Decimal) -> None:
    _add_label(tekening, grafiek, rij)
    if grafiek.soort is Soort.STAVEN:
        _add_separate_bars(tekening, grafiek, rij, schaal)
    else:
        _add_one_bar(tekening, grafiek, rij, schaal)
    if grafiek.bijschriften:
        tekening.write(break_text(grafiek.bijschriften[rij]), Letter.BIJ, stap=KORTE_REGEL)
    tekening.hoogte += TUSSEN


def _add_label(tekening: Tekening, grafiek: Grafiek, rij: int) -> None:
    """The name of the row at the left, its figure at the right of the last line of the name."""
    waarde = grafiek.waardetekst[rij] if grafiek.waardetekst else ""
    ruimte = TEKENS - len(waarde) - 2 if waarde else TEKENS
    tekening.write(break_text(grafiek.categorieen[rij], ruimte), Letter.NAAM)
    if waarde:
        y = tekening.hoogte - 5
        tekening.teksten.append(Tekst(x=100, y=y, tekst=waarde, letter=Letter.WAARDE, anker="end"))
    tekening.hoogte += 2


def _add_one_bar(tekening: Tekening, grafiek: Grafiek, rij: int, schaal: Decimal) -> None:
    """A bullet on its track, or the stacked parts of a total."""
    y, van = tekening.hoogte, 0.0
    measured = [reeks for reeks in grafiek.reeksen if reeks.waarden[rij] is not None]
    if not measured:
        return _add_words(tekening, grafiek, rij)
    if grafiek.soort is Soort.BULLET:
        tekening.vlakken.append(Vlak(van=0, tot=100, y=y, hoogte=BALK, rol=None))
    for reeks in measured:
        tot = _percent(reeks, rij, schaal)
        if reeks.rol in (Rol.VERWACHT, Rol.STREEFWAARDE):
            tekening.merken.append(Merk(x=tot, y=y + BALK / 2, rol=reeks.rol))
        else:
            tekening.vlakken.append(Vlak(van=van, tot=van + tot, y=y, hoogte=BALK, rol=reeks.rol))
            van += tot
    tekening.hoogte += BALK + 3
    return None


def _add_separate_bars(tekening: Tekening, grafiek: Grafiek, rij: int, schaal: Decimal) -> None:
    """One bar below the other for each series that says something of this row."""
    speaking = [reeks for reeks in grafiek.reeksen if reeks.waarden[rij] is not None or reeks.afgedrukt[rij]]
    for reeks in speaking:
        if reeks.waarden[rij] is None:
            tekening.write(break_text(reeks.afgedrukt[rij]), Letter.LEEG, stap=KORTE_REGEL)
            continue
        tot = _percent(reeks, rij, schaal)
        tekening.vlakken.append(Vlak(van=0, tot=tot, y=tekening.hoogte, hoogte=BALK, rol=reeks.rol))
        tekening.hoogte += BALK + 3


def _add_words(tekening: Tekening, grafiek: Grafiek, rij: int) -> None:
    """Where nothing was measured: the words, and no bar."""
    woorden = next((reeks.afgedrukt[rij] for reeks in grafiek.reeksen if reeks.afgedrukt[rij]), "")
    tekening.write(break_text(woorden), Letter.LEEG, stap=KORTE_REGEL)


def _percent(reeks: Reeks, rij: int, schaal: Decimal) -> float:
    return float((reeks.waarden[rij] or Decimal(0)) * VOL / schaal)
