"""A series of measurements in time, with the targets as steps and what it is held against."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import chain

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol, Soort, Tabel
from dordt_monitor.opmaak import PROCENT, format_afstand, format_datum, format_waarde
from programmalijnen.regels.begrippen import Doeltoestand, Precisie
from programmalijnen.regels.begrippen import Soort as Indicatorsoort

from ..rapport import Doelregel, Indicatorregel, Metingregel, Streefwaarderegel
from .doelen import ALLEEN_CATEGORIEEN
from .woorden import join_bronnen, make_sleutel, upper_first

OPNIEUW_GETELD = "Elk jaar begint de telling opnieuw; daarom loopt de lijn niet door over de jaargrens."
VERGELIJKCIJFER = "vergelijkingscijfer"
Stap = tuple[date, Decimal, str]


def indicator_grafiek(
    indicator: Indicatorregel,
    doelen: Iterable[Doelregel] = (),
    vergelijking: Iterable[Indicatorregel] = (),
) -> Grafiek | None:
    """The measurements in time, the targets of `doelen` and those of the indicators it is held against.

    None with fewer than two measured values of its own.
    """
    gemeten, anderen = measured(indicator), [measured(regel) for regel in vergelijking]
    if len(gemeten) < 2:
        return None
    ander, steps = [*chain(*anderen)], _steps(indicator, doelen, gemeten)
    momenten = _moments([*ander, *indicator.metingen], steps)
    return Grafiek(
        sleutel=make_sleutel("reeks", indicator.sleutel),
        titel=_titel(indicator, gemeten[0], gemeten[-1]),
        eenheid=indicator.eenheid,
        soort=Soort.LIJN,
        categorieen=tuple(momenten.values()),
        reeksen=(
            *_measured(indicator, list(momenten)),
            *(_reeks(VERGELIJKCIJFER, Rol.TWEEDE, rij, list(momenten)) for rij in anderen if rij),
            *_stepped(steps, list(momenten)),
        ),
        zin=_zin(indicator, gemeten[0], gemeten[-1]),
        bron=join_bronnen([indicator.bron, *(meting.bron for meting in (*indicator.metingen, *ander))]),
        tabel=_tabel(indicator, ander, steps),
        momenten=tuple(momenten),
    )


def measured(indicator: Indicatorregel) -> list[Metingregel]:
    return [meting for meting in indicator.metingen if meting.waarde is not None]


def _steps(
    indicator: Indicatorregel, doelen: Iterable[Doelregel], gemeten: list[Metingregel]
) -> list[tuple[str, list[Stap]]]:
    return [
        target
        for doel in doelen
        if doel.indicator == indicator.sleutel and doel.toestand != Doeltoestand.VERVALLEN
        for target in _targets(doel, gemeten[0].peildatum, gemeten[-1].peildatum)
    ]


def _targets(doel: Doelregel, eerste: date, laatste: date) -> Iterator[tuple[str, list[Stap]]]:
    """The versions of a target as steps from the day they hold; the last one runs to the end of the doel."""
    begin, eind = doel.doel_van or eerste, doel.doel_tot or laatste
    for veld, naam in (("waarde", "streefwaarde"), ("laag", "ondergrens"), ("hoog", "bovengrens")):
        versies = [_step(doel, versie, veld, begin) for versie in doel.streefwaarden]
        stappen = [stap for stap in versies if stap is not None]
        if stappen and stappen[-1][0] < eind:
            yield naam, [*stappen, (eind, *stappen[-1][1:])]


def _step(doel: Doelregel, versie: Streefwaarderegel, veld: str, begin: date) -> Stap | None:
    waarde: Decimal | None = getattr(versie, veld)
    if waarde is None:
        return None
    tekst = format_waarde(waarde, doel.eenheid, doel.decimalen)
    jaar = f" ({doel.doelperiode})" if doel.doelperiode else ""
    return max(versie.vanaf or begin, begin), waarde, f"{tekst}{jaar}"


def _moments(metingen: list[Metingregel], steps: list[tuple[str, list[Stap]]]) -> dict[date, str]:
    """Every day on which something was measured or a target changes, with its name."""
    days = {stap[0]: format_datum(stap[0]) for _, stappen in steps for stap in stappen}
    days |= {meting.peildatum: meting.periode for meting in metingen}
    return dict(sorted(days.items()))


def _measured(indicator: Indicatorregel, momenten: list[date]) -> Iterator[Reeks]:
    """One series; of a stroom one for each year, because its count begins again."""
    is_stroom = indicator.soort == Indicatorsoort.STROOM
    years = sorted({meting.peildatum.year for meting in indicator.metingen}) if is_stroom else [None]
    for year in years:
        metingen = [m for m in indicator.metingen if year in (None, m.peildatum.year)]
        yield _reeks("gemeten", Rol.WAARDE, metingen, momenten)


def _reeks(naam: str, rol: Rol, metingen: list[Metingregel], momenten: list[date]) -> Reeks:
    op_dag = {meting.peildatum: meting for meting in metingen}
    return Reeks(
        naam=naam,
        rol=rol,
        waarden=tuple(op_dag[dag].waarde if dag in op_dag else None for dag in momenten),
        afgedrukt=tuple(print_meting(op_dag[dag]) if dag in op_dag else "" for dag in momenten),
    )


def _stepped(steps: list[tuple[str, list[Stap]]], momenten: list[date]) -> Iterator[Reeks]:
    for naam, stappen in steps:
        holds = {dag: (waarde, tekst) for dag, waarde, tekst in stappen}
        yield Reeks(
            naam=naam,
            rol=Rol.STREEFWAARDE,
            waarden=tuple(holds[dag][0] if dag in holds else None for dag in momenten),
            afgedrukt=tuple(holds[dag][1] if dag in holds else "" for dag in momenten),
        )


def print_meting(meting: Metingregel) -> str:
    """The value with its precision, or the words of why there is none."""
    if meting.waarde is None and meting.uitsplitsing:
        return ALLEEN_CATEGORIEEN
    return meting.afgedrukt


def _titel(indicator: Indicatorregel, eerste: Metingregel, laatste: Metingregel) -> str:
    """A count that begins again each year is not "from ... to ..."."""
    if indicator.soort == Indicatorsoort.STROOM:
        return f"{indicator.naam}: {laatste.afgedrukt} {laatste.periode}"
    return f"{indicator.naam}: van {eerste.afgedrukt} naar {laatste.afgedrukt}"


def _zin(indicator: Indicatorregel, eerste: Metingregel, laatste: Metingregel) -> str:
    if indicator.soort == Indicatorsoort.STROOM:
        return OPNIEUW_GETELD
    verschil = (laatste.waarde or Decimal(0)) - (eerste.waarde or Decimal(0))
    if not verschil:
        return f"Tussen {eerste.periode} en {laatste.periode} is er geen verschil."
    precies = {eerste.precisie, laatste.precisie} == {Precisie.PRECIES}
    afstand = format_afstand(abs(verschil), indicator.eenheid, indicator.decimalen)
    woord = "hoger" if verschil > 0 else "lager"
    circa = "" if precies else "circa "
    return f"{upper_first(laatste.periode)}: {circa}{afstand} {woord} dan {eerste.periode}."


def _tabel(indicator: Indicatorregel, ander: list[Metingregel], steps: list[tuple[str, list[Stap]]]) -> Tabel:
    metingen = tuple((meting.periode, print_meting(meting), meting.bron) for meting in indicator.metingen)
    vergeleken = tuple((f"{VERGELIJKCIJFER}, {m.periode}", print_meting(m), m.bron) for m in ander)
    targets = tuple(
        (f"{naam}, vanaf {format_datum(dag)}", tekst, "")
        for naam, stappen in steps
        for dag, _, tekst in stappen[:-1]
    )
    eenheid = "Waarde" if indicator.eenheid == PROCENT else upper_first(indicator.eenheid)
    rijen = (*metingen, *vergeleken, *targets)
    return Tabel(kop=("Periode", eenheid, "Bron"), rijen=rijen, getalkolommen=(1,))
