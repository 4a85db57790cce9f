"""Walking two reports side by side: what is on one side only, and each field that differs on both."""

from collections.abc import Iterator

from ..rapport import Rapport
from .bundelen import bundle
from .declaraties import DECLARATIES
from .dingen import Boek, Ding, collect
from .oorzaken import settle
from .verandering import Aard, Vergelijking
from .zinnen import Melding, describe_plek, describe_veld, describe_weg_of_nieuw


def vergelijk(oud: Rapport, nieuw: Rapport) -> Vergelijking:
    """All that a reader of `oud` has to know to be up to date with `nieuw`; both of one programme."""
    boeken = collect(oud, DECLARATIES), collect(nieuw, DECLARATIES)
    meldingen = bundle(settle(list(find_meldingen(*boeken))))
    lijnen = {"": -1} | {lijn.code: plaats for plaats, lijn in enumerate((*nieuw.lijnen, *oud.lijnen))}
    soorten = {aard: plaats for plaats, aard in enumerate(Aard)}
    veranderingen = [melding.verandering for melding in meldingen]
    veranderingen.sort(key=lambda rij: (lijnen.get(rij.lijn, len(lijnen)), soorten[rij.aard]))
    return Vergelijking(tuple(veranderingen))


def find_meldingen(oud: Boek, nieuw: Boek) -> Iterator[Melding]:
    """In the order of the newer report; what is gone comes last."""
    for ref, ding in nieuw.dingen.items():
        eerder = oud.dingen.get(ref) or stand_in(ding, oud)
        if eerder is None:
            yield describe_weg_of_nieuw(ding, is_nieuw=True)
        else:
            yield from compare(eerder, ding)
    for ref, ding in oud.dingen.items():
        if ref in nieuw.dingen:
            continue
        later = stand_in(ding, nieuw)
        if later is None:
            yield describe_weg_of_nieuw(ding, is_nieuw=False)
        else:
            yield from compare(ding, later)


def stand_in(ding: Ding, boek: Boek) -> Ding | None:
    """An empty one, where a thing of which there is one at most is missing at an owner that is there."""
    ouder = ding.ouder and boek.dingen.get(ding.ouder.ref)
    if not ding.enkel or ouder is None:
        return None
    return Ding(
        ding.soort, ding.sleutel, None, ouder, boek, ding.declaratie, ding.alleen, enkel=True, is_eigen=False
    )


def compare(oud: Ding, nieuw: Ding) -> Iterator[Melding]:
    if oud.ouder and nieuw.ouder and oud.ouder.ref != nieuw.ouder.ref:
        yield describe_plek(oud, nieuw, oud.ouder, nieuw.ouder)
    for naam, veld in nieuw.velden:
        if veld.lees(oud) != veld.lees(nieuw):
            yield describe_veld(naam, veld, oud, nieuw)
