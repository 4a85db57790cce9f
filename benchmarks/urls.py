"""The site's own addresses plus the yardstick: a logged-in view that returns bytes from memory."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

BYTES: dict[str, bytes] = {}


def bare(request: HttpRequest, naam: str) -> HttpResponse:
    return HttpResponse(BYTES[naam])


urlpatterns = [path("kaal/<naam>/", bare), path("", include("dordt_monitor.urls"))]
