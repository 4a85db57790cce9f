"""The names of the fields in which a value is filled in, so that a link may lead straight to one."""

from datetime import date
from hashlib import blake2s


def name_meting(indicator: str, peildatum: date, categorie: str = "") -> str:
    """Of a value by the sleutel of its indicator; the name of a category may hold any character."""
    return f"meting.{indicator}.{peildatum}{_short_code(categorie)}"


def name_bron(indicator: str, peildatum: date) -> str:
    return f"bron.{indicator}.{peildatum}"


def _short_code(categorie: str) -> str:
    return f".{blake2s(categorie.encode(), digest_size=4).hexdigest()}" if categorie else ""
