"""The states of what people write in a round: submitted, sent back, approved, or nothing to report.

Each act goes over one row or over many, as one handeling. What cannot be is left out of it and named; the
rest goes through. A row that changed after it was shown is never approved or sent back unseen.
"""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from ..bouwen.keuring import Gezien, Uitslag, fetch_gekozen, fetch_met_cijfers, titel_van
from ..models import Gebruiker, Invoerstaat, Opgave, Rapportageronde, Realisatie, Toelichting
from .overgangen import (
    KLAAR,
    Invoer,
    Overgang,
    approving,
    has_inhoud,
    put_akkoord,
    returning,
    skipping,
    submitting,
    unskipping,
)
from .rondes import lock_ronde
from .schrijven import Handeling, Vergrendeld, begin
from .sloten import is_manager, require_invoer, require_keurbaar

MET_INHOUD = ~Q(tekst="") | ~Q(oordeel="")
IS_VERANDERD = "veranderd nadat u de pagina opende; lees eerst wat er nu staat"
VERANDERD = "veranderd"
VERANDERD_ZIN = (
    "Een collega veranderde dit nadat u de pagina opende. Lees eerst wat er nu staat, en kies opnieuw."
)
ALLEEN_MANAGER = "Akkoord geven en teruggeven doet de programmamanager."


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
    with begin(overgang.naam, programma=ronde.programma, door=door, op=op, reden=overgang.reden) as handeling:
        ronde = lock_ronde(ronde)
        require_overgang(ronde, overgang, handeling)
        gelukt, overgeslagen = [], []
        for keuze, rij in fetch_gekozen(ronde, gezien):
            bezwaar = object_to(rij, keuze, overgang) or try_overgang(rij, overgang, handeling)
            if bezwaar:
                overgeslagen.append((titel_van(rij) if rij else keuze.sleutel, bezwaar))
            else:
                gelukt.append(rij)
    return Uitslag(gelukt=tuple(gelukt), overgeslagen=tuple(overgeslagen))


def require_overgang(ronde: Rapportageronde, overgang: Overgang, handeling: Handeling) -> None:
    """Approving is the manager's, also where a closed round takes no input. Raises Vergrendeld."""
    if overgang.keurt:
        require_keurbaar(ronde)
        if not is_manager(ronde, handeling.door):
            raise Vergrendeld(ALLEEN_MANAGER)
    else:
        require_invoer(ronde, door=handeling.door, op=handeling.op)


def object_to(rij: Invoer | None, keuze: Gezien, overgang: Overgang) -> str:
    if rij is None:
        return "staat niet meer in deze ronde"
    is_veranderd = keuze.versie is not None and keuze.versie != rij.versie
    return overgang.bezwaar(rij) or (IS_VERANDERD if is_veranderd else "")


def try_overgang(rij: Invoer, overgang: Overgang, handeling: Handeling) -> str:
    """Save it in its new state; why not, where the row itself is wrong; nothing of it is written then."""
    overgang.doe(rij, handeling)
    try:
        handeling.save(rij)
    except ValidationError as fout:
        return " ".join(fout.messages)
    return ""


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


def blocking_realisaties(ronde: Rapportageronde) -> QuerySet[Realisatie]:
    """Adopting wants all that is reported here approved or *geen opgave*."""
    return Realisatie.objects.filter(ronde=ronde, opgave=Opgave.HIER).exclude(staat__in=KLAAR)


def blocking_toelichtingen(ronde: Rapportageronde) -> QuerySet[Toelichting]:
    """An empty one may stay."""
    return Toelichting.objects.filter(MET_INHOUD, ronde=ronde).exclude(staat=Invoerstaat.AKKOORD)


def approve_rest(*, ronde: Rapportageronde, door: Gebruiker, op: datetime) -> Uitslag:
    """All that still blocks adopting, in one handeling. Raises Vergrendeld when the round was adopted.

    What holds a text, an oordeel or a figure of this round becomes *akkoord*, the empty *geen opgave*.
    """
    with begin("geef de rest akkoord", programma=ronde.programma, door=door, op=op) as handeling:
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
        rijen.select_for_update(of=("self",), no_key=True)
        .select_related("ronde__programma", "lijn", "akkoord_door", *verwant)
        .order_by("pk")
    )
