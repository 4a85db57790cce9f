"""Loading the files of programmes: create what is missing, update what differs, leave what is the team's."""

from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime

from programmalijnen.models import Programma
from programmalijnen.services.schrijven import begin

from .bestand import Bestand, Plek
from .lader import Lader
from .rijen import load_rij
from .rondes import load_rondes
from .soorten import NAAR_ANDEREN, SOORTEN
from .velden import set_velden


def load_programmas(bestanden: Sequence[Bestand], *, op: datetime) -> list[Counter[str]]:
    """Load files in one transaction; returns for each how many rows are "nieuw" and "gewijzigd".

    Programmes refer to one another in circles, so each step is taken for all files before the next. Loading
    the same files again writes nothing. Raises Leesfout, and then nothing is written.
    """
    for bestand in bestanden:
        require_known_soorten(bestand)
    with ExitStack() as handelingen:
        laders = open_laders(handelingen, bestanden, op)
        for stap in (load_programma, load_eigen_rijen, load_rijen_naar_anderen):
            for lader in laders:
                stap(lader)
        load_rondes(laders)
    return [lader.telling for lader in laders]


def require_known_soorten(bestand: Bestand) -> None:
    for naam in bestand.soorten:
        if naam not in SOORTEN and naam != "ronde":
            raise Plek(bestand.naam, naam).fout("deze soort tabel kennen wij niet.")


def open_laders(handelingen: ExitStack, bestanden: Sequence[Bestand], op: datetime) -> list[Lader]:
    """A handeling for each programme, locked by slug: two who load the same files wait, never in a circle."""
    laders = {}
    for bestand in sorted(bestanden, key=slug_of):
        slug = slug_of(bestand)
        programma = Programma.objects.filter(slug=slug).first() or Programma(slug=slug)
        reden = f"Geladen uit {bestand.naam}."
        handeling = begin("laad programma", programma=programma, door=None, op=op, reden=reden)
        laders[id(bestand)] = Lader(bestand, handelingen.enter_context(handeling), programma)
    return [laders[id(bestand)] for bestand in bestanden]


def slug_of(bestand: Bestand) -> str:
    return str(bestand.programma["slug"])


def load_programma(lader: Lader) -> None:
    plek = lader.plek("programma")
    set_velden(plek, lader.programma, lader.programma, lader.bestand.programma)
    lader.save(plek, lader.programma)


def load_eigen_rijen(lader: Lader) -> None:
    load_rijen(lader, [naam for naam in SOORTEN if naam not in NAAR_ANDEREN])


def load_rijen_naar_anderen(lader: Lader) -> None:
    load_rijen(lader, NAAR_ANDEREN)


def load_rijen(lader: Lader, soorten: Sequence[str]) -> None:
    for naam in soorten:
        for volgorde, (sleutel, velden) in enumerate(lader.bestand.soorten.get(naam, {}).items(), start=1):
            load_rij(lader, lader.plek(f"{naam}.{sleutel}"), SOORTEN[naam], sleutel, volgorde, velden)
