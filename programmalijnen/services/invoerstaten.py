"""The states of what people write in a round: submitted, sent back, approved, or nothing to report.

Each act goes over one row or over many, as one handeling. What cannot be is left out of it and named; the
rest goes through. A row that changed after it was shown is never approved or sent back unseen.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from ..bouwen.keuring import Gezien, Uitslag, fetch_gekozen, fetch_met_cijfers, titel_van
from ..models import Gebruiker, Invoerstaat, Opgave, Rapportageronde, Realisatie, Toelichting
from .rondes import lock_ronde
from .schrijven import Handeling, Vergrendeld, begin
from .sloten import is_manager, require_invoer, require_keurbaar

Invoer = Realisatie | Toelichting

MET_INHOUD = ~Q(tekst="") | ~Q(oordeel="")
KLAAR = (Invoerstaat.AKKOORD, Invoerstaat.GEEN_OPGAVE)
REDEN_NODIG = "Zeg wat er moet veranderen. De collega ziet dit boven de tekst staan."
NIETS_GEVRAAGD = "hier wordt in deze ronde niets gevraagd"
NOG_NIETS = "er staat nog niets"
IS_VERANDERD = "veranderd nadat u de pagina opende; lees eerst wat er nu staat"
VERANDERD = "veranderd"
VERANDERD_ZIN = (
    "Een collega veranderde dit nadat u de pagina opende. Lees eerst wat er nu staat, en kies opnieuw."
)
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
    return "" if rij.staat == Invoerstaat.INGEDIEND else f"is nog niet ingediend ({rij.staat})"


def object_to_return(rij: Invoer) -> str:
    if rij.staat in (Invoerstaat.INGEDIEND, *KLAAR) and not is_elders(rij):
        return ""
    if rij.staat == Invoerstaat.TERUGGEGEVEN:
        return "is al teruggegeven"
    return f"is nog niet ingediend ({rij.staat})"


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


# --- one or many at once ---


def submit_invoer(
    *, ronde: Rapportageronde, gezien: Iterable[Gezien], door: Gebruiker, op: datetime
) -> Uitslag:
    """Raises Vergrendeld when the round takes no input from this person."""
    return change_staten(ronde, gezien, submitting(), door=door, op=op)


def approve_invoer(
    *, ronde: Rapportageronde, gezien: Iterable[Gezien], door: Gebruiker, op: datetime
) -> Uitslag:
    """Raises Vergrendeld when the round was adopted."""
    return change_staten(ronde, gezien, approving(), door=door, op=op)


def return_invoer(
    *, ronde: Rapportageronde, gezien: Iterable[Gezien], reden: str, door: Gebruiker, op: datetime
) -> Uitslag:
    """Raises Vergrendeld when the round was adopted, ValidationError (`teruggeefreden`) without a reason."""
    return change_staten(ronde, gezien, returning(reden), door=door, op=op)


def skip_invoer(
    *, ronde: Rapportageronde, gezien: Iterable[Gezien], door: Gebruiker, op: datetime, reden: str = ""
) -> Uitslag:
    """*Geen opgave*, for rows without a text. Raises Vergrendeld when the round takes no input."""
    return change_staten(ronde, gezien, skipping(reden), door=door, op=op)


def unskip_invoer(
    *, ronde: Rapportageronde, gezien: Iterable[Gezien], door: Gebruiker, op: datetime
) -> Uitslag:
    """The undo of `skip_invoer`: the row is empty again. Raises Vergrendeld as that does."""
    return change_staten(ronde, gezien, unskipping(), door=door, op=op)


def change_staten(
    ronde: Rapportageronde, gezien: Iterable[Gezien], overgang: Overgang, *, door: Gebruiker, op: datetime
) -> Uitslag:
    with begin(overgang.naam, door=door, op=op, reden=overgang.reden) as handeling:
        ronde = lock_ronde(ronde)
        require_overgang(ronde, overgang, handeling)
        gelukt, overgeslagen = [], []
        for keuze, rij in fetch_gekozen(ronde, gezien):
            bezwaar = object_to(rij, keuze, overgang)
            if bezwaar:
                overgeslagen.append((titel_van(rij) if rij else keuze.sleutel, bezwaar))
                continue
            overgang.doe(rij, handeling)
            handeling.save(rij)
            gelukt.append(rij)
    return Uitslag(gelukt=tuple(gelukt), overgeslagen=tuple(overgeslagen))


def require_overgang(ronde: Rapportageronde, overgang: Overgang, handeling: Handeling) -> None:
    """Approving is the manager's, also where a closed round takes no input. Raises Vergrendeld."""
    if overgang.keurt:
        require_keurbaar(ronde)
        if not is_manager(ronde, handeling.door):
            raise Vergrendeld("Akkoord geven en teruggeven doet de programmamanager.")
    else:
        require_invoer(ronde, door=handeling.door, op=handeling.op)


def object_to(rij: Invoer | None, keuze: Gezien, overgang: Overgang) -> str:
    if rij is None:
        return "staat niet meer in deze ronde"
    is_veranderd = keuze.versie is not None and keuze.versie != rij.versie
    return overgang.bezwaar(rij) or (IS_VERANDERD if is_veranderd else "")


def take_overgang(handeling: Handeling, rij: Invoer | None, overgang: Overgang, gezien: int | None) -> None:
    """For the one row of a page that is saved in the same handeling; `gezien` is the versie the page showed.

    Raises Vergrendeld, or ValidationError that says why not, with code VERANDERD when what is there was not
    seen.
    """
    if rij is None:
        raise ValidationError("Deze cijfers hoeven niet te worden ingediend. Opslaan is genoeg.")
    require_overgang(rij.ronde, overgang, handeling)
    bezwaar = overgang.bezwaar(rij)
    if bezwaar:
        raise ValidationError(f"Dit kan niet: {'dit ' if bezwaar.startswith('is ') else ''}{bezwaar}.")
    if overgang.keurt and gezien != rij.versie:
        raise ValidationError(VERANDERD_ZIN, code=VERANDERD)
    overgang.doe(rij, handeling)


# --- what adopting asks ---


def blocks_vaststelling(rij: Invoer) -> bool:
    """Adopting wants all that is reported here approved or *geen opgave*; an empty toelichting may stay."""
    if isinstance(rij, Realisatie):
        return rij.opgave == Opgave.HIER and rij.staat not in KLAAR
    return has_inhoud(rij) and rij.staat != Invoerstaat.AKKOORD


def blocking_realisaties(ronde: Rapportageronde) -> QuerySet[Realisatie]:
    return Realisatie.objects.filter(ronde=ronde, opgave=Opgave.HIER).exclude(staat__in=KLAAR)


def blocking_toelichtingen(ronde: Rapportageronde) -> QuerySet[Toelichting]:
    return Toelichting.objects.filter(MET_INHOUD, ronde=ronde).exclude(staat=Invoerstaat.AKKOORD)


def approve_rest(*, ronde: Rapportageronde, door: Gebruiker, op: datetime) -> Uitslag:
    """All that still blocks adopting, in one handeling. Raises Vergrendeld when the round was adopted.

    What holds a text, an oordeel or a figure of this round becomes *akkoord*, the empty *geen opgave*.
    """
    with begin("geef de rest akkoord", door=door, op=op) as handeling:
        ronde = lock_ronde(ronde)
        require_overgang(ronde, approving(), handeling)
        return Uitslag(gelukt=tuple(put_rest(handeling, ronde)))


def put_rest(handeling: Handeling, ronde: Rapportageronde) -> list[Invoer]:
    """Within a handeling that holds the lock of the round."""
    gemeten = fetch_met_cijfers(ronde)
    rijen = [
        rij for vraag in (blocking_realisaties, blocking_toelichtingen) for rij in lock_rijen(vraag(ronde))
    ]
    for rij in rijen:
        gevuld = has_inhoud(rij) or getattr(rij, "activiteit_id", None) in gemeten
        doe = put_akkoord if gevuld else skipping().doe
        doe(rij, handeling)
        handeling.save(rij)
    return rijen


def lock_rijen(rijen: QuerySet) -> QuerySet:
    verwant = ("activiteit",) if rijen.model is Realisatie else ()
    return (
        rijen.select_for_update(of=("self",))
        .select_related("ronde__programma", "lijn", "akkoord_door", *verwant)
        .order_by("pk")
    )
