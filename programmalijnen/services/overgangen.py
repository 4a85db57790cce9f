"""What a person can do with a text of a round, act by act: when it may, and what it does to the row."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from ..models import Invoerstaat, Opgave, Realisatie, Toelichting
from .schrijven import Handeling

Invoer = Realisatie | Toelichting

KLAAR = (Invoerstaat.AKKOORD, Invoerstaat.GEEN_OPGAVE)
REDEN_NODIG = "Zeg wat er moet veranderen. De collega ziet dit boven de tekst staan."
NIETS_GEVRAAGD = "hier wordt in deze ronde niets gevraagd"
NIET_INGEDIEND = "is nog niet ingediend"
NOG_NIETS = "er staat nog niets; schrijf een tekst, of kies ‘geen opgave’"
STAAT_TEKST = "er staat al tekst; maak die eerst leeg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overgang:
    """One act: its name in the trail, why a row may not take it ("" when it may), and what it does to a row.

    `keurt`: only the manager does it, and also in a closed round.
    """

    naam: str
    bezwaar: Callable[[Invoer], str]
    doe: Callable[[Invoer, Handeling], None]
    keurt: bool = False
    reden: str = ""


def submitting() -> Overgang:
    return Overgang(naam="dien in", bezwaar=object_to_submit, doe=put_ingediend)


def approving() -> Overgang:
    return Overgang(naam="geef akkoord", bezwaar=object_to_approve, doe=put_akkoord, keurt=True)


def returning(reden: str) -> Overgang:
    """Raises ValidationError by field without a reason."""
    if not reden.strip():
        raise ValidationError({"teruggeefreden": REDEN_NODIG})

    def put(rij: Invoer, handeling: Handeling) -> None:
        rij.staat, rij.teruggeefreden, rij.geen_opgave_reden = Invoerstaat.TERUGGEGEVEN, reden, ""
        rij.akkoord_door = rij.akkoord_op = None

    return Overgang(naam="geef terug", bezwaar=object_to_return, doe=put, keurt=True, reden=reden)


def skipping(reden: str = "") -> Overgang:
    def put(rij: Invoer, handeling: Handeling) -> None:
        rij.staat, rij.geen_opgave_reden, rij.teruggeefreden = Invoerstaat.GEEN_OPGAVE, reden, ""

    return Overgang(naam="meld geen opgave", bezwaar=object_to_skip, doe=put, reden=reden)


def unskipping() -> Overgang:
    return Overgang(naam="haal geen opgave terug", bezwaar=object_to_unskip, doe=put_terug)


def object_to_submit(rij: Invoer) -> str:
    if is_elders(rij):
        return NIETS_GEVRAAGD
    if rij.staat in KLAAR or rij.staat == Invoerstaat.INGEDIEND:
        return f"is al {describe_staat(rij)}"
    return "" if has_inhoud(rij) or rij.staat != Invoerstaat.LEEG else NOG_NIETS


def object_to_approve(rij: Invoer) -> str:
    if is_elders(rij):
        return NIETS_GEVRAAGD
    if rij.staat in KLAAR:
        return f"is al {describe_staat(rij)}"
    return "" if rij.staat == Invoerstaat.INGEDIEND else NIET_INGEDIEND


def object_to_return(rij: Invoer) -> str:
    if rij.staat in (Invoerstaat.INGEDIEND, *KLAAR) and not is_elders(rij):
        return ""
    if rij.staat == Invoerstaat.TERUGGEGEVEN:
        return "is al teruggegeven"
    return NIET_INGEDIEND


def object_to_skip(rij: Invoer) -> str:
    if is_elders(rij):
        return NIETS_GEVRAAGD
    if rij.staat in KLAAR:
        return f"is al {describe_staat(rij)}"
    return STAAT_TEKST if has_inhoud(rij) else ""


def object_to_unskip(rij: Invoer) -> str:
    """Who typed a text beside it has undone it already."""
    weer_open = (Invoerstaat.GEEN_OPGAVE, Invoerstaat.LEEG, Invoerstaat.CONCEPT)
    return "" if rij.staat in weer_open and not is_elders(rij) else f"is nu {rij.staat}"


def put_ingediend(rij: Invoer, handeling: Handeling) -> None:
    rij.staat, rij.ingediend_door, rij.ingediend_op = Invoerstaat.INGEDIEND, handeling.door, handeling.op


def put_akkoord(rij: Invoer, handeling: Handeling) -> None:
    rij.staat, rij.akkoord_door, rij.akkoord_op = Invoerstaat.AKKOORD, handeling.door, handeling.op
    rij.teruggeefreden = rij.geen_opgave_reden = ""


def put_terug(rij: Invoer, handeling: Handeling) -> None:
    rij.staat, rij.geen_opgave_reden = Invoerstaat.CONCEPT if rij.ingevuld_door_id else Invoerstaat.LEEG, ""


def note_invulling(rij: Invoer, handeling: Handeling, *, met_tekst: bool) -> None:
    """Something of the page was filled in: who did it, and what that does to the state.

    `met_tekst`: also the text or the oordeel, which ends *geen opgave*. What was submitted or approved is so
    again from this moment, and counts as changed for who looked before it.
    """
    rij.ingevuld_door = handeling.door
    if rij.staat == Invoerstaat.LEEG or (rij.staat == Invoerstaat.GEEN_OPGAVE and met_tekst):
        rij.staat, rij.geen_opgave_reden = Invoerstaat.CONCEPT, ""
    elif rij.staat == Invoerstaat.INGEDIEND:
        put_ingediend(rij, handeling)
    elif rij.staat == Invoerstaat.AKKOORD:
        put_akkoord(rij, handeling)


def has_inhoud(rij: Invoer) -> bool:
    return bool(rij.tekst or rij.oordeel)


def is_elders(rij: Invoer) -> bool:
    """Whether the round reports it elsewhere, not, or in parts: then no text of it is approved."""
    return isinstance(rij, Realisatie) and rij.opgave != Opgave.HIER


def describe_staat(rij: Invoer) -> str:
    """The state, with who approved it where somebody did."""
    wie = f" van {rij.akkoord_door.naam}" if rij.staat == Invoerstaat.AKKOORD and rij.akkoord_door else ""
    return f"{rij.staat}{wie}"
