"""What holds for every change: nobody in between, and a reason for what a report already shows."""

from django.core.exceptions import ValidationError
from django.db import models

from programmalijnen.services.getoond import is_shown
from programmalijnen.services.schrijven import Handeling

from ..models import Financiering, Financieringsbron, GedruktTotaal, Kostenpost

Geldrij = Financiering | Kostenpost | GedruktTotaal | Financieringsbron

REDEN_GEVRAAGD = "Een vastgesteld rapport toont dit al. Zeg waarom u het verandert."
INTUSSEN_VERANDERD = "Een collega veranderde ‘{rij}’ intussen. Bekijk het opnieuw voordat u het weghaalt."


def is_getoond(rij: Geldrij) -> bool:
    """Whether an adopted report may show this row; a new row never."""
    return not rij._state.adding and is_shown(rij, bekend_op=getattr(rij, "bekend_op", None))


def require_reden(handeling: Handeling, rij: Geldrij) -> None:
    if not handeling.reden and is_getoond(rij):
        raise ValidationError({"reden": REDEN_GEVRAAGD})


def lock(rij: models.Model) -> models.Model | None:
    """The row as it is stored now, locked until the end of the handeling; None when it is gone."""
    return type(rij).objects.select_for_update(of=("self",)).filter(pk=rij.pk).first()
