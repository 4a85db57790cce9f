"""Who pays: the funding by source, and that of the programme by line, stacked by kind (rekenregels 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol, Soort, Tabel
from dordt_monitor.opmaak import EURO, format_bedrag
from financien.begrippen import Financieringsoort

from ..rapport import Financien, Financieringregel, Lijnregel, Rapport
from .woorden import join_bronnen, make_sleutel, upper_first

ELDERS = "elders verantwoord"
ROLLEN = {
    Financieringsoort.INVESTERING: Rol.WAARDE,
    Financieringsoort.GEGENEREERD: Rol.TWEEDE,
    Financieringsoort.NIET_VERMELD: Rol.DERDE,
    ELDERS: Rol.RUSTIG,
}
NIET_VERMELD = "soort niet vermeld"
KOP_BRONNEN = ("Bron", "Soort", "Schaal", "Ten behoeve van", "Bedrag")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An amount under the row and the kind where it is drawn; without an amount its words."""

    rij: str
    soort: str
    bedrag: Decimal | None
    toestand: str


def financiering_grafiek(financien: Financien, plek: str) -> Grafiek | None:
    """The sources of a line or a programme, the largest first; None with fewer than two known amounts."""
    posten = list(_posten(financien))
    if sum(post.bedrag is not None for post in posten) < 2:
        return None
    rijen = sorted(dict.fromkeys(post.rij for post in posten), key=lambda rij: -(_sum(posten, rij) or 0))
    return Grafiek(
        sleutel=make_sleutel("financiering", plek),
        titel=_titel_bronnen(financien, rijen, posten),
        eenheid=EURO,
        soort=Soort.GESTAPELD,
        categorieen=tuple(rijen),
        reeksen=_reeksen(rijen, posten),
        zin=_zin(financien),
        bron=join_bronnen(regel.vindplaats for regel in _regels(financien)),
        tabel=_tabel_bronnen(financien),
        waardetekst=tuple(_print(_sum(posten, rij)) for rij in rijen),
    )


def lijnen_grafiek(rapport: Rapport) -> Grafiek | None:
    """The money of each line of the report; None with money in fewer than two lines."""
    lijnen = {
        f"{lijn.code} {lijn.titel}": lijn for lijn in rapport.lijnen if lijn.financien.totaal is not None
    }
    if len(lijnen) < 2:
        return None
    rijen = list(lijnen)
    posten = [
        Post(rij=rij, soort=post.soort, bedrag=post.bedrag, toestand=post.toestand)
        for rij, lijn in lijnen.items()
        for post in _posten(lijn.financien)
    ]
    reeksen = _reeksen(rijen, posten)
    return Grafiek(
        sleutel=make_sleutel("financiering", "per-lijn"),
        titel=_titel_lijnen(rapport.programma.lijn_enkelvoud, list(lijnen.values())),
        eenheid=EURO,
        soort=Soort.GESTAPELD,
        categorieen=tuple(rijen),
        reeksen=reeksen,
        zin=_zin(rapport.financien),
        bron=rapport.ronde.titel,
        tabel=_tabel_lijnen(rapport.programma.lijn_enkelvoud, rijen, posten, reeksen),
        waardetekst=tuple(_print(_sum(posten, rij)) for rij in rijen),
    )


def _regels(financien: Financien) -> Iterable[Financieringregel]:
    return (regel for groep in financien.groepen if groep.telt_mee for regel in groep.regels)


def _posten(financien: Financien) -> Iterable[Post]:
    """The lines of the round's own year; what another report accounts for is a kind of its own."""
    for groep in financien.groepen:
        for regel in groep.regels if groep.telt_mee else ():
            soort = ELDERS if regel.elders_verantwoord else groep.soort
            yield Post(rij=regel.bron, soort=soort, bedrag=regel.bedrag, toestand=regel.toestand)


def _sum(posten: list[Post], rij: str, soort: str = "") -> Decimal | None:
    """The known amounts of a row; None when there are none, so that nothing unknown becomes 0."""
    bedragen = [p.bedrag for p in posten if p.rij == rij and soort in ("", p.soort) and p.bedrag is not None]
    return sum(bedragen, Decimal(0)) if bedragen else None


def _reeksen(rijen: list[str], posten: list[Post]) -> tuple[Reeks, ...]:
    present = [soort for soort in ROLLEN if any(post.soort == soort for post in posten)]
    return tuple(_reeks(soort, rijen, posten) for soort in present)


def _reeks(soort: str, rijen: list[str], posten: list[Post]) -> Reeks:
    sommen = [_sum(posten, rij, soort) for rij in rijen]
    return Reeks(
        naam=NIET_VERMELD if soort == Financieringsoort.NIET_VERMELD else soort,
        rol=ROLLEN[soort],
        waarden=tuple(sommen),
        afgedrukt=tuple(
            _print(som) or _words(posten, rij, soort) for som, rij in zip(sommen, rijen, strict=True)
        ),
    )


def _words(posten: list[Post], rij: str, soort: str) -> str:
    return ", ".join(dict.fromkeys(p.toestand for p in posten if (p.rij, p.soort) == (rij, soort)))


def _print(bedrag: Decimal | None) -> str:
    return "" if bedrag is None else format_bedrag(bedrag)


def _titel_bronnen(financien: Financien, rijen: list[str], posten: list[Post]) -> str:
    samen = (financien.investering or 0) + (financien.gegenereerd or 0)
    if financien.investering and financien.gegenereerd and samen == financien.totaal:
        return (
            f"{format_bedrag(financien.investering)} investering en {format_bedrag(financien.gegenereerd)} "
            f"extra financiering: samen {format_bedrag(financien.totaal)}"
        )
    grootste = f"{rijen[0]} is de grootste bron: {_print(_sum(posten, rijen[0]))}"
    return grootste if financien.totaal is None else f"{grootste} van {format_bedrag(financien.totaal)}"


def _titel_lijnen(lijnsoort: str, lijnen: list[Lijnregel]) -> str:
    grootste = max(lijnen, key=lambda lijn: lijn.financien.totaal or Decimal(0))
    elders = grootste.financien.waarvan_elders
    titel = f"Het meeste geld staat bij {lijnsoort} {grootste.code}: {_print(grootste.financien.totaal)}"
    return f"{titel}, waarvan {format_bedrag(elders)} {ELDERS}" if elders else titel


def _zin(financien: Financien) -> str:
    zinnen = []
    if financien.hefboom is not None:
        keer = f"{financien.hefboom:f}".replace(".", ",")
        zinnen.append(f"Tegenover elke euro investering staat € {keer} aan extra financiering (de hefboom).")
    if financien.waarvan_elders:
        bedrag = format_bedrag(financien.waarvan_elders)
        zinnen.append(f"Over {bedrag} legt een ander programma verantwoording af.")
    if financien.totaal_onvolledig:
        zinnen.append(f"Het totaal is onvolledig: {financien.totaal_onvolledig}.")
    return " ".join(zinnen or ["Elke balk is een bedrag; het getal staat erbij."])


def _tabel_bronnen(financien: Financien) -> Tabel:
    regels = tuple(
        (
            regel.bron,
            ELDERS if regel.elders_verantwoord else groep.soort,
            groep.schaal,
            regel.ten_behoeve_van,
            _print(regel.bedrag) or regel.toestand,
        )
        for groep in financien.groepen
        if groep.telt_mee
        for regel in groep.regels
    )
    totaal = f"Totaal{'' if financien.totaal_gedrukt is not None else ' (berekend)'}"
    som = () if financien.totaal is None else ((totaal, "", "", "", format_bedrag(financien.totaal)),)
    return Tabel(kop=KOP_BRONNEN, rijen=(*regels, *som), getalkolommen=(4,))


def _tabel_lijnen(lijnsoort: str, rijen: list[str], posten: list[Post], reeksen: tuple[Reeks, ...]) -> Tabel:
    return Tabel(
        kop=(upper_first(lijnsoort), *(upper_first(reeks.naam) for reeks in reeksen), "Totaal"),
        rijen=tuple(
            (rij, *(reeks.afgedrukt[i] or "geen" for reeks in reeksen), _print(_sum(posten, rij)))
            for i, rij in enumerate(rijen)
        ),
        getalkolommen=tuple(range(1, len(reeksen) + 2)),
    )
