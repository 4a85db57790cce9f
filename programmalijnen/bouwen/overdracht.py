"""What a colleague said when handing something over; read from the trail, where it stands as the reason."""

from dataclasses import dataclass
from datetime import datetime

from ..models import Realisatie, Toelichting, Wijziging
from .voortgang import NOG_TE_DOEN

OVERDRAGEN = "draag over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdracht:
    naam: str
    op: datetime
    bericht: str


def fetch_overdracht(rij: Realisatie | Toelichting | None) -> Overdracht | None:
    """To whom it is asked of now, until it is submitted; one query, and none for what is asked of nobody."""
    if rij is None or rij.trekker is None or rij.staat not in NOG_TE_DOEN:
        return None
    spoor = Wijziging.objects.filter(
        programma=rij.ronde.programma_id,
        soort=rij._meta.model_name,
        sleutel=rij.spoorsleutel,
        naam=OVERDRAGEN,
        door__isnull=False,
    )
    laatste = spoor.select_related("door").order_by("-pk").first()
    if laatste is None or laatste.velden.get("trekker", [None, None])[1] != rij.trekker.spoorsleutel:
        return None
    return Overdracht(naam=laatste.door.naam, op=laatste.op, bericht=laatste.reden)
