"""What a manager does with a round that was opened: change its settings, who is in it, or take it back."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from ..bouwen.opening import activiteiten_of, fetch_vorige_rijen
from ..models import (
    Gebruiker,
    Invoerstaat,
    Meting,
    Opgave,
    Rapportageronde,
    Realisatie,
    Rondestaat,
    Stapmelding,
    Toelichting,
    Waarschuwingsantwoord,
)
from ..regels.samenvoegen import Samengevoegd
from .rondes import lock_ronde, place_in_ronde
from .samenvoegen import Bewerking, merge_alle, save_met_samenvoegen
from .schrijven import Handeling, Vergrendeld, begin
from .sloten import require_bewerkbaar, require_keurbaar

NIET_TERUG = "{} kan niet worden teruggedraaid: {}."
ONAANGERAAKT = Q(tekst="", oordeel="", staat=Invoerstaat.LEEG)
ELDERS_ZONDER_WAAR = "Zeg bij ‘{}’ waar het wordt gerapporteerd."
AL_INGEVULD = "Bij ‘{}’ is al iets ingevuld. Kies ‘niet gerapporteerd in deze ronde’; dan blijft de tekst."


def update_ronde(
    *,
    ronde: Rapportageronde,
    ingevoerd: Mapping[str, Any],
    geladen: Mapping[str, Any],
    versie: int,
    door: Gebruiker,
    op: datetime,
) -> Samengevoegd:
    """Change titel, label, deadline or vorm. Raises Vergrendeld when the round was adopted, Botsing,
    ValidationError.
    """
    with begin("wijzig ronde", programma=ronde.programma, door=door, op=op) as handeling:
        nu = lock_ronde(ronde)
        require_keurbaar(nu)
        bewerking = Bewerking(rij=nu, ingevoerd=ingevoerd, geladen=geladen, versie=versie)
        return save_met_samenvoegen(handeling, [bewerking])[0]


def delete_ronde(*, ronde: Rapportageronde, door: Gebruiker, op: datetime) -> None:
    """Take back a round in which nothing was filled in. Raises Vergrendeld with the reason why it stays."""
    with begin("draai ronde terug", programma=ronde.programma, door=door, op=op) as handeling:
        ronde = lock_ronde(ronde)
        reden = find_blijfreden(ronde)
        if reden:
            raise Vergrendeld(NIET_TERUG.format(ronde.titel, reden))
        for rijen in (ronde.herinneringen, ronde.uitzonderingen, ronde.realisaties, ronde.toelichtingen):
            delete_alle(handeling, rijen.select_related("ronde__programma"))
        handeling.delete(ronde)


def delete_alle(handeling: Handeling, rijen: Iterable[models.Model]) -> None:
    for rij in rijen:
        handeling.delete(rij)


def find_blijfreden(ronde: Rapportageronde) -> str:
    """Why the round cannot be taken back, "" when nothing would be lost."""
    if ronde.staat in (Rondestaat.VASTGESTELD, Rondestaat.IN_RECTIFICATIE):
        return "zij is vastgesteld"
    aantal = sum(
        soort.objects.filter(ronde=ronde).exclude(ONAANGERAAKT).count() for soort in (Realisatie, Toelichting)
    )
    if aantal:
        waar = "één tekst" if aantal == 1 else f"{aantal} teksten"
        return f"bij {waar} is al iets ingevuld"
    if is_gemeten(ronde):
        return "er zijn al cijfers of stappen voor deze ronde ingevuld"
    if Waarschuwingsantwoord.objects.filter(ronde=ronde).exists():
        return "er zijn al waarschuwingen beantwoord"
    return ""


def is_gemeten(ronde: Rapportageronde) -> bool:
    """Figures are of the programme and would stay, but without a round that asked for them."""
    op_dag = {"peildatum": ronde.peildatum}
    return (
        Meting.objects.filter(programma=ronde.programma_id, **op_dag).exists()
        or Stapmelding.objects.filter(doel__programma=ronde.programma_id, **op_dag).exists()
    )


def save_samenstelling(
    *,
    ronde: Rapportageronde,
    bewerkingen: Iterable[Bewerking],
    eruit: Iterable[str],
    erbij: Iterable[str],
    door: Gebruiker,
    op: datetime,
) -> None:
    """Of whom and where each activiteit is asked, which leave this round and which join it, as one act.

    `eruit` and `erbij` are keys of activiteiten. Other rounds stay as they were. Raises Vergrendeld when the
    round takes no changes, Botsing, ValidationError when something that was filled in would be lost.
    """
    with begin("wijzig samenstelling", programma=ronde.programma, door=door, op=op) as handeling:
        ronde = lock_ronde(ronde)
        require_bewerkbaar(ronde)
        save_plaatsen(handeling, list(bewerkingen))
        remove_activiteiten(handeling, ronde, set(eruit))
        add_activiteiten(handeling, ronde, set(erbij))


def save_plaatsen(handeling: Handeling, bewerkingen: list[Bewerking]) -> None:
    merge_alle(bewerkingen)
    for bewerking in bewerkingen:
        rij = bewerking.rij
        if rij.opgave == Opgave.ELDERS and not (rij.elders_waar or rij.elders_programma_id):
            raise ValidationError(ELDERS_ZONDER_WAAR.format(rij.titel))
        handeling.save(rij)


def remove_activiteiten(handeling: Handeling, ronde: Rapportageronde, sleutels: set[str]) -> None:
    rijen = (
        Realisatie.objects.select_for_update(of=("self",), no_key=True)
        .filter(ronde=ronde, activiteit__sleutel__in=sleutels)
        .select_related("ronde__programma", "activiteit")
    )
    for rij in rijen:
        if rij.tekst or rij.oordeel or rij.staat != Invoerstaat.LEEG:
            raise ValidationError(AL_INGEVULD.format(rij.titel))
        handeling.delete(rij)


def add_activiteiten(handeling: Handeling, ronde: Rapportageronde, sleutels: set[str]) -> None:
    """One that joined meanwhile stays as it is, so that sending twice adds nothing."""
    er_al = set(Realisatie.objects.filter(ronde=ronde).values_list("activiteit_id", flat=True))
    vorige = fetch_vorige_rijen(ronde.programma, ronde.peildatum)
    for activiteit in activiteiten_of(ronde.programma).filter(sleutel__in=sleutels):
        if activiteit.pk not in er_al:
            handeling.save(place_in_ronde(ronde, activiteit, vorige.get(activiteit.pk)))
