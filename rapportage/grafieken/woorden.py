"""Words that several charts of a report share."""

import re
from collections.abc import Iterable


def make_sleutel(*delen: str) -> str:
    """The key of a chart: an HTML id, so that a link can lead to it."""
    return re.sub(r"[^a-z0-9]+", "-", "-".join(("grafiek", *delen)).lower())


def join_bronnen(bronnen: Iterable[str]) -> str:
    """Each source once, in the order in which they come."""
    return "; ".join(dict.fromkeys(bron for bron in bronnen if bron))


def join_and(delen: list[str]) -> str:
    """ "a, b en c"."""
    return " en ".join(part for part in (", ".join(delen[:-1]), *delen[-1:]) if part)


def upper_first(tekst: str) -> str:
    """A capital at the start and the rest untouched: `DLP-leerlingen` stays as it is."""
    return tekst[:1].upper() + tekst[1:]


def document_of(vindplaats: str) -> str:
    """ "Voortgangsrapportage augustus 2024" of "Voortgangsrapportage augustus 2024, regel 187"."""
    return vindplaats.partition(", regel")[0]
