"""What the trail can put back and who may: what never, what only the manager, what a lock keeps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models

from ..models import Gebruiker, Invoerstaat, Rapportageronde, Wijziging
from ..rechten import Recht
from .getoond import is_shown
from .rondes import OPENEN
from .schrijven import Vergrendeld
from .sloten import is_manager, require_invoer, require_keurbaar, require_rij

EDITIE = "Een vastgesteld rapport verandert niet meer. U kunt het rectificeren of intrekken."
MENSEN = "Gebruikers en rollen verandert de beheerder op hun eigen pagina."
RONDESTAAT = "De staat van een ronde verandert u op de pagina van de ronde."
# What has its own way back, or none at all.
NOOIT = {
    "editie": EDITIE,
    "lotgeval": EDITIE,
    "gebruiker": MENSEN,
    "teamlid": MENSEN,
    "herinnering": "Een herinnering is al verstuurd.",
}
RONDE_OPENEN = "Een ronde die is geopend, draait u terug op de pagina van de ronde."
ONBEKEND = "Dit soort gegeven bestaat niet meer."
GEEN_OPEN_RONDE = "Er is geen ronde open waarin u dit kunt veranderen."

# What who fills in writes; the rest of a realisatie or toelichting is of the manager.
INVOERVELDEN = frozenset({"tekst", "oordeel", "oordeel_horizon", "oordeel_oorzaak", "oordeel_gevolg"})
INVOERVELDEN |= {"oordeel_bijsturing", "staat", "ingevuld_door", "ingediend_door", "ingediend_op"}
INVOERVELDEN |= {"geen_opgave_reden"}
KEURSTATEN = frozenset({Invoerstaat.AKKOORD, Invoerstaat.TERUGGEGEVEN})
# A version that a report shows stays as it was told; a change is a new version.
VERSIES = frozenset({"streefwaarde", "mijlpaalstand"})
NIEUWE_VERSIE = (
    "Een vastgesteld rapport toont dit zo. Leg een nieuwe waarde vast in plaats van deze te veranderen."
)
CIJFERS = frozenset({"meting", "stapmelding"})
TEKSTEN = frozenset({"realisatie", "toelichting"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstelregel:
    """What happens to one row: `velden` are put back (from, to, printed as in the trail), `botsend` stay.

    `doet`: "gaat weg" or "komt terug" for a whole row; `bezwaar`: why nothing happens.
    """

    wijziging: Wijziging
    velden: tuple[tuple[str, object, object], ...] = ()
    botsend: tuple[str, ...] = ()
    doet: str = ""
    bezwaar: str = ""

    @property
    def is_mogelijk(self) -> bool:
        return bool(self.velden or self.doet)


def recht_for(wijzigingen: Iterable[Wijziging]) -> Recht:
    """The right with which these changes were made: filling in, or managing where any of them asks that."""
    return Recht.INVULLEN if all(is_invoer(wijziging) for wijziging in wijzigingen) else Recht.BEHEREN


def is_invoer(wijziging: Wijziging) -> bool:
    if wijziging.soort in CIJFERS:
        return True
    if wijziging.soort not in TEKSTEN or wijziging.aard != "gewijzigd":
        return False
    staten = wijziging.velden.get("staat", ())
    return wijziging.velden.keys() <= INVOERVELDEN and not KEURSTATEN & set(staten)


def object_to(wijziging: Wijziging, bekend: Iterable[str]) -> str:
    """Why it can never be put back from the trail; "" when it can."""
    if wijziging.soort in NOOIT:
        return NOOIT[wijziging.soort]
    if wijziging.soort not in bekend:
        return ONBEKEND
    if wijziging.soort == "rapportageronde" and "staat" in wijziging.velden:
        return RONDESTAAT
    # Else the round would stay, with nothing in it.
    if wijziging.soort in TEKSTEN and wijziging.naam == OPENEN:
        return RONDE_OPENEN
    return ""


def require_open(rij: models.Model, wijziging: Wijziging, *, door: Gebruiker | None, op: datetime) -> None:
    """Raises Vergrendeld with the sentence that says why this row takes no change from this person."""
    ronde = rij if isinstance(rij, Rapportageronde) else getattr(rij, "ronde", None)
    if wijziging.soort in CIJFERS:
        require_cijfers(rij, door=door, op=op)
    elif ronde is not None and is_invoer(wijziging):
        require_invoer(ronde, door=door, op=op)
        require_rij(rij, door=door)
    elif ronde is not None:
        require_keurbaar(ronde)
    elif wijziging.soort in VERSIES and wijziging.aard == "gewijzigd" and is_shown(rij):
        raise Vergrendeld(NIEUWE_VERSIE)


def require_cijfers(rij: models.Model, *, door: Gebruiker | None, op: datetime) -> None:
    """A manager may always; anybody else where a round takes input from them. Raises Vergrendeld."""
    rondes = list(Rapportageronde.objects.filter(programma=rij.programma))
    if rondes and is_manager(rondes[0], door):
        return
    for ronde in rondes:
        try:
            require_invoer(ronde, door=door, op=op)
        except Vergrendeld:
            continue
        return
    raise Vergrendeld(GEEN_OPEN_RONDE)


def sentence_of(fout: Exception) -> str:
    """What went wrong, for people."""
    return " ".join(fout.messages) if isinstance(fout, ValidationError) else str(fout)
