"""Counts of a line and of the programme (rekenregels 3, "Upwards")."""

from collections.abc import Iterable, Iterator

from programmalijnen.models import Activiteitsoort
from programmalijnen.regels.begrippen import Oordeel, Telling
from programmalijnen.regels.tellingen import Beoordeelde, count_koersen, count_oordelen

from ..rapport import Activiteitregel, Ambitieregel, Doelregel, Lijnregel, Tel, Tellingen

MET_KOERS = {
    Telling.BEHAALD,
    Telling.OP_SCHEMA,
    Telling.AANDACHT,
    Telling.ACHTER,
    Telling.VERSLECHTERD,
    Telling.NIET_BEHAALD,
}


def tel_lijn(
    doelen: Iterable[Doelregel], ambities: Iterable[Ambitieregel], activiteiten: tuple[Activiteitregel, ...]
) -> Tellingen:
    alle = [*doelen, *(doel for ambitie in ambities for doel in ambitie.doelen), *doelen_under(activiteiten)]
    return count(alle, activiteiten)


def tel_rapport(doelen: Iterable[Doelregel], lijnen: tuple[Lijnregel, ...]) -> Tellingen:
    """Of the whole programme: the doelen of the programme itself and of every line."""
    alle = [*doelen, *(doel for lijn in lijnen for doel in doelen_of(lijn))]
    return count(alle, tuple(rij for lijn in lijnen for rij in lijn.activiteiten))


def doelen_of(lijn: Lijnregel) -> Iterator[Doelregel]:
    """Every doel of this year in a line, wherever it hangs."""
    yield from lijn.doelen
    for ambitie in lijn.ambities:
        yield from ambitie.doelen
    yield from doelen_under(lijn.activiteiten)


def doelen_under(activiteiten: Iterable[Activiteitregel]) -> Iterator[Doelregel]:
    for activiteit in activiteiten:
        yield from activiteit.doelen
        yield from doelen_under(activiteit.onderdelen)


def count(doelen: list[Doelregel], activiteiten: tuple[Activiteitregel, ...]) -> Tellingen:
    """An onderdeel is not counted beside its parent, what is verwant is not ours to judge."""
    eigen = [rij for rij in activiteiten if rij.soort != Activiteitsoort.VERWANT]
    koersen = count_koersen(doelen)
    oordelen = count_oordelen(
        Beoordeelde(sleutel=rij.sleutel, oordeel=Oordeel(rij.oordeel.waarde)) for rij in eigen
    )
    return Tellingen(
        doelen=tuple(Tel(naam=tel.naam, aantal=tel.aantal) for tel in koersen),
        oordelen=tuple(Tel(naam=tel.naam, aantal=tel.aantal) for tel in oordelen),
        aantal_doelen=len(doelen),
        aantal_activiteiten=len(eigen),
        met_koers=sum(doel.telling in MET_KOERS for doel in doelen),
        beoordeeld=sum(bool(rij.oordeel.waarde) for rij in eigen),
    )
