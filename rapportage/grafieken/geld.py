"""Who pays: the funding by source, and that of the programme by line, stacked by kind (rekenregels 5)."""

from decimal import Decimal

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Soort, Tabel
from dordt_monitor.opmaak import EURO, format_bedrag, format_getal

from ..rapport import Financien, Lijnregel, Rapport
from .geldposten import (
    ELDERS,
    Post,
    add_up_posten,
    kind_of,
    lines_of,
    make_posten,
    make_reeksen,
    print_bedrag,
    print_regel,
    print_som,
)
from .woorden import document_of, join_bronnen, make_sleutel, upper_first

KOP_BRONNEN = ("Bron", "Soort", "Schaal", "Ten behoeve van", "Bedrag")


def financiering_grafiek(financien: Financien, plek: str) -> Grafiek | None:
    """The sources of a line or a programme, the largest first; None with fewer than two known amounts."""
    posten = make_posten(financien)
    if sum(post.regel.bedrag is not None for post in posten) < 2:
        return None
    rijen = sorted(dict.fromkeys(post.rij for post in posten), key=lambda rij: -_weight(posten, rij))
    return _stack(
        make_sleutel("financiering", plek),
        titel=_titel_bronnen(financien, rijen[0], posten),
        rijen=rijen,
        posten=posten,
        financien=financien,
        bron=join_bronnen(document_of(regel.vindplaats) for _, regel in lines_of(financien)),
        tabel=_tabel_bronnen(financien),
    )


def lijnen_grafiek(rapport: Rapport) -> Grafiek | None:
    """The money of each line of the report; None with money in fewer than two lines."""
    lijnen = {
        f"{lijn.code} {lijn.titel}": lijn for lijn in rapport.lijnen if lijn.financien.totaal is not None
    }
    if len(lijnen) < 2:
        return None
    posten = [post for rij, lijn in lijnen.items() for post in make_posten(lijn.financien, rij)]
    return _stack(
        make_sleutel("financiering", "per-lijn"),
        titel=_titel_lijnen(rapport.programma.lijn_enkelvoud, list(lijnen.values())),
        rijen=list(lijnen),
        posten=posten,
        financien=rapport.financien,
        bron=rapport.ronde.titel,
        tabel=_tabel_lijnen(rapport.programma.lijn_enkelvoud, list(lijnen), posten),
    )


def _stack(
    sleutel: str,
    *,
    titel: str,
    rijen: list[str],
    posten: list[Post],
    financien: Financien,
    bron: str,
    tabel: Tabel,
) -> Grafiek:
    return Grafiek(
        sleutel=sleutel,
        titel=titel,
        eenheid=EURO,
        soort=Soort.GESTAPELD,
        categorieen=tuple(rijen),
        reeksen=make_reeksen(rijen, posten),
        zin=_zin(financien),
        bron=bron,
        tabel=tabel,
        waardetekst=tuple(_figure(posten, rij) for rij in rijen),
    )


def _row(posten: list[Post], rij: str) -> list[Post]:
    return [post for post in posten if post.rij == rij]


def _weight(posten: list[Post], rij: str) -> Decimal:
    """For sorting only: a source without an amount comes last."""
    bedrag = add_up_posten(_row(posten, rij)).bedrag
    return Decimal(-1) if bedrag is None else bedrag


def _figure(posten: list[Post], rij: str) -> str:
    """The figure beside a row; without one the words stand in the place of its bar."""
    row = _row(posten, rij)
    return "" if add_up_posten(row).bedrag is None else print_som(row)


def _titel_bronnen(financien: Financien, grootste: str, posten: list[Post]) -> str:
    totaal = _print_totaal(financien)
    samen = (financien.investering or 0) + (financien.gegenereerd or 0)
    if financien.investering and financien.gegenereerd and samen == financien.totaal:
        return (
            f"{format_bedrag(financien.investering)} investering en {format_bedrag(financien.gegenereerd)} "
            f"extra financiering: samen {totaal}"
        )
    return f"{grootste} is de grootste bron: {_figure(posten, grootste)} van {totaal}"


def _titel_lijnen(lijnsoort: str, lijnen: list[Lijnregel]) -> str:
    grootste = max(lijnen, key=lambda lijn: lijn.financien.totaal or Decimal(0))
    elders = grootste.financien.waarvan_elders
    titel = f"Het meeste geld staat bij {lijnsoort} {grootste.code}: {_print_totaal(grootste.financien)}"
    return f"{titel}, waarvan {format_bedrag(elders)} {ELDERS}" if elders else titel


def _print_totaal(financien: Financien) -> str:
    return "" if financien.totaal is None else print_bedrag(financien.totaal, financien.totaal_precisie)


def _zin(financien: Financien) -> str:
    zinnen = []
    if financien.hefboom is not None:
        keer = format_getal(financien.hefboom, 2)
        zinnen.append(f"Tegenover elke euro investering staat € {keer} aan extra financiering (de hefboom).")
    if financien.waarvan_elders:
        bedrag = format_bedrag(financien.waarvan_elders)
        zinnen.append(f"Over {bedrag} legt een ander programma verantwoording af.")
    if financien.totaal_onvolledig:
        zinnen.append(f"Het totaal is onvolledig: {financien.totaal_onvolledig}.")
    return " ".join(zinnen or ["Elke balk is een bedrag; het getal staat erbij."])


def _tabel_bronnen(financien: Financien) -> Tabel:
    regels = tuple(
        (regel.bron, kind_of(groep, regel), groep.schaal, regel.ten_behoeve_van, print_regel(regel))
        for groep, regel in lines_of(financien)
    )
    naam = "Totaal" if financien.totaal_gedrukt is not None else "Totaal (berekend)"
    totaal = ((naam, "", "", "", _print_totaal(financien)),)
    return Tabel(kop=KOP_BRONNEN, rijen=regels + totaal, getalkolommen=(4,))


def _tabel_lijnen(lijnsoort: str, rijen: list[str], posten: list[Post]) -> Tabel:
    reeksen: tuple[Reeks, ...] = make_reeksen(rijen, posten)
    return Tabel(
        kop=(upper_first(lijnsoort), *(upper_first(reeks.naam) for reeks in reeksen), "Totaal (berekend)"),
        rijen=tuple(
            (rij, *(reeks.afgedrukt[i] or "geen" for reeks in reeksen), _figure(posten, rij))
            for i, rij in enumerate(rijen)
        ),
        getalkolommen=tuple(range(1, len(reeksen) + 2)),
    )
