"""Rows of the report: activiteiten with their realisatie, oordeel and tijdspad."""

from ...rapport import Activiteitregel, Oordeelregel, Tijdspadregel
from ..dingen import Declaratie, Deel, Ding
from ..velden import bedrag, tekst, titel, wijst_naar, woord
from ..verandering import Aard
from .doelen import DOELDELEN, own
from .redenen import AFDRUK, HERKENNING, PLAATS_IN_BRON, UIT_PLANNING, VAN_ANDEREN

HIER, LEEG = "hier gerapporteerd", "geen toelichting"


def print_bericht(ding: Ding) -> str:
    """What the row reports: its text, or in words why there is none."""
    opgave = str(ding.waarde("opgave"))
    return (str(ding.waarde("realisatie")) or LEEG) if opgave == HIER else opgave


def print_opgave(ding: Ding) -> str:
    """An approved row without a text has nothing to report: to call it reported would be untrue."""
    is_leeg = ding.waarde("opgave") == HIER and not ding.waarde("realisatie")
    return LEEG if is_leeg else str(ding.waarde("opgave"))


def group_by_kop(oud: Ding, nieuw: Ding) -> tuple[str, str]:
    was, nu = (ding.waarde("groep") or "geen kop" for ding in (oud, nieuw))
    return f"Nu onder ‘{nu}’, eerder onder ‘{was}’", nieuw.naam


def name_owner(ding: Ding) -> str:
    return ding.ouder.naam if ding.ouder else ""


OORDEEL_EERST = own("waarde")

DECLARATIES = {
    Activiteitregel: Declaratie(
        woord="activiteit",
        naam=lambda ding: str(ding.waarde("titel")),
        inhoud=print_bericht,
        pad=lambda ding: f"activiteiten/{ding.sleutel}/",
        velden={
            "titel": titel("titel"),
            "opgave": woord("opgave", "", Aard.OPGAVE, afdruk=print_opgave, kolom=print_bericht),
            "realisatie": tekst("realisatie", "de tekst", oorzaken=own("opgave"), stil=True),
            "elders": woord("elders", "waar het staat", Aard.OPGAVE, oorzaken=own("opgave")),
            "elders_programma": woord(
                "elders_programma", "het programma waar het staat", Aard.OPGAVE, oorzaken=own("opgave")
            ),
            "groep": woord(
                "groep", "de kop", Aard.VERPLAATST, oorzaken=own("opgave"), stil=True, bundel=group_by_kop
            ),
            "schaal": woord("schaal", "de schaal", Aard.VERPLAATST, oorzaken=own("groep")),
            "soort": woord("soort", "", Aard.VERPLAATST, oorzaken=own("groep")),
            "ambitie": wijst_naar("ambitie", "ambitie", "de ambitie"),
            "partners": tekst("partners", "de partners"),
            "projectomvang": bedrag(
                "projectomvang",
                "de projectomvang",
                afdruk=lambda ding: str(ding.waarde("projectomvang_afgedrukt") or ""),
            ),
            "projectomvang_toelichting": tekst(
                "projectomvang_toelichting", "de toelichting op de projectomvang"
            ),
        },
        delen={
            **DOELDELEN,
            "oordeel": Deel(soort="oordeel", enkel=True),
            "onderdelen": Deel(soort="activiteit"),
            "tijdspad": Deel(soort="tijdspad", enkel=True),
        },
        niet={
            "sleutel": HERKENNING,
            "vindplaats": PLAATS_IN_BRON,
            "projectomvang_afgedrukt": AFDRUK,
            "verwezen_vanuit": VAN_ANDEREN,
        },
    ),
    Oordeelregel: Declaratie(
        woord="oordeel",
        naam=name_owner,
        velden={
            "waarde": woord(
                "waarde",
                "het oordeel",
                Aard.OORDEEL,
                afdruk=lambda ding: str(ding.waarde("waarde") or "nog niet beoordeeld"),
            ),
            "horizon": woord("horizon", "waarover het oordeel gaat", Aard.OORDEEL, oorzaken=OORDEEL_EERST),
            "oorzaak": tekst("oorzaak", "de oorzaak bij het oordeel", oorzaken=OORDEEL_EERST),
            "gevolg": tekst("gevolg", "het gevolg bij het oordeel", oorzaken=OORDEEL_EERST),
            "bijsturing": tekst("bijsturing", "de bijsturing bij het oordeel", oorzaken=OORDEEL_EERST),
        },
    ),
    Tijdspadregel: Declaratie(
        woord="tijdspad",
        naam=name_owner,
        velden={
            "actueel": woord("actueel", "het tijdspad", Aard.DATUM),
            "oorspronkelijk": woord(
                "oorspronkelijk", "het oorspronkelijke tijdspad", Aard.DATUM, oorzaken=own("actueel")
            ),
            "reden": tekst("reden", "de reden bij het tijdspad", oorzaken=own("actueel")),
        },
        niet={"van": UIT_PLANNING, "tot": UIT_PLANNING, "precisie": UIT_PLANNING},
    ),
}
