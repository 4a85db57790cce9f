"""What somebody typed in a form that could not be saved: shown once more, so that it is not lost.

After a log-out the page itself is gone, also with the back button (ontwerp 3, "Losing nothing").
"""

import re
from typing import NamedTuple

from django.http import HttpRequest

from dordt_monitor.tekst import tidy_tekst

GELADEN = "initial-"


class Getypt(NamedTuple):
    """`naam` is that of the field, made readable; its own label is not known here."""

    naam: str
    tekst: str

    @property
    def regels(self) -> int:
        return min(15, max(2, self.tekst.count("\n") + len(self.tekst) // 80 + 1))


def read_getypt(request: HttpRequest) -> list[Getypt]:
    """Of a form that carries what it was loaded with: the texts that differ, in the order of the page.

    Such a form never asks a password. Nothing of what another site sent: that would put its words in ours.
    """
    if request.headers.get("Origin") != f"{request.scheme}://{request.get_host()}":
        return []
    namen = [naam for naam in request.POST if f"{GELADEN}{naam}" in request.POST]
    velden = ((naam, read_teksten(request, naam)) for naam in namen)
    return [
        Getypt(naam=re.sub(r"[._]+", " ", naam).capitalize(), tekst=tekst)
        for naam, tekst in velden
        if tekst and tekst != read_teksten(request, f"{GELADEN}{naam}")
    ]


def read_teksten(request: HttpRequest, naam: str) -> str:
    return tidy_tekst("\n".join(request.POST.getlist(naam)))
