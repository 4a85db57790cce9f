"""What is known while one file goes into the database, and how a row is written."""

from collections import Counter
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet

from programmalijnen.models import Meting, Programma, UitgegevenSleutel, Wijziging
from programmalijnen.services.metingen import is_adopted
from programmalijnen.services.schrijven import Handeling, changed_fields

from .bestand import Bestand, Leesfout, Plek
from .velden import at

Kenmerk = tuple[str, str]

GEMETEN_VELDEN = frozenset(
    {
        "indicator",
        "categorie",
        "periode_van",
        "peildatum",
        "toestand",
        "waarde",
        "teller",
        "noemer",
        "precisie",
    }
)


@dataclass(slots=True)
class Lader:
    """One file on its way, within one handeling; `telling` counts rows as "nieuw" and "gewijzigd".

    `uitgegeven` and `verwijderd` hold the kind and key of what was ever given a key, and of what was ever
    deleted, before this handeling: asked once, not for each row.
    """

    bestand: Bestand
    handeling: Handeling
    programma: Programma
    telling: Counter[str] = field(default_factory=Counter)
    uitgegeven: frozenset[Kenmerk] = field(init=False)
    verwijderd: frozenset[Kenmerk] = field(init=False)

    def __post_init__(self) -> None:
        programma = self.programma.pk  # None for a new one: those rows are about people, who stand in no file
        self.uitgegeven = find_kenmerken(UitgegevenSleutel.objects.filter(programma=programma))
        self.verwijderd = find_kenmerken(Wijziging.objects.filter(programma=programma, aard="verwijderd"))

    def plek(self, tabel: str) -> Plek:
        return Plek(self.bestand.naam, tabel)

    def save(self, plek: Plek, rij: Model) -> None:
        """Leaves a row that the team changed or removed as it is.

        Raises Leesfout when the row is not valid, or is a measurement that an adopted report rests on.
        """
        nieuw = rij._state.adding
        if kenmerk_of(rij) in self.verwijderd if nieuw else is_changed_by_team(rij):
            return
        if isinstance(rij, Meting) and not nieuw:
            require_unadopted(plek, rij)
        try:
            geschreven = self.handeling.save(rij)
        except ValidationError as fout:
            raise explain(plek, fout) from fout
        if geschreven:
            self.telling["nieuw" if nieuw else "gewijzigd"] += 1


def find_kenmerken(rijen: QuerySet) -> frozenset[Kenmerk]:
    return frozenset(rijen.values_list("soort", "sleutel"))


def kenmerk_of(rij: Model) -> Kenmerk:
    return (rij._meta.model_name, rij.spoorsleutel)


def is_changed_by_team(rij: Model) -> bool:
    """Whether the file differs from a row that a person wrote; `rij` is then what is stored."""
    verschilt = changed_fields(type(rij)._base_manager.get(pk=rij.pk), rij)
    if not verschilt or not spoor_of(rij).filter(door__isnull=False).exists():
        return False
    rij.refresh_from_db()
    return True


def spoor_of(rij: Model) -> QuerySet[Wijziging]:
    return Wijziging.objects.filter(
        programma=rij.programma.pk, soort=rij._meta.model_name, sleutel=rij.spoorsleutel
    )


def require_unadopted(plek: Plek, meting: Meting) -> None:
    """A measurement of an adopted report gets a successor with a reason, never another value (ontwerp 3)."""
    oud = Meting._base_manager.get(pk=meting.pk)
    if GEMETEN_VELDEN & changed_fields(oud, meting).keys() and is_adopted(oud):
        raise plek.fout(
            "deze meting staat in een vastgesteld rapport; verbeter hem op de site, met een reden."
        )


def explain(plek: Plek, fout: ValidationError) -> Leesfout:
    """The first message of a validation, as one sentence with its place."""
    if not hasattr(fout, "error_dict"):
        return plek.fout(fout.messages[0])
    naam, zinnen = next(iter(fout.message_dict.items()))
    return (plek if naam == "__all__" else at(plek, naam)).fout(zinnen[0])
