"""Money in one sentence, as people read it aloud: 300.000 + 312.739 + 97.271 = 710.010."""

from dordt_monitor.opmaak import format_bedrag, format_getal, format_met_precisie
from financien.uitgaven import name_jaar

from ..grafieken.woorden import upper_first
from ..rapport import Financien, Financieringsgroep, Jaartotaal

GEEN_BEDRAGEN = "Geen bedragen bekend."
GEEN_TOTAAL = "Geen totaal voor dit jaar."
BEREKEND = "berekend"
NIET_VERMELD = "niet vermeld"


def describe_groep(groep: Financieringsgroep) -> str:
    """ "Investering stad & regio, vanaf 2025"; what the source leaves out is said."""
    delen = [
        upper_first(name_soort_en_schaal(groep.soort, groep.schaal)),
        groep.periode,
        "" if groep.telt_mee else "telt niet mee in dit jaar",
    ]
    return ", ".join(deel for deel in delen if deel)


def name_soort_en_schaal(soort: str, schaal: str) -> str:
    """ "investering stad"; a comma where one of the two is only said not to be there."""
    delen = [
        f"{naam} {deel}" if deel == NIET_VERMELD else deel
        for naam, deel in (("soort", soort), ("schaal", schaal))
    ]
    return (", " if NIET_VERMELD in (soort, schaal) else " ").join(deel for deel in delen if deel)


def describe_financien(financien: Financien) -> str:
    """Of a line: what it has, and what it costs."""
    delen = [describe_dekking(financien), describe_kosten(financien)]
    return ". ".join(deel for deel in delen if deel) or GEEN_BEDRAGEN


def describe_kosten(financien: Financien) -> str:
    """ "Kosten: 2024 gepland € 98.000"; posts of several lines are shown on the sheet and not added here."""
    bedragen = [
        f"{name_jaar(totaal.jaar, totaal.tot_en_met)} {totaal.soort} {print_totaal(totaal)}"
        for totaal in sorted(financien.jaartotalen, key=lambda totaal: totaal.jaar)
        if totaal.bedrag is not None
    ]
    gedeeld = any(post.telt_in_meer_lijnen for post in financien.kostenposten)
    delen = [", ".join(bedragen), "zonder posten die ook bij een andere lijn horen" if gedeeld else ""]
    woorden = "; ".join(deel for deel in delen if deel)
    return f"Kosten: {woorden}" if woorden else ""


def print_totaal(totaal: Jaartotaal) -> str:
    return format_met_precisie(format_bedrag(totaal.bedrag), totaal.precisie)


def describe_dekking(financien: Financien) -> str:
    if financien.totaal is None:
        return ""
    groepen = [
        f"{describe_groep(groep)} {format_bedrag(groep.bedrag)}"
        for groep in financien.groepen
        if groep.telt_mee and groep.bedrag is not None
    ]
    totaal, elders = format_bedrag(financien.totaal), financien.waarvan_elders
    delen = [
        f"{' + '.join(groepen)} = totaal {totaal}" if len(groepen) > 1 else f"Totaal {totaal}",
        BEREKEND if financien.totaal_gedrukt is None else "",
        f"waarvan elders verantwoord {format_bedrag(elders)}" if elders else "",
        f"onvolledig: {financien.totaal_onvolledig}" if financien.totaal_onvolledig else "",
        f"hefboom {format_getal(financien.hefboom, 2)}" if financien.hefboom is not None else "",
    ]
    return "; ".join(deel for deel in delen if deel)
