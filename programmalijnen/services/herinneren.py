"""Reminding people by e-mail of what a round asks of them: never twice on a day, and each mail on its own."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from smtplib import SMTPException

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from ..bouwen.ophalen import ACTIVITEITEN
from ..bouwen.voortgang import Gevraagd, fetch_gevraagd, gather
from ..models import (
    Gebruiker,
    Herinnering,
    Invoerstaat,
    Rapportageronde,
    Rondestaat,
    Uitzondering,
    Wijziging,
)
from ..regels.herinnerdagen import OP_VERZOEK, TERUGGEGEVEN, find_aanleiding
from .herinneringsmail import Bericht, make_mail
from .schrijven import begin

NIET_VERSTUURD = "herinnering niet verstuurd"
# What a mail server raises that is away or refuses.
POSTFOUTEN = (SMTPException, OSError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzonden:
    """`mislukt`: each with what the mail server said; `al_herinnerd`: had one on this day."""

    gelukt: tuple[Bericht, ...]
    mislukt: tuple[tuple[Bericht, str], ...]
    al_herinnerd: tuple[Bericht, ...]


def fetch_berichten(vandaag: date) -> list[Bericht]:
    """Every reminder that is due on this day, over all programmes; none for who had one today."""
    rondes = Rapportageronde.objects.exclude(staat=Rondestaat.VASTGESTELD).select_related("programma")
    return [
        bericht
        for ronde in rondes.order_by("programma__naam", "programma_id", "peildatum")
        for bericht in fetch_berichten_van(ronde, vandaag)
    ]


def fetch_berichten_van(ronde: Rapportageronde, vandaag: date) -> list[Bericht]:
    """What came back is said at once, the rest on its days."""
    berichten = fetch_nieuwe(ronde, vandaag)
    momenten = fetch_momenten(ronde) if berichten else None
    redenen = [
        TERUGGEGEVEN
        if any(momenten.is_pas_terug(rij) for rij in bericht.rijen)
        else find_aanleiding(bericht.deadline, vandaag)
        for bericht in berichten
    ]
    return [
        replace(bericht, aanleiding=reden) for bericht, reden in zip(berichten, redenen, strict=True) if reden
    ]


def fetch_open_berichten(ronde: Rapportageronde, vandaag: date) -> list[Bericht]:
    """Per person who may fill in today: what is asked and not submitted; without an aanleiding yet."""
    uitzonderingen = dict(
        Uitzondering.objects.filter(ronde=ronde, tot_en_met__gte=vandaag).values_list(
            "teamlid_id", "tot_en_met"
        )
    )
    wacht = [rij for rij in fetch_gevraagd(ronde) if rij.wacht_op_trekker and rij.trekker is not None]
    return [
        Bericht(
            ronde=ronde,
            teamlid=teamlid,
            deadline=find_deadline(ronde, uitzonderingen.get(teamlid.pk)),
            rijen=tuple(rijen),
        )
        for teamlid, rijen in gather(wacht, lambda rij: rij.trekker).items()
        if teamlid.vult_in and (ronde.is_bewerkbaar or teamlid.pk in uitzonderingen)
    ]


def find_deadline(ronde: Rapportageronde, uitzondering: date | None) -> date | None:
    """One's own in a closed round; none in a rectification, which has its own haste."""
    if ronde.staat == Rondestaat.GESLOTEN:
        return uitzondering
    return ronde.deadline if ronde.staat == Rondestaat.OPEN else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Momenten:
    """From the trail: when each person was last reminded, by e-mail; when each text came back, by its key."""

    ronde: str
    herinnerd: dict[str, datetime]
    terug: dict[tuple[str, str], datetime]

    def is_pas_terug(self, rij: Gevraagd) -> bool:
        """Whether it came back after the latest reminder of whom it is asked."""
        if rij.staat != Invoerstaat.TERUGGEGEVEN:
            return False
        soort = "realisatie" if rij.soort == ACTIVITEITEN else "toelichting"
        terug = self.terug.get((soort, f"{self.ronde}/{rij.sleutel}"))
        herinnerd = self.herinnerd.get(rij.trekker.gebruiker.email)
        return terug is not None and (herinnerd is None or terug > herinnerd)


def fetch_momenten(ronde: Rapportageronde) -> Momenten:
    spoor = Wijziging.objects.filter(
        programma=ronde.programma_id, sleutel__startswith=f"{ronde.slug}/"
    ).order_by("pk")
    terug = spoor.filter(
        soort__in=("realisatie", "toelichting"), velden__staat__1=Invoerstaat.TERUGGEGEVEN
    ).values_list("soort", "sleutel", "op")
    return Momenten(
        ronde=ronde.slug,
        herinnerd=find_herinnerd(spoor.filter(soort="herinnering")),
        terug={(soort, sleutel): op for soort, sleutel, op in terug},
    )


def find_herinnerd(spoor: QuerySet[Wijziging]) -> dict[str, datetime]:
    """What was not sent after all was taken back."""
    gestuurd: dict[str, datetime] = {}
    for sleutel, aard, op in spoor.values_list("sleutel", "aard", "op"):
        if aard == "nieuw":
            gestuurd[sleutel] = op
        else:
            gestuurd.pop(sleutel, None)
    return {sleutel.split("/")[1]: op for sleutel, op in gestuurd.items()}


def fetch_op_verzoek(ronde: Rapportageronde, vandaag: date) -> list[Bericht]:
    """What a manager can send now, by name of the person; none for who was reminded today."""
    return [replace(bericht, aanleiding=OP_VERZOEK) for bericht in fetch_nieuwe(ronde, vandaag)]


def fetch_nieuwe(ronde: Rapportageronde, vandaag: date) -> list[Bericht]:
    vandaag_gehad = Herinnering.objects.filter(ronde=ronde, datum=vandaag)
    gehad = set(vandaag_gehad.values_list("teamlid_id", flat=True))
    return [bericht for bericht in fetch_open_berichten(ronde, vandaag) if bericht.teamlid.pk not in gehad]


def send_alle(
    berichten: Iterable[Bericht], *, vandaag: date, door: Gebruiker | None, op: datetime
) -> Verzonden:
    """One after the other; a mail that fails does not stop the next one."""
    gelukt, mislukt, al_herinnerd = [], [], []
    for bericht in berichten:
        try:
            send_bericht(bericht, vandaag=vandaag, door=door, op=op)
        except ValidationError:
            al_herinnerd.append(bericht)
        except POSTFOUTEN as fout:
            mislukt.append((bericht, str(fout) or type(fout).__name__))
        else:
            gelukt.append(bericht)
    return Verzonden(gelukt=tuple(gelukt), mislukt=tuple(mislukt), al_herinnerd=tuple(al_herinnerd))


def send_bericht(bericht: Bericht, *, vandaag: date, door: Gebruiker | None, op: datetime) -> None:
    """Claimed first and sent outside any transaction, so that a mail server that hangs holds up nobody.

    What was not sent is taken back, so that the next run tries again; a run that is killed in between sends
    one less, never one twice. Raises ValidationError when this person had one today, POSTFOUTEN.
    """
    herinnering = Herinnering(
        ronde=bericht.ronde, teamlid=bericht.teamlid, datum=vandaag, aanleiding=bericht.aanleiding
    )
    with begin("herinner", programma=bericht.ronde.programma, door=door, op=op) as handeling:
        handeling.save(herinnering)
    try:
        make_mail(bericht, vandaag).send()
    except Exception:
        with begin(NIET_VERSTUURD, programma=bericht.ronde.programma, door=door, op=op) as handeling:
            handeling.delete(herinnering)
        raise
