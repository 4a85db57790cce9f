"""The trail as rows of text for a file: one for each field that changed."""

from collections.abc import Iterator
from itertools import islice

from django.db.models import QuerySet
from django.utils.timezone import localtime

from ..models import Programma, Wijziging
from ..regels.handelingnamen import tell_gedaan
from .spoor import name_soort
from .spoortitels import Titels, fetch_titels
from .spoorwaarden import find_veld, label_of, print_waarde, referred, told

KOPPEN = ("Moment", "Wie", "Wat iemand deed", "Nummer", "Wat", "Titel", "Sleutel", "Aard", "Veld")
KOPPEN += ("Oud", "Nieuw", "Reden")
BREEDTES = (18, 22, 20, 14, 18, 40, 30, 12, 22, 40, 40, 40)
# More than people read; a larger file would keep the server busy. Excel costs ten times CSV.
HOOGSTENS = {"csv": 20_000, "xlsx": 5_000}
TE_LANG = "Dit bestand stopt na {:,} regels. Kies een kortere periode of een ander filter voor de rest."

Tekstrij = tuple[str, ...]


def fetch_tekstrijen(
    programma: Programma | None, wijzigingen: QuerySet[Wijziging], formaat: str
) -> Iterator[Tekstrij]:
    """Newest first; a last row says so where there is more."""
    hoogstens = HOOGSTENS[formaat]
    gevonden = list(wijzigingen.select_related("door").order_by("-pk")[: hoogstens + 1])
    titels = fetch_titels(programma, (punt for rij in gevonden for punt in referred(rij)))
    rijen = (rij for wijziging in gevonden for rij in tell(wijziging, titels))
    yield from islice(rijen, hoogstens)
    if next(rijen, None) is not None:
        zin = TE_LANG.format(hoogstens).replace(",", ".")
        yield (zin, *[""] * (len(KOPPEN) - 1))


def tell(wijziging: Wijziging, titels: Titels) -> Iterator[Tekstrij]:
    begin = (
        f"{localtime(wijziging.op):%Y-%m-%d %H:%M:%S}",
        wijziging.door.naam if wijziging.door else "het systeem",
        tell_gedaan(wijziging.naam),
        str(wijziging.handeling),
        name_soort(wijziging.soort),
        titels.of(wijziging.soort, wijziging.sleutel),
        wijziging.sleutel,
        wijziging.aard,
    )
    for naam, waarden in (told(wijziging) or {"": ["", ""]}).items():
        veld = find_veld(wijziging.soort, naam)
        oud, nieuw = (print_waarde(veld, waarde, titels) for waarde in waarden)
        yield (*begin, label_of(veld, naam), oud, nieuw, wijziging.reden)
