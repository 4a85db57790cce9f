"""Which code is running, as a short hash: a page remembered by a browser is stale after an upgrade."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

MAPPEN = ("dordt_monitor", "programmalijnen", "financien", "rapportage", "templates", "static")
SOORTEN = frozenset({".py", ".html", ".css", ".js", ".svg"})


@cache
def code_version() -> str:
    """Twelve hex digits of the content of every file a page is made with and of the settings that every page
    shows; the same on every machine."""
    som = hashlib.sha256(repr((settings.ORGANISATIE, settings.THEMA, settings.SITE_URL)).encode())
    for pad in sorted(p for map_ in MAPPEN for p in _files(settings.BASE_DIR / map_)):
        som.update(str(pad.relative_to(settings.BASE_DIR)).encode())
        som.update(pad.read_bytes())
    return som.hexdigest()[:12]


def _files(map_: Path) -> list[Path]:
    return [pad for pad in map_.rglob("*") if pad.suffix in SOORTEN]
