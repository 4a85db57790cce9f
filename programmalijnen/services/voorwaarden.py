"""What holds for every change: nobody in between, and a reason for what a report already shows."""

from django.core.exceptions import ValidationError
from django.db import models

from .getoond import is_shown
from .schrijven import Handeling, lock

REDEN_GEVRAAGD = "Een vastgesteld rapport toont dit al. Zeg waarom u het verandert."
INTUSSEN_VERANDERD = "Een collega veranderde ‘{rij}’ intussen. Bekijk het opnieuw voordat u verdergaat."


def is_getoond(rij: models.Model) -> bool:
    """Whether an adopted report may show this row; a new row never."""
    return not rij._state.adding and is_shown(rij, bekend_op=getattr(rij, "bekend_op", None))


def require_reden(handeling: Handeling, rij: models.Model) -> None:
    """Raises ValidationError under `reden`."""
    if not handeling.reden and is_getoond(rij):
        raise ValidationError({"reden": REDEN_GEVRAAGD})


def lock_ongewijzigd(rij: models.Model, versie: int) -> models.Model:
    """Raises ValidationError when the row is gone or a colleague changed it since `versie`."""
    opgeslagen = lock(rij)
    if opgeslagen is None or opgeslagen.versie != versie:
        raise ValidationError(INTUSSEN_VERANDERD.format(rij=rij))
    return opgeslagen
