"""Lines of money as the parts of a chart: in which row, and as which part of it, each amount is drawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from dordt_monitor.grafiek.gegevens import Reeks, Rol
from dordt_monitor.opmaak import format_bedrag, format_met_precisie
from financien.begrippen import Bedragtoestand, Financieringsoort
from financien.feiten import Som
from financien.regels import add_up_bedragen
from programmalijnen.regels.begrippen import Precisie, Schaal

from ..rapport import Financien, Financieringregel, Financieringsgroep

ELDERS = "elders verantwoord"
IN_NATURA = "in natura"
SOORTEN: dict[str, Rol] = {
    Financieringsoort.INVESTERING: Rol.WAARDE,
    Financieringsoort.GEGENEREERD: Rol.TWEEDE,
    Financieringsoort.NIET_VERMELD: Rol.DERDE,
    ELDERS: Rol.RUSTIG,
}
SCHALEN: dict[str, Rol] = {
    Schaal.STAD: Rol.WAARDE,
    Schaal.REGIO: Rol.TWEEDE,
    Schaal.STAD_EN_REGIO: Rol.DERDE,
    Schaal.NIET_VERMELD: Rol.RUSTIG,
}
NAMEN: dict[str, str] = {
    Financieringsoort.GEGENEREERD: "extra gegenereerd",
    Financieringsoort.NIET_VERMELD: "niet vermeld",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One line of money on its place in the chart; `deel` is the series."""

    rij: str
    deel: str
    regel: Financieringregel


def lines_of(financien: Financien) -> Iterator[tuple[Financieringsgroep, Financieringregel]]:
    """The lines of the round's own year, with their group."""
    return ((groep, regel) for groep in financien.groepen if groep.telt_mee for regel in groep.regels)


def kind_of(groep: Financieringsgroep, regel: Financieringregel) -> str:
    """What another report accounts for is a kind of its own."""
    return ELDERS if regel.elders_verantwoord else groep.soort


def posten_of_lijn(financien: Financien, rij: str) -> list[Post]:
    """All in one row, by kind."""
    return [Post(rij=rij, deel=kind_of(groep, regel), regel=regel) for groep, regel in lines_of(financien)]


def posten_by_kind(financien: Financien) -> list[Post]:
    """A row for each kind, by scale; what is accounted for elsewhere is in its kind, as in the totals."""
    return [
        Post(rij=name_of(groep.soort), deel=groep.schaal, regel=regel) for groep, regel in lines_of(financien)
    ]


def name_of(soort: str) -> str:
    return NAMEN.get(soort, str(soort))


def add_up_posten(posten: Iterable[Post]) -> Som:
    return add_up_bedragen(
        (post.rij, post.regel.bedrag, Bedragtoestand(post.regel.toestand), Precisie(post.regel.precisie))
        for post in posten
    )


def make_reeksen(rijen: list[str], posten: list[Post], rollen: dict[str, Rol]) -> tuple[Reeks, ...]:
    """A series for each part that is there, in the order of `rollen`."""
    present = [deel for deel in rollen if any(post.deel == deel for post in posten)]
    return tuple(
        _reeks(deel, rollen[deel], rijen, [post for post in posten if post.deel == deel]) for deel in present
    )


def _reeks(deel: str, rol: Rol, rijen: list[str], posten: list[Post]) -> Reeks:
    cellen = [[post for post in posten if post.rij == rij] for rij in rijen]
    return Reeks(
        naam=name_of(deel),
        rol=rol,
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
