"""Agreed numbers and planned moments keep their versions: what an adopted report shows is never rewritten.

A changed target or a moved date is a new version beside the old one (ontwerp 3, "Locking"; rekenregels 2).
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import models

from dordt_monitor.opmaak import format_datum

from ..models import Doel, Gebruiker, Mijlpaal, Mijlpaalstand, Streefwaarde
from ..regels.samenvoegen import Samengevoegd
from .samenvoegen import Bewerking
from .schrijven import begin
from .vastleggen import Rijinvoer, write_invoer
from .voorwaarden import is_getoond

BLIJFT = "Een vastgesteld rapport toont ‘{versie}’. Dat blijft staan. Leg vast wat nu geldt als nieuwe regel."
ZONDER_DAG = "Zeg vanaf welke dag de nieuwe streefwaarde geldt."
ZONDER_BESLUIT = "Kies het besluit waarin de streefwaarde is veranderd."
ZONDER_REDEN = "Zeg waarom de streefwaarde is veranderd."
TE_VROEG = "De nieuwe streefwaarde gaat in na de vorige ({dag})."
EERDERE_STAND = "Een nieuwe stand is van na de vorige ({dag})."
VERSCHOVEN_ZONDER_REDEN = "Zeg waarom de mijlpaal is verschoven."
NIEUWE_STAND = "Nieuwe stand: {stand}."
VASTE_VELDEN = {
    Streefwaarde: ("waarde", "laag", "hoog", "precisie", "vanaf", "besluit", "reden"),
    Mijlpaalstand: ("bekend_op", "tijdspad", "staat", "reden"),
}


def save_doel(
    *, invoer: Rijinvoer, door: Gebruiker | None, op: datetime, reden: str = ""
) -> tuple[Samengevoegd, ...]:
    """Save a doel with its numbers. Once an adopted report shows it, a number only gets a new version.

    That version says from when, by which besluit and why. Raises what `save_invoerrij` raises.
    """
    doel: Doel = invoer.hoofd.rij
    aangeraakt, nieuw = list(touched(invoer)), list(added(invoer, Streefwaarde))
    waarom = reden or next((versie["reden"] for versie in nieuw if versie.get("reden")), "")
    with begin("leg doel vast", door=door, op=op, reden=waarom) as handeling:
        bestaand = not doel._state.adding
        laatste = last_day(doel.streefwaarden.values_list("vanaf", flat=True)) if bestaand else None
        uitkomsten = write_invoer(handeling, invoer)
        # Asked only now that the programme is locked: nobody adopts a report in between.
        if bestaand and is_getoond(doel):
            require_geen(aangeraakt)
            for versie in nieuw:
                check_streefwaarde(versie, laatste)
    return uitkomsten


def check_streefwaarde(versie: dict, laatste: date | None) -> None:
    """Raises ValidationError where a new version of a shown target does not account for itself."""
    if not versie.get("vanaf"):
        raise ValidationError(ZONDER_DAG)
    if laatste and versie["vanaf"] <= laatste:
        raise ValidationError(TE_VROEG.format(dag=format_datum(laatste)))
    if not versie.get("besluit"):
        raise ValidationError(ZONDER_BESLUIT)
    if not versie.get("reden"):
        raise ValidationError(ZONDER_REDEN)


def save_mijlpaal(
    *, invoer: Rijinvoer, door: Gebruiker | None, op: datetime, reden: str = "", alleen_standen: bool = False
) -> tuple[Samengevoegd, ...]:
    """Save a milestone with its standen; a stand that a report shows stays, a moved date is a new one.

    `alleen_standen`: nothing of the milestone itself was changed; then the new stand is reason enough.
    Raises what `save_invoerrij` raises.
    """
    mijlpaal: Mijlpaal = invoer.hoofd.rij
    aangeraakt, nieuw = list(touched(invoer)), list(added(invoer, Mijlpaalstand))
    if alleen_standen and nieuw:
        reden = reden or nieuw[-1].get("reden") or NIEUWE_STAND.format(stand=nieuw[-1]["staat"])
    with begin("leg mijlpaal vast", door=door, op=op, reden=reden) as handeling:
        bestaand = not mijlpaal._state.adding
        laatste = last_day(mijlpaal.standen.values_list("bekend_op", flat=True)) if bestaand else None
        uitkomsten = write_invoer(handeling, invoer)
        for stand in nieuw:
            check_stand(stand)
        if bestaand and is_getoond(mijlpaal):
            require_geen(aangeraakt)
            if any(laatste and stand["bekend_op"] <= laatste for stand in nieuw):
                raise ValidationError(EERDERE_STAND.format(dag=format_datum(laatste)))
    return uitkomsten


def check_stand(stand: dict) -> None:
    if stand["staat"] == "verschoven" and not stand.get("reden"):
        raise ValidationError(VERSCHOVEN_ZONDER_REDEN)


def touched(invoer: Rijinvoer) -> Iterator[models.Model]:
    """The stored versions that would change or go; after saving nobody can tell any more."""
    yield from (bewerking.rij for bewerking in invoer.weg if type(bewerking.rij) in VASTE_VELDEN)
    for bewerking in invoer.delen:
        if type(bewerking.rij) in VASTE_VELDEN and not bewerking.rij._state.adding and differs(bewerking):
            yield bewerking.rij


def differs(bewerking: Bewerking) -> bool:
    rij, ingevoerd = bewerking.rij, bewerking.ingevoerd
    return any(
        naam in ingevoerd and ingevoerd[naam] != getattr(rij, naam) for naam in VASTE_VELDEN[type(rij)]
    )


def added(invoer: Rijinvoer, soort: type[models.Model]) -> Iterator[dict]:
    """What was typed of each new version."""
    for bewerking in invoer.delen:
        if isinstance(bewerking.rij, soort) and bewerking.rij._state.adding:
            yield dict(bewerking.ingevoerd)


def require_geen(aangeraakt: list[models.Model]) -> None:
    """Raises ValidationError for the first version that may not be rewritten."""
    if aangeraakt:
        raise ValidationError(BLIJFT.format(versie=aangeraakt[0]))


def last_day(dagen: Iterable[date | None]) -> date | None:
    return max((dag for dag in dagen if dag), default=None)
