"""A round that was adopted, as far as this app knows."""

from programmalijnen.models import Programma, Rapportageronde, Rondestaat
from programmalijnen.services.schrijven import begin
from tests.bouwers import NU, maak_ronde


def adopt(programma: Programma, **velden) -> Rapportageronde:
    """Adopt a round after everything that exists now was made."""
    ronde = maak_ronde(programma, **velden)
    with begin("stel vast", door=None, op=NU) as handeling:
        ronde.staat = Rondestaat.VASTGESTELD
        handeling.save(ronde)
    return ronde
