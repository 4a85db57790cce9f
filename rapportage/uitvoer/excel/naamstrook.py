"""What stands above and below every sheet."""

from dataclasses import dataclass

from ...rapport import Rapport
from ..woorden import describe_editie


@dataclass(frozen=True, slots=True)
class Naamstrook:
    """What stands above and below every sheet: whose report it is and which edition."""

    programma: str
    ronde: str
    editie: str
    is_concept: bool

    @classmethod
    def of(cls, rapport: Rapport) -> "Naamstrook":
        editie = describe_editie(rapport.editie)
        return cls(rapport.programma.naam, rapport.ronde.titel, editie, rapport.editie is None)
