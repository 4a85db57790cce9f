"""What every page may show."""

from django.conf import settings
from django.http import HttpRequest


def organisatie(request: HttpRequest) -> dict[str, str]:
    return {"organisatie": settings.ORGANISATIE}
