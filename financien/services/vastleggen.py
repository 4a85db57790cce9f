"""Saving money: one service call is one transaction with its trail (ontwerp 3)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max

from programmalijnen.models import Gebruiker, Programma
from programmalijnen.regels.samenvoegen import Samengevoegd
from programmalijnen.services.samenvoegen import Bewerking, merge_alle
from programmalijnen.services.schrijven import Handeling, begin
from programmalijnen.services.structuur import propose_sleutel

from ..models import (
    Financiering,
    Financieringsbron,
    Financieringsstand,
    KostenpostLijn,
)
from .voorwaarden import INTUSSEN_VERANDERD, lock, require_reden


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldinvoer:
    """What a money page sends: the row itself, its parts that stay or are new, and the parts to remove."""

    hoofd: Bewerking
    delen: tuple[Bewerking, ...] = ()
    weg: tuple[Bewerking, ...] = ()


def save_financiering(
    *,
    invoer: Geldinvoer,
    nieuwe_bron: str = "",
    door: Gebruiker | None,
    op: datetime,
    reden: str = "",
) -> tuple[Samengevoegd, ...]:
    """Save a funding line with its standen; `nieuwe_bron` names a source that is made with it.

    Says per row what was taken over from a colleague. Raises Botsing, and ValidationError (in Dutch, by
    field), also when an adopted report shows the line and there is no reden. Nothing is saved then.
    """
    with begin("leg financiering vast", door=door, op=op, reden=reden) as handeling:
        if nieuwe_bron:
            bron = create_bron(handeling, invoer.hoofd.rij.programma, nieuwe_bron)
            hoofd = replace(invoer.hoofd, ingevoerd={**invoer.hoofd.ingevoerd, "bron": bron})
            invoer = replace(invoer, hoofd=hoofd)
        return _write(handeling, invoer, hangt_aan="financiering")


def save_kostenpost(
    *, invoer: Geldinvoer, door: Gebruiker | None, op: datetime, reden: str = ""
) -> tuple[Samengevoegd, ...]:
    """Save a kostenpost with its lines and its amounts by year. Raises as `save_financiering`."""
    with begin("leg kostenpost vast", door=door, op=op, reden=reden) as handeling:
        return _write(handeling, invoer, hangt_aan="kostenpost")


def save_geldrij(
    *, invoer: Geldinvoer, door: Gebruiker | None, op: datetime, reden: str = ""
) -> tuple[Samengevoegd, ...]:
    """Save a printed total or a source, which have no parts. Raises as `save_financiering`."""
    with begin("leg vast", door=door, op=op, reden=reden) as handeling:
        return _write(handeling, invoer)


def create_bron(handeling: Handeling, programma: Programma, naam: str) -> Financieringsbron:
    bron = Financieringsbron(programma=programma, naam=naam)
    bron.sleutel = propose_sleutel(programma=programma, soort=Financieringsbron, titel=naam)
    handeling.save(bron)
    return bron


def _write(handeling: Handeling, invoer: Geldinvoer, *, hangt_aan: str = "") -> tuple[Samengevoegd, ...]:
    """Merge everything first, then remove, then save: the row itself before its parts."""
    hoofd = invoer.hoofd.rij
    uitkomsten = merge_alle([invoer.hoofd, *invoer.delen])
    veranderd = [_remove_deel(handeling, bewerking) for bewerking in in_delete_order(invoer.weg)]
    _complete(hoofd)
    veranderd.append(handeling.save(hoofd))
    for deel in in_save_order(bewerking.rij for bewerking in invoer.delen):
        setattr(deel, hangt_aan, hoofd)
        _complete(deel)
        veranderd.append(handeling.save(deel))
    if any(veranderd):
        require_reden(handeling, hoofd)
    return uitkomsten


def _complete(rij: models.Model) -> None:
    """Give a new row its key and its place at the end; set again what got its number only just now."""
    if isinstance(rij, Financieringsstand):
        rij.programma = rij.financiering.programma
        rij.waarvan = rij.waarvan
    if not rij._state.adding:
        return
    if hasattr(rij, "sleutel"):
        rij.sleutel = propose_sleutel(programma=rij.programma, soort=type(rij), titel=title_for_sleutel(rij))
    if hasattr(rij, "volgorde"):
        rij.volgorde = next_volgorde(rij)


def title_for_sleutel(rij: models.Model) -> str:
    if isinstance(rij, Financieringsstand):
        return f"{rij.financiering.sleutel[:40]} {rij.stand}"
    if isinstance(rij, Financiering):
        return f"{rij.bron.naam[:30]} {rij.ten_behoeve_van}"
    return str(rij)


def next_volgorde(rij: models.Model) -> int:
    """One more than the last of its programme, or of its kostenpost."""
    zelfde = (
        {"kostenpost": rij.kostenpost} if isinstance(rij, KostenpostLijn) else {"programma": rij.programma}
    )
    return (type(rij).objects.filter(**zelfde).aggregate(laatste=Max("volgorde"))["laatste"] or 0) + 1


def in_save_order(delen: Iterable[models.Model]) -> list[models.Model]:
    """A stand that is a part of another comes after it."""
    return sorted(delen, key=lambda deel: getattr(deel, "waarvan", None) is not None)


def in_delete_order(weg: Iterable[Bewerking]) -> list[Bewerking]:
    """The other way round: what is a part of another goes first."""
    return sorted(weg, key=lambda bewerking: getattr(bewerking.rij, "waarvan", None) is None)


def _remove_deel(handeling: Handeling, bewerking: Bewerking) -> bool:
    """Raises ValidationError when a colleague changed the part after it was shown."""
    opgeslagen = lock(bewerking.rij)
    if opgeslagen is None:
        return False
    if opgeslagen.versie != bewerking.versie:
        raise ValidationError(INTUSSEN_VERANDERD.format(rij=opgeslagen))
    handeling.delete(opgeslagen)
    return True
