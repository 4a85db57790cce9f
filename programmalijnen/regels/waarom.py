"""The answer to *Waarom?*: formula, values filled in, period, bron, what is ours and what was agreed."""

from datetime import date
from fractions import Fraction

from dordt_monitor.opmaak import format_datum, format_getal
from programmalijnen.regels.afdruk import print_streefwaarde
from programmalijnen.regels.begrippen import Doeltoestand
from programmalijnen.regels.breuken import round_half_up
from programmalijnen.regels.feiten import Doelfeiten, Waarom
from programmalijnen.regels.geval import Geval

LEGENDA_GELIJKMATIG = "Verwachting: gelijkmatig over de periode, door ons berekend, niet afgesproken"
LEGENDA_FASERING = "Verwachting: afgesproken fasering"
LEGENDA_GRENZEN = (
    "grenzen naar het voorbeeld van Rekenkamer Rotterdam, "
    "die afgesproken tussendoelen onder 80% niet gehaald noemt"
)


def explain(geval: Geval, *, formule: str = "", ingevuld: str = "", met_verwachting: bool = False) -> Waarom:
    """`met_verwachting`: the koers rests on an expected position, so say whose it is."""
    return Waarom(
        formule=formule,
        ingevuld=ingevuld,
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


def _explain_periode(geval: Geval) -> str:
    delen = [f"meting {geval.meting.periode.tekst}"] if geval.meting else []
    doelperiode = _print_doelperiode(geval.doel.van, geval.doel.tot)
    return "; ".join([*delen, f"doel {doelperiode}"] if doelperiode else delen)


def _print_doelperiode(van: date | None, tot: date | None) -> str:
    grenzen = (f"vanaf {format_datum(van)}" if van else "", f"t/m {format_datum(tot)}" if tot else "")
    return " ".join(grens for grens in grenzen if grens)


def _explain_verwachting(geval: Geval) -> str:
    verwachting = LEGENDA_FASERING if geval.doel.fasering else LEGENDA_GELIJKMATIG
    return f"{verwachting}; {LEGENDA_GRENZEN}"
