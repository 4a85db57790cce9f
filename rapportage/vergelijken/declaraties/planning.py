"""Milestones, decisions, contradictions, assumptions and answered warnings."""

from datetime import date

from ...rapport import Aannameregel, Besluitregel, Mijlpaalregel, Tegenspraakregel, Waarschuwingregel
from ..dingen import Declaratie, Ding
from ..velden import ja_nee, tekst, titel, wijst_naar, woord
from ..verandering import Aard
from .doelen import own
from .redenen import HERKENNING, PLAATS_IN_BRON, UIT_PLANNING


def compare_planning(oud: Ding, nieuw: Ding) -> str:
    """ "later, verschoven": how the moment moved, and the status when that is another one."""
    status = nieuw.waarde("staat") if oud.waarde("staat") != nieuw.waarde("staat") else ""
    return ", ".join(filter(None, (compare_moment(oud, nieuw), status)))


def compare_moment(oud: Ding, nieuw: Ding) -> str:
    """ "later" or "eerder", only where the one moment is wholly before the other."""
    if is_before(oud.waarde("tot"), nieuw.waarde("van")):
        return "later"
    return "eerder" if is_before(nieuw.waarde("tot"), oud.waarde("van")) else ""


def is_before(einde: date | None, begin: date | None) -> bool:
    return einde is not None and begin is not None and einde < begin


def describe_mijlpaal(ding: Ding) -> str:
    return ", ".join(filter(None, (ding.waarde("actueel"), ding.waarde("staat"))))


DECLARATIES = {
    Mijlpaalregel: Declaratie(
        woord="mijlpaal",
        naam=lambda ding: str(ding.waarde("titel")),
        kern=describe_mijlpaal,
        lijn=lambda ding: str(ding.waarde("lijn")),
        pad=lambda ding: "planning/",
        velden={
            "titel": titel("titel"),
            "actueel": woord("actueel", "", Aard.DATUM, verschil=compare_planning, kolom=describe_mijlpaal),
            "staat": woord("staat", "de status", Aard.DATUM, oorzaken=own("actueel"), stil=True),
            "reden": tekst("reden", "de reden", oorzaken=own("actueel", "staat")),
            "oorspronkelijk": woord("oorspronkelijk", "de oorspronkelijke planning", Aard.DATUM),
            "lijn": woord("lijn", "de lijn", Aard.VERPLAATST),
            "activiteit": wijst_naar("activiteit", "activiteit", "de activiteit"),
            "bestuurlijk": ja_nee("bestuurlijk", "bestuurlijk", Aard.TEKST),
            "besluit": woord("besluit", "het besluit", Aard.TEKST),
            "groep": woord("groep", "de kop", Aard.VERPLAATST),
        },
        niet={
            "sleutel": HERKENNING,
            "van": UIT_PLANNING,
            "tot": UIT_PLANNING,
            "vindplaats": PLAATS_IN_BRON,
        },
    ),
    Besluitregel: Declaratie(
        woord="besluit",
        naam=lambda ding: " ".join(filter(None, (ding.waarde("nummer"), ding.waarde("titel")))),
        kern=lambda ding: str(ding.waarde("datum_tekst")),
        pad=lambda ding: "planning/",
        velden={
            "nummer": woord("nummer", "het nummer", Aard.TEKST),
            "titel": titel("titel"),
            "orgaan": woord("orgaan", "wie besloot", Aard.TEKST),
            "datum_tekst": woord("datum_tekst", "de datum", Aard.DATUM),
            "datum": woord("datum", "de datum", Aard.DATUM, oorzaken=own("datum_tekst"), stil=True),
            "url": woord("url", "het adres van het stuk", Aard.TEKST),
        },
        niet={"sleutel": HERKENNING, "vindplaats": PLAATS_IN_BRON},
    ),
    Tegenspraakregel: Declaratie(
        woord="tegenspraak",
        naam=lambda ding: str(ding.waarde("onderwerp")),
        velden={
            "onderwerp": tekst("onderwerp", "het onderwerp"),
            "soort": woord("soort", "de soort", Aard.TEKST),
            "plaats_a": tekst("plaats_a", "de ene plaats"),
            "waarde_a": tekst("waarde_a", "wat de ene plaats zegt"),
            "plaats_b": tekst("plaats_b", "de andere plaats"),
            "waarde_b": tekst("waarde_b", "wat de andere plaats zegt"),
            "gebruikt": tekst("gebruikt", "wat wij gebruiken"),
            "reden": tekst("reden", "de reden"),
        },
        niet={"sleutel": HERKENNING},
    ),
    Waarschuwingregel: Declaratie(
        woord="antwoord op een waarschuwing",
        naam=lambda ding: str(ding.waarde("zin")),
        kern=lambda ding: str(ding.waarde("antwoord")),
        velden={
            "zin": tekst("zin", "de waarschuwing"),
            "antwoord": tekst("antwoord", "het antwoord"),
        },
        niet={"sleutel": HERKENNING},
    ),
    Aannameregel: Declaratie(
        woord="aanname",
        naam=lambda ding: str(ding.waarde("over")),
        velden={
            "over": tekst("over", "waarover het gaat"),
            "tekst": tekst("tekst", "de tekst"),
            "reden": tekst("reden", "de reden"),
        },
        niet={"sleutel": HERKENNING},
    ),
}
