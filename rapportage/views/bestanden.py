"""The files of a report: the extension picks the renderer, the renderer gets the finished Rapport."""

from django.http import HttpRequest, HttpResponse

from ..lezen import Lezing
from .lezer import lezer


@lezer
def json(request: HttpRequest, lezing: Lezing) -> HttpResponse:
    return HttpResponse("{}", content_type="application/json")


xlsx = csv = json
