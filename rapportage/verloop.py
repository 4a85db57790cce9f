"""One activiteit or indicator over the rounds: what each report said of it, and what became of its place."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from .lezing import Lezing
from .opzoeken import (
    NietInRapport,
    Plek,
    doelen_on_indicator,
    find_activiteit,
    find_indicator,
    ouder_of,
)
from .rapport import Activiteitregel, Doelregel, Indicatorregel, Metingregel, Rapport

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Verslag:
    """What one report says of a thing; `pad` is its page below that report's address, "" when it has none.

    `anders` are sentences about what is not as in the report before: its line, its name, its parts.
    """

    lezing: Lezing
    pad: str = ""
    doelen: tuple[Doelregel, ...] = ()
    activiteit: Activiteitregel | None = None
    laatste: Metingregel | None = None
    anders: tuple[str, ...] = ()


def follow_activiteit(rondes: list[Lezing], sleutel: str) -> tuple[Verslag, ...]:
    """Oldest first, from the first report that has it."""
    plekken = [_find(find_activiteit, ronde, sleutel) for ronde in rondes]
    anders = [(), *(tuple(tell_anders(*paar)) for paar in pairwise(zip(rondes, plekken, strict=True)))]
    return _from_first(
        Verslag(ronde, f"activiteiten/{sleutel}/", doelen_of(plek.drager), plek.activiteit, anders=zinnen)
        if plek
        else Verslag(ronde)
        for ronde, plek, zinnen in zip(rondes, plekken, anders, strict=True)
    )


def follow_indicator(rondes: list[Lezing], sleutel: str) -> tuple[Verslag, ...]:
    """The same of an indicator, with the measurement that was its newest then."""
    gevonden = [_find(find_indicator, ronde, sleutel) for ronde in rondes]
    indicatoren = [paar[1] if paar else None for paar in gevonden]
    anders = [(), *(tuple(tell_metingen(*paar)) for paar in pairwise(indicatoren))]
    return _from_first(
        Verslag(
            ronde,
            f"indicatoren/{sleutel}/",
            tuple(
                plaats.doel
                for plaats in doelen_on_indicator(ronde.rapport, sleutel)
                if not plaats.doel.volgend_jaar
            ),
            laatste=indicator.laatste,
            anders=zinnen,
        )
        if indicator
        else Verslag(ronde)
        for ronde, indicator, zinnen in zip(rondes, indicatoren, anders, strict=True)
    )


def doelen_of(activiteit: Activiteitregel) -> tuple[Doelregel, ...]:
    return (*activiteit.doelen, *activiteit.doelen_afgelopen)


def tell_anders(eerder: tuple[Lezing, Plek | None], later: tuple[Lezing, Plek | None]) -> Iterator[str]:
    """In a sentence each: moved to another line or activiteit, named otherwise, split, another soort."""
    (_, oud), (ronde, nieuw) = eerder, later
    if oud is None or nieuw is None:
        return
    van, naar = oud.activiteit, nieuw.activiteit
    if oud.lijn.sleutel != nieuw.lijn.sleutel:
        woord = ronde.rapport.programma.lijn_enkelvoud
        yield f"Stond bij {woord} {oud.lijn.code}, staat nu bij {woord} {nieuw.lijn.code}."
    ouders = [ouder_of(plek.lijn, van.sleutel) for plek in (oud, nieuw)]
    yield from tell_ouder(*ouders)
    if van.titel != naar.titel:
        yield f"Heette eerst ‘{van.titel}’."
    if erbij := {deel.sleutel for deel in naar.onderdelen} - {deel.sleutel for deel in van.onderdelen}:
        namen = ", ".join(f"‘{deel.titel}’" for deel in naar.onderdelen if deel.sleutel in erbij)
        yield f"{'Heeft er onderdelen bij' if van.onderdelen else 'Gesplitst in'}: {namen}."
    if van.soort != naar.soort:
        yield f"Was {van.soort}, is nu {naar.soort}."


def tell_ouder(oud: Activiteitregel | None, nieuw: Activiteitregel | None) -> Iterator[str]:
    if (oud and oud.sleutel) != (nieuw and nieuw.sleutel):
        yield (
            f"Is nu een onderdeel van ‘{nieuw.titel}’." if nieuw else f"Was een onderdeel van ‘{oud.titel}’."
        )


def tell_metingen(oud: Indicatorregel | None, nieuw: Indicatorregel | None) -> Iterator[str]:
    """A new name, and each value of a period that was corrected since."""
    if oud is None or nieuw is None:
        return
    if oud.naam != nieuw.naam:
        yield f"Heette eerst ‘{oud.naam}’."
    toen = {meting.periode: meting.afgedrukt for meting in oud.metingen}
    for meting in nieuw.metingen:
        was = toen.get(meting.periode, meting.afgedrukt)
        if was and was != meting.afgedrukt:
            yield f"{meting.periode} was {was}, is hersteld: {meting.afgedrukt}."


def _find(zoek: Callable[[Rapport, str], T], ronde: Lezing, sleutel: str) -> T | None:
    try:
        return zoek(ronde.rapport, sleutel)
    except NietInRapport:
        return None


def _from_first(verslagen: Iterable[Verslag]) -> tuple[Verslag, ...]:
    alle = list(verslagen)
    eerste = next((nummer for nummer, rij in enumerate(alle) if rij.pad), len(alle))
    return tuple(alle[eerste:])
