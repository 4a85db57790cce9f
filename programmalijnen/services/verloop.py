"""How lijnen and activiteiten go on over time: they begin, move, are split and end. An act is one handeling.

Open rounds follow (`meelopen`).
"""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models

from ..models import (
    Activiteit,
    Ambitie,
    Gebruiker,
    Programmalijn,
)
from ..regels.samenvoegen import Samengevoegd
from .aanhangsel import name_soort
from .meelopen import (
    ask_toelichtingen,
    goes_along,
    join_rondes,
    leave_rondes,
    lock_open_rondes,
    move_along,
    read_plaats,
    report_in_onderdelen,
)
from .schrijven import Handeling, begin, lock
from .vastleggen import Rijinvoer, save_compleet, write_invoer
from .volgorde import order_lijnen
from .voorwaarden import lock_ongewijzigd, require_reden
from .weghalen import delete_met_delen, must_be_kept, put_archief

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
        order_lijnen(handeling, rij.programma)
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


def must_stay(rij: Activiteit | Programmalijn | Ambitie) -> bool:
    """Whether ending means archiving; what goes along does not count."""
    return must_be_kept(rij, behalve=goes_along(rij))


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
