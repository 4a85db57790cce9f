"""The report as JSON: the canonical text, whose SHA-256 is the hash of an edition."""

from ..canoniek import to_json
from ..rapport import Rapport


def render_json(rapport: Rapport, *, sha256: str | None) -> bytes:
    """An edition of an older schema is not rebuilt but served from its stored bytes (see `render_editie`)."""
    return to_json(rapport).encode()
