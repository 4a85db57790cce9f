"""The check before adopting: every warning about a report, from the report itself and a few facts beside it.

Pure: no database, no request. Nothing here blocks; what blocks is in services/vaststellen.py (rekenregels 4).
"""

from collections.abc import Iterator

from ..rapport import Rapport
from .cijfers import check_cijfers
from .doelen import check_afspraken, check_onderdelen
from .feiten import Controlefeiten, Punt
from .geld import check_geld
from .plaatsen import places_of
from .teksten import check_teksten


def check_rapport(rapport: Rapport, feiten: Controlefeiten) -> tuple[Punt, ...]:
    """All warnings in report order, each sleutel once."""
    per_sleutel: dict[str, Punt] = {}
    for punt in _find_all(rapport, feiten):
        per_sleutel.setdefault(punt.sleutel, punt)
    return tuple(per_sleutel.values())


def _find_all(rapport: Rapport, feiten: Controlefeiten) -> Iterator[Punt]:
    plaatsen = tuple(places_of(rapport))
    for plaats in plaatsen:
        yield from check_cijfers(plaats, feiten)
        yield from check_teksten(plaats, rapport, feiten)
        yield from check_afspraken(plaats, feiten)
    yield from check_onderdelen(plaatsen, feiten)
    yield from check_geld(rapport, feiten)
