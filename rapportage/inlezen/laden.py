"""Loading the file of a programme: create what is missing, update what differs, leave what is the team's."""

from collections import Counter
from datetime import datetime

from programmalijnen.models import Programma
from programmalijnen.services.schrijven import begin

from .bestand import Bestand, Plek
from .lader import Lader
from .rijen import load_rij
from .rondes import load_rondes
from .soorten import SOORTEN
from .velden import set_velden


def load_programma(bestand: Bestand, *, op: datetime) -> Counter[str]:
    """Load a file in one transaction; returns how many rows are "nieuw" and "gewijzigd".

    Loading the same file again writes nothing. Raises Leesfout, and then nothing is written.
    """
    require_known_soorten(bestand)
    slug = str(bestand.programma["slug"])
    programma = Programma.objects.filter(slug=slug).first() or Programma(slug=slug)
    reden = f"Geladen uit {bestand.naam}."
    with begin("laad programma", programma=programma, door=None, op=op, reden=reden) as handeling:
        lader = Lader(bestand, handeling, programma)
        set_velden(lader.plek("programma"), programma, programma, bestand.programma)
        lader.save(lader.plek("programma"), programma)
        for naam, soort in SOORTEN.items():
            for volgorde, (sleutel, velden) in enumerate(bestand.soorten.get(naam, {}).items(), start=1):
                load_rij(lader, lader.plek(f"{naam}.{sleutel}"), soort, sleutel, volgorde, velden)
        load_rondes(lader)
    return lader.telling


def require_known_soorten(bestand: Bestand) -> None:
    for naam in bestand.soorten:
        if naam not in SOORTEN and naam != "ronde":
            raise Plek(bestand.naam, naam).fout("deze soort tabel kennen wij niet.")
