"""What a file says where there is no number or no text: the empty states, each in its own words."""

from dordt_monitor.opmaak import format_datum

from ..rapport import Activiteitregel, Doelregel, Editiekop, Financieringregel, Oordeelregel

HIER, ELDERS = "hier gerapporteerd", "elders gerapporteerd"
IN_WOORDEN = "in woorden"
GEEN_DOEL = "geen doel vermeld"
VORMEN_IN_WOORDEN = ("tekst", "oplevering", "samengesteld", "richting")


def describe_editie(editie: Editiekop | None) -> str:
    """ "Editie 2, vastgesteld op 3 september 2024 (besluit 2024-1)"; a concept says that it is one."""
    if editie is None:
        return "CONCEPT: nog niet vastgesteld, de gegevens kunnen nog veranderen"
    delen = [f"Editie {editie.versie}"]
    if editie.vastgesteld_op:
        delen.append(f"vastgesteld op {format_datum(editie.vastgesteld_op)}")
    if editie.besluit:
        delen.append(f"besluit {editie.besluit}")
    if editie.overgenomen_uit:
        delen.append(f"overgenomen uit: {editie.overgenomen_uit}")
    return ", ".join(delen)


def streefwaarde_woorden(doel: Doelregel) -> str:
    """What stands in the place of a target's number."""
    if doel.streefwaarde_afgedrukt:
        return doel.streefwaarde_afgedrukt
    if doel.vorm == "elders":
        return ELDERS
    if doel.vorm == "richting":
        return doel.richting
    return IN_WOORDEN if doel.vorm in VORMEN_IN_WOORDEN else "geen getal afgesproken"


def waarde_woorden(doel: Doelregel) -> str:
    """What stands in the place of a value; a doel that is not a number has words, not *niet gemeten*."""
    if doel.waarde is not None:
        return doel.waarde_afgedrukt
    if doel.uitsplitsing:
        return "alleen per categorie"
    if doel.vorm == "elders":
        return ELDERS
    if doel.stap is not None:
        return doel.stap.stap
    return IN_WOORDEN if doel.vorm in ("tekst", "oplevering", "samengesteld") else doel.waarde_toestand


def periode_woorden(doel: Doelregel) -> str:
    """The period as written; where the measurement is older than the round, the sentence that says so."""
    return doel.peildatum_tekst or doel.periode


def realisatie_woorden(activiteit: Activiteitregel) -> str:
    """The text, or why there is none; the same words as on the page."""
    if activiteit.opgave == ELDERS:
        return f"Elders gerapporteerd, {activiteit.elders}" if activiteit.elders else "Elders gerapporteerd"
    if activiteit.realisatie or activiteit.opgave != HIER:
        return activiteit.realisatie or activiteit.opgave.capitalize()
    gemeten = any(doel.waarde is not None or doel.uitsplitsing for doel in activiteit.doelen)
    return "Zie de cijfers bij het doel" if gemeten else "Geen toelichting in deze ronde"


def oordeel_woorden(oordeel: Oordeelregel) -> str:
    """The verdict with its horizon and explanation; empty is *nog niet beoordeeld*."""
    if not oordeel.waarde:
        return "nog niet beoordeeld"
    regels = [f"{oordeel.waarde} ({oordeel.horizon})" if oordeel.horizon else oordeel.waarde]
    uitleg = (("Oorzaak", oordeel.oorzaak), ("Gevolg", oordeel.gevolg), ("Bijsturing", oordeel.bijsturing))
    return "\n".join(regels + [f"{kop}: {tekst}" for kop, tekst in uitleg if tekst])


def telt_mee_woorden(telt_mee: bool | None) -> str:
    if telt_mee is None:
        return "niet vastgelegd of dit meetelt"
    return "telt mee" if telt_mee else "telt niet mee"


def aantekening_woorden(regel: Financieringregel) -> str:
    """What is to be said about a line of money beside its amount."""
    delen = [
        f"elders verantwoord: {regel.elders_verantwoord}" if regel.elders_verantwoord else "",
        "in natura" if regel.in_natura else "",
        regel.toelichting,
    ]
    return "; ".join(deel for deel in delen if deel)
