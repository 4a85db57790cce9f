"""Which report a request reads: fetching is authorising (ontwerp 4), and loading waits until it is needed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache, partial

from django.http import Http404

from programmalijnen.models import Rondestaat
from programmalijnen.rechten import Recht, fetch_programma

from .bouwen import build_rapport
from .edities import (
    Editiekaart,
    Lezer,
    Lezersoort,
    Rijen,
    fetch_rijen,
    kind_of,
    make_plank,
    newest_readable,
    readable_edities,
)
from .inhoud import compare_edities, load_rapport, load_rapporten
from .lezing import Lezing, find_editie
from .rapport import Rapport
from .vergelijken import Vergelijking, vergelijk

NIET_GEVONDEN = "Dit rapport is er niet, of u mag het niet lezen."


def fetch_editie(lezer: Lezer, programma: str, ronde: str, versie: int | None, *, vandaag: date) -> Lezing:
    """The named version of a round, or its newest. Raises Http404 for what this person may not read."""
    return make_lezing(
        kind_of(lezer),
        fetch_rijen(lezer, programma),
        vandaag,
        programma=programma,
        ronde=ronde,
        versie=versie,
    )


@lru_cache(maxsize=256)
def make_lezing(
    soort: Lezersoort, rijen: Rijen, vandaag: date, *, programma: str, ronde: str, versie: int | None
) -> Lezing:
    """Asked at every request, also for what the browser holds; of the same rows it is the same Lezing."""
    plank = make_plank(soort, rijen, vandaag)
    editie = find_editie(plank.edities, ronde, versie) if plank else None
    if plank is None or editie is None:
        raise Http404(NIET_GEVONDEN)
    return Lezing(
        programma=programma,
        ronde=ronde,
        peildatum=editie.peildatum,
        vorm=editie.vorm,
        editie=editie,
        edities=plank.edities,
        deel="" if versie is None else f"v{versie}",
        heeft_werk=plank.programma.heeft_werk or soort.is_beheerder,
        lezer=(*soort, plank.programma.mijn_rol),
        load=partial(load_rapport, editie.sha256),
    )


def read_andere(lezing: Lezing, ronde: str, versie: int) -> Lezing:
    """Another edition of the programme, for the same person. Raises Http404 for what they may not read."""
    editie = find_editie(lezing.edities, ronde, versie)
    if editie is None:
        raise Http404(NIET_GEVONDEN)
    return make_andere(lezing, editie, f"v{versie}", partial(load_rapport, editie.sha256))


def read_rondes(lezing: Lezing) -> list[Lezing]:
    """What this person may read of each round, oldest first: `lezing` itself among the others.

    Of another round that is its newest version, unless it was withdrawn. One query, however many rounds.
    """
    kaarten = [kaart for kaart in lezing.andere_rondes if kaart.ingetrokken_op is None]
    inhoud = load_rapporten(kaart.sha256 for kaart in kaarten)
    andere = (make_andere(lezing, kaart, "", partial(inhoud.__getitem__, kaart.sha256)) for kaart in kaarten)
    return sorted((*andere, lezing), key=lambda ronde: ronde.ouderdom)


def make_andere(lezing: Lezing, kaart: Editiekaart, deel: str, load: Callable[[], Rapport]) -> Lezing:
    return replace(
        lezing,
        ronde=kaart.ronde,
        peildatum=kaart.peildatum,
        vorm=kaart.vorm,
        editie=kaart,
        deel=deel,
        load=load,
    )


def fetch_concept(lezer: Lezer, programma: str, ronde: str, *, vandaag: date) -> Lezing:
    """The live report of a round that is not adopted. Raises Http404 outside the team."""
    gevonden = fetch_programma(lezer, programma, Recht.LIVE_LEZEN)
    live = gevonden.rondes.exclude(staat=Rondestaat.VASTGESTELD).filter(slug=ronde).first()
    if live is None:
        raise Http404(NIET_GEVONDEN)
    plank = readable_edities(lezer, programma, vandaag)
    return Lezing(
        programma=programma,
        ronde=ronde,
        peildatum=live.peildatum,
        vorm=live.vorm or gevonden.vorm,
        editie=None,
        edities=plank.edities if plank else (),
        deel="concept",
        heeft_werk=True,
        lezer=(),
        load=cache(partial(build_rapport, ronde=live, vandaag=vandaag)),
    )


def newest_editie(lezer: Lezer, programma: str, *, vandaag: date) -> Editiekaart:
    """Of the programme's newest round; a withdrawn one only when there is no other. Raises Http404."""
    plank = readable_edities(lezer, programma, vandaag)
    if plank is None:
        raise Http404(NIET_GEVONDEN)
    return newest_readable(plank.edities) or plank.edities[0]


def compare_lezingen(een: Lezing, ander: Lezing) -> tuple[Lezing, Lezing, Vergelijking]:
    """The older, the newer and what changed between them, whichever of both was asked for first."""
    oud, nieuw = sorted((een, ander), key=lambda lezing: lezing.ouderdom)
    if oud.editie and nieuw.editie:
        return oud, nieuw, compare_edities(oud.editie.sha256, nieuw.editie.sha256)
    return oud, nieuw, vergelijk(oud.rapport, nieuw.rapport)
