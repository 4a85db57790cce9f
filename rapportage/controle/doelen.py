"""Checks of doelen: what a doel lacks, and doelen that are part of one another (rekenregels 4)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from programmalijnen.regels.begrippen import Doeltoestand
from programmalijnen.regels.waarschuwingen import Genoemd, check_daarvan, check_ontbreekt

from ..rapport import Doelregel
from .feiten import DOELEN, Controlefeiten, Herstelplek, Punt, make_sleutel, shorten
from .plaatsen import Plaats


def check_afspraken(plaats: Plaats, feiten: Controlefeiten) -> Iterator[Punt]:
    """What is missing to test a doel by: the same that Toetsbaar? asks."""
    for doel in plaats.doelen:
        aanwezig = feiten.aanwezig.get(doel.sleutel, {})
        if doel.toestand == Doeltoestand.VERVALLEN:
            continue
        for waarschuwing in check_ontbreekt(shorten(doel.omschrijving), **aanwezig):
            yield Punt(
                sleutel=make_sleutel("ontbreekt", doel.sleutel),
                groep=plaats.groep,
                onderwerp=plaats.naam,
                zin=waarschuwing.zin,
                plek=Herstelplek(soort=DOELEN, sleutel=doel.sleutel),
            )


def check_onderdelen(plaatsen: Iterable[Plaats], feiten: Controlefeiten) -> Iterator[Punt]:
    """A "daarvan" may stand elsewhere than its whole; the warning stands with the whole."""
    alle = [(plaats, doel) for plaats in plaatsen for doel in plaats.doelen]
    delen = defaultdict(list)
    for plaats, doel in alle:
        delen[doel.onderdeel_van].append((plaats, doel))
    for plaats, doel in alle:
        if delen[doel.sleutel]:
            yield from check_geheel(plaats, doel, delen[doel.sleutel], feiten)


def check_geheel(
    plaats: Plaats, geheel: Doelregel, delen: list[tuple[Plaats, Doelregel]], feiten: Controlefeiten
) -> Iterator[Punt]:
    plekken = {deel.sleutel: place_meting(waar, deel) for waar, deel in delen}
    waarschuwingen = check_daarvan(
        name_doel(geheel),
        tuple(name_deel(deel, geheel) for _, deel in delen),
        sluiten_uit=feiten.sluiten_uit.get(geheel.sleutel),
    )
    for waarschuwing in waarschuwingen:
        yield Punt(
            sleutel=make_sleutel("daarvan", geheel.sleutel, waarschuwing.over),
            groep=plaats.groep,
            onderwerp=plaats.naam,
            zin=waarschuwing.zin,
            plek=plekken.get(waarschuwing.over) or place_meting(plaats, geheel),
            is_neutraal=waarschuwing.is_neutraal,
        )


def name_doel(doel: Doelregel) -> Genoemd:
    return Genoemd(naam=shorten(doel.omschrijving), waarde=doel.waarde, sleutel=doel.sleutel)


def name_deel(deel: Doelregel, geheel: Doelregel) -> Genoemd:
    """Values of another day or in another unit cannot be compared; such a part counts as not known."""
    is_gelijk = (deel.peildatum, deel.eenheid) == (geheel.peildatum, geheel.eenheid)
    return name_doel(deel) if is_gelijk else replace(name_doel(deel), waarde=None)


def place_meting(plaats: Plaats, doel: Doelregel) -> Herstelplek:
    """The value is mended where its indicator stands; that is not always where the doel does."""
    if not doel.indicator or doel.peildatum is None:
        return Herstelplek(soort=DOELEN, sleutel=doel.sleutel)
    return plaats.plek_van_meting(doel.indicator, doel.peildatum)
