"""`make test-alles`: every page x role x theme x width, with and without data. No part of `make test`: pytest
finds it only by its name. DEEL and DELEN say which share of the pages this process takes; what it saw goes as
JSON to the file that UITKOMST names.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Page

from .axe import KLEURREGELS, REGELS, examine
from .paginas import Pagina
from .test_toegankelijk import ZONDER_PLOTLY, overflow, unfold

pytestmark = pytest.mark.django_db

DEEL, DELEN = int(os.environ.get("DEEL", "0")), int(os.environ.get("DELEN", "1"))
ROL = os.environ.get("ROL", "")
BREEDTES = [int(breedte) for breedte in os.environ.get("BREEDTES", "1280,820,390,320").split(",")]
THEMAS = {"light": REGELS, "dark": KLEURREGELS}
# Differs at every visit and is not to be seen.
GEHEIM = re.compile(r'<input type="hidden"[^>]*>')


MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)


def fingerprint(html: str) -> int:
    return int(sha256(GEHEIM.sub("", html).encode()).hexdigest(), 16)


def find_verschillend(paginas: Iterable[Pagina]) -> Iterator[tuple[int, Pagina]]:
    """Every page with a main part or a frame around it that none before it had, and its fingerprint."""
    gezien: set[int] = set()
    for pagina in paginas:
        delen = {fingerprint(deel) for deel in (MAIN.sub("", pagina.html), *MAIN.findall(pagina.html))}
        if not delen <= gezien:
            gezien |= delen
            yield fingerprint(pagina.html), pagina


def test_alles(alle_paginas, new_bewaard_page):
    """A main part and a frame that others showed before are looked at once in each theme and width."""
    gekozen = [pagina for pagina in alle_paginas if ROL in ("", pagina.rol)]
    deel = [pagina for afdruk, pagina in find_verschillend(gekozen) if afdruk % DELEN == DEEL]
    page = new_bewaard_page()
    page.add_init_script(ZONDER_PLOTLY)
    gezien = [bevinding for pagina in deel for bevinding in look_everywhere(page, pagina)]
    uitkomst = {
        "paginas": len(gekozen),
        "rollen": sorted({pagina.rol for pagina in gekozen}),
        "verschillend": len(deel),
        "breedtes": BREEDTES,
        "keren": len(deel) * len(BREEDTES) * len(THEMAS),
        "axe": page.evaluate("axe.version"),
        "bevindingen": gezien,
    }
    Path(os.environ["UITKOMST"]).write_text(json.dumps(uitkomst, ensure_ascii=False, indent=1))


def look_everywhere(page: Page, pagina: Pagina) -> list[dict[str, str]]:
    unfold(page, pagina)
    gezien = []
    for breedte in BREEDTES:
        if over := overflow(page, breedte):
            gezien.append(bevinding("fout", pagina, "past niet", over, f"{breedte} breed"))
        for thema, regels in THEMAS.items():
            page.emulate_media(color_scheme=thema)
            oordeel = examine(page, regels)
            gezien += [bevinding("fout", pagina, b.regel, b.html, b.uitleg) for b in oordeel.fouten]
            gezien += [bevinding("vraag", pagina, b.regel, b.html, b.uitleg) for b in oordeel.vragen]
    return gezien


def bevinding(soort: str, pagina: Pagina, regel: str, html: str, uitleg: str) -> dict[str, str]:
    return {"soort": soort, "waar": pagina.adres, "regel": regel, "html": html[:200], "uitleg": uitleg}
