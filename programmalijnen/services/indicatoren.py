"""Indicatoren: a category that was measured stays, so that no value loses what it is of."""

from datetime import datetime

from django.core.exceptions import ValidationError

from ..models import Gebruiker, Meting
from ..regels.samenvoegen import Samengevoegd
from .schrijven import begin
from .vastleggen import Rijinvoer, write_invoer

IS_GEMETEN = "Bij ‘{categorie}’ staan metingen. Daarom kan deze categorie niet weg."


def save_indicator(
    *, invoer: Rijinvoer, door: Gebruiker | None, op: datetime, reden: str = ""
) -> tuple[Samengevoegd, ...]:
    """Save an indicator with its categories. Raises what `save_invoerrij` raises."""
    with begin(
        "leg indicator vast", programma=invoer.hoofd.rij.programma, door=door, op=op, reden=reden
    ) as handeling:
        for bewerking in invoer.weg:
            if Meting.objects.filter(categorie=bewerking.rij.pk).exists():
                raise ValidationError(IS_GEMETEN.format(categorie=bewerking.rij))
        return write_invoer(handeling, invoer)
