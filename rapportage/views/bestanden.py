"""The files of a report: the extension picks the renderer, the renderer gets the finished Rapport."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from ..inhoud import load_inhoud
from ..lezing import Lezing
from ..uitvoer import RENDERERS
from .lezer import Pagina, lezer, vorm_of


def bestand(formaat: str) -> Pagina:
    """A view that serves one of the RENDERERS; what is stored as such is served byte for byte."""
    renderer = RENDERERS[formaat]

    @lezer
    def view(request: HttpRequest, lezing: Lezing) -> HttpResponse:
        if renderer.is_inhoud and lezing.editie:
            inhoud = load_inhoud(lezing.editie.sha256)
        else:
            sha256 = lezing.editie.sha256 if lezing.editie else None
            inhoud = renderer.make(lezing.rapport, sha256=sha256, vorm=vorm_of(request, lezing).naam)
        antwoord = HttpResponse(inhoud, content_type=renderer.content_type)
        antwoord["Content-Disposition"] = content_disposition_header(True, bestandsnaam(lezing, formaat))
        return antwoord

    return view


def bestandsnaam(lezing: Lezing, formaat: str) -> str:
    """`arbeidsmarkt-menselijk-kapitaal-augustus-2024-v1.xlsx`: says on its own what it is."""
    deel = f"v{lezing.editie.versie}" if lezing.editie else "concept"
    return f"{lezing.programma}-{lezing.ronde}-{deel}.{formaat}"


xlsx, json, csv = bestand("xlsx"), bestand("json"), bestand("csv")
