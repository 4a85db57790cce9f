"""What the search finds of an edition: written once, with the edition, and from nothing but its Rapport."""

from django.db import transaction

from programmalijnen.bouwen.vindplaatsen import make_vindplaats
from programmalijnen.models import Programma, Vindplaats
from programmalijnen.services.vindplaatsen import rebuild_live

from ..canoniek import from_json
from ..models import Editie
from ..rapport import Rapport
from ..vindplaatsen import list_plaatsen


def index_editie(editie: Editie, rapport: Rapport) -> None:
    rijen = (
        make_vindplaats(editie.programma.pk, editie.spoorsleutel, plaats) for plaats in list_plaatsen(rapport)
    )
    Vindplaats.objects.bulk_create(rij for rij in rijen if rij.genormaliseerd)


def rebuild(programma: Programma) -> int:
    """Make everything that is found of a programme anew, in one transaction; how many places there are."""
    with transaction.atomic():
        rebuild_live(programma)
        Vindplaats.objects.filter(programma=programma).exclude(editie="").delete()
        edities = Editie.objects.filter(ronde__programma=programma).select_related("ronde__programma")
        for editie in edities.iterator(chunk_size=1):
            index_editie(editie, from_json(editie.inhoud))
        return Vindplaats.objects.filter(programma=programma).count()
