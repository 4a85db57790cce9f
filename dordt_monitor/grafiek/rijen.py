"""The layout of charts that are rows: bullet, staven, gestapeld. The name of a row stands above its bar."""

from decimal import Decimal

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol, Soort
from dordt_monitor.grafiek.tekening import (
    MERKEN,
    REGEL,
    TEKENS,
    Letter,
    Merk,
    Tekening,
    Tekst,
    Vlak,
    break_parts,
    break_text,
    start_drawing,
)

BALK = 14
TUSSEN = 16
# Room above the bar for the sign of what was expected.
WIJZER = 8
VOL = Decimal(100)


def lay_out_rows(grafiek: Grafiek) -> Tekening:
    tekening = start_drawing(grafiek.eenheid, grafiek.reeksen)
    schaal = _longest(grafiek)
    for rij in range(len(grafiek.categorieen)):
        _add_label(tekening, grafiek, rij)
        add_bars = _add_separate_bars if grafiek.soort is Soort.STAVEN else _add_joined_bars
        add_bars(tekening, grafiek, rij, schaal)
        _add_words_below(tekening, grafiek, rij)
        tekening.hoogte += TUSSEN
    tekening.hoogte -= TUSSEN - 2
    return tekening


def _longest(grafiek: Grafiek) -> Decimal:
    """The value that fills the width: the target of a bullet, otherwise the longest bar."""
    if grafiek.soort is Soort.BULLET:
        return VOL
    return max((_length(grafiek, rij) for rij in range(len(grafiek.categorieen))), default=VOL) or VOL


def _length(grafiek: Grafiek, rij: int) -> Decimal:
    waarden = [waarde for reeks in grafiek.reeksen if (waarde := reeks.waarden[rij]) is not None]
    return sum(waarden, Decimal(0)) if grafiek.soort is Soort.GESTAPELD else max(waarden, default=Decimal(0))


def _add_label(tekening: Tekening, grafiek: Grafiek, rij: int) -> None:
    """The name at the left; its figure at the right, where a bullet has its own below the bar."""
    waarde = "" if grafiek.soort is Soort.BULLET else _text_of(grafiek.waardetekst, rij)
    ruimte = TEKENS - len(waarde) - 2 if waarde else TEKENS
    tekening.write(break_text(grafiek.categorieen[rij], ruimte), Letter.NAAM, regelhoogte=REGEL)
    _add_right(tekening, waarde, Letter.GETAL)
    tekening.hoogte += WIJZER if _has_pointer(grafiek) else 2


def _add_joined_bars(tekening: Tekening, grafiek: Grafiek, rij: int, schaal: Decimal) -> None:
    """A bullet on its track with its marks, or the parts of a total end to end; without any, the words."""
    speaking = [reeks for reeks in grafiek.reeksen if reeks.waarden[rij] is not None]
    if not speaking:
        return _add_words_instead(tekening, grafiek, rij)
    y, van = tekening.hoogte, 0.0
    if grafiek.soort is Soort.BULLET:
        tekening.vlakken.append(Vlak(van=0, tot=100, y=y, hoogte=BALK, rol=None))
    for reeks in speaking:
        breedte, uitleg = _percent(reeks, rij, schaal), _explain(grafiek, reeks, rij)
        if reeks.rol in MERKEN:
            tekening.merken.append(Merk(x=breedte, y=y + BALK / 2, rol=reeks.rol, uitleg=uitleg))
            continue
        tekening.vlakken.append(
            Vlak(van=van, tot=van + breedte, y=y, hoogte=BALK, rol=reeks.rol, uitleg=uitleg)
        )
        van += breedte
    tekening.hoogte += BALK + 2
    return None


def _add_words_instead(tekening: Tekening, grafiek: Grafiek, rij: int) -> None:
    """What is said of a row without a bar, unless that is already said below it."""
    if not _text_of(grafiek.bijschriften, rij):
        words = next((reeks.afgedrukt[rij] for reeks in grafiek.reeksen if reeks.afgedrukt[rij]), "")
        tekening.write(break_text(words), Letter.LEEG)


def _add_separate_bars(tekening: Tekening, grafiek: Grafiek, rij: int, schaal: Decimal) -> None:
    """One bar below the other for each series that has something to say of this row."""
    for reeks in grafiek.reeksen:
        if reeks.waarden[rij] is None:
            tekening.write(break_text(reeks.afgedrukt[rij]), Letter.LEEG)
            continue
        tot, y = _percent(reeks, rij, schaal), tekening.hoogte
        tekening.vlakken.append(
            Vlak(van=0, tot=tot, y=y, hoogte=BALK, rol=reeks.rol, uitleg=_explain(grafiek, reeks, rij))
        )
        tekening.hoogte += BALK + 2


def _add_words_below(tekening: Tekening, grafiek: Grafiek, rij: int) -> None:
    """The figure of a bullet and what is said of the row: on one line where both fit the narrowest column."""
    waarde = _text_of(grafiek.waardetekst, rij) if grafiek.soort is Soort.BULLET else ""
    bijschrift = _text_of(grafiek.bijschriften, rij)
    tekening.write(break_text(waarde), Letter.GETAL)
    if waarde and len(waarde) + len(bijschrift) + 2 <= TEKENS:
        _add_right(tekening, bijschrift, Letter.BIJ)
    else:
        tekening.write(break_parts(bijschrift), Letter.BIJ)


def _add_right(tekening: Tekening, tekst: str, letter: Letter) -> None:
    """At the right end of the line that was written last."""
    if tekst:
        tekening.teksten.append(
            Tekst(x=100, y=tekening.teksten[-1].y, tekst=tekst, letter=letter, anker="end")
        )


def _has_pointer(grafiek: Grafiek) -> bool:
    return any(reeks.rol is Rol.VERWACHT for reeks in grafiek.reeksen)


def _text_of(teksten: tuple[str, ...], rij: int) -> str:
    return teksten[rij] if teksten else ""


def _percent(reeks: Reeks, rij: int, schaal: Decimal) -> float:
    return float((reeks.waarden[rij] or Decimal(0)) * VOL / schaal)


def _explain(grafiek: Grafiek, reeks: Reeks, rij: int) -> str:
    return f"{grafiek.categorieen[rij]}: {reeks.naam} {reeks.afgedrukt[rij]}"
