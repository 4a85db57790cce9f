"""Putting what follows from another change under it, so that derived noise does not drown the facts."""

from dataclasses import replace

from .bundelen import bundle
from .verandering import Kenmerk
from .zinnen import Melding


def settle(meldingen: list[Melding]) -> list[Melding]:
    """Those that nothing else explains, each with the sentences of what followed from it."""
    per_kenmerk = {melding.verandering.kenmerk: melding for melding in meldingen}
    gevolgen: dict[Kenmerk, list[Melding]] = {}
    los: list[Melding] = []
    for melding in meldingen:
        wortel = find_wortel(melding, per_kenmerk)
        if wortel is melding:
            los.append(melding)
        elif not is_stil(melding, per_kenmerk):
            gevolgen.setdefault(wortel.verandering.kenmerk, []).append(melding)
    return [with_gevolgen(melding, gevolgen.get(melding.verandering.kenmerk, [])) for melding in los]


def is_stil(melding: Melding, per_kenmerk: dict[Kenmerk, Melding]) -> bool:
    oorzaak = find_oorzaak(melding, per_kenmerk)
    return melding.stil or (oorzaak is not None and oorzaak.verandering.kenmerk in melding.eigenaars)


def find_wortel(melding: Melding, per_kenmerk: dict[Kenmerk, Melding]) -> Melding:
    """The change at the end of the chain of causes; `melding` itself when there is none.

    Also where two explain each other: a change may be told twice, never not at all.
    """
    wortel, gezien = melding, {melding.verandering.kenmerk}
    while (oorzaak := find_oorzaak(wortel, per_kenmerk)) is not None:
        if oorzaak.verandering.kenmerk in gezien:
            return melding
        gezien.add(oorzaak.verandering.kenmerk)
        wortel = oorzaak
    return wortel


def find_oorzaak(melding: Melding, per_kenmerk: dict[Kenmerk, Melding]) -> Melding | None:
    for kenmerk in melding.oorzaken:
        ander = per_kenmerk.get(kenmerk)
        if ander and ander is not melding and (not melding.zelfde or ander.waarden == melding.waarden):
            return ander
    return None


def with_gevolgen(melding: Melding, gevolgen: list[Melding]) -> Melding:
    zinnen = dict.fromkeys(gevolg.verandering.zin for gevolg in bundle(gevolgen))
    return replace(melding, verandering=replace(melding.verandering, gevolgen=tuple(zinnen)))
