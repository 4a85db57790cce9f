"""Whether what is stored is whole: rounds, editions, and the trail beside the data it tells of."""

from collections import defaultdict
from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models

from programmalijnen.models import Gebruiker, Programma, Rapportageronde, Rondestaat, Wijziging
from programmalijnen.services.schrijven import filled_fields
from rapportage.management.commands.controleer_edities import check_alles

Ding = tuple[str, str, str]  # programma, soort, sleutel


def find_halves() -> list[str]:
    """A sentence for everything that is not whole; empty when nothing was lost or left half."""
    return [*check_database(), *check_rondes(), *check_alles()[1], *check_spoor()]


def check_database() -> Iterator[str]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        uitslag = cursor.fetchone()[0]
    if uitslag != "ok":
        yield f"de databank is stuk: {uitslag}"


def check_rondes() -> Iterator[str]:
    """Adopted and with an edition, or neither."""
    for ronde in Rapportageronde.objects.annotate(aantal=models.Count("edities")):
        if (ronde.staat == Rondestaat.VASTGESTELD) is not (ronde.aantal == 1):
            yield f"{ronde.slug} is {ronde.staat} en heeft {ronde.aantal} edities"


def check_spoor() -> Iterator[str]:
    """Replay the trail: each old value is the new one before it, and what it ends with is what is stored."""
    verteld: dict[Ding, dict[str, object]] = defaultdict(dict)
    for rij in Wijziging.objects.select_related("programma").order_by("pk"):
        ding = (rij.programma.slug if rij.programma else "", rij.soort, rij.sleutel)
        for naam, (oud, nieuw) in rij.velden.items():
            if (verteld[ding].get(naam) or None) != (oud or None):
                yield f"het spoor van {ding} springt bij {naam}: {verteld[ding].get(naam)!r}, dan {oud!r}"
            verteld[ding][naam] = nieuw
    opgeslagen = read_opgeslagen()
    for ding in verteld.keys() | opgeslagen.keys():
        toen = {naam: waarde for naam, waarde in verteld[ding].items() if waarde not in (None, "")}
        nu = opgeslagen.get(ding, {})
        if toen != nu:
            yield f"het spoor vertelt iets anders van {ding} dan er staat: {differ(toen, nu)}"


def read_opgeslagen() -> dict[Ding, dict[str, object]]:
    """Of every row that has a place in the trail what is stored now, printed as the trail prints it."""
    return {
        (slug_of(rij), rij._meta.model_name, rij.spoorsleutel): filled_fields(rij)
        for soort in apps.get_models()
        if hasattr(soort, "spoorsleutel")
        for rij in soort._base_manager.select_related(*relations_of(soort))
    }


def relations_of(soort: type[models.Model]) -> list[str]:
    """Two steps: what a row points to, and what those point to, which its key may be made of."""
    eerste = [veld for veld in soort._meta.concrete_fields if veld.is_relation]
    verder = [
        f"{veld.name}__{naam.name}"
        for veld in eerste
        for naam in veld.related_model._meta.concrete_fields
        if naam.is_relation
    ]
    return [*(veld.name for veld in eerste), *verder]


def slug_of(rij: models.Model) -> str:
    if isinstance(rij, Gebruiker):
        return ""
    programma = rij if isinstance(rij, Programma) else getattr(rij, "programma", None)
    return programma.slug if programma else ""


def differ(een: dict[str, object], ander: dict[str, object]) -> str:
    namen = sorted(naam for naam in een.keys() | ander.keys() if een.get(naam) != ander.get(naam))
    return ", ".join(f"{naam}: {een.get(naam)!r} en {ander.get(naam)!r}" for naam in namen)
