"""The chart of one doel for its team: what was measured, and the target as steps where it was changed."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol, Tabel
from dordt_monitor.grafiek.gegevens import Soort as Grafieksoort
from dordt_monitor.opmaak import format_datum, format_met_precisie, format_waarde

from ..models import Doel
from ..regels.begrippen import Soort, Vorm
from ..regels.feiten import Doelfeiten, Meetwaarde, Streefwaarde

GRENZEN = (("waarde", "streefwaarde"), ("laag", "ondergrens"), ("hoog", "bovengrens"))
Trede = tuple[date, Decimal]


def make_doelgrafiek(doel: Doel, feiten: Doelfeiten) -> Grafiek | None:
    """None where there are no two days to draw a line between. A relatief has no number of its own."""
    gemeten = [meting for meting in feiten.metingen if meting.waarde is not None]
    treden = {naam: stappen for naam, stappen in make_treden(feiten, gemeten) if stappen}
    dagen = {dag: format_datum(dag) for stappen in treden.values() for dag, _ in stappen}
    dagen |= {meting.peildatum: meting.periode.tekst for meting in gemeten}
    momenten = sorted(dagen)
    if len(momenten) < 2 or doel.indicator is None:
        return None
    return Grafiek(
        sleutel=f"doel-{doel.sleutel}",
        titel=_titel(doel, feiten, gemeten),
        eenheid=feiten.eenheid,
        soort=Grafieksoort.LIJN,
        categorieen=tuple(dagen[dag] for dag in momenten),
        reeksen=(*_measured(feiten, gemeten, momenten), *_stepped(feiten, treden, momenten)),
        zin=_zin(feiten, treden),
        bron=", ".join(dict.fromkeys(meting.bron for meting in gemeten if meting.bron)),
        tabel=_tabel(feiten, gemeten, treden),
        momenten=tuple(momenten),
    )


def make_treden(feiten: Doelfeiten, gemeten: list[Meetwaarde]) -> Iterator[tuple[str, list[Trede]]]:
    """By name the versions from the day they hold; the last one is closed at the end of the doel."""
    if feiten.vorm is Vorm.RELATIEF:
        return
    dagen = [meting.peildatum for meting in gemeten] + [v.vanaf for v in feiten.streefwaarden if v.vanaf]
    begin = feiten.van or min(dagen, default=None)
    eind = max([*dagen, feiten.tot] if feiten.tot else dagen, default=None)
    if begin is None or eind is None:
        return
    for veld, naam in GRENZEN:
        versies = ((_day(versie, begin), getattr(versie, veld)) for versie in feiten.streefwaarden)
        stappen = list({dag: (dag, waarde) for dag, waarde in versies if waarde is not None}.values())
        if stappen and stappen[-1][0] < eind:
            stappen.append((eind, stappen[-1][1]))
        yield naam, stappen


def _day(versie: Streefwaarde, begin: date) -> date:
    return max(versie.vanaf or begin, begin)


def _measured(feiten: Doelfeiten, gemeten: list[Meetwaarde], momenten: list[date]) -> Iterator[Reeks]:
    """One series; of a stroom one for each year, because its count begins again."""
    for _, groep in groupby(gemeten, key=lambda m: m.peildatum.year if feiten.soort is Soort.STROOM else 0):
        metingen = {meting.peildatum: meting for meting in groep}
        gedrukt = {dag: print_meting(feiten, meting) for dag, meting in metingen.items()}
        yield Reeks(
            naam="gemeten",
            rol=Rol.WAARDE,
            waarden=tuple(metingen[dag].waarde if dag in metingen else None for dag in momenten),
            afgedrukt=tuple(gedrukt.get(dag, "") for dag in momenten),
        )


def _stepped(feiten: Doelfeiten, treden: dict[str, list[Trede]], momenten: list[date]) -> Iterator[Reeks]:
    for naam, stappen in treden.items():
        geldt = dict(stappen)
        yield Reeks(
            naam=naam,
            rol=Rol.STREEFWAARDE,
            waarden=tuple(geldt.get(dag) for dag in momenten),
            afgedrukt=tuple(print_getal(feiten, geldt[dag]) if dag in geldt else "" for dag in momenten),
        )


def print_meting(feiten: Doelfeiten, meting: Meetwaarde) -> str:
    return format_met_precisie(print_getal(feiten, meting.waarde or Decimal(0)), meting.precisie)


def print_getal(feiten: Doelfeiten, waarde: Decimal) -> str:
    return format_waarde(waarde, feiten.eenheid, feiten.decimalen)


def _titel(doel: Doel, feiten: Doelfeiten, gemeten: list[Meetwaarde]) -> str:
    if not gemeten:
        return f"{doel.omschrijving}: nog niet gemeten"
    laatste = gemeten[-1]
    return f"{doel.indicator}: {print_meting(feiten, laatste)}, {laatste.periode.tekst}"


def _zin(feiten: Doelfeiten, treden: dict[str, list[Trede]]) -> str:
    """Each change of the target, said; where nothing changed, the target itself."""
    zinnen = [
        f"De {naam} ging op {format_datum(dag)} van {print_getal(feiten, oud)} "
        f"naar {print_getal(feiten, nieuw)}."
        for naam, stappen in treden.items()
        for (_, oud), (dag, nieuw) in pairwise(stappen)
        if oud != nieuw
    ]
    gelijk = (f"De {naam} is {print_getal(feiten, stappen[0][1])}." for naam, stappen in treden.items())
    return " ".join(zinnen or gelijk)


def _tabel(feiten: Doelfeiten, gemeten: list[Meetwaarde], treden: dict[str, list[Trede]]) -> Tabel:
    metingen = tuple((m.periode.tekst, print_meting(feiten, m), m.bron) for m in gemeten)
    versies = tuple(
        (f"{naam}, vanaf {format_datum(dag)}", print_getal(feiten, waarde), "")
        for naam, stappen in treden.items()
        for dag, waarde in stappen[: max(1, len(stappen) - 1)]
    )
    return Tabel(kop=("Periode", "Waarde", "Bron"), rijen=(*metingen, *versies), getalkolommen=(1,))
