"""Agreed numbers and planned moments keep their versions: what an adopted report shows is never rewritten.

A changed target or a moved date is a new version beside the old one (ontwerp 3, "Locking"; rekenregels 2).
"""

from collections.abc import Iterable
from copy import copy
from datetime import date, datetime

from django.core.exceptions import ValidationError

from dordt_monitor.opmaak import format_datum

from ..models import Doel, Gebruiker, Mijlpaal, Mijlpaalstand, Streefwaarde
from ..models.planning import Mijlpaalstaat
from ..regels.samenvoegen import Samengevoegd
from .getoond import select_shown
from .samenvoegen import Bewerking
from .schrijven import begin
from .vastleggen import Rijinvoer, write_invoer
from .voorwaarden import is_getoond

Versie = Streefwaarde | Mijlpaalstand

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
    """Save a doel with its numbers. A number an adopted report shows stays; a change is a new version.

    Such a version says from when, by which besluit and why; until a report shows it, it can be mended or
    removed. Raises what `save_invoerrij` raises.
    """
    doel: Doel = invoer.hoofd.rij
    gewijzigd, geraakt = edited(invoer, Streefwaarde), touched(invoer, Streefwaarde)
    redenen = (bewerking.ingevoerd.get("reden") for bewerking in gewijzigd)
    waarom = reden or next(filter(None, redenen), "")
    with begin("leg doel vast", programma=doel.programma, door=door, op=op, reden=waarom) as handeling:
        bestaand = not doel._state.adding
        uitkomsten = write_invoer(handeling, invoer)
        # Asked only now that the programme is locked: nobody adopts a report in between.
        if bestaand and is_getoond(doel):
            require_geen(geraakt)
            getoond = select_getoond(doel.streefwaarden.select_related("doel__programma"))
            laatste = last_day(versie.vanaf for versie in getoond)
            for bewerking in gewijzigd:
                check_streefwaarde(bewerking.rij, laatste)
    return uitkomsten


def check_streefwaarde(versie: Streefwaarde, laatste: date | None) -> None:
    """Raises ValidationError where a version of a shown target does not account for itself."""
    if not versie.vanaf:
        raise ValidationError(ZONDER_DAG)
    if laatste and versie.vanaf <= laatste:
        raise ValidationError(TE_VROEG.format(dag=format_datum(laatste)))
    if not versie.besluit_id:
        raise ValidationError(ZONDER_BESLUIT)
    if not versie.reden:
        raise ValidationError(ZONDER_REDEN)


def save_mijlpaal(
    *, invoer: Rijinvoer, door: Gebruiker | None, op: datetime, reden: str = "", alleen_standen: bool = False
) -> tuple[Samengevoegd, ...]:
    """Save a milestone with its standen; a stand that a report shows stays, a moved date is a new one.

    `alleen_standen`: nothing of the milestone itself was changed; then the new stand is reason enough.
    Raises what `save_invoerrij` raises.
    """
    mijlpaal: Mijlpaal = invoer.hoofd.rij
    gewijzigd, geraakt = edited(invoer, Mijlpaalstand), touched(invoer, Mijlpaalstand)
    if alleen_standen and gewijzigd:
        reden = reden or print_reden(gewijzigd[-1])
    with begin("leg mijlpaal vast", programma=mijlpaal.programma, door=door, op=op, reden=reden) as handeling:
        bestaand = not mijlpaal._state.adding
        uitkomsten = write_invoer(handeling, invoer)
        for bewerking in gewijzigd:
            check_stand(bewerking.rij)
        if bestaand and is_getoond(mijlpaal):
            require_geen(geraakt)
            getoond = select_getoond(mijlpaal.standen.select_related("mijlpaal__programma"))
            laatste = last_day(stand.bekend_op for stand in getoond)
            if any(laatste and bewerking.rij.bekend_op <= laatste for bewerking in gewijzigd):
                raise ValidationError(EERDERE_STAND.format(dag=format_datum(laatste)))
    return uitkomsten


def print_reden(stand: Bewerking) -> str:
    staat = stand.ingevoerd.get("staat", stand.rij.staat)
    return stand.ingevoerd.get("reden") or NIEUWE_STAND.format(stand=staat)


def check_stand(stand: Mijlpaalstand) -> None:
    if stand.staat == Mijlpaalstaat.VERSCHOVEN and not stand.reden:
        raise ValidationError(VERSCHOVEN_ZONDER_REDEN)


def select_getoond(versies: Iterable[Versie]) -> list[Versie]:
    """Those that an adopted report may show; a newer one is mended or removed as it was made."""
    return select_shown([(versie, known_from(versie)) for versie in versies])


def known_from(versie: Versie) -> date | None:
    return versie.doel.bekend_op if isinstance(versie, Streefwaarde) else versie.bekend_op


def touched(invoer: Rijinvoer, soort: type[Versie]) -> list[Versie]:
    """The stored versions that would change or go, as they are; after saving nobody can tell any more."""
    rijen = [bewerking.rij for bewerking in (*invoer.weg, *edited(invoer, soort))]
    return [copy(rij) for rij in rijen if isinstance(rij, soort) and not rij._state.adding]


def edited(invoer: Rijinvoer, soort: type[Versie]) -> list[Bewerking]:
    """The versions that are new or typed over."""
    versies = (bewerking for bewerking in invoer.delen if isinstance(bewerking.rij, soort))
    return [bewerking for bewerking in versies if bewerking.rij._state.adding or differs(bewerking)]


def differs(bewerking: Bewerking) -> bool:
    rij, ingevoerd = bewerking.rij, bewerking.ingevoerd
    return any(
        naam in ingevoerd and ingevoerd[naam] != getattr(rij, naam) for naam in VASTE_VELDEN[type(rij)]
    )


def require_geen(geraakt: Iterable[Versie]) -> None:
    """Raises ValidationError for the first version that a report shows, so that may not be rewritten."""
    for versie in select_getoond(geraakt):
        raise ValidationError(BLIJFT.format(versie=versie))


def last_day(dagen: Iterable[date | None]) -> date | None:
    return max((dag for dag in dagen if dag), default=None)
