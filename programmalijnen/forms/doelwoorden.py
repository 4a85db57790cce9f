"""The words of the form of a doel: what people choose from, and what they are told."""

from datetime import date

from dordt_monitor.opmaak import format_datum

from ..regels.begrippen import Doelniveau, Richting, Tussenverwachting, Vorm
from ..regels.momenten import Tijdprecisie
from ..regels.perioden import Tijdspad

VORMEN = {
    Vorm.GETAL: "een getal (100 leerwerktrajecten)",
    Vorm.BANDBREEDTE: "tussen twee getallen (40 tot 60)",
    Vorm.RICHTING: "meer of minder, zonder getal",
    Vorm.RELATIEF: "een verandering (5% meer)",
    Vorm.VERGELIJKING: "vergeleken met een ander cijfer (hoger dan landelijk)",
    Vorm.OPLEVERING: "iets dat klaar moet zijn (operationeel in 2024)",
    Vorm.SAMENGESTELD: "meer doelen die allemaal moeten lukken",
    Vorm.TEKST: "in woorden, niet te meten",
    Vorm.ELDERS: "wordt elders gerapporteerd",
}
RICHTINGEN = [
    ("", "niet afgesproken"),
    (Richting.MEER, "meer is beter"),
    (Richting.MINDER, "minder is beter"),
]
NIVEAUS = [
    (Doelniveau.NIET_VERMELD, "niet vermeld"),
    (Doelniveau.RESULTAAT, "een resultaat (output)"),
    (Doelniveau.EFFECT, "een maatschappelijk effect (outcome)"),
]
RELATIEF = [
    ("", "niet van toepassing"),
    ("procent", "procent: 1.000 wordt 1.050"),
    ("procentpunt", "procentpunt: 40% wordt 45%"),
    ("niet afgesproken", "niet afgesproken"),
]
PERIODE_GELEZEN = "De periode ‘{tekst}’ lezen wij als {dagen}. Klopt dat niet? Pas dan begin en eind aan."
PERIODE_ONGELEZEN = "In de periode ‘{tekst}’ lezen wij geen dag. Begin en eind blijven: {dagen}."
GEEN_DAGEN = "leeg. Zonder einddag is een doel niet tijdgebonden"
ANDERE_INDICATOR = "Deze meting is van een andere indicator dan die van dit doel."
EIND_VOOR_BEGIN = "Het eind ligt vóór het begin."
WAAR_ELDERS = "Zeg waar het doel dan wel wordt gerapporteerd."
# What counts as not filled in; the last one is what a doel has when nobody chose.
LEEG = (None, "", False, Tussenverwachting.GELIJKMATIG.value)


def say_periode(gelezen: Tijdspad, van: date | None, tot: date | None) -> str:
    """What we made of a period as written: the days that are stored with it."""
    delen = [f"van {format_datum(van)}" if van else "", f"tot en met {format_datum(tot)}" if tot else ""]
    dagen = " ".join(filter(None, delen))
    if gelezen.precisie is Tijdprecisie.DOORLOPEND:
        dagen = "doorlopend, zonder eind"
    zin = PERIODE_ONGELEZEN if gelezen.precisie is Tijdprecisie.ONBEKEND else PERIODE_GELEZEN
    return zin.format(tekst=gelezen.tekst, dagen=dagen or GEEN_DAGEN)
