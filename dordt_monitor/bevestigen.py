"""Saying that a form was saved: to the person in words, to the browser by the number of the form."""

from django.contrib import messages
from django.http import HttpRequest


def confirm_opgeslagen(request: HttpRequest, zin: str, niveau: int = messages.SUCCESS) -> None:
    """The page that shows `zin` tells the browser that what was typed in this form needs no keeping."""
    nummers = (request.POST[naam] for naam in request.POST if naam.endswith("formulier"))
    messages.add_message(request, niveau, zin, extra_tags=next(nummers, "")[:36])
