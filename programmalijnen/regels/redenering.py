"""The formulas of a getal and the same with its values filled in, step by step, for *Waarom?*."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from dordt_monitor.opmaak import PROCENT, format_datum, format_deel, format_exact
from programmalijnen.regels.afdruk import print_getal, print_verschil
from programmalijnen.regels.begrippen import Relatiefsoort, Richting
from programmalijnen.regels.feiten import Relatief, Waarom
from programmalijnen.regels.geval import Geval
from programmalijnen.regels.waarom import Stappen, explain, explain_afspraak, fill_in, fill_in_verhouding


def explain_getal(
    geval: Geval, *, is_bereikt: bool, bereikt: Fraction | None, verwacht: Fraction | None, r: Fraction | None
) -> Waarom:
    """Formula and values of what was really computed, and of the distance where nothing else was."""
    stappen = (
        *_explain_bereikt(geval, bereikt, is_bereikt),
        *_explain_verwacht(geval, verwacht),
        *_explain_koers(geval, verwacht, r),
    )
    return explain(geval, stappen or _explain_afstand(geval), met_verwachting=verwacht is not None)


def explain_relatief(geval: Geval, relatief: Relatief, waarom: Waarom) -> Waarom:
    """Puts before the rest how the streefwaarde follows; what was agreed are the words, not our number."""
    maat = PROCENT if relatief.soort is Relatiefsoort.PROCENT else " procentpunt"
    stap = f"{'+' if geval.teken > 0 else '−'} {format_exact(relatief.percentage)}{maat}"
    begin, streef = _numbers(geval)[2], _numbers(geval)[1]
    zonder_getal = replace(geval, streef=replace(geval.streef, waarde=None) if geval.streef else None)
    return replace(
        waarom,
        formule="; ".join(filter(None, (f"streefwaarde = start {stap}", waarom.formule))),
        ingevuld="; ".join(filter(None, (f"{begin} {stap} = {streef}", waarom.ingevuld))),
        afgesproken=explain_afspraak(geval.doel, zonder_getal),
    )


def _explain_bereikt(geval: Geval, bereikt: Fraction | None, is_bereikt: bool) -> Stappen:
    if bereikt is None:
        return ()
    waarde, streef, begin = _numbers(geval)
    deel = format_deel(bereikt, vol=is_bereikt)
    if geval.is_stroom:
        return (("bereikt = waarde / streefwaarde", f"{waarde} / {streef} = {deel}"),)
    formule = "bereikt = (waarde − start) / (streefwaarde − start)"
    return ((formule, f"({waarde} − {begin}) / ({streef} − {begin}) = {deel}"),)


def _explain_verwacht(geval: Geval, verwacht: Fraction | None) -> Stappen:
    if verwacht is None or geval.meting is None:
        return ()
    positie = fill_in(geval.doel, verwacht)
    if geval.doel.fasering:
        return (("verwacht = volgens de afgesproken fasering", f"verwacht {positie}"),)
    if not geval.is_stroom:
        op_dag = f"verwacht op {format_datum(geval.meting.peildatum)}: {positie}"
        return (("verwacht = op de rechte lijn van de start naar de streefwaarde", op_dag),)
    formule = "verwacht = streefwaarde × verstreken dagen / dagen in de periode"
    return ((formule, f"{_numbers(geval)[1]} × {_print_dagen(geval)} = {positie}"),)


def _explain_koers(geval: Geval, verwacht: Fraction | None, r: Fraction | None) -> Stappen:
    if verwacht is None or r is None:
        return ()
    waarde, _, begin = _numbers(geval)
    positie, uitkomst = fill_in(geval.doel, verwacht), fill_in_verhouding(r)
    if not geval.is_stroom:
        formule = "koers = (waarde − start) / (verwacht − start)"
        return ((formule, f"({waarde} − {begin}) / ({positie} − {begin}) = {uitkomst}"),)
    if geval.doel.richting is Richting.MINDER:
        return (("koers = verwacht / waarde", f"{positie} / {waarde} = {uitkomst}"),)
    return (("koers = waarde / verwacht", f"{waarde} / {positie} = {uitkomst}"),)


def _explain_afstand(geval: Geval) -> Stappen:
    if geval.waarde is None or geval.streefwaarde is None:
        return ()
    waarde, streef, _ = _numbers(geval)
    verschil = geval.streefwaarde - geval.waarde
    afstand = ("-" if verschil < 0 else "") + print_verschil(geval, verschil)
    return (("afstand = streefwaarde − waarde", f"{streef} − {waarde} = {afstand}"),)


def _numbers(geval: Geval) -> tuple[str, str, str]:
    """Waarde, streefwaarde and start as printed, "" for what there is not."""
    breuken = (geval.waarde, geval.streefwaarde, geval.start_waarde)
    waarde, streef, begin = ("" if breuk is None else print_getal(geval.doel, breuk) for breuk in breuken)
    return waarde, streef, begin


def _print_dagen(geval: Geval) -> str:
    """`213 / 366`: that day included."""
    van, tot = geval.doel.van, geval.doel.tot
    if van is None or tot is None or geval.meting is None:
        return ""
    vooravond = van - timedelta(days=1)
    return f"{(geval.meting.peildatum - vooravond).days} / {(tot - vooravond).days}"
