"""Rounds: opening one from the structure as it stands, closing it, and what keeps a round locked."""

from collections.abc import Mapping
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from dordt_monitor.opmaak import format_datum

from ..bouwen.opening import activiteiten_of, fetch_vorige_rijen, fetch_vorige_trekkers, toelichting_slots
from ..models import (
    Activiteit,
    Gebruiker,
    Opgave,
    Programma,
    Rapportageronde,
    Realisatie,
    Rondestaat,
    Teamlid,
    Toelichting,
)
from .schrijven import Handeling, Vergrendeld, begin

OPENEN = "open ronde"
ZONDER_REDEN = "Zeg waarom de ronde weer opengaat. De reden blijft in de wijzigingen bewaard."
TE_VROEG = "Kies een dag na {dag}, de peildatum van {ronde}."
NIET_OPEN = "{} is {}. Alleen een open ronde kan worden gesloten."


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
    vorm: str = "",
    trekkers: Mapping[str, Teamlid | None] | None = None,
    ook_eerder: bool = False,
) -> Rapportageronde:
    """A new round with an empty row for every activiteit, in its present place, and every toelichting.

    `trekkers` says by sleutel of the activiteit of whom it is asked; without it, of its own trekker. Texts do
    not come along. `ook_eerder`: for files, which may tell of rounds in any order. Raises ValidationError
    when the slug is taken, or the peildatum is not after that of every other round.
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
        vorm=vorm,
    )
    with begin(OPENEN, programma=programma, door=door, op=op) as handeling:
        if not ook_eerder:
            require_na_laatste(programma, peildatum)
        handeling.save(ronde)
        add_realisaties(handeling, ronde, trekkers or {})
        gevraagd = fetch_vorige_trekkers(programma, peildatum)
        for lijn, onderwerp in toelichting_slots(programma):
            trekker = gevraagd.get((lijn.pk if lijn else None, onderwerp))
            handeling.save(Toelichting(ronde=ronde, lijn=lijn, onderwerp=onderwerp, trekker=trekker))
    return ronde


def require_na_laatste(programma: Programma, peildatum: date) -> None:
    """What is opened later may not tell of an earlier day: it copies the structure as it stands now."""
    laatste = latest_ronde(programma)
    if laatste is not None and peildatum <= laatste.peildatum:
        zin = TE_VROEG.format(dag=format_datum(laatste.peildatum), ronde=laatste.titel)
        raise ValidationError({"peildatum": zin})


def add_realisaties(
    handeling: Handeling, ronde: Rapportageronde, trekkers: Mapping[str, Teamlid | None]
) -> None:
    vorige = fetch_vorige_rijen(ronde.programma, ronde.peildatum)
    for activiteit in activiteiten_of(ronde.programma):
        rij = place_in_ronde(ronde, activiteit, vorige.get(activiteit.pk))
        rij.trekker = trekkers.get(activiteit.sleutel, rij.trekker)
        if rij.trekker is not None and not rij.trekker.vult_in:
            rij.trekker = None
        handeling.save(rij)


def place_in_ronde(
    ronde: Rapportageronde, activiteit: Activiteit, vorige: Realisatie | None = None
) -> Realisatie:
    """An unsaved row at the activiteit's present place, asked of its trekker.

    `vorige` is its row in the round before: what was reported elsewhere still is, and is asked of nobody.
    """
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
        trekker=None if elders else activiteit.trekker,
        opgave=Opgave.ELDERS if elders else Opgave.HIER,
        elders_waar=vorige.elders_waar if elders else "",
        elders_programma=vorige.elders_programma if elders else None,
    )


def close_ronde(*, ronde: Rapportageronde, door: Gebruiker | None, op: datetime) -> None:
    """Close an open round for input; raises Vergrendeld when it is not open."""
    with begin("sluit ronde", programma=ronde.programma, door=door, op=op) as handeling:
        ronde = lock_ronde(ronde)
        if ronde.staat != Rondestaat.OPEN:
            raise Vergrendeld(NIET_OPEN.format(ronde.titel, ronde.staat))
        ronde.staat = Rondestaat.GESLOTEN
        ronde.gesloten_op = localdate(op)
        handeling.save(ronde)


def reopen_ronde(*, ronde: Rapportageronde, reden: str, door: Gebruiker | None, op: datetime) -> None:
    """Let a closed round take input again. Raises Vergrendeld when it is not closed, ValidationError."""
    if not reden.strip():
        raise ValidationError({"reden": ZONDER_REDEN})
    with begin("heropen ronde", programma=ronde.programma, door=door, op=op, reden=reden) as handeling:
        ronde = lock_ronde(ronde)
        if ronde.staat != Rondestaat.GESLOTEN:
            raise Vergrendeld(f"{ronde.titel} is {ronde.staat}. Alleen een gesloten ronde kan weer open.")
        ronde.staat, ronde.gesloten_op = Rondestaat.OPEN, None
        handeling.save(ronde)


def lock_ronde(ronde: Rapportageronde) -> Rapportageronde:
    """The round as it is now, with its programma, locked until the end of the handeling."""
    rondes = Rapportageronde.objects.select_related("programma").select_for_update(of=("self",), no_key=True)
    return rondes.get(pk=ronde.pk)


def adopt_staat(handeling: Handeling, ronde: Rapportageronde) -> None:
    """Within the handeling that stores the edition: lock what belongs to the round."""
    ronde.staat = Rondestaat.VASTGESTELD
    handeling.save(ronde)


def latest_ronde(programma: Programma) -> Rapportageronde | None:
    return Rapportageronde.objects.filter(programma=programma).order_by("-peildatum").first()
