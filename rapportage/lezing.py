"""What one request reads: an edition or the concept, with the editions that stand around it."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse

from dordt_monitor.codeversie import code_version

from .edities import Editiekaart, newest_per_ronde, newest_readable
from .rapport import Rapport


@dataclass(frozen=True)
class Lezing:
    """What one request reads: an edition (or, with `editie` None, the concept) and what surrounds it.

    `edities` are the editions of the programme this person may read, newest round and version first.
    `deel` is what its address adds to that of the round: "", "v1" or "concept"; `vorm` the form it is shown
    in, unless the reader asks for another.
    """

    programma: str
    ronde: str
    peildatum: date
    vorm: str
    editie: Editiekaart | None
    edities: tuple[Editiekaart, ...]
    deel: str
    heeft_werk: bool
    lezer: tuple
    load: Callable[[], Rapport]

    @property
    def rapport(self) -> Rapport:
        return self.load()

    @property
    def basis(self) -> str:
        """What the address of every page of this reading begins with."""
        return basis_of(self.programma, self.ronde, self.deel)

    @property
    def vaste_basis(self) -> str:
        """The same for the version that is read, at an address where no other comes. A concept has none."""
        return basis_of(self.programma, self.ronde, f"v{self.editie.versie}") if self.editie else ""

    @property
    def ouderdom(self) -> tuple[date, bool, int]:
        """To put two readings in order of time; the concept is newer than every version of its round."""
        return (self.peildatum, self.editie is None, self.editie.versie if self.editie else 0)

    @property
    def is_concept(self) -> bool:
        return self.editie is None

    @property
    def opvolger(self) -> Editiekaart | None:
        """The newest readable version of the same round, when this one is older."""
        if self.editie is None:
            return None
        nieuwste = next(editie for editie in self.edities if editie.ronde == self.ronde)
        return nieuwste if nieuwste.versie > self.editie.versie else None

    @property
    def voorganger(self) -> Editiekaart | None:
        """The version this one rectified, when this person may read it."""
        if self.editie is None:
            return find_editie(self.edities, self.ronde, None)
        return find_editie(self.edities, self.ronde, self.editie.versie - 1)

    @property
    def vorige(self) -> Editiekaart | None:
        """The newest edition of an earlier round that is still served: what the dashboard compares with."""
        return newest_readable(editie for editie in self.edities if editie.peildatum < self.peildatum)

    @property
    def te_vergelijken(self) -> list[Editiekaart]:
        """Every other edition that is still served."""
        return [editie for editie in self.edities if editie != self.editie and editie.ingetrokken_op is None]

    @property
    def andere_rondes(self) -> list[Editiekaart]:
        """The newest edition of every other round."""
        return [editie for editie in newest_per_ronde(self.edities) if editie.ronde != self.ronde]

    @cached_property
    def etag(self) -> str:
        """Changes with the content, with what happened to any edition shown, with the code and the reader.

        The same on every machine that serves the same. Weak: the same for a page that is packed, in whichever
        way, and one that is not.
        """
        versie = self.editie and self.editie.versie
        delen = (self.ronde, versie, self.edities, code_version(), self.lezer, self.heeft_werk, self.deel)
        return f'W/"{hashlib.sha256(repr(delen).encode()).hexdigest()[:32]}"'


def find_editie(edities: Iterable[Editiekaart], ronde: str, versie: int | None) -> Editiekaart | None:
    """The named version of a round, or its newest; `edities` come newest first."""
    passend = (editie for editie in edities if editie.ronde == ronde and versie in (None, editie.versie))
    return next(passend, None)


def basis_of(programma: str, ronde: str, deel: str = "") -> str:
    """`/programmas/<p>/<ronde>/`, followed by `v1/` or `concept/`."""
    basis = reverse("rapportage:laatste:dashboard", args=[programma, ronde])
    return f"{basis}{deel}/" if deel else basis
