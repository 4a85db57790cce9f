"""How open rounds follow a lijn or activiteit that begins, moves or ends, as far as nobody decided otherwise.

A closed or an adopted round never changes.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from ..models import (
    Activiteit,
    Ambitie,
    Invoerstaat,
    Onderwerp,
    Opgave,
    Programma,
    Programmalijn,
    Rapportageronde,
    Realisatie,
    Rondestaat,
    Toelichting,
)
from .rondes import place_in_ronde
from .schrijven import Handeling

# What a round copies of an activiteit when it opens.
PLAATS = (
    "titel", "lijn", "ambitie", "onderdeel_van", "groep", "schaal", "soort", "volgorde", "trekker",
)  # fmt: skip


def lock_open_rondes(programma: Programma) -> list[Rapportageronde]:
    rondes = Rapportageronde.objects.filter(programma=programma, staat=Rondestaat.OPEN)
    return list(
        rondes.select_related("programma").select_for_update(of=("self",), no_key=True).order_by("pk")
    )


def lock_rijen(rondes: Iterable[Rapportageronde], activiteit: Activiteit) -> list[Realisatie]:
    rijen = Realisatie.objects.filter(ronde__in=list(rondes), activiteit=activiteit)
    return list(
        rijen.select_related("ronde__programma", "activiteit")
        .select_for_update(of=("self",), no_key=True)
        .order_by("pk")
    )


def goes_along(rij: Activiteit | Programmalijn | Ambitie) -> models.QuerySet:
    """The rows of open rounds in which nobody said anything: they go when what they are about ends."""
    soort, veld = (Realisatie, "activiteit") if isinstance(rij, Activiteit) else (Toelichting, "lijn")
    if isinstance(rij, Ambitie):
        return soort.objects.none()
    open_en_leeg = {"ronde__staat": Rondestaat.OPEN, "tekst": "", "oordeel": "", "staat": Invoerstaat.LEEG}
    return (
        soort.objects.filter(**{veld: rij}, **open_en_leeg).select_related("ronde__programma").order_by("pk")
    )


def join_rondes(handeling: Handeling, rondes: Iterable[Rapportageronde], activiteit: Activiteit) -> None:
    """A row in each round that has none yet."""
    er_al = set(activiteit.realisaties.filter(ronde__in=list(rondes)).values_list("ronde", flat=True))
    for ronde in rondes:
        if ronde.pk not in er_al:
            handeling.save(place_in_ronde(ronde, activiteit))


def leave_rondes(handeling: Handeling, rondes: Iterable[Rapportageronde], activiteit: Activiteit) -> None:
    """What is empty goes; what somebody wrote stays, and the report says it is not reported."""
    for rij in lock_rijen(rondes, activiteit):
        if is_leeg(rij):
            handeling.delete(rij)
        else:
            rij.opgave = Opgave.NIET_GERAPPORTEERD
            handeling.save(rij)


def report_in_onderdelen(
    handeling: Handeling, rondes: Iterable[Rapportageronde], activiteit: Activiteit
) -> None:
    for rij in lock_rijen(rondes, activiteit):
        if is_leeg(rij) and rij.opgave == Opgave.HIER:
            rij.opgave = Opgave.IN_ONDERDELEN
            handeling.save(rij)


def is_leeg(rij: Realisatie) -> bool:
    return not rij.tekst and not rij.oordeel and rij.staat == Invoerstaat.LEEG


def ask_toelichtingen(handeling: Handeling, rondes: Iterable[Rapportageronde], lijn: Programmalijn) -> None:
    for ronde in rondes:
        er_al = set(Toelichting.objects.filter(ronde=ronde, lijn=lijn).values_list("onderwerp", flat=True))
        for onderwerp in (Onderwerp.VOORTGANG, Onderwerp.FINANCIEN):
            if onderwerp not in er_al:
                handeling.save(Toelichting(ronde=ronde, lijn=lijn, onderwerp=onderwerp))


def read_plaats(rij: Activiteit | None) -> dict[str, Any]:
    return {} if rij is None else {naam: getattr(rij, naam) for naam in PLAATS}


def move_along(
    handeling: Handeling, rondes: list[Rapportageronde], rij: Activiteit, oud: Mapping[str, Any]
) -> None:
    """Open rounds follow by field where they still had the old value; onderdelen move with the whole."""
    anders = {naam: getattr(rij, naam) for naam, waarde in oud.items() if getattr(rij, naam) != waarde}
    if not anders:
        return
    for realisatie in lock_rijen(rondes, rij):
        for naam, waarde in anders.items():
            if getattr(realisatie, naam) == oud[naam]:
                setattr(realisatie, naam, waarde)
        handeling.save(realisatie)
    mee = {naam: anders[naam] for naam in ("lijn", "ambitie") if naam in anders}
    if mee:
        move_onderdelen(handeling, rondes, rij, oud, mee)


def move_onderdelen(
    handeling: Handeling,
    rondes: list[Rapportageronde],
    rij: Activiteit,
    oud: Mapping[str, Any],
    mee: Mapping[str, Any],
) -> None:
    """Those that stood where the whole stood."""
    samen = {naam: oud[naam] for naam in ("lijn", "ambitie")}
    delen = Activiteit.objects.filter(onderdeel_van=rij, gearchiveerd=False, **samen)
    for deel in delen.select_related("programma").order_by("pk"):
        plaats = read_plaats(deel)
        for naam, waarde in mee.items():
            setattr(deel, naam, waarde)
        handeling.save(deel)
        move_along(handeling, rondes, deel, plaats)
