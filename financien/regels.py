"""The money rules: totals, reconciliation, hefboom, spending (rekenregels 5). Pure; amounts stay Decimal."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Protocol, TypeVar

from financien.begrippen import Bedragtoestand, Financieringsoort, Standsoort
from financien.feiten import (
    Dekking,
    Financieringsfeit,
    Groep,
    Som,
    Standbedrag,
    Standsom,
)
from programmalijnen.regels.begrippen import Precisie, Schaal
from programmalijnen.regels.breuken import round_half_up

TOTAAL = ("", "")
"""The key of a whole table's printed total; a group's is (soort, schaal)."""

IN_HEFBOOM = {Standsoort.TOEGEKEND, Standsoort.ONTVANGEN}


class MetVerantwoording(Protocol):
    """A line of money, as a fact or in a report."""

    @property
    def elders_verantwoord(self) -> str: ...


Regel = TypeVar("Regel", bound=MetVerantwoording)


def build_dekking(
    regels: Sequence[Financieringsfeit],
    *,
    jaar: int,
    gedrukt: Mapping[tuple[str, str], Decimal] | None = None,
) -> Dekking:
    """The groups in the order given, their totals and the total of the year, beside what documents print.

    The standen are those of all lines: how far money is, is not of a year.
    """
    gedrukt = gedrukt or {}
    van_het_jaar = [regel for regel in regels if is_of_year(regel, jaar)]
    elders = [regel for regel in van_het_jaar if regel.elders_verantwoord]
    return Dekking(
        groepen=_make_groepen(regels, jaar, gedrukt),
        totaal=reconcile(add_up(van_het_jaar), gedrukt.get(TOTAAL)),
        waarvan_elders=add_up(elders).bedrag,
        investering=_sum_for_hefboom(van_het_jaar, Financieringsoort.INVESTERING),
        gegenereerd=_sum_for_hefboom(van_het_jaar, Financieringsoort.GEGENEREERD),
        hefboom=compute_hefboom(van_het_jaar),
        standen=_add_up_standen(regels),
    )


def is_of_year(regel: Financieringsfeit, jaar: int) -> bool:
    """Whether its amount is money of that year.

    An amount over several years is of none of them, unless it is paid in each; a period that is not said
    excludes nothing.
    """
    if regel.zegt_jaren and not regel.per_jaar and regel.jaar_van != regel.jaar_tot:
        return False
    return (regel.jaar_van is None or regel.jaar_van <= jaar) and (
        regel.jaar_tot is None or jaar <= regel.jaar_tot
    )


def only_accounted_here(regels: Iterable[Regel]) -> tuple[Regel, ...]:
    """For totals across programmes and for the saldo: money counts only where it is accounted for."""
    return tuple(regel for regel in regels if not regel.elders_verantwoord)


def add_up(regels: Iterable[Financieringsfeit]) -> Som:
    """The sum of the lines themselves: their cofinanciering and their standen stay outside.

    In natura is no amount that misses; neither is a line that only has standen, which are totalled apart.
    """
    eigen = [regel for regel in regels if not _has_no_own_amount(regel)]
    return add_up_bedragen([(regel.naam, regel.bedrag, regel.toestand, regel.precisie) for regel in eigen])


def add_up_bedragen(
    delen: Iterable[tuple[str, Decimal | None, Bedragtoestand, Precisie]],
) -> Som:
    """The sum of (name, amount, state, precision); a missing part makes it onvolledig and is named."""
    tellend = [deel for deel in delen if deel[2] is not Bedragtoestand.NIET_VAN_TOEPASSING]
    bekend = [bedrag for _, bedrag, _, _ in tellend if bedrag is not None]
    precies = all(precisie is Precisie.PRECIES for _, bedrag, _, precisie in tellend if bedrag is not None)
    ontbreekt = [f"{naam}: {toestand}" for naam, bedrag, toestand, _ in tellend if bedrag is None]
    return Som(
        bedrag=sum(bekend, Decimal(0)) if bekend else None,
        precisie=Precisie.PRECIES if precies else Precisie.CIRCA,
        onvolledig="; ".join(ontbreekt),
    )


def reconcile(som: Som, gedrukt: Decimal | None) -> Som:
    """Our total beside the printed one, with the difference (ours minus theirs)."""
    if gedrukt is None:
        return som
    verschil = None if som.bedrag is None else som.bedrag - gedrukt
    return Som(
        bedrag=som.bedrag,
        precisie=som.precisie,
        onvolledig=som.onvolledig,
        gedrukt=gedrukt,
        verschil=verschil,
        is_berekend=False,
    )


def compute_hefboom(regels: Sequence[Financieringsfeit]) -> Decimal | None:
    """Gegenereerd / investering in two decimals, half up; never over what is only aangevraagd.

    None without an investering, without anything gegenereerd, or when an amount in it is missing.
    """
    investering = _sum_for_hefboom(regels, Financieringsoort.INVESTERING)
    gegenereerd = _sum_for_hefboom(regels, Financieringsoort.GEGENEREERD)
    if not investering or gegenereerd is None:
        return None
    return round_half_up(Fraction(gegenereerd) / Fraction(investering), 2)


def _make_groepen(
    regels: Sequence[Financieringsfeit], jaar: int, gedrukt: Mapping[tuple[str, str], Decimal]
) -> tuple[Groep, ...]:
    """Money of other years is a group of its own period, outside the year's total and its printed totals."""
    groepen: dict[tuple[Financieringsoort, Schaal, bool, str], list[Financieringsfeit]] = {}
    for regel in regels:
        telt_mee = is_of_year(regel, jaar)
        sleutel = (regel.soort, regel.schaal, telt_mee, "" if telt_mee else regel.periodewoorden)
        groepen.setdefault(sleutel, []).append(regel)
    return tuple(
        Groep(
            soort=soort,
            schaal=schaal,
            periode=periode,
            telt_mee=telt_mee,
            som=reconcile(add_up(leden), gedrukt.get((soort, schaal)) if telt_mee else None),
            regels=tuple(leden),
        )
        for (soort, schaal, telt_mee, periode), leden in groepen.items()
    )


def _add_up_standen(regels: Iterable[Financieringsfeit]) -> tuple[Standsom, ...]:
    """Totals per stand, in the order of the standen; never over standen."""
    standen = [stand for regel in regels for stand in regel.standen]
    return tuple(
        _add_up_stand(soort, delen)
        for soort in Standsoort
        if (delen := [stand for stand in standen if stand.stand is soort])
    )


def _add_up_stand(soort: Standsoort, delen: list[Standbedrag]) -> Standsom:
    waarvan = {stand.waarvan for stand in delen}
    return Standsom(
        stand=soort,
        som=add_up_bedragen(("", stand.bedrag, Bedragtoestand.BEKEND, stand.precisie) for stand in delen),
        waarvan=waarvan.pop() if len(waarvan) == 1 else "",
    )


def _has_no_own_amount(regel: Financieringsfeit) -> bool:
    return regel.bedrag is None and (regel.in_natura or bool(regel.standen))


def _sum_for_hefboom(regels: Iterable[Financieringsfeit], soort: Financieringsoort) -> Decimal | None:
    """None when there is no such line, or when one that counts has no amount."""
    bedragen = [_amount_for_hefboom(regel) for regel in regels if regel.soort is soort and _counts(regel)]
    bekend = [bedrag for bedrag in bedragen if bedrag is not None]
    return sum(bekend, Decimal(0)) if bekend and len(bekend) == len(bedragen) else None


def _counts(regel: Financieringsfeit) -> bool:
    """Toegekend, ontvangen and without stand; not what is only asked for, reserved or in natura."""
    if regel.standen:
        return any(stand.stand in IN_HEFBOOM for stand in regel.standen)
    return not _has_no_own_amount(regel)


def _amount_for_hefboom(regel: Financieringsfeit) -> Decimal | None:
    """What was granted; what was received is a part of it, unless only that is known.

    Of money paid every year, the amount of one year: its standen are of the whole period.
    """
    if regel.per_jaar and regel.bedrag is not None:
        return regel.bedrag
    bedragen = {stand.stand: stand.bedrag for stand in regel.standen if stand.stand in IN_HEFBOOM}
    return bedragen.get(Standsoort.TOEGEKEND, bedragen.get(Standsoort.ONTVANGEN, regel.bedrag))
