"""Why something takes no input: one place that decides it, and says it in a sentence to the person it stops.

Two doors: the round (`find_rondeslot`) and the row that was approved (`find_rijslot`). `require_invoer` holds
both for who writes; what a manager decides about texts only needs a round that was not adopted.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate, localtime

from dordt_monitor.opmaak import format_datum

from ..bouwen.blad import Invoerblad
from ..models import (
    Gebruiker,
    Invoerstaat,
    Rapportageronde,
    Realisatie,
    Rol,
    Rondestaat,
    Teamlid,
    Toelichting,
    Uitzondering,
    Wijziging,
)
from .schrijven import Vergrendeld

GESLOTEN = "De ronde is gesloten{op}."
VRAAG_UITZONDERING = "Vraag de programmamanager om een uitzondering."
MAG_NOG = "U mag deze ronde nog invullen tot en met {dag}."
RECTIFICEREN = "De programmamanager kan alleen het laatst vastgestelde rapport rectificeren."
VRAAG_TERUG = "Wilt u nog iets veranderen? Vraag de programmamanager om dit terug te geven."


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """`zin` says why it is closed; where it is open, until when (by an exception), or nothing."""

    dicht: bool = False
    zin: str = ""


OPEN = Slot()


def find_rondeslot(ronde: Rapportageronde, gebruiker: Gebruiker | None, vandaag: date) -> Slot:
    """Whether the round takes input from this person; no query while it is open."""
    if ronde.is_bewerkbaar:
        return OPEN
    if ronde.staat == Rondestaat.VASTGESTELD:
        return Slot(dicht=True, zin=f"{describe_vaststelling(ronde)} {RECTIFICEREN}")
    gesloten = describe_sluiting(ronde)
    uitzondering = find_uitzondering(ronde, gebruiker, vandaag)
    if uitzondering is None:
        return Slot(dicht=True, zin=f"{gesloten} {VRAAG_UITZONDERING}")
    return Slot(zin=f"{gesloten} {MAG_NOG.format(dag=format_datum(uitzondering.tot_en_met))}")


def describe_sluiting(ronde: Rapportageronde) -> str:
    """ "De ronde is gesloten op 20 augustus 2025." """
    return GESLOTEN.format(op=f" op {format_datum(ronde.gesloten_op)}" if ronde.gesloten_op else "")


def describe_vaststelling(ronde: Rapportageronde) -> str:
    """ "Augustus 2024 is vastgesteld op 17 september 2024, versie 1." """
    wanneer, versie = read_vaststelling(ronde)
    dag = f" op {format_datum(wanneer)}" if wanneer else ""
    return f"{ronde.titel} is vastgesteld{dag}{f', versie {versie}' if versie else ''}."


def read_vaststelling(ronde: Rapportageronde) -> tuple[date | None, str]:
    """Day and version of the latest edition, from the trail, because editions are made above this app.

    What was taken over from a document has no day.
    """
    edities = Wijziging.objects.filter(
        programma=ronde.programma_id, soort="editie", sleutel__startswith=f"{ronde.slug}/v"
    )
    laatste = edities.order_by("-pk").first()
    if laatste is None:
        return None, ""
    _, dag = laatste.velden.get("vastgesteld_op", (None, None))
    return date.fromisoformat(dag) if dag else None, laatste.sleutel.rpartition("/v")[2]


def find_uitzondering(
    ronde: Rapportageronde, gebruiker: Gebruiker | None, vandaag: date
) -> Uitzondering | None:
    """The exception that lets this person fill in the closed round today."""
    if gebruiker is None:
        return None
    return Uitzondering.objects.filter(
        ronde=ronde, teamlid__gebruiker=gebruiker, teamlid__actief=True, tot_en_met__gte=vandaag
    ).first()


def find_rijslot(rij: Realisatie | Toelichting | None, *, is_manager: bool) -> Slot:
    """An approved text is closed to all but the manager, and so are the figures that stand with it."""
    if rij is None or rij.staat != Invoerstaat.AKKOORD or is_manager:
        return OPEN
    wie = rij.akkoord_door.naam if rij.akkoord_door else "De programmamanager"
    wanneer = f" op {print_moment(rij.akkoord_op)}" if rij.akkoord_op else ""
    return Slot(dicht=True, zin=f"{wie} gaf akkoord{wanneer}. {VRAAG_TERUG}")


def print_moment(moment: datetime) -> str:
    """ "20 augustus 2025 om 14.05 uur", in local time."""
    hier = localtime(moment)
    return f"{format_datum(hier.date())} om {hier:%H.%M} uur"


def is_manager(ronde: Rapportageronde, gebruiker: Gebruiker | None) -> bool:
    """Read again where it counts; nobody (an import) writes as the manager."""
    if gebruiker is None:
        return True
    leden = Teamlid.objects.filter(programma=ronde.programma_id, gebruiker=gebruiker, actief=True)
    return leden.filter(rol=Rol.PROGRAMMAMANAGER).exists()


def require_bewerkbaar(ronde: Rapportageronde) -> None:
    """Raises Vergrendeld when the round takes no input as such, whoever asks."""
    if ronde.staat == Rondestaat.VASTGESTELD:
        raise Vergrendeld(f"{describe_vaststelling(ronde)} U kunt hier niets meer aan veranderen.")
    if not ronde.is_bewerkbaar:
        raise Vergrendeld(describe_sluiting(ronde))


def require_invoer(ronde: Rapportageronde, *, door: Gebruiker | None, op: datetime) -> None:
    """Raises Vergrendeld when the round takes no input from this person at this moment."""
    slot = find_rondeslot(ronde, door, localdate(op))
    if slot.dicht:
        raise Vergrendeld(slot.zin)


def find_rij(blad: Invoerblad) -> Realisatie | Toelichting | None:
    """The row whose approval locks a page: its own, or that of the activiteit its indicator hangs on."""
    if blad.rij is not None or not blad.groepen:
        return blad.rij
    activiteit = blad.groepen[0].indicator.activiteit_id
    if activiteit is None:
        return None
    rijen = Realisatie.objects.filter(ronde=blad.ronde, activiteit=activiteit)
    return rijen.select_related("ronde", "akkoord_door").first()


def require_rij(rij: Realisatie | Toelichting | None, *, door: Gebruiker | None) -> None:
    """Raises Vergrendeld when the row was approved and this person is not the manager."""
    if rij is not None and rij.staat == Invoerstaat.AKKOORD:
        slot = find_rijslot(rij, is_manager=is_manager(rij.ronde, door))
        if slot.dicht:
            raise Vergrendeld(slot.zin)


def require_keurbaar(ronde: Rapportageronde) -> None:
    """Raises Vergrendeld when texts can no longer be approved or sent back; a closed round still can."""
    if ronde.staat == Rondestaat.VASTGESTELD:
        raise Vergrendeld(f"{describe_vaststelling(ronde)} {RECTIFICEREN}")
