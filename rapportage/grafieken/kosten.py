"""What it costs over the years: planned against realised (rekenregels 5)."""

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol, Soort, Tabel
from dordt_monitor.opmaak import EURO, format_datum
from financien.begrippen import Uitgavesoort

from ..rapport import Financien, Jaartotaal
from .geldposten import print_bedrag
from .woorden import document_of, join_bronnen, make_sleutel

GEPLAND, GEREALISEERD = Uitgavesoort.GEPLAND, Uitgavesoort.GEREALISEERD
ROLLEN = {GEPLAND: Rol.TWEEDE, GEREALISEERD: Rol.WAARDE}
KOP = ("Jaar", "Gepland", "Gerealiseerd", "Verschil")
ZIN = "Per jaar alle kosten samen; het bedrag staat erbij."

Totalen = dict[tuple[Uitgavesoort, int], Jaartotaal]


def kosten_grafiek(financien: Financien, plek: str) -> Grafiek | None:
    """The totals of each year, the earliest first; None with fewer than two amounts to compare."""
    totalen = {(Uitgavesoort(rij.soort), rij.jaar): rij for rij in financien.jaartotalen}
    bekend = [rij for rij in totalen.values() if rij.bedrag is not None]
    if len({rij.bedrag for rij in bekend}) < 2:
        return None
    jaren = sorted({rij.jaar for rij in bekend})
    return Grafiek(
        sleutel=make_sleutel("kosten", plek),
        titel=_titel(totalen, jaren),
        eenheid=EURO,
        soort=Soort.STAVEN,
        categorieen=tuple(map(str, jaren)),
        reeksen=tuple(
            _reeks(soort, [totalen.get((soort, jaar)) for jaar in jaren])
            for soort in Uitgavesoort
            if any(rij.soort == soort for rij in bekend)
        ),
        zin=_zin(totalen),
        bron=join_bronnen(document_of(post.vindplaats) for post in financien.kostenposten),
        tabel=Tabel(
            kop=KOP,
            rijen=tuple(_tabelrij(totalen, jaar) for jaar in jaren),
            getalkolommen=(1, 2),
        ),
        bijschriften=tuple(_bijschrift(totalen, jaar) for jaar in jaren),
    )


def _reeks(soort: Uitgavesoort, rijen: list[Jaartotaal | None]) -> Reeks:
    """A year without a known total has no bar and no words: the caption says what there is."""
    return Reeks(
        naam=str(soort),
        rol=ROLLEN[soort],
        waarden=tuple(rij.bedrag if rij else None for rij in rijen),
        afgedrukt=tuple(print_totaal(rij) if rij and rij.bedrag is not None else "" for rij in rijen),
    )


def print_totaal(rij: Jaartotaal) -> str:
    """With its precision, and until when a partial year is known: "€ 58.000 t/m 31 maart 2024"."""
    bedrag = "niet bekend" if rij.bedrag is None else print_bedrag(rij.bedrag, rij.precisie)
    return f"{bedrag} t/m {format_datum(rij.tot_en_met)}" if rij.tot_en_met else bedrag


def _titel(totalen: Totalen, jaren: list[int]) -> str:
    """The last year of which both are known; else where it goes, from the first year to the last."""
    for jaar in reversed(jaren):
        gepland, gerealiseerd = _known(totalen, GEPLAND, jaar), _known(totalen, GEREALISEERD, jaar)
        if gepland and gerealiseerd:
            return f"Van {print_totaal(gepland)} voor {jaar} is {print_totaal(gerealiseerd)} uitgegeven"
    bekend = [rij for jaar in jaren for soort in Uitgavesoort if (rij := _known(totalen, soort, jaar))]
    eerste, laatste = bekend[0], bekend[-1]
    if eerste.bedrag == laatste.bedrag:
        return f"In {laatste.jaar} evenveel als in {eerste.jaar}: {print_totaal(laatste)}"
    return f"Van {print_totaal(eerste)} in {eerste.jaar} naar {print_totaal(laatste)} in {laatste.jaar}"


def _known(totalen: Totalen, soort: Uitgavesoort, jaar: int) -> Jaartotaal | None:
    rij = totalen.get((soort, jaar))
    return rij if rij and rij.bedrag is not None else None


def _zin(totalen: Totalen) -> str:
    zinnen = [f"{rij.jaar}: {rij.afwijking}." for rij in totalen.values() if rij.afwijking]
    return " ".join(zinnen or [ZIN])


def _bijschrift(totalen: Totalen, jaar: int) -> str:
    delen = [(soort, totalen.get((soort, jaar))) for soort in Uitgavesoort]
    return "; ".join(f"{soort} {print_totaal(rij)}" for soort, rij in delen if rij)


def _tabelrij(totalen: Totalen, jaar: int) -> tuple[str, ...]:
    gepland, gerealiseerd = totalen.get((GEPLAND, jaar)), totalen.get((GEREALISEERD, jaar))
    cellen = (print_totaal(rij) if rij else "geen" for rij in (gepland, gerealiseerd))
    return (str(jaar), *cellen, gerealiseerd.afwijking if gerealiseerd else "")
