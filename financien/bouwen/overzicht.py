"""The team's overview of all money of a programme, built once, with a constant number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from programmalijnen.bouwen.ophalen import group
from programmalijnen.models import Programma, Programmalijn

from ..feiten import Dekking, Financieringsfeit, Groep, Jaarsaldo, Uitgaventabel
from ..models import (
    Financiering,
    Financieringsbron,
    Financieringsstand,
    GedruktTotaal,
    Kostenpost,
    KostenpostLijn,
    Uitgave,
)
from ..regels import build_dekking
from ..saldo import build_saldi
from ..uitgaven import build_uitgaven
from .feiten import make_postfeit, own_financieringen, printed_saldi, printed_totals, printed_years


@dataclass(frozen=True, slots=True, kw_only=True)
class Archiefregel:
    """An archived row with the word of its kind in addresses."""

    soort: str
    rij: Financiering | Kostenpost


@dataclass(frozen=True, slots=True, kw_only=True)
class Geld:
    """Everything of a programme that is about money; see `feiten.Geldrijen` for the dicts."""

    lijnen: list[Programmalijn]
    financieringen: list[Financiering]
    financieringsstanden: dict[int, list[Financieringsstand]]
    gedrukte_totalen: list[GedruktTotaal]
    kostenposten: list[Kostenpost]
    kostenpostlijnen: dict[int, list[KostenpostLijn]]
    uitgaven: dict[int, list[Uitgave]]
    bronnen: list[Financieringsbron]
    archief: tuple[Archiefregel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldregel:
    """A funding line on the page: the fact for its figures, the row for where it comes from."""

    feit: Financieringsfeit
    rij: Financiering
    cofinanciering: tuple["Geldregel", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldgroep:
    groep: Groep
    regels: tuple[Geldregel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijngeld:
    """The funding of one lijn; `lijn` None is what the source gives to the programme as a whole."""

    lijn: Programmalijn | None
    dekking: Dekking
    groepen: tuple[Geldgroep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldoverzicht:
    """What the page shows for a year; `totaal` adds up all lines, each amount once."""

    jaar: int
    jaren: tuple[int, ...]
    lijnen: tuple[Lijngeld, ...]
    totaal: Dekking
    uitgaven: Uitgaventabel
    saldi: tuple[Jaarsaldo, ...]
    gedrukte_totalen: list[GedruktTotaal]
    bronnen: list[Financieringsbron]
    archief: tuple[Archiefregel, ...]


def build_overzicht(*, geld: Geld, jaar: int) -> Geldoverzicht:
    """The groups, sums and printed totals of a year, as the report will show them. Asks nothing more."""
    regels = own_financieringen(geld, None)
    posten = [make_postfeit(geld, rij) for rij in geld.kostenposten]
    uitgaven = build_uitgaven(posten, gedrukt=printed_years(geld, None))
    return Geldoverzicht(
        jaar=jaar,
        jaren=years_of(geld, jaar),
        lijnen=tuple(
            deel for lijn in [*geld.lijnen, None] if (deel := make_lijngeld(geld, lijn, jaar)) is not None
        ),
        totaal=build_dekking(regels, jaar=jaar, gedrukt=printed_totals(geld, None, jaar)),
        uitgaven=uitgaven,
        saldi=build_saldi(regels, uitgaven, jaar=jaar, gedrukt=printed_saldi(geld, None)),
        gedrukte_totalen=geld.gedrukte_totalen,
        bronnen=geld.bronnen,
        archief=geld.archief,
    )


def make_lijngeld(geld: Geld, lijn: Programmalijn | None, jaar: int) -> Lijngeld | None:
    """None for the programme as a whole when no money hangs on it."""
    rijen = {rij.sleutel: rij for rij in geld.financieringen}
    feiten = own_financieringen(geld, lijn)
    if lijn is None:
        feiten = [feit for feit in feiten if rijen[feit.sleutel].lijn_id is None]
        if not feiten:
            return None
    gedrukt = printed_totals(geld, lijn, jaar) if lijn else {}
    dekking = build_dekking(feiten, jaar=jaar, gedrukt=gedrukt)
    groepen = tuple(
        Geldgroep(groep=groep, regels=tuple(make_geldregel(rijen, feit) for feit in groep.regels))
        for groep in dekking.groepen
    )
    return Lijngeld(lijn=lijn, dekking=dekking, groepen=groepen)


def make_geldregel(rijen: dict[str, Financiering], feit: Financieringsfeit) -> Geldregel:
    onder = tuple(make_geldregel(rijen, deel) for deel in feit.cofinanciering)
    return Geldregel(feit=feit, rij=rijen[feit.sleutel], cofinanciering=onder)


def years_of(geld: Geld, jaar: int) -> tuple[int, ...]:
    """The years of which any funding is said, and the one that is shown."""
    genoemd = {genoemd for rij in geld.financieringen for genoemd in read_years(rij)}
    return tuple(sorted(genoemd | {jaar}))


def read_years(rij: Financiering) -> Iterable[int]:
    """From the first to the last of its period; the one that is said when the other is open."""
    if rij.jaar_van and rij.jaar_tot:
        return range(rij.jaar_van, rij.jaar_tot + 1)
    return filter(None, (rij.jaar_van, rij.jaar_tot))


def choose_jaar(geld: Geld, *, rondejaar: int) -> int:
    """The last year with money of its own, at most the latest round's: plans are not shown first."""
    van_een_jaar = (rij for rij in geld.financieringen if rij.per_jaar or rij.jaar_van == rij.jaar_tot)
    jaren = (rij.jaar_tot for rij in van_een_jaar)
    return max((jaar for jaar in jaren if jaar and jaar <= rondejaar), default=rondejaar)


def fetch_geld(programma: Programma) -> Geld:
    """All rows in display order; archived ones apart."""
    financieringen = list(
        Financiering.objects.filter(programma=programma)
        .select_related("bron", "lijn", "activiteit")
        .order_by("volgorde", "pk")
    )
    posten = list(
        Kostenpost.objects.filter(programma=programma)
        .select_related("onderdeel_van")
        .order_by("volgorde", "pk")
    )
    return Geld(
        lijnen=list(
            Programmalijn.objects.filter(programma=programma, gearchiveerd=False).order_by("volgorde", "pk")
        ),
        financieringen=[rij for rij in financieringen if not rij.gearchiveerd],
        kostenposten=[rij for rij in posten if not rij.gearchiveerd],
        archief=tuple(
            Archiefregel(soort=soort, rij=rij)
            for soort, rijen in (("financiering", financieringen), ("kostenposten", posten))
            for rij in rijen
            if rij.gearchiveerd
        ),
        bronnen=list(Financieringsbron.objects.filter(programma=programma).order_by("naam", "pk")),
        gedrukte_totalen=list(
            GedruktTotaal.objects.filter(programma=programma).select_related("lijn").order_by("pk")
        ),
        **fetch_delen(programma),
    )


def fetch_delen(programma: Programma) -> dict[str, dict[int, list[Any]]]:
    standen = Financieringsstand.objects.filter(programma=programma).select_related("waarvan").order_by("pk")
    lijnen = KostenpostLijn.objects.filter(kostenpost__programma=programma).select_related("lijn")
    uitgaven = Uitgave.objects.filter(kostenpost__programma=programma).order_by("jaar", "soort", "pk")
    return {
        "financieringsstanden": group(standen, "financiering_id"),
        "kostenpostlijnen": group(lijnen.order_by("volgorde", "pk"), "kostenpost_id"),
        "uitgaven": group(uitgaven, "kostenpost_id"),
    }
