"""Checks of money: what a document prints beside what its lines add up to (rekenregels 5)."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from programmalijnen.regels.waarschuwingen import check_gedrukt_totaal

from ..rapport import Financien, Rapport
from .feiten import GELD, TOTALEN, Controlefeiten, Herstelplek, Punt, Totaalplek, make_sleutel


def check_geld(rapport: Rapport, feiten: Controlefeiten) -> Iterator[Punt]:
    woord, jaar = rapport.programma.lijn_enkelvoud, rapport.ronde.jaar
    for code, naam, financien in (
        ("", "het hele programma", rapport.financien),
        *((lijn.code, f"{woord} {lijn.code}", lijn.financien) for lijn in rapport.lijnen),
    ):
        for plek, wat, gedrukt, som in printed_of(financien, code, jaar):
            for waarschuwing in check_gedrukt_totaal(f"{wat}, {naam}", gedrukt, som):
                yield make_punt(plek, naam, waarschuwing.zin, feiten)


def printed_of(
    financien: Financien, code: str, jaar: int
) -> Iterator[tuple[Totaalplek, str, Decimal, Decimal]]:
    """(which total, its name, what is printed, what we count) wherever both are there."""
    totaal = Totaalplek(lijn=code, jaar=jaar)
    rijen = [(totaal, f"financiering {jaar}", financien.totaal_gedrukt, financien.totaal)]
    rijen += [
        (
            Totaalplek(lijn=code, jaar=jaar, soort=groep.soort, schaal=groep.schaal),
            f"{groep.soort} {groep.schaal} {jaar}",
            groep.gedrukt,
            groep.bedrag,
        )
        for groep in financien.groepen
    ]
    rijen += [
        (
            Totaalplek(lijn=code, jaar=som.jaar, uitgavesoort=som.soort),
            f"{som.soort} in {som.jaar}",
            som.gedrukt,
            som.bedrag,
        )
        for som in financien.jaartotalen
    ]
    rijen += [
        (
            Totaalplek(lijn=code, jaar=saldo.jaar, is_saldo=True),
            f"saldo van {saldo.jaar}",
            saldo.gedrukt,
            saldo.bedrag,
        )
        for saldo in financien.saldi
    ]
    for plek, wat, gedrukt, som in rijen:
        if gedrukt is not None and som is not None:
            yield plek, wat, gedrukt, som


def make_punt(plek: Totaalplek, naam: str, zin: str, feiten: Controlefeiten) -> Punt:
    """Mended at the printed total; without one of its year at the one that holds for every year."""
    totaal = feiten.totalen.get(plek) or feiten.totalen.get(replace(plek, jaar=None), "")
    wat = "saldo" if plek.is_saldo else plek.uitgavesoort
    delen = (plek.lijn or "programma", str(plek.jaar), wat, plek.soort, plek.schaal)
    return Punt(
        sleutel=make_sleutel("gedrukt-totaal", *delen),
        groep=GELD,
        onderwerp=naam,
        zin=zin,
        plek=Herstelplek(soort=TOTALEN, sleutel=totaal),
    )
