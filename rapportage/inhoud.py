"""What editions say. Their content never changes, so a process reads and parses each of them once."""

from collections.abc import Iterable
from functools import lru_cache

from .canoniek import from_json
from .models import Editie
from .rapport import Rapport
from .vergelijken import Vergelijking, vergelijk


@lru_cache(maxsize=64)
def plek_of(sha256: str) -> list[Rapport]:
    """The one place of a report in this process: empty, or with only that report. Some 0,3 MB each."""
    return []


def load_rapporten(sha256s: Iterable[str]) -> dict[str, Rapport]:
    """By their sha256; one query for all that were not read before. Two threads may read the same one."""
    plekken = {sha256: plek_of(sha256) for sha256 in sha256s}
    nieuw = [sha256 for sha256, plek in plekken.items() if not plek]
    for sha256, inhoud in Editie.objects.filter(sha256__in=nieuw).values_list("sha256", "inhoud"):
        plekken[sha256][:] = [from_json(inhoud)]
    return {sha256: plek[0] for sha256, plek in plekken.items()}


def load_rapport(sha256: str) -> Rapport:
    (rapport,) = plek_of(sha256) or load_rapporten([sha256]).values()
    return rapport


@lru_cache(maxsize=32)
def compare_edities(oud: str, nieuw: str) -> Vergelijking:
    """By their sha256: two editions differ for ever in the same way."""
    rapporten = load_rapporten((oud, nieuw))
    return vergelijk(rapporten[oud], rapporten[nieuw])


def load_inhoud(sha256: str) -> bytes:
    """The stored bytes, of which the sha256 is printed on the pages."""
    return Editie.objects.filter(sha256=sha256).values_list("inhoud", flat=True)[0].encode()
