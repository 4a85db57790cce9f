"""Answering a warning of the check with a sentence that goes into the edition (rekenregels 4)."""

from datetime import datetime

from django.core.exceptions import ValidationError

from programmalijnen.models import Gebruiker, Rapportageronde, Waarschuwingsantwoord
from programmalijnen.services.rondes import lock_ronde
from programmalijnen.services.schrijven import begin

from .vaststellen import require_te_vaststellen

LEEG = "Schrijf in één zin wat u over deze waarschuwing wilt zeggen."
VERANDERD = (
    "Een collega schreef hier intussen: ‘{}’. Wilt u dat vervangen? Sla uw antwoord dan nog een keer op."
)
WEG = (
    "Een collega haalde dit antwoord intussen weg. Wilt u toch iets antwoorden? Sla het dan nog een keer op."
)


def answer_waarschuwing(
    *,
    ronde: Rapportageronde,
    waarschuwing: str,
    zin: str,
    antwoord: str,
    versie: int | None,
    door: Gebruiker | None,
    op: datetime,
) -> Waarschuwingsantwoord:
    """`waarschuwing` is the sleutel of a Punt, `zin` what it said when this was typed.

    `versie` is that of the answer the page showed, None when it showed none. Raises ValidationError (with
    what a colleague wrote since), Vergrendeld when the round is adopted.
    """
    if not antwoord.strip():
        raise ValidationError({"antwoord": LEEG})
    with begin("beantwoord waarschuwing", programma=ronde.programma, door=door, op=op) as handeling:
        ronde = lock_ronde(ronde)
        require_te_vaststellen(ronde)
        rij = find_antwoord(ronde, waarschuwing) or Waarschuwingsantwoord(
            ronde=ronde, waarschuwing=waarschuwing
        )
        if (rij.zin, rij.antwoord) != (zin, antwoord):
            require_gezien(rij, versie)
        rij.zin, rij.antwoord = zin, antwoord
        handeling.save(rij)
    return rij


def withdraw_antwoord(
    *, ronde: Rapportageronde, waarschuwing: str, versie: int | None, door: Gebruiker | None, op: datetime
) -> None:
    """Take an answer away; nothing happens where there is none. Raises ValidationError, Vergrendeld."""
    with begin("haal antwoord weg", programma=ronde.programma, door=door, op=op) as handeling:
        ronde = lock_ronde(ronde)
        require_te_vaststellen(ronde)
        rij = find_antwoord(ronde, waarschuwing)
        if rij is not None:
            require_gezien(rij, versie)
            handeling.delete(rij)


def find_antwoord(ronde: Rapportageronde, waarschuwing: str) -> Waarschuwingsantwoord | None:
    rijen = Waarschuwingsantwoord.objects.select_for_update(of=("self",), no_key=True).select_related(
        "ronde__programma"
    )
    return rijen.filter(ronde=ronde, waarschuwing=waarschuwing).first()


def require_gezien(rij: Waarschuwingsantwoord, versie: int | None) -> None:
    nu = None if rij._state.adding else rij.versie
    if nu == versie:
        return
    raise ValidationError({"antwoord": WEG if nu is None else VERANDERD.format(rij.antwoord)})
