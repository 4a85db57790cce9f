"""The site's own addresses plus the yardstick: a logged-in view that returns bytes from memory."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

# What to answer with, and how it is packed: "br", "gzip" or "".
BYTES: dict[str, tuple[bytes, str]] = {}


def bare(request: HttpRequest, naam: str) -> HttpResponse:
    inhoud, pakker = BYTES[naam]
    return HttpResponse(inhoud, headers={"Content-Encoding": pakker or "identity"})


urlpatterns = [path("kaal/<naam>/", bare), path("", include("dordt_monitor.urls"))]
