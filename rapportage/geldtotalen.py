"""What a programme's money comes to next to that of other programmes (rekenregels 5). Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from financien.begrippen import Bedragtoestand
from financien.feiten import Financieringsfeit, Som
from financien.regels import add_up, is_of_year, only_accounted_here
from programmalijnen.regels.begrippen import Precisie

from .rapport import Financieringregel, Financieringsgroep, Rapport


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
    groepen = [groep for groep in rapport.financien.groepen if groep.telt_mee]
    return split(rapport.ronde.jaar, make_feiten(groepen))


def accounted_in_other_years(rapport: Rapport) -> Iterator[Verantwoord]:
    """Of every other year that a line names: its amount is of that year alone, or paid in each."""
    regels = [regel for regel in make_feiten(rapport.financien.groepen) if regel.zegt_jaren]
    jaren = {jaar for regel in regels for jaar in named_years(regel)}
    for jaar in sorted(jaren - {rapport.ronde.jaar}):
        yield split(jaar, [regel for regel in regels if is_of_year(regel, jaar)])


def split(jaar: int, regels: Sequence[Financieringsfeit]) -> Verantwoord:
    return Verantwoord(
        jaar=jaar,
        hier=add_up(only_accounted_here(regels)),
        elders=add_up(regel for regel in regels if regel.elders_verantwoord),
    )


def named_years(regel: Financieringsfeit) -> range:
    """Without a first or last year a period names no years one by one."""
    if regel.jaar_van is None or regel.jaar_tot is None:
        return range(0)
    return range(regel.jaar_van, regel.jaar_tot + 1)


def make_feiten(groepen: Iterable[Financieringsgroep]) -> list[Financieringsfeit]:
    return [make_feit(regel) for groep in groepen for regel in groep.regels]


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
        jaar_van=regel.jaar_van,
        jaar_tot=regel.jaar_tot,
        per_jaar=regel.per_jaar,
        in_natura=regel.in_natura,
        elders_verantwoord=regel.elders_verantwoord,
    )
