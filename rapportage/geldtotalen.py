"""What a programme's money comes to next to that of other programmes (rekenregels 5). Pure."""

from dataclasses import dataclass

from financien.begrippen import Bedragtoestand
from financien.feiten import Financieringsfeit, Som
from financien.regels import add_up, only_accounted_here
from programmalijnen.regels.begrippen import Precisie

from .rapport import Financieringregel, Rapport


@dataclass(frozen=True, slots=True, kw_only=True)
class Verantwoord:
    """The money of one year: what is accounted for here, and what another programme accounts for.

    Only `hier` may be added up over programmes. An amount is None where none is known.
    """

    jaar: int
    hier: Som
    elders: Som


def accounted_here(rapport: Rapport) -> Verantwoord:
    """The money of the round's own year; of other or several years nothing."""
    regels = [regel for groep in rapport.financien.groepen if groep.telt_mee for regel in groep.regels]
    hier = only_accounted_here(regels)
    return Verantwoord(
        jaar=rapport.ronde.jaar,
        hier=add_up(map(make_feit, hier)),
        elders=add_up(make_feit(regel) for regel in regels if regel.elders_verantwoord),
    )


def make_feit(regel: Financieringregel) -> Financieringsfeit:
    """As far as a sum asks: a line with only standen has no amount of its own that misses."""
    heeft_geen_eigen = regel.bedrag is None and bool(regel.standen)
    toestand = Bedragtoestand.NIET_VAN_TOEPASSING if heeft_geen_eigen else Bedragtoestand(regel.toestand)
    return Financieringsfeit(
        bron=regel.bron,
        bedrag=regel.bedrag,
        toestand=toestand,
        precisie=Precisie(regel.precisie),
        ten_behoeve_van=regel.ten_behoeve_van,
        in_natura=regel.in_natura,
        elders_verantwoord=regel.elders_verantwoord,
    )
