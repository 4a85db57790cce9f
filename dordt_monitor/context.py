"""What every page may show."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac


def van_de_site() -> dict[str, object]:
    """What does not differ by request: also for a page that must be drawn when nothing else works."""
    return {"organisatie": settings.ORGANISATIE, "thema": settings.THEMA, "contact": settings.CONTACT}


def organisatie(request: HttpRequest) -> dict[str, object]:
    """`heeft_werk` asks the database only on pages that show it and whose view did not know it already."""
    return van_de_site() | {
        "heeft_werk": lambda: _has_werk(request),
        "gebruikersmerk": lambda: mark_of(request),
    }


def mark_of(request: HttpRequest) -> str:
    """By which a browser tells whose drafts it holds; it says nothing about who that is."""
    gebruiker = getattr(request, "user", None)
    if gebruiker is None or not gebruiker.is_authenticated:
        return ""
    return salted_hmac("concept", str(gebruiker.pk)).hexdigest()[:20]


def _has_werk(request: HttpRequest) -> bool:
    """Whether "Mijn werk" leads somewhere: for teamleden, and for the beheerder, who reads everything."""
    gebruiker = getattr(request, "user", None)
    if gebruiker is None or not gebruiker.is_authenticated:
        return False
    return gebruiker.is_beheerder or gebruiker.teamleden.filter(actief=True).exists()
