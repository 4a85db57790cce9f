"""People as the beheerder sees them: the account, the roles, and what open rounds ask of somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from ..models import Gebruiker, Programma, Rapportageronde, Realisatie, Rondestaat, Teamlid, Toelichting

OPEN = (Rondestaat.OPEN, Rondestaat.GESLOTEN, Rondestaat.IN_RECTIFICATIE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebruikerrij:
    """A row of the list. `rollen`: "Haven: medewerker"; `staat`: whether one can log in."""

    naam: str
    email: str
    algemeen: tuple[str, ...]
    rollen: tuple[str, ...]
    staat: str
    laatst: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevraagd:
    """How much a round that was not adopted asks of somebody."""

    ronde: Rapportageronde
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolrij:
    """A programme with what somebody is in it, None when nothing (any more)."""

    programma: Programma
    rol: str | None
    gevraagd: tuple[Gevraagd, ...]


def fetch_gebruikerrijen(gebruikers: QuerySet[Gebruiker]) -> list[Gebruikerrij]:
    """By name; two queries at any length."""
    leden = Teamlid.objects.filter(actief=True).select_related("programma").order_by("programma__naam", "pk")
    rijen = gebruikers.order_by("naam", "pk").prefetch_related(Prefetch("teamleden", leden, to_attr="leden"))
    return [
        Gebruikerrij(
            naam=rij.naam,
            email=rij.email,
            algemeen=name_algemeen(rij),
            rollen=tuple(f"{lid.programma.naam}: {lid.rol}" for lid in rij.leden),
            staat=describe_account(rij),
            laatst=rij.last_login,
        )
        for rij in rijen
    ]


def name_algemeen(gebruiker: Gebruiker) -> tuple[str, ...]:
    namen = ((gebruiker.is_beheerder, "beheerder"), (gebruiker.is_raadslid, "raadslid of griffie"))
    return tuple(naam for geldt, naam in namen if geldt)


def describe_account(gebruiker: Gebruiker) -> str:
    if not gebruiker.is_active:
        return "gesloten"
    return "open" if gebruiker.has_usable_password() else "nog geen wachtwoord"


def fetch_rolrijen(gebruiker: Gebruiker) -> list[Rolrij]:
    """Every programme, those with a role first; four queries at any number of rounds."""
    leden = {lid.programma_id: lid for lid in Teamlid.objects.filter(gebruiker=gebruiker)}
    gevraagd = fetch_gevraagd(leden.values())
    rijen = [
        Rolrij(
            programma=programma,
            rol=leden[programma.pk].rol if programma.pk in leden and leden[programma.pk].actief else None,
            gevraagd=tuple(deel for deel in gevraagd if deel.ronde.programma_id == programma.pk),
        )
        for programma in Programma.objects.order_by("naam", "pk")
    ]
    return sorted(rijen, key=lambda rij: rij.rol is None)


def fetch_gevraagd(leden: Iterable[Teamlid]) -> list[Gevraagd]:
    """Activities and texts of which one of these is the trekker, in rounds that were not adopted."""
    eigen = [lid.pk for lid in leden]
    tellingen: dict[int, int] = {}
    for soort in (Realisatie, Toelichting):
        waar = Q(trekker__in=eigen, ronde__staat__in=OPEN)
        for ronde, aantal in soort.objects.filter(waar).values_list("ronde").annotate(aantal=Count("pk")):
            tellingen[ronde] = tellingen.get(ronde, 0) + aantal
    rondes = Rapportageronde.objects.filter(pk__in=tellingen).order_by("peildatum")
    return [Gevraagd(ronde=ronde, aantal=tellingen[ronde.pk]) for ronde in rondes]
