"""The saldo: what covers the kosten of a year, and whether that is enough (rekenregels 5). Pure."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dordt_monitor.opmaak import format_bedrag, format_met_precisie
from financien.begrippen import Uitgavesoort
from financien.feiten import Financieringsfeit, Jaarsaldo, Kolom, Saldo, Som, Uitgaventabel
from financien.regels import add_up, is_of_year, only_accounted_here, reconcile
from programmalijnen.regels.begrippen import Precisie

PER_JAAR = None
"""The key of a printed saldo that names no year: it is said of every year."""


def build_saldi(
    regels: Sequence[Financieringsfeit],
    uitgaven: Uitgaventabel,
    *,
    jaar: int,
    gedrukt: Mapping[int | None, Decimal] | None = None,
) -> tuple[Jaarsaldo, ...]:
    """Of each year of which both the dekking and the planned kosten are known, beside what a document prints.

    `jaar` is the round's: money whose period is not said counts in that year only.
    """
    saldi = (
        _make_saldo(cover_jaar(regels, kolom.jaar, rondejaar=jaar), kolom, uitgaven, gedrukt or {})
        for kolom in uitgaven.kolommen
        if kolom.soort is Uitgavesoort.GEPLAND
    )
    return tuple(saldo for saldo in saldi if saldo is not None)


def cover_jaar(regels: Sequence[Financieringsfeit], jaar: int, *, rondejaar: int) -> Som:
    """The money of a year that is accounted for here: other money pays other kosten."""
    return add_up(
        regel
        for regel in only_accounted_here(regels)
        if is_of_year(regel, jaar) and (regel.zegt_jaren or jaar == rondejaar)
    )


def compute_saldo(dekking: Decimal, kosten: Decimal, precisie: Precisie = Precisie.PRECIES) -> Saldo:
    """155.000 - 150.000 = 5.000, overschot."""
    bedrag = dekking - kosten
    woord = "overschot" if bedrag > 0 else "tekort" if bedrag < 0 else "in evenwicht"
    woorden = f"{format_bedrag(abs(bedrag))} {woord}" if bedrag else woord
    return Saldo(bedrag=bedrag, woorden=format_met_precisie(woorden, precisie))


def _make_saldo(
    dekking: Som, kolom: Kolom, uitgaven: Uitgaventabel, gedrukt: Mapping[int | None, Decimal]
) -> Jaarsaldo | None:
    kosten = kolom.totaal
    if dekking.bedrag is None or kosten.bedrag is None:
        return None
    zeker = dekking.precisie is kosten.precisie is Precisie.PRECIES
    precisie = Precisie.PRECIES if zeker else Precisie.CIRCA
    saldo = compute_saldo(dekking.bedrag, kosten.bedrag, precisie)
    delen = [dekking.onvolledig, kosten.onvolledig, *_name_gedeeld(uitgaven, kolom)]
    som = Som(bedrag=saldo.bedrag, precisie=precisie, onvolledig="; ".join(filter(None, delen)))
    return Jaarsaldo(
        jaar=kolom.jaar,
        dekking=dekking,
        kosten=kosten,
        som=reconcile(som, gedrukt.get(kolom.jaar, gedrukt.get(PER_JAAR))),
        woorden=saldo.woorden,
    )


def _name_gedeeld(uitgaven: Uitgaventabel, kolom: Kolom) -> list[str]:
    """The posts of this year that a line shares: they are not in its kosten."""
    return [
        f"{rij.post.titel}: {rij.label}"
        for rij in uitgaven.rijen
        for cel in rij.cellen
        if rij.label and cel.kolom == kolom and cel.uitgave is not None
    ]
