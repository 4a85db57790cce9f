"""The words and digits of a result, so that page, Excel and JSON print the same (rekenregels 3)."""

from decimal import Decimal
from fractions import Fraction

from dordt_monitor.opmaak import (
    PROCENT,
    format_afstand,
    format_datum,
    format_deel,
    format_met_precisie,
    format_waarde,
)
from programmalijnen.regels.begrippen import Koers, Precisie, Richting, Soort
from programmalijnen.regels.breuken import round_half_up
from programmalijnen.regels.feiten import Doelfeiten, Meetwaarde
from programmalijnen.regels.geval import Geval

NIET_OPNIEUW_GEMETEN = "in deze ronde niet opnieuw gemeten"

MET_REDEN = {
    Koers.GEEN_KOERS,
    Koers.GEEN_OORDEEL,
    Koers.NIET_TE_BEREKENEN,
    Koers.NIET_TE_VERGELIJKEN,
    Koers.GEEN_DOEL,
}
MET_REDEN_TUSSEN_HAAKJES = {Koers.NIET_GEMETEN, Koers.EINDSTAND_NIET_GEMETEN}
MET_DATUM = {
    Koers.OP_SCHEMA,
    Koers.AANDACHT,
    Koers.ACHTER,
    Koers.VERSLECHTERD,
    Koers.OP_DOELNIVEAU,
    Koers.BETER,
    Koers.GELIJK,
    Koers.SLECHTER,
}


def print_waarde(geval: Geval) -> str:
    """The measured value with its precision: `circa 37%`."""
    return print_met_precisie(geval, geval.waarde, geval.meting.precisie) if geval.meting else ""


def print_tegen_streefwaarde(geval: Geval, *, bereikt: Fraction | None, is_bereikt: bool) -> str:
    """`60 van 100 (60%), nog 40`; a percentage or a minder stands beside its streefwaarde, never "of" it."""
    doel, waarde, streef = geval.doel, print_waarde(geval), print_streefwaarde(geval)
    deel = "" if bereikt is None else format_deel(bereikt, vol=is_bereikt)
    if _is_plafond(doel):
        return f"{waarde} van ten hoogste {streef}{_print_overschot(geval)}"
    if doel.eenheid == PROCENT or doel.richting is not Richting.MEER:
        tekst = f"{waarde}, streefwaarde {streef}" + (f" ({deel} bereikt)" if deel else "")
    else:
        tekst = f"{waarde} van {streef}" + (f" ({deel})" if deel else "")
    is_klaar = is_bereikt or doel.richting is Richting.GEEN
    return tekst if is_klaar else f"{tekst}, nog {_print_afstand(geval)}"


def print_aandeel(geval: Geval, *, is_bereikt: bool) -> str:
    """`89% van de streefwaarde`: only for a number that should rise and has no start (rekenregels 3)."""
    doel, waarde, streef = geval.doel, geval.waarde, geval.streefwaarde
    if doel.eenheid == PROCENT or doel.richting is not Richting.MEER or waarde is None or not streef:
        return ""
    return f"{format_deel(waarde / streef, vol=is_bereikt)} van de streefwaarde" if waarde >= 0 else ""


def print_streefwaarde(geval: Geval) -> str:
    return print_met_precisie(geval, geval.streefwaarde, geval.streef.precisie) if geval.streef else ""


def print_met_precisie(geval: Geval, waarde: Fraction | None, precisie: Precisie) -> str:
    return "" if waarde is None else format_met_precisie(print_getal(geval.doel, waarde), precisie)


def print_getal(doel: Doelfeiten, waarde: Fraction) -> str:
    return format_waarde(_round(doel, waarde), doel.eenheid, doel.decimalen)


def print_verschil(geval: Geval, verschil: Fraction) -> str:
    """A distance without sign; of a value that is not precies it is not either."""
    tekst = format_afstand(_round(geval.doel, abs(verschil)), geval.doel.eenheid, geval.doel.decimalen)
    precies = geval.meting is None or geval.meting.precisie is Precisie.PRECIES
    return tekst if precies else format_met_precisie(tekst, Precisie.CIRCA)


def print_peildatum(geval: Geval) -> str:
    """When the value was measured, "" when that is the round's own day."""
    if geval.meting is None or geval.meting.peildatum == geval.peildatum:
        return ""
    tekst = label_meting(geval.meting, geval.doel.soort)
    opnieuw = geval.vorige is not None and geval.meting.peildatum > geval.vorige
    return tekst if opnieuw else f"{tekst}, {NIET_OPNIEUW_GEMETEN}"


def label_meting(meting: Meetwaarde, soort: Soort) -> str:
    """`t/m 31 juli 2024` of a running count, `per 31 juli 2024` of a level, else the periode as written."""
    periode = meting.periode
    if soort is Soort.STROOM or periode.tekst.startswith("t/m"):
        return f"t/m {format_datum(periode.tot)}"
    if not periode.afgeleid:
        return f"per {format_datum(periode.tot)}"
    return periode.tekst if periode.tekst.startswith("per ") else f"meting {periode.tekst}"


def print_koers(koers: Koers, reden: str, geval: Geval | None = None) -> str:
    """The koers with its reason, or with the day it holds for when that is not the round's."""
    if reden and koers in MET_REDEN:
        return f"{koers}: {reden}"
    if reden and koers in MET_REDEN_TUSSEN_HAAKJES:
        return f"{koers} ({reden})"
    meting = geval.meting if geval else None
    if geval and meting and koers in MET_DATUM and meting.peildatum != geval.peildatum:
        return f"{koers}, per {_short_label(meting)}"
    return koers.value


def _short_label(meting: Meetwaarde) -> str:
    periode = meting.periode
    is_lopend = not periode.afgeleid or periode.tekst.startswith(("t/m", "per"))
    return format_datum(periode.tot) if is_lopend else periode.tekst


def _is_plafond(doel: Doelfeiten) -> bool:
    return doel.soort is Soort.STROOM and doel.richting is Richting.MINDER


def _print_overschot(geval: Geval) -> str:
    if geval.waarde is None or geval.streefwaarde is None or geval.waarde <= geval.streefwaarde:
        return ""
    return f", {_print_afstand(geval)} te veel"


def _print_afstand(geval: Geval) -> str:
    if geval.waarde is None or geval.streefwaarde is None:
        return ""
    return print_verschil(geval, geval.streefwaarde - geval.waarde)


def _round(doel: Doelfeiten, waarde: Fraction) -> Decimal:
    return round_half_up(waarde, doel.decimalen)
