"""Rounds: opening one from the structure as it stands, closing it, and what keeps a round locked."""

from datetime import date, datetime

from django.utils.timezone import localdate

from ..models import (
    Activiteit,
    Gebruiker,
    Onderwerp,
    Opgave,
    Programma,
    Programmalijn,
    Rapportageronde,
    Realisatie,
    Rondestaat,
    Toelichting,
)
from .schrijven import Handeling, Vergrendeld, begin


def open_ronde(
    *,
    programma: Programma,
    slug: str,
    titel: str,
    label: str,
    peildatum: date,
    jaar: int,
    door: Gebruiker | None,
    op: datetime,
    deadline: date | None = None,
    vindplaats: str = "",
) -> Rapportageronde:
    """A new round with an empty row for every activiteit, in its present place, and every toelichting.

    Texts do not come along. Raises ValidationError when slug or peildatum is taken.
    """
    ronde = Rapportageronde(
        programma=programma,
        slug=slug,
        titel=titel,
        label=label,
        peildatum=peildatum,
        jaar=jaar,
        deadline=deadline,
        vindplaats=vindplaats,
    )
    with begin("open ronde", door=door, op=op) as handeling:
        handeling.save(ronde)
        for activiteit in activiteiten_of(programma):
            handeling.save(place_in_ronde(ronde, activiteit))
        for lijn, onderwerp in toelichting_slots(programma):
            handeling.save(Toelichting(ronde=ronde, lijn=lijn, onderwerp=onderwerp))
    return ronde


def activiteiten_of(programma: Programma):
    return (
        Activiteit.objects.filter(programma=programma, gearchiveerd=False)
        .select_related("programma", "lijn", "ambitie", "onderdeel_van")
        .order_by("lijn__volgorde", "volgorde", "pk")
    )


def place_in_ronde(ronde: Rapportageronde, activiteit: Activiteit) -> Realisatie:
    """An unsaved row at the activiteit's present place; what was reported elsewhere still is."""
    vorige = previous_realisatie(ronde, activiteit)
    elders = vorige is not None and vorige.opgave == Opgave.ELDERS
    return Realisatie(
        ronde=ronde,
        activiteit=activiteit,
        titel=activiteit.titel,
        lijn=activiteit.lijn,
        ambitie=activiteit.ambitie,
        onderdeel_van=activiteit.onderdeel_van,
        groep=activiteit.groep,
        schaal=activiteit.schaal,
        soort=activiteit.soort,
        volgorde=activiteit.volgorde,
        opgave=Opgave.ELDERS if elders else Opgave.HIER,
        elders_waar=vorige.elders_waar if elders else "",
        elders_programma=vorige.elders_programma if elders else None,
    )


def previous_realisatie(ronde: Rapportageronde, activiteit: Activiteit) -> Realisatie | None:
    """The row of this activiteit in the latest earlier round that has one."""
    return (
        Realisatie.objects.filter(activiteit=activiteit, ronde__peildatum__lt=ronde.peildatum)
        .select_related("ronde", "elders_programma")
        .order_by("-ronde__peildatum")
        .first()
    )


def toelichting_slots(programma: Programma) -> list:
    """(lijn or None, onderwerp) of every explanation a round asks for."""
    lijnen = Programmalijn.objects.filter(programma=programma, gearchiveerd=False).order_by("volgorde", "pk")
    per_lijn = [
        (lijn, onderwerp) for lijn in lijnen for onderwerp in (Onderwerp.VOORTGANG, Onderwerp.FINANCIEN)
    ]
    return [(None, Onderwerp.INLEIDING), *per_lijn]


def close_ronde(*, ronde: Rapportageronde, door: Gebruiker | None, op: datetime) -> None:
    """Close an open round for input; raises Vergrendeld when it is not open."""
    with begin("sluit ronde", door=door, op=op) as handeling:
        ronde = lock_ronde(ronde)
        require_bewerkbaar(ronde)
        ronde.staat = Rondestaat.GESLOTEN
        ronde.gesloten_op = localdate(op)
        handeling.save(ronde)


def lock_ronde(ronde: Rapportageronde) -> Rapportageronde:
    """The round as it is now, with its programma, locked until the end of the handeling."""
    rondes = Rapportageronde.objects.select_related("programma").select_for_update(of=("self",))
    return rondes.get(pk=ronde.pk)


def adopt_staat(handeling: Handeling, ronde: Rapportageronde) -> None:
    """Within the handeling that stores the edition: lock what belongs to the round."""
    ronde.staat = Rondestaat.VASTGESTELD
    handeling.save(ronde)


def require_bewerkbaar(ronde: Rapportageronde) -> None:
    """Raises Vergrendeld with the reason when the round takes no input."""
    if ronde.is_bewerkbaar:
        return
    if ronde.staat == Rondestaat.VASTGESTELD:
        raise Vergrendeld(f"{ronde.titel} is vastgesteld. U kunt hier niets meer aan veranderen.")
    raise Vergrendeld(f"{ronde.titel} is gesloten voor invoer.")


def require_niet_vastgesteld(ronde: Rapportageronde) -> None:
    """Raises Vergrendeld when the round was adopted already."""
    if ronde.staat == Rondestaat.VASTGESTELD:
        raise Vergrendeld(f"{ronde.titel} is al vastgesteld.")


def latest_ronde(programma: Programma) -> Rapportageronde | None:
    return Rapportageronde.objects.filter(programma=programma).order_by("-peildatum").first()
