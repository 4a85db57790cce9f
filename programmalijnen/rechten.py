"""Who may do what (ontwerp 4). Fetching is authorising: a view asks `fetch_programma` for the programme.

What one may not see does not exist (Http404); what one may see but not change is PermissionDenied (403).
"""

from enum import Enum

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import F, FilteredRelation, Q, QuerySet
from django.http import Http404

from .models import Gebruiker, Programma, Rol, Teamlid
from .models.programma import SCHRIJVERS

MEELEZERS = frozenset({Rol.MEELEZER, Rol.MEDEWERKER, Rol.PROGRAMMAMANAGER})
MANAGERS = frozenset({Rol.PROGRAMMAMANAGER})


class Recht(Enum):
    """A right, with the roles in a programme that give it."""

    LIVE_LEZEN = "live lezen", MEELEZERS
    INVULLEN = "invullen", SCHRIJVERS
    BEHEREN = "beheren", MANAGERS

    def __init__(self, naam: str, rollen: frozenset[Rol]) -> None:
        self.naam = naam
        self.rollen = rollen


def with_rol(programmas: QuerySet[Programma], gebruiker: Gebruiker | AnonymousUser) -> QuerySet[Programma]:
    """Annotates `mijn_rol`: this person's Rol in the programme, None without one or when it ended."""
    van_mij = Q(teamleden__gebruiker=gebruiker.pk, teamleden__actief=True)
    return programmas.alias(mijn_lidmaatschap=FilteredRelation("teamleden", condition=van_mij)).annotate(
        mijn_rol=F("mijn_lidmaatschap__rol")
    )


def fetch_programma(gebruiker: Gebruiker, slug: str, recht: Recht) -> Programma:
    """The programme with `mijn_rol`, for its live side.

    Raises Http404 for who may not read live data, PermissionDenied for who may read but not `recht`.
    """
    programma = with_rol(Programma.objects.filter(slug=slug), gebruiker).first()
    if programma is None or not may(gebruiker, programma, Recht.LIVE_LEZEN):
        raise Http404("Dit programma bestaat niet, of u mag het niet zien.")
    if not may(gebruiker, programma, recht):
        raise PermissionDenied("U mag dit lezen, maar niet wijzigen.")
    return programma


def may(gebruiker: Gebruiker | AnonymousUser, programma: Programma, recht: Recht) -> bool:
    """Whether this person has `recht` in a programme fetched by `with_rol`; a beheerder reads all."""
    if recht is Recht.LIVE_LEZEN and getattr(gebruiker, "is_beheerder", False):
        return True
    return programma.mijn_rol in recht.rollen


def may_read_edities(gebruiker: Gebruiker | AnonymousUser, programma: Programma) -> bool:
    """Whether this person reads editions that are not (yet) public, of a programme fetched by `with_rol`."""
    algemeen = getattr(gebruiker, "is_raadslid", False) or getattr(gebruiker, "is_beheerder", False)
    return algemeen or programma.mijn_rol is not None


def editie_filter(gebruiker: Gebruiker | AnonymousUser) -> Q:
    """The programmes whose editions this person reads, public or not, as a filter on Programma."""
    if getattr(gebruiker, "is_raadslid", False) or getattr(gebruiker, "is_beheerder", False):
        return Q()
    lidmaatschappen = Teamlid.objects.filter(gebruiker=gebruiker.pk, actief=True)
    return Q(openbaar=True) | Q(pk__in=lidmaatschappen.values("programma"))


def programmas_met_werk(gebruiker: Gebruiker) -> QuerySet[Programma]:
    """The programmes whose live side this person reads, with `mijn_rol`."""
    programmas = with_rol(Programma.objects.all(), gebruiker)
    return programmas if gebruiker.is_beheerder else programmas.filter(mijn_rol__isnull=False)


def require_beheerder(gebruiker: Gebruiker) -> None:
    """The pages of users and roles do not exist for anybody else. Raises Http404."""
    if not gebruiker.is_beheerder:
        raise Http404("Deze pagina bestaat niet, of u mag haar niet zien.")
