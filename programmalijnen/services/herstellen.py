"""Undo through the trail: the old values come back as a new change, with a reason that names the act undone.

A field that somebody changed since stays as it is. A deleted row comes back under its own key, because it is
the same thing: a key is never given to another. A new row goes when nothing hangs on it and no report shows
it. A value that an adopted report rests on gets a successor. What cannot be is left out and said.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import localtime

from dordt_monitor.opmaak import format_datum

from ..models import Gebruiker, Wijziging
from ..regels.handelingnamen import tell_gedaan
from .herstelbaar import Herstelregel
from .schrijven import Handeling, begin
from .terugzetten import Hersteller

REDEN = "Zet terug: ‘{naam}’ van {wanneer} door {wie}."
ANDERS_DAN_GEZIEN = "Er is intussen iets veranderd. Bekijk opnieuw wat er wordt teruggezet."
NIETS = "Er is niets meer terug te zetten."


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstelplan:
    """What putting back does, row by row, the last one first; `vingerafdruk` is that of what is shown."""

    regels: tuple[Herstelregel, ...]

    @property
    def is_mogelijk(self) -> bool:
        return any(regel.is_mogelijk for regel in self.regels)

    @property
    def vingerafdruk(self) -> str:
        delen = [(r.wijziging.pk, r.velden, r.botsend, r.doet, r.bezwaar) for r in self.regels]
        return hashlib.sha256(repr(delen).encode()).hexdigest()[:32]


class _Proef(Exception):
    """Ends a try-out, so that nothing of it stays."""


def herstel_handeling(
    *, wijzigingen: Sequence[Wijziging], gezien: str, door: Gebruiker, op: datetime, reden: str = ""
) -> Herstelplan:
    """Put back changes of one act, as one handeling. `gezien` is the vingerafdruk of the plan that was shown.

    Raises ValidationError when it would do something else than was shown, or nothing; nothing happens then.
    """
    with begin(
        "zet terug",
        programma=wijzigingen[0].programma,
        door=door,
        op=op,
        reden=describe(wijzigingen[0], reden),
    ) as handeling:
        plan = make_plan(handeling, wijzigingen)
        if plan.vingerafdruk != gezien:
            raise ValidationError(ANDERS_DAN_GEZIEN)
        if not plan.is_mogelijk:
            raise ValidationError(NIETS)
    return plan


def try_herstel(*, wijzigingen: Sequence[Wijziging], voor: Gebruiker, op: datetime) -> Herstelplan:
    """What putting back would do for this person now: it is done and rolled back, so it cannot differ."""
    plan = Herstelplan(regels=())
    try:
        with begin(
            "zet terug", programma=wijzigingen[0].programma, door=voor, op=op, reden=describe(wijzigingen[0])
        ) as handeling:
            plan = make_plan(handeling, wijzigingen)
            raise _Proef
    except _Proef:
        return plan


def describe(wijziging: Wijziging, reden: str = "") -> str:
    """ "Zet terug: ‘Ingevuld’ van 20 augustus 2025, 11:30 uur door Anna. Verkeerde regel." """
    moment = localtime(wijziging.op)
    zin = REDEN.format(
        naam=tell_gedaan(wijziging.naam),
        wanneer=f"{format_datum(moment.date())}, {moment:%H:%M} uur",
        wie=wijziging.door.naam if wijziging.door else "het systeem",
    )
    return f"{zin} {reden}".strip()


def make_plan(handeling: Handeling, wijzigingen: Sequence[Wijziging]) -> Herstelplan:
    """The last change first. Each row for itself: what cannot be put back does not hold up the rest."""
    programma = wijzigingen[0].programma
    hersteller = Hersteller(handeling, programma, wijzigingen)
    regels = [hersteller.put_back(wijziging) for wijziging in reversed(wijzigingen)]
    return Herstelplan(regels=tuple(regels))
