"""Checks of what people wrote: old figures, disputed figures, a mild oordeel, one pair of eyes."""

from collections.abc import Iterator

from programmalijnen.regels.begrippen import Horizon, Koers, Oordeel
from programmalijnen.regels.oordelen import ask_toelichting, find_horizon
from programmalijnen.regels.waarschuwingen import (
    check_oud_cijfer,
    check_tegenspraak,
    check_vier_ogen,
)

from ..rapport import Doelregel, Rapport, Tegenspraakregel
from .feiten import ACTIVITEITEN, Controlefeiten, Punt, make_sleutel, shorten
from .plaatsen import Plaats, Tekst, series_of


def check_teksten(plaats: Plaats, rapport: Rapport, feiten: Controlefeiten) -> Iterator[Punt]:
    for tekst in plaats.teksten:
        if tekst.soort == ACTIVITEITEN:
            yield from check_cijfers_in(plaats, tekst, feiten)
        yield from check_bronnen_in(plaats, tekst, rapport.tegenspraken)
        yield from check_oordeel(plaats, tekst)
        yield from check_ogen(plaats, tekst, feiten)


def check_cijfers_in(plaats: Plaats, tekst: Tekst, feiten: Controlefeiten) -> Iterator[Punt]:
    """A realisatie that repeats what the last round told of one of its indicators, while it changed."""
    for indicator in plaats.indicatoren:
        for reeks in series_of(indicator):
            verteld = feiten.verteld.get((indicator.sleutel, reeks.categorie))
            for waarschuwing in check_oud_cijfer(tekst.tekst, reeks.naam, verteld, reeks.metingen[-1].waarde):
                sleutel = make_sleutel("oud-cijfer", tekst.sleutel, indicator.sleutel, reeks.categorie)
                yield make_punt(plaats, tekst, sleutel, waarschuwing.zin)


def check_bronnen_in(
    plaats: Plaats, tekst: Tekst, tegenspraken: tuple[Tegenspraakregel, ...]
) -> Iterator[Punt]:
    """A text that touches a Tegenspraak with the figure that the report does not use."""
    for rij in tegenspraken:
        waarden = (rij.waarde_a, rij.waarde_b)
        for waarschuwing in check_tegenspraak(
            tekst.tekst, rij.onderwerp, waarden=waarden, gebruikt=rij.gebruikt
        ):
            sleutel = make_sleutel("tegenspraak", rij.sleutel, tekst.soort, tekst.sleutel, waarschuwing.over)
            yield make_punt(plaats, tekst, sleutel, waarschuwing.zin)


def check_oordeel(plaats: Plaats, tekst: Tekst) -> Iterator[Punt]:
    """An oordeel that asks for an explanation and has none; of a line over the doelen of the line itself."""
    oordeel = tekst.oordeel
    if not oordeel.waarde or oordeel.oorzaak or oordeel.gevolg or oordeel.bijsturing:
        return
    koersen = [weigh(doel) for doel in plaats.doelen]
    zin = ask_toelichting(Oordeel(oordeel.waarde), Horizon(oordeel.horizon), koersen)
    if zin:
        sleutel = make_sleutel("oordeel", tekst.soort, tekst.sleutel)
        zin = f"‘{shorten(tekst.onderwerp)}’: {zin[0].lower()}{zin[1:]}"
        yield make_punt(plaats, tekst, sleutel, zin, veld="oordeel_oorzaak")


def weigh(doel: Doelregel) -> tuple[Koers, Horizon]:
    return Koers(doel.koers), find_horizon(doel.doel_van, doel.doel_tot)


def check_ogen(plaats: Plaats, tekst: Tekst, feiten: Controlefeiten) -> Iterator[Punt]:
    """Who it was stays outside: an edition names no civil servant."""
    wie = "één persoon" if (tekst.soort, tekst.sleutel) in feiten.zelf else ""
    for waarschuwing in check_vier_ogen(shorten(tekst.onderwerp), wie, wie):
        sleutel = make_sleutel("zelf-goedgekeurd", tekst.soort, tekst.sleutel)
        yield make_punt(plaats, tekst, sleutel, waarschuwing.zin)


def make_punt(plaats: Plaats, tekst: Tekst, sleutel: str, zin: str, veld: str = "tekst") -> Punt:
    return Punt(
        sleutel=sleutel, groep=plaats.groep, onderwerp=tekst.onderwerp, zin=zin, plek=tekst.plek(veld)
    )
