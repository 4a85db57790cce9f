"""The answer to *Waarom?*: formula, values filled in, period, bron, what is ours and what was agreed."""

from datetime import date
from fractions import Fraction

from dordt_monitor.opmaak import format_datum, format_getal
from programmalijnen.regels.afdruk import print_getal, print_streefwaarde
from programmalijnen.regels.begrippen import Doeltoestand
from programmalijnen.regels.breuken import round_half_up
from programmalijnen.regels.feiten import Doelfeiten, Waarom
from programmalijnen.regels.geval import Geval

Stappen = tuple[tuple[str, str], ...]
"""Formulas and the same with values filled in, in the order of the computation."""

LEGENDA_GELIJKMATIG = "Verwachting: gelijkmatig over de periode, door ons berekend, niet afgesproken"
LEGENDA_FASERING = "Verwachting: afgesproken fasering"
LEGENDA_GRENZEN = (
    "grenzen naar het voorbeeld van Rekenkamer Rotterdam, "
    "die afgesproken tussendoelen onder 80% niet gehaald noemt"
)


def explain(geval: Geval, stappen: Stappen = (), *, met_verwachting: bool = False) -> Waarom:
    """`met_verwachting`: the koers rests on an expected position, so say whose it is."""
    alle = (*_explain_som(geval), *stappen)
    return Waarom(
        formule="; ".join(formule for formule, _ in alle),
        ingevuld="; ".join(ingevuld for _, ingevuld in alle),
        periode=_explain_periode(geval),
        bron=geval.meting.bron if geval.meting else "",
        berekend=_explain_verwachting(geval) if met_verwachting else "",
        afgesproken=explain_afspraak(geval.doel, geval),
    )


def explain_afspraak(doel: Doelfeiten, geval: Geval | None = None) -> str:
    """`streefwaarde 100, besluit 2023-0154666`; without a number the doel's words; a proposal says so."""
    streef = geval.streef if geval else None
    delen = [doel.omschrijving]
    if geval and streef and streef.waarde is not None:
        delen = [f"streefwaarde {print_streefwaarde(geval)}"]
    if streef and streef.besluit:
        delen.append(f"besluit {streef.besluit}")
    if doel.toestand is Doeltoestand.VOORGESTELD:
        delen.append(doel.toestand if streef and streef.besluit else f"{doel.toestand}, besluit niet bekend")
    return ", ".join(deel for deel in delen if deel)


def fill_in(doel: Doelfeiten, breuk: Fraction) -> str:
    """A position with two places more than the indicator, as in `58,20`."""
    return format_getal(round_half_up(breuk, doel.decimalen + 2), doel.decimalen + 2)


def fill_in_verhouding(verhouding: Fraction) -> str:
    return format_getal(round_half_up(verhouding, 2), 2)


def _explain_som(geval: Geval) -> Stappen:
    """A total that only exists as the sum of its categories says so."""
    if geval.meting is None or geval.meting.waarde is not None or geval.waarde is None:
        return ()
    delen = [deel for deel in geval.meting.uitsplitsing if deel.telt_mee and deel.waarde is not None]
    som = " + ".join(print_getal(geval.doel, Fraction(deel.waarde or 0)) for deel in delen)
    return (
        ("waarde = som van de categorieën die meetellen", f"{som} = {print_getal(geval.doel, geval.waarde)}"),
    )


def _explain_periode(geval: Geval) -> str:
    delen = [f"meting {geval.meting.periode.tekst}"] if geval.meting else []
    doelperiode = _print_doelperiode(geval.doel.van, geval.doel.tot)
    return "; ".join([*delen, f"doel {doelperiode}"] if doelperiode else delen)


def _print_doelperiode(van: date | None, tot: date | None) -> str:
    if van and tot:
        return f"{format_datum(van)} t/m {format_datum(tot)}"
    return f"vanaf {format_datum(van)}" if van else f"t/m {format_datum(tot)}" if tot else ""


def _explain_verwachting(geval: Geval) -> str:
    verwachting = LEGENDA_FASERING if geval.doel.fasering else LEGENDA_GELIJKMATIG
    return f"{verwachting}; {LEGENDA_GRENZEN}"
