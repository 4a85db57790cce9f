"""Lines of money as the parts of a chart: under which row and which kind each amount is drawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from dordt_monitor.grafiek.gegevens import Reeks, Rol
from dordt_monitor.opmaak import format_bedrag, format_met_precisie
from financien.begrippen import Bedragtoestand, Financieringsoort
from financien.feiten import Som
from financien.regels import add_up_bedragen
from programmalijnen.regels.begrippen import Precisie

from ..rapport import Financien, Financieringregel, Financieringsgroep

ELDERS = "elders verantwoord"
IN_NATURA = "in natura"
ROLLEN: dict[str, Rol] = {
    Financieringsoort.INVESTERING: Rol.WAARDE,
    Financieringsoort.GEGENEREERD: Rol.TWEEDE,
    Financieringsoort.NIET_VERMELD: Rol.DERDE,
    ELDERS: Rol.RUSTIG,
}
NAMEN: dict[str, str] = {Financieringsoort.NIET_VERMELD: "soort niet vermeld"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One line of money on its place in the chart."""

    rij: str
    soort: str
    regel: Financieringregel


def lines_of(financien: Financien) -> Iterator[tuple[Financieringsgroep, Financieringregel]]:
    """The lines of the round's own year, with their group."""
    return ((groep, regel) for groep in financien.groepen if groep.telt_mee for regel in groep.regels)


def kind_of(groep: Financieringsgroep, regel: Financieringregel) -> str:
    """What another report accounts for is a kind of its own."""
    return ELDERS if regel.elders_verantwoord else groep.soort


def make_posten(financien: Financien, rij: str = "") -> list[Post]:
    """All under one row, or each under its source."""
    return [
        Post(rij=rij or regel.bron, soort=kind_of(groep, regel), regel=regel)
        for groep, regel in lines_of(financien)
    ]


def add_up_posten(posten: Iterable[Post]) -> Som:
    return add_up_bedragen(
        (post.rij, post.regel.bedrag, Bedragtoestand(post.regel.toestand), Precisie(post.regel.precisie))
        for post in posten
    )


def make_reeksen(rijen: list[str], posten: list[Post]) -> tuple[Reeks, ...]:
    """A series for each kind that is there, in the order of `ROLLEN`."""
    present = [soort for soort in ROLLEN if any(post.soort == soort for post in posten)]
    return tuple(_reeks(soort, rijen, [post for post in posten if post.soort == soort]) for soort in present)


def _reeks(soort: str, rijen: list[str], posten: list[Post]) -> Reeks:
    cellen = [[post for post in posten if post.rij == rij] for rij in rijen]
    return Reeks(
        naam=NAMEN.get(soort, soort),
        rol=ROLLEN[soort],
        waarden=tuple(add_up_posten(cel).bedrag for cel in cellen),
        afgedrukt=tuple(print_som(cel) for cel in cellen),
    )


def print_som(posten: list[Post]) -> str:
    """The sum, or the words of why there is none; nothing for no lines at all."""
    som = add_up_posten(posten)
    if som.bedrag is not None:
        return print_bedrag(som.bedrag, som.precisie)
    return ", ".join(dict.fromkeys(print_regel(post.regel) for post in posten))


def print_regel(regel: Financieringregel) -> str:
    """The amount of a line, else its steps, else the words of the empty state."""
    if regel.bedrag is not None:
        return print_bedrag(regel.bedrag, regel.precisie)
    standen = [f"{stand.stand} {print_bedrag(stand.bedrag, stand.precisie)}" for stand in regel.standen]
    return ", ".join(standen) or (IN_NATURA if regel.in_natura else regel.toestand)


def print_bedrag(bedrag: Decimal, precisie: str) -> str:
    return format_met_precisie(format_bedrag(bedrag), precisie)
