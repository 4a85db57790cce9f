"""What the dashboard weighs before its charts, compressed as it is sent."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders

from .paginas import IMPACT, JULI, NAJAAR, PLAN, TOEKOMST

pytestmark = pytest.mark.django_db

HOOGSTENS = 60_000
STIJL = re.compile(r'<link rel="stylesheet" href="/static/([^"]+)"(?! media="print")')


def weigh(html: str) -> int:
    """The bytes of the page and of each style sheet of a screen; gzip packs less tightly than brotli."""
    delen = [html.encode()]
    for naam in STIJL.findall(html):
        with open(finders.find(naam), "rb") as bestand:
            delen.append(bestand.read())
    return sum(len(gzip.compress(deel)) for deel in delen)


def test_dashboards_are_light(alle_paginas):
    wegen = {
        pagina.pad: weigh(pagina.html)
        for pagina in alle_paginas
        if pagina.rol == "raadslid" and pagina.pad in {JULI, NAJAAR, PLAN, TOEKOMST, IMPACT}
    }
    assert len(wegen) == 5
    assert {pad: gewicht for pad, gewicht in wegen.items() if gewicht > HOOGSTENS} == {}
