"""Checks of figures: those that are new or corrected in this round, so that what was answered stays quiet."""

from collections.abc import Callable, Iterator
from datetime import date

from programmalijnen.regels.begrippen import Soort
from programmalijnen.regels.personen import counts_personen
from programmalijnen.regels.waarschuwingen import (
    Genoemd,
    Waarschuwing,
    check_kleine_aantallen,
    check_ontbreekt,
    check_sprong,
    check_stroom,
)

from ..rapport import Indicatorregel
from .feiten import Controlefeiten, Punt, make_sleutel
from .plaatsen import Plaats, Reeks, series_of


def check_cijfers(plaats: Plaats, feiten: Controlefeiten) -> Iterator[Punt]:
    for indicator in plaats.indicatoren:
        yield from check_bron(plaats, feiten, indicator)
        for reeks in series_of(indicator):
            if is_new(reeks.metingen[-1].peildatum, feiten) or is_verbeterd(reeks, feiten):
                for soort, check in REEKSCHECKS.items():
                    yield from make_punten(plaats, reeks, soort, check(reeks))


def is_new(peildatum: date, feiten: Controlefeiten) -> bool:
    return feiten.vorige_peildatum is None or peildatum > feiten.vorige_peildatum


def is_verbeterd(reeks: Reeks, feiten: Controlefeiten) -> bool:
    """Whether the last round told another value."""
    verteld = feiten.verteld.get((reeks.indicator.sleutel, reeks.categorie))
    return verteld is not None and verteld != reeks.metingen[-1].waarde


def warn_sprong(reeks: Reeks) -> tuple[Waarschuwing, ...]:
    """A stroom begins again each year, so then it may well be small."""
    if len(reeks.metingen) < 2:
        return ()
    vorige, laatste = reeks.metingen[-2:]
    begon_opnieuw = reeks.indicator.soort == Soort.STROOM and vorige.peildatum.year < laatste.peildatum.year
    if begon_opnieuw and (laatste.waarde or 0) < (vorige.waarde or 0):
        return ()
    return check_sprong(reeks.naam, vorige.waarde, laatste.waarde)


def warn_stroom(reeks: Reeks) -> tuple[Waarschuwing, ...]:
    return check_stroom(reeks.naam, Soort(reeks.indicator.soort), reeks.metingen[-2:])


def warn_klein(reeks: Reeks) -> tuple[Waarschuwing, ...]:
    if not counts_personen(reeks.indicator.eenheid):
        return ()
    deel = Genoemd(naam=reeks.categorie, waarde=reeks.metingen[-1].waarde)
    return check_kleine_aantallen(reeks.indicator.naam, (deel,))


REEKSCHECKS: dict[str, Callable[[Reeks], tuple[Waarschuwing, ...]]] = {
    "sprong": warn_sprong,
    "daling": warn_stroom,
    "klein-aantal": warn_klein,
}


def make_punten(
    plaats: Plaats, reeks: Reeks, soort: str, waarschuwingen: tuple[Waarschuwing, ...]
) -> Iterator[Punt]:
    sleutel, peildatum = reeks.indicator.sleutel, reeks.metingen[-1].peildatum
    for waarschuwing in waarschuwingen:
        yield Punt(
            sleutel=make_sleutel(soort, sleutel, reeks.categorie),
            groep=plaats.groep,
            onderwerp=plaats.naam,
            zin=waarschuwing.zin,
            plek=plaats.plek_van_meting(sleutel, peildatum, reeks.categorie),
        )


def check_bron(plaats: Plaats, feiten: Controlefeiten, indicator: Indicatorregel) -> Iterator[Punt]:
    """Of an indicator with a doel the doel asks it already."""
    laatste = indicator.laatste
    if not indicator.is_contextcijfer or laatste is None or not is_new(laatste.peildatum, feiten):
        return
    for waarschuwing in check_ontbreekt(indicator.naam, bron=bool(laatste.bron)):
        yield Punt(
            sleutel=make_sleutel("bron", indicator.sleutel),
            groep=plaats.groep,
            onderwerp=plaats.naam,
            zin=waarschuwing.zin,
            plek=plaats.plek_van_bron(indicator.sleutel, laatste.peildatum),
        )
