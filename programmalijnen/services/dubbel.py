"""A form that makes new rows is saved once, however often it is sent (ontwerp 3, "Losing nothing").

The handeling takes the number of the form, so the trail itself knows which forms were saved.
"""

from collections.abc import Iterable, Sequence

from django.db import models

from ..models import Wijziging
from .samenvoegen import Bewerking, put_ingevoerd
from .schrijven import Handeling, printed, programma_of, traced_fields

# Given by us, or by the row a part hangs on; nobody types them.
GEGEVEN = {"programma", "sleutel", "volgorde"}


class AlOpgeslagen(Exception):
    """This form made rows before and saves nothing now. `gelijk`: all that it holds was saved then."""

    def __init__(self, *, gelijk: bool) -> None:
        super().__init__("Dit formulier is al opgeslagen.")
        self.gelijk = gelijk


def claim_formulier(handeling: Handeling, bewerkingen: Sequence[Bewerking]) -> None:
    """The first of `bewerkingen` is the row that the page is about. Raises AlOpgeslagen.

    A form without new rows needs no claim: sent again, it is merged with what it saved itself.
    """
    hoofd = bewerkingen[0]
    nieuw = [bewerking for bewerking in bewerkingen if bewerking.rij._state.adding]
    if not nieuw or hoofd.formulier in (None, handeling.id):
        return
    eerder = Wijziging.objects.filter(handeling=hoofd.formulier)
    if hoofd.rij != programma_of(hoofd.rij):  # a new programme is not there to look in
        eerder = eerder.filter(programma=programma_of(hoofd.rij))
    if gemaakt := [(wijziging.soort, wijziging.velden) for wijziging in eerder]:
        raise AlOpgeslagen(gelijk=all(is_saved(bewerking, hoofd, gemaakt) for bewerking in bewerkingen))
    handeling.id = hoofd.formulier


def is_saved(bewerking: Bewerking, hoofd: Bewerking, gemaakt: Iterable[tuple[str, dict]]) -> bool:
    """Whether the row, or one like it that this form made before, holds everything that was typed."""
    rij = bewerking.rij
    if not rij._state.adding:
        return all(getattr(rij, naam) == waarde for naam, waarde in bewerking.ingevoerd.items())
    put_ingevoerd(bewerking)
    gevuld = [veld for veld in traced_fields(rij) if getattr(rij, veld.attname) not in (None, "")]
    getypt = typed(rij, hoofd.rij, {veld.name: printed(rij, veld) for veld in gevuld})
    return any(
        soort == rij._meta.model_name
        and typed(rij, hoofd.rij, {naam: nieuw for naam, (_, nieuw) in velden.items()}) == getypt
        for soort, velden in gemaakt
    )


def typed(rij: models.Model, hoofd: models.Model, velden: dict[str, object]) -> dict[str, object]:
    gegeven = GEGEVEN | {
        veld.name for veld in rij._meta.concrete_fields if veld.related_model is type(hoofd) is not type(rij)
    }
    return {naam: waarde for naam, waarde in velden.items() if naam not in gegeven}
