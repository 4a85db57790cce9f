"""How lijnen and activiteiten go on over time: they begin, move, are split and end. An act is one handeling.

Open rounds follow as far as nobody decided otherwise in them; a closed or an adopted round never changes.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from ..models import (
    Activiteit,
    Ambitie,
    Gebruiker,
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
from ..regels.samenvoegen import Samengevoegd
from .aanhangsel import name_soort
from .rondes import place_in_ronde
from .schrijven import Handeling, begin, lock
from .vastleggen import Rijinvoer, save_compleet, write_invoer
from .voorwaarden import lock_ongewijzigd, require_reden
from .weghalen import delete_met_delen, must_be_kept, put_archief

# What a round copies of an activiteit when it opens.
PLAATS = (
    "titel", "lijn", "ambitie", "onderdeel_van", "groep", "schaal", "soort", "volgorde", "trekker",
)  # fmt: skip
LOPEND = "Dit kan nog niet. Hieronder staat nog: {wat}. Verplaats dat eerst, of haal het weg."
BOVEN_IN_ARCHIEF = "Haal eerst ‘{boven}’ terug: daar hoort dit bij."
TWEE_DELEN = "Splitsen geeft ten minste twee activiteiten. Vul er nog een in."


def save_activiteit(
    *, invoer: Rijinvoer, door: Gebruiker | None, op: datetime, reden: str = ""
) -> tuple[Samengevoegd, ...]:
    """Save an activiteit; a new one gets a row in every open round, a moved one takes its onderdelen along.

    Raises as `save_invoerrij`; nothing is saved then.
    """
    rij = invoer.hoofd.rij
    naam = "begin activiteit" if rij._state.adding else "wijzig activiteit"
    with begin(naam, programma=rij.programma, door=door, op=op, reden=reden) as handeling:
        rondes = lock_open_rondes(rij.programma)
        oud = None if rij._state.adding else read_plaats(lock(rij))
        uitkomsten = write_invoer(handeling, invoer)
        if oud is None:
            join_rondes(handeling, rondes, rij)
        else:
            move_along(handeling, rondes, rij, oud)
    return uitkomsten


def end_activiteit(
    *, rij: Activiteit, versie: int, door: Gebruiker | None, op: datetime, reden: str = ""
) -> None:
    """Archive it, or delete it where nothing was ever said of it. Raises ValidationError as `remove_rij`.

    In open rounds its empty row disappears; with a text it becomes *niet gerapporteerd in deze ronde*.
    """
    with begin("beëindig activiteit", programma=rij.programma, door=door, op=op, reden=reden) as handeling:
        rondes = lock_open_rondes(rij.programma)
        opgeslagen = lock_ongewijzigd(rij, versie)
        require_reden(handeling, opgeslagen)
        require_niets_lopends(opgeslagen)
        leave_rondes(handeling, rondes, opgeslagen)
        put_away(handeling, opgeslagen)


def restore_activiteit(*, rij: Activiteit, versie: int, door: Gebruiker | None, op: datetime) -> None:
    """Out of the archive, with a row in every open round. Raises ValidationError as `restore_rij`."""
    with begin("haal activiteit terug", programma=rij.programma, door=door, op=op) as handeling:
        rondes = lock_open_rondes(rij.programma)
        opgeslagen = lock_ongewijzigd(rij, versie)
        require_boven_in_gebruik(opgeslagen)
        put_archief(handeling, opgeslagen, gearchiveerd=False)
        join_rondes(handeling, rondes, opgeslagen)


def split_activiteit(
    *,
    rij: Activiteit,
    versie: int,
    titels: Sequence[str],
    gaat_door: bool,
    door: Gebruiker | None,
    op: datetime,
    reden: str = "",
) -> list[Activiteit]:
    """New activiteiten that come forth from this one, in its place and asked of its trekker.

    `gaat_door`: they become its onderdelen, and open rounds report it only by them where it has no text yet.
    Otherwise it ends. Raises ValidationError; nothing is saved then.
    """
    if len(titels) < 2:
        raise ValidationError({"titels": TWEE_DELEN})
    with begin("splits activiteit", programma=rij.programma, door=door, op=op, reden=reden) as handeling:
        rondes = lock_open_rondes(rij.programma)
        oud = lock_ongewijzigd(rij, versie)
        require_reden(handeling, oud)
        nieuwe = [make_deel(oud, titel, gaat_door=gaat_door) for titel in titels]
        if not gaat_door:
            require_niets_lopends(oud)
        for nieuw in nieuwe:
            save_compleet(handeling, nieuw)
            join_rondes(handeling, rondes, nieuw)
        if gaat_door:
            report_in_onderdelen(handeling, rondes, oud)
        else:
            leave_rondes(handeling, rondes, oud)
            put_away(handeling, oud)
    return nieuwe


def make_deel(oud: Activiteit, titel: str, *, gaat_door: bool) -> Activiteit:
    plaats = {naam: getattr(oud, naam) for naam in ("lijn", "ambitie", "groep", "schaal", "soort", "trekker")}
    boven = oud if gaat_door else oud.onderdeel_van
    return Activiteit(
        programma=oud.programma, titel=titel, voortgekomen_uit=oud, onderdeel_van=boven, **plaats
    )


def save_lijn(
    *, invoer: Rijinvoer, door: Gebruiker | None, op: datetime, reden: str = ""
) -> tuple[Samengevoegd, ...]:
    """Save a lijn; every open round asks the toelichtingen of a new one. Raises as `save_invoerrij`."""
    rij = invoer.hoofd.rij
    is_nieuw = rij._state.adding
    with begin(
        "begin lijn" if is_nieuw else "wijzig lijn", programma=rij.programma, door=door, op=op, reden=reden
    ) as handeling:
        rondes = lock_open_rondes(rij.programma)
        uitkomsten = write_invoer(handeling, invoer)
        if is_nieuw:
            ask_toelichtingen(handeling, rondes, rij)
    return uitkomsten


def end_rij(
    *, rij: Programmalijn | Ambitie, versie: int, door: Gebruiker | None, op: datetime, reden: str = ""
) -> None:
    """Archive or delete a lijn or ambitie on which nothing goes on, with its empty toelichtingen.

    Raises ValidationError as `remove_rij`.
    """
    with begin("haal weg", programma=rij.programma, door=door, op=op, reden=reden) as handeling:
        rondes = lock_open_rondes(rij.programma)
        opgeslagen = lock_ongewijzigd(rij, versie)
        require_reden(handeling, opgeslagen)
        require_niets_lopends(opgeslagen)
        for toelichting in (
            goes_along(opgeslagen).filter(ronde__in=rondes).select_for_update(of=("self",), no_key=True)
        ):
            handeling.delete(toelichting)
        put_away(handeling, opgeslagen)


def restore_rij(*, rij: Programmalijn | Ambitie, versie: int, door: Gebruiker | None, op: datetime) -> None:
    """Out of the archive, with its toelichtingen. Raises ValidationError, also while its own lijn is away."""
    with begin("haal terug", programma=rij.programma, door=door, op=op) as handeling:
        rondes = lock_open_rondes(rij.programma)
        opgeslagen = lock_ongewijzigd(rij, versie)
        require_boven_in_gebruik(opgeslagen)
        put_archief(handeling, opgeslagen, gearchiveerd=False)
        if isinstance(opgeslagen, Programmalijn):
            ask_toelichtingen(handeling, rondes, opgeslagen)


# --- the rounds ---


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


def must_stay(rij: Activiteit | Programmalijn | Ambitie) -> bool:
    """Whether ending means archiving; what goes along does not count."""
    return must_be_kept(rij, behalve=goes_along(rij))


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


# --- the place of an activiteit ---


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


# --- what must hold ---


def put_away(handeling: Handeling, rij: models.Model) -> None:
    if must_be_kept(rij):
        put_archief(handeling, rij, gearchiveerd=True)
    else:
        delete_met_delen(handeling, rij)


def require_niets_lopends(rij: models.Model) -> None:
    """Raises ValidationError while lijnen, ambities or activiteiten in use stand below it."""
    beletsel = find_beletsel(rij)
    if beletsel:
        raise ValidationError(beletsel)


def find_beletsel(rij: models.Model) -> str:
    """Why the row cannot end yet, "" when nothing goes on below it."""
    lopend = [
        f"{aantal} {name_soort(soort, aantal)}"
        for soort, veld in below(rij)
        if (aantal := soort.objects.filter(**{veld: rij}, gearchiveerd=False).count())
    ]
    return LOPEND.format(wat=", ".join(lopend)) if lopend else ""


def below(rij: models.Model) -> list[tuple[type[models.Model], str]]:
    if isinstance(rij, Programmalijn):
        return [(Programmalijn, "ouder"), (Ambitie, "lijn"), (Activiteit, "lijn")]
    if isinstance(rij, Ambitie):
        return [(Activiteit, "ambitie")]
    return [(Activiteit, "onderdeel_van")]


def require_boven_in_gebruik(rij: models.Model) -> None:
    """Raises ValidationError while a lijn, ambitie or whole of which it is a part is in the archive."""
    namen = (naam for naam in ("ouder", "lijn", "ambitie", "onderdeel_van") if hasattr(rij, naam))
    for boven in (getattr(rij, naam) for naam in namen):
        if boven is not None and boven.gearchiveerd:
            raise ValidationError(BOVEN_IN_ARCHIEF.format(boven=boven))
