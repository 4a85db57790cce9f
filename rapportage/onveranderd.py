"""Whether an edition is still what was adopted: content, hash, columns and trail agree (ontwerp 3)."""

from collections.abc import Iterator

from programmalijnen.models import Wijziging

from .canoniek import OnbekendSchema, from_json, sha256
from .models import Editie
from .rapport import SCHEMA, Rapport

# What the columns repeat of the content, and what the trail wrote down when the edition was stored.
# `versie` is part of the key by which the trail knows the edition.
UIT_KOP = ("vastgesteld_op", "besluit", "overgenomen_uit", "reden")
UIT_INHOUD = ("versie", *UIT_KOP)
UIT_SPOOR = ("sha256", "schema", "titel", "samenvatting", *UIT_KOP)


def find_gebreken(editie: Editie) -> list[str]:
    """In plain words what is not as it was written; empty for an edition that is whole."""
    return [*check_inhoud(editie), *check_spoor(editie)]


def check_inhoud(editie: Editie) -> Iterator[str]:
    if sha256(editie.inhoud) != editie.sha256:
        yield "de inhoud past niet bij de sha256"
    if not 1 <= editie.schema <= SCHEMA:
        yield f"schema {editie.schema} kent dit programma niet"
    try:
        rapport = from_json(editie.inhoud)
    except (OnbekendSchema, ValueError, KeyError, TypeError, AttributeError):
        yield "de inhoud is niet te lezen"
    else:
        yield from check_kolommen(editie, rapport)


def check_kolommen(editie: Editie, rapport: Rapport) -> Iterator[str]:
    if rapport.editie is None:
        yield "de inhoud is een concept"
        return
    inhoud = {naam: getattr(rapport.editie, naam) for naam in UIT_INHOUD}
    inhoud |= {"schema": rapport.schema, "titel": rapport.ronde.titel}
    for naam, waarde in inhoud.items():
        if getattr(editie, naam) != waarde:
            yield f"de kolom {naam} zegt iets anders dan de inhoud"


def check_spoor(editie: Editie) -> Iterator[str]:
    """The trail cannot be changed either, so content and hash that were changed together are seen here."""
    regels = Wijziging.objects.filter(
        programma=editie.programma, soort="editie", sleutel=editie.spoorsleutel, aard="nieuw"
    )
    if len(regels) != 1:
        yield "het spoor vertelt niet één keer dat deze editie is vastgesteld"
        return
    velden = regels[0].velden
    for naam in UIT_SPOOR:
        toen = velden.get(naam, [None, None])[1]
        if print_kolom(editie, naam) != ("" if toen is None else str(toen)):
            yield f"de kolom {naam} zegt iets anders dan het spoor"


def print_kolom(editie: Editie, naam: str) -> str:
    waarde = getattr(editie, naam)
    return "" if waarde is None else str(waarde)
