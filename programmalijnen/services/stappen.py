"""The step of an oplevering on a round's day."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from ..bouwen.blad import Stapvak
from ..models import Rapportageronde, Stapmelding
from .schrijven import Handeling


def write_stapvak(
    handeling: Handeling, ronde: Rapportageronde, vak: Stapvak, gewijzigd: Mapping[str, str]
) -> None:
    """A step never stands without the words it rests on (rekenregels 2). Raises ValidationError by field."""
    if not {vak.naam_stap, vak.naam_woorden} & gewijzigd.keys():
        return
    melding = vak.melding or Stapmelding(doel=vak.doel, peildatum=ronde.peildatum)
    melding.stap = gewijzigd.get(vak.naam_stap, melding.stap)
    melding.woorden = gewijzigd.get(vak.naam_woorden, melding.woorden)
    if melding.stap and not melding.woorden:
        raise ValidationError({vak.naam_woorden: "Zeg in één zin waaruit deze stap blijkt."})
    if melding.woorden and not melding.stap:
        raise ValidationError({vak.naam_stap: "Kies de stap die bij deze woorden hoort."})
    if melding.stap:
        handeling.save(melding)
    elif vak.melding is not None:
        handeling.delete(vak.melding)
