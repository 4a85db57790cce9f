"""The answer to *Waarom?* in a sentence, and the computation behind it step by step (rekenregels 3)."""

from dataclasses import dataclass
from string import Formatter

from dordt_monitor.opmaak import format_datum
from programmalijnen.regels.begrippen import Koers

from .opzoeken import all_doelen, plekken
from .rapport import Doelregel, Rapport

VERWACHT = "Op {dag} mocht {verwacht} worden verwacht; gemeten is {waarde}."
GEMETEN = "Gemeten is {waarde}; afgesproken is {streefwaarde}."
VERGELEKEN = "Gemeten is {waarde}; bij de start was het {start}."
STAP = "Dit is een stap die het team meldt; er valt niets te berekenen."

ZINNEN = {
    Koers.OP_SCHEMA: f"{VERWACHT} Dat is genoeg om op schema te zijn.",
    Koers.AANDACHT: f"{VERWACHT} Dat is net niet genoeg en vraagt aandacht.",
    Koers.ACHTER: f"{VERWACHT} Dat is niet genoeg: het doel ligt achter.",
    Koers.VERSLECHTERD: f"{VERGELEKEN} Dat is slechter dan aan het begin.",
    Koers.BEHAALD: f"{GEMETEN} Het doel is behaald.",
    Koers.OP_DOELNIVEAU: f"{GEMETEN} Dat is het niveau van het doel; het kan nog veranderen.",
    Koers.NIET_BEHAALD: f"{GEMETEN} Het doel is niet behaald.",
    Koers.UITGANGSPOSITIE: f"{GEMETEN} Dat was al zo toen het doel werd afgesproken.",
    Koers.BETER: VERGELEKEN,
    Koers.GELIJK: VERGELEKEN,
    Koers.SLECHTER: VERGELEKEN,
    Koers.EEN_METING: "Er is één meting. Zonder een tweede is niet te zeggen of het meer of minder wordt.",
    Koers.GEEN_KOERS: "Hier is geen koers te geven: {reden}.",
    Koers.GEEN_OORDEEL: "Hier is geen oordeel te geven: {reden}.",
    Koers.TE_VROEG: "Het is te vroeg om iets over het tempo te zeggen.",
    Koers.NIET_TE_BEREKENEN: "Dit is niet te berekenen: {reden}.",
    Koers.NIET_TE_VERGELIJKEN: "Dit is nog niet te vergelijken: {reden}.",
    Koers.NIET_GEMETEN: "Er is nog niets gemeten dat voor dit doel telt.",
    Koers.NIET_GERAPPORTEERD: "In deze ronde is hierover niets gemeld.",
    Koers.NIET_VAN_TOEPASSING: "Dit doel is hier niet van toepassing.",
    Koers.EINDSTAND_NIET_GEMETEN: "De periode van dit doel is voorbij, maar het eind ervan is niet gemeten.",
    Koers.GEEN_DOEL: "Voor deze periode is niets afgesproken: {reden}.",
    Koers.NIET_GESTART: STAP,
    Koers.BEZIG: STAP,
    Koers.DEELS_GEREED: STAP,
    Koers.DEELS_BEHAALD: STAP,
    Koers.GEREED: STAP,
    Koers.GEEN_STAP: "Het rapport zegt niet hoe ver dit is.",
    Koers.VERVALLEN: "Dit doel is vervallen.",
    Koers.NIET_BEREKEND: "Dit doel is in woorden afgesproken; er valt niets te berekenen.",
    Koers.ELDERS: "Hierover wordt elders gerapporteerd.",
}
# A reason that needs more words than its own.
REDENEN = {
    (
        Koers.GEEN_KOERS,
        "geen nulmeting",
    ): "Er is geen nulmeting. Daarom is niet te zeggen of het hard genoeg gaat.",
    (Koers.GEEN_OORDEEL, "geen richting afgesproken"): "Niet is afgesproken of meer beter is of minder. "
    "Daarom staat het cijfer hier zonder oordeel.",
    (Koers.NIET_GEMETEN, "alleen nulmeting"): "Alleen de nulmeting is bekend. Daarna is nog niets gemeten.",
}
GRENZEN = "Op schema:"


@dataclass(frozen=True, slots=True)
class Uitleg:
    """`stappen` are formulas, each with its values filled in; `grenzen` where one koers becomes another.

    `geheel` are the words of the doel that this one is a *daarvan* of, or "".
    """

    zin: str
    stappen: tuple[tuple[str, str], ...]
    grenzen: str
    geheel: str


def explain_doel(doel: Doelregel, rapport: Rapport) -> Uitleg:
    grenzen = next((zin for zin in rapport.legenda if zin.startswith(GRENZEN)), "")
    return Uitleg(
        zin=tell_waarom(doel),
        stappen=stappen_of(doel),
        grenzen=grenzen if doel.verhouding is not None else "",
        geheel=name_doel(rapport, doel.onderdeel_van) if doel.onderdeel_van else "",
    )


def name_doel(rapport: Rapport, sleutel: str) -> str:
    alle = (doel for plek in plekken(rapport) for doel in all_doelen(plek.drager))
    return next((doel.omschrijving for doel in alle if doel.sleutel == sleutel), "")


def tell_waarom(doel: Doelregel) -> str:
    """In one or two sentences, with the figures as printed; where one of them is missing just the koers."""
    koers = Koers(doel.koers)
    feiten = {
        "dag": format_datum(doel.peildatum) if doel.peildatum else "",
        "verwacht": doel.verwacht_afgedrukt,
        "waarde": doel.waarde_afgedrukt,
        "streefwaarde": doel.streefwaarde_afgedrukt,
        "start": doel.start.afgedrukt if doel.start else "",
        "reden": doel.reden,
    }
    zin = REDENEN.get((koers, doel.reden), ZINNEN[koers])
    gevraagd = {naam for _, naam, _, _ in Formatter().parse(zin) if naam}
    if all(feiten[naam] for naam in gevraagd):
        return zin.format(**feiten)
    return f"{doel.koers_afgedrukt[:1].upper()}{doel.koers_afgedrukt[1:]}."


def stappen_of(doel: Doelregel) -> tuple[tuple[str, str], ...]:
    """The formulas and their fillings stand in the same order; where one text holds more, both stay whole."""
    formules, ingevuld = doel.waarom.formule.split("; "), doel.waarom.ingevuld.split("; ")
    if len(formules) != len(ingevuld):
        return ((doel.waarom.formule, doel.waarom.ingevuld),)
    return tuple(zip(formules, ingevuld, strict=True)) if doel.waarom.formule else ()
