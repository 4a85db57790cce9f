"""The pages for what goes wrong below everything else: drawn without a request, a user or the database."""

from django.http import HttpRequest, HttpResponseBadRequest, HttpResponseServerError
from django.template.loader import render_to_string

from dordt_monitor.context import van_de_site


def onleesbaar(request: HttpRequest, exception: Exception | None = None) -> HttpResponseBadRequest:
    return HttpResponseBadRequest(render_to_string("400.html", van_de_site()))


def storing(request: HttpRequest) -> HttpResponseServerError:
    return HttpResponseServerError(render_to_string("500.html", van_de_site()))
