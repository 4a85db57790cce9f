"""Handing over what a round asks to a colleague: some rows or all of one person's, as one act."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError

from ..bouwen.overdracht import OVERDRAGEN
from ..models import Activiteit, Gebruiker, Rapportageronde, Realisatie, Teamlid, Toelichting
from .rondes import lock_ronde
from .schrijven import begin
from .sloten import require_keurbaar

NIETS_GEKOZEN = "Kies wat u wilt overdragen."
ZELFDE = "Dit is al aan {} gevraagd. Kies een ander."
VULT_NIET_IN = "{} vult in dit programma niet in. Kies een ander."
INTUSSEN = "‘{}’ is intussen aan een ander gevraagd. Bekijk de lijst opnieuw; er is niets veranderd."


def hand_over(
    *,
    ronde: Rapportageronde,
    van: Teamlid | None,
    naar: Teamlid,
    realisaties: Iterable[str],
    toelichtingen: Iterable[str],
    ook_hierna: bool,
    bericht: str,
    door: Gebruiker,
    op: datetime,
) -> int:
    """Ask `naar` what was asked of `van` (None: of nobody yet); returns how many rows changed.

    Rows by key of the activiteit or toelichting. `ook_hierna` makes `naar` trekker of the activiteiten
    themselves, for the rounds to come. `bericht` is the reason in the trail, which the receiver reads on the
    page. Raises Vergrendeld when the round was adopted, ValidationError.
    """
    realisaties, toelichtingen = set(realisaties), set(toelichtingen)
    require_zinnig(van, naar, realisaties | toelichtingen)
    with begin(OVERDRAGEN, programma=ronde.programma, door=door, op=op, reden=bericht) as handeling:
        ronde = lock_ronde(ronde)
        require_keurbaar(ronde)
        rijen = lock_rijen(ronde, realisaties, toelichtingen)
        for rij in rijen:
            if rij.trekker_id not in (van and van.pk, naar.pk):
                raise ValidationError(INTUSSEN.format(rij))
            rij.trekker = naar
        activiteiten = lock_activiteiten(rijen) if ook_hierna else []
        for activiteit in activiteiten:
            activiteit.trekker = naar
        gewijzigd = [handeling.save(rij) for rij in rijen]
        for activiteit in activiteiten:
            handeling.save(activiteit)
    return sum(gewijzigd)


def require_zinnig(van: Teamlid | None, naar: Teamlid, sleutels: set[str]) -> None:
    if not sleutels:
        raise ValidationError({"rijen": NIETS_GEKOZEN})
    if not naar.vult_in:
        raise ValidationError({"naar": VULT_NIET_IN.format(naar.gebruiker)})
    if van == naar:
        raise ValidationError({"naar": ZELFDE.format(naar.gebruiker)})


def lock_rijen(
    ronde: Rapportageronde, realisaties: set[str], toelichtingen: set[str]
) -> list[Realisatie | Toelichting]:
    asked = Realisatie.objects.select_for_update(of=("self",), no_key=True).filter(
        ronde=ronde, activiteit__sleutel__in=realisaties
    )
    woorden = Toelichting.objects.select_for_update(of=("self",), no_key=True).filter(ronde=ronde)
    return [
        *asked.select_related("ronde__programma", "activiteit").order_by("pk"),
        *(
            rij
            for rij in woorden.select_related("ronde__programma", "lijn").order_by("pk")
            if rij.sleutel in toelichtingen
        ),
    ]


def lock_activiteiten(rijen: Iterable[Realisatie | Toelichting]) -> list[Activiteit]:
    """A toelichting has none: the next round asks it of whom this one does."""
    pks = [rij.activiteit_id for rij in rijen if isinstance(rij, Realisatie)]
    activiteiten = Activiteit.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=pks)
    return list(activiteiten.select_related("programma").order_by("pk"))
