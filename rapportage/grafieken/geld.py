"""Who pays: the money by kind and scale, and that of the programme by line (rekenregels 5)."""

from collections import defaultdict
from decimal import Decimal

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol, Soort, Tabel
from dordt_monitor.opmaak import EURO, format_bedrag, format_getal

from ..rapport import Financien, Lijnregel, Rapport
from .geldposten import (
    ELDERS,
    SCHALEN,
    SOORTEN,
    Post,
    add_up_posten,
    lines_of,
    make_reeksen,
    name_of,
    posten_by_kind,
    posten_of_lijn,
    print_bedrag,
    print_som,
)
from .woorden import document_of, join_bronnen, make_sleutel, upper_first


def financiering_grafiek(financien: Financien, plek: str) -> Grafiek | None:
    """The kinds of money of a line or a programme, each by scale; None with fewer than two known amounts."""
    posten = posten_by_kind(financien)
    if sum(post.regel.bedrag is not None for post in posten) < 2:
        return None
    rijen = [naam for naam in map(name_of, SOORTEN) if any(post.rij == naam for post in posten)]
    return _stack(
        make_sleutel("financiering", plek),
        titel=_titel_soorten(financien),
        kop="Soort",
        rijen=rijen,
        posten=posten,
        rollen=SCHALEN,
        financien=financien,
        bron=join_bronnen(document_of(regel.vindplaats) for _, regel in lines_of(financien)),
    )


def lijnen_grafiek(rapport: Rapport) -> Grafiek | None:
    """The money of each line of the report; None with money in fewer than two lines."""
    lijnen = {
        f"{lijn.code} {lijn.titel}": lijn for lijn in rapport.lijnen if lijn.financien.totaal is not None
    }
    if len(lijnen) < 2:
        return None
    return _stack(
        make_sleutel("financiering", "per-lijn"),
        titel=_titel_lijnen(rapport.programma.lijn_enkelvoud, list(lijnen.values())),
        kop=upper_first(rapport.programma.lijn_enkelvoud),
        rijen=list(lijnen),
        posten=[post for rij, lijn in lijnen.items() for post in posten_of_lijn(lijn.financien, rij)],
        rollen=SOORTEN,
        financien=rapport.financien,
        bron=rapport.ronde.titel,
    )


def _stack(
    sleutel: str,
    *,
    titel: str,
    kop: str,
    rijen: list[str],
    posten: list[Post],
    rollen: dict[str, Rol],
    financien: Financien,
    bron: str,
) -> Grafiek:
    reeksen = make_reeksen(rijen, posten, rollen)
    sommen = tuple(_figure([post for post in posten if post.rij == rij]) for rij in rijen)
    return Grafiek(
        sleutel=sleutel,
        titel=titel,
        eenheid=EURO,
        soort=Soort.GESTAPELD,
        categorieen=tuple(rijen),
        reeksen=reeksen,
        zin=_zin(financien),
        bron=bron,
        tabel=_tabel(kop, rijen, reeksen, sommen),
        waardetekst=sommen,
        bijschriften=tuple(_label(reeksen, rij) for rij in range(len(rijen))),
    )


def _figure(row: list[Post]) -> str:
    """The figure beside a row; without one the words stand in the place of its bar."""
    return "" if add_up_posten(row).bedrag is None else print_som(row)


def _label(reeksen: tuple[Reeks, ...], rij: int) -> str:
    """The parts of a bar by name, in the order in which they are drawn."""
    return "; ".join(f"{reeks.naam} {reeks.afgedrukt[rij]}" for reeks in reeksen if reeks.afgedrukt[rij])


def _titel_soorten(financien: Financien) -> str:
    totaal = _print_totaal(financien)
    samen = (financien.investering or 0) + (financien.gegenereerd or 0)
    if financien.investering and financien.gegenereerd and samen == financien.totaal:
        return (
            f"{format_bedrag(financien.investering)} investering en {format_bedrag(financien.gegenereerd)} "
            f"extra financiering: samen {totaal}"
        )
    bronnen: dict[str, list[Post]] = defaultdict(list)
    for post in posten_of_lijn(financien, ""):
        bronnen[post.regel.bron].append(post)
    grootste = max(bronnen, key=lambda bron: add_up_posten(bronnen[bron]).bedrag or Decimal(0))
    return f"{grootste} is de grootste bron: {print_som(bronnen[grootste])} van {totaal}"


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


def _tabel(kop: str, rijen: list[str], reeksen: tuple[Reeks, ...], sommen: tuple[str, ...]) -> Tabel:
    return Tabel(
        kop=(kop, *(upper_first(reeks.naam) for reeks in reeksen), "Totaal (berekend)"),
        rijen=tuple(
            (rij, *(reeks.afgedrukt[i] or "geen" for reeks in reeksen), sommen[i])
            for i, rij in enumerate(rijen)
        ),
        getalkolommen=tuple(range(1, len(reeksen) + 2)),
    )
