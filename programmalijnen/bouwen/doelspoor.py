"""What was changed of one doel and its parts, newest first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import Q

from dordt_monitor.opmaak import format_datum

from ..models import Doel, Stapmelding, Streefwaarde, Tussenwaarde, Wijziging

HOOGSTENS = 60
DELEN = {model._meta.model_name: model for model in (Streefwaarde, Tussenwaarde, Stapmelding)}
MODELLEN = {Doel._meta.model_name: Doel, **DELEN}
LEEG = "leeg"
VAN_ZELF = frozenset({"programma", "doel", "sleutel", "volgorde"})
WOORDEN = {"periode_van": "begin", "periode_tot": "eind", "bekend_op": "bekend vanaf"}
_DAG = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Veranderd:
    """One field of one row, printed; `wat` names the row and the field."""

    wat: str
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Daad:
    """One handeling: who, when, why, and what it changed of the doel."""

    op: datetime
    door: str
    reden: str
    aard: str
    velden: tuple[Veranderd, ...]


def fetch_doelspoor(doel: Doel) -> list[Daad]:
    """The last acts, at most HOOGSTENS changed rows together."""
    van_delen = Q(soort__in=DELEN, sleutel__startswith=f"{doel.sleutel}/")
    rijen = (
        Wijziging.objects.filter(Q(soort=Doel._meta.model_name, sleutel=doel.sleutel) | van_delen)
        .filter(programma=doel.programma_id)
        .select_related("door")
        .order_by("-pk")[:HOOGSTENS]
    )
    return [make_daad(list(groep)) for _, groep in groupby(rijen, key=lambda rij: rij.handeling)]


def make_daad(rijen: list[Wijziging]) -> Daad:
    eerste = rijen[-1]
    return Daad(
        op=eerste.op,
        door=eerste.door.naam if eerste.door else "ingelezen uit een bestand",
        reden=eerste.reden,
        aard=next((rij.aard for rij in rijen if rij.soort == Doel._meta.model_name), "gewijzigd"),
        velden=tuple(veld for rij in reversed(rijen) for veld in print_velden(rij)),
    )


def print_velden(rij: Wijziging) -> Iterator[Veranderd]:
    model = MODELLEN[rij.soort]
    deel = "" if model is Doel else f"{model._meta.verbose_name}: "
    for naam, (oud, nieuw) in rij.velden.items():
        if naam not in VAN_ZELF and print_waarde(oud) != print_waarde(nieuw):
            woord = WOORDEN.get(naam, naam.replace("_", " "))
            yield Veranderd(wat=f"{deel}{woord}", oud=print_waarde(oud), nieuw=print_waarde(nieuw))


def print_waarde(waarde: object) -> str:
    if waarde in (None, ""):
        return LEEG
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    tekst = str(waarde)
    return format_datum(date.fromisoformat(tekst)) if _DAG.fullmatch(tekst) else tekst
