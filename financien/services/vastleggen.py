"""Saving a funding line with a source that is new; all else is saved as every row is."""

from dataclasses import replace
from datetime import datetime

from programmalijnen.models import Gebruiker
from programmalijnen.regels.samenvoegen import Samengevoegd
from programmalijnen.services.dubbel import claim_formulier
from programmalijnen.services.samenvoegen import Bewerking
from programmalijnen.services.schrijven import begin
from programmalijnen.services.vastleggen import Rijinvoer, save_compleet, write_invoer

from ..models import Financieringsbron


def save_financiering(
    *,
    invoer: Rijinvoer,
    nieuwe_bron: str = "",
    door: Gebruiker | None,
    op: datetime,
    reden: str = "",
    naam: str = "leg financiering vast",
) -> tuple[Samengevoegd, ...]:
    """Save a funding line with its standen; `nieuwe_bron` names a source that is made with it.

    Raises as `save_invoerrij`; nothing is saved then.
    """
    with begin(naam, programma=invoer.hoofd.rij.programma, door=door, op=op, reden=reden) as handeling:
        if nieuwe_bron:
            claim_formulier(
                handeling, [with_bron(invoer.hoofd, find_bron(invoer, nieuwe_bron)), *invoer.delen]
            )
            bron = Financieringsbron(programma=invoer.hoofd.rij.programma, naam=nieuwe_bron)
            save_compleet(handeling, bron)
            invoer = replace(invoer, hoofd=with_bron(invoer.hoofd, bron))
        return write_invoer(handeling, invoer)


def find_bron(invoer: Rijinvoer, naam: str) -> Financieringsbron | None:
    """The source that this form made already, if it was sent before."""
    return Financieringsbron.objects.filter(programma=invoer.hoofd.rij.programma, naam=naam).first()


def with_bron(hoofd: Bewerking, bron: Financieringsbron | None) -> Bewerking:
    return replace(hoofd, ingevoerd={**hoofd.ingevoerd, "bron": bron})
