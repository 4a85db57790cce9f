"""An exception lets one person fill in a closed round, until a day that is said beforehand."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from ..models import Gebruiker, Rapportageronde, Teamlid, Uitzondering
from .rondes import lock_ronde
from .schrijven import begin
from .sloten import require_keurbaar

ZONDER_REDEN = "Zeg waarom. De reden blijft in de wijzigingen bewaard."
AL_VOORBIJ = "Deze dag is al voorbij. Kies vandaag of een latere dag."
VULT_NIET_IN = "{} vult in dit programma niet in."


def give_uitzondering(
    *,
    ronde: Rapportageronde,
    teamlid: Teamlid,
    tot_en_met: date,
    reden: str,
    door: Gebruiker,
    op: datetime,
) -> Uitzondering:
    """Give one, or change the one this person has. Raises Vergrendeld when the round was adopted,
    ValidationError by field.
    """
    require_geldig(teamlid, tot_en_met, reden, localdate(op))
    with begin("geef uitzondering", programma=ronde.programma, door=door, op=op, reden=reden) as handeling:
        ronde = lock_ronde(ronde)
        require_keurbaar(ronde)
        rij = Uitzondering.objects.filter(ronde=ronde, teamlid=teamlid).first()
        rij = rij or Uitzondering(ronde=ronde, teamlid=teamlid)
        rij.tot_en_met, rij.reden = tot_en_met, reden
        handeling.save(rij)
    return rij


def require_geldig(teamlid: Teamlid, tot_en_met: date, reden: str, vandaag: date) -> None:
    if not teamlid.vult_in:
        raise ValidationError({"teamlid": VULT_NIET_IN.format(teamlid.gebruiker)})
    if tot_en_met < vandaag:
        raise ValidationError({"tot_en_met": AL_VOORBIJ})
    if not reden.strip():
        raise ValidationError({"reden": ZONDER_REDEN})


def end_uitzondering(*, ronde: Rapportageronde, teamlid: Teamlid, door: Gebruiker, op: datetime) -> bool:
    """Take it back; False when it was gone already."""
    with begin("beëindig uitzondering", programma=ronde.programma, door=door, op=op) as handeling:
        rij = Uitzondering.objects.filter(ronde=lock_ronde(ronde), teamlid=teamlid).first()
        if rij is not None:
            handeling.delete(rij)
    return rij is not None
