"""Who reads which report: fetching is authorising (ontwerp 4), and loading waits until it is needed.

Two queries decide: the programme with what this person is in it, and its editions without their content. Only
then, and only when the browser does not hold the page already, the Rapport is loaded.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from django.db.models import Exists, QuerySet
from django.http import Http404
from django.urls import reverse

from dordt_monitor.codeversie import code_version
from programmalijnen.models import Programma, Rapportageronde, Rondestaat, Teamlid
from programmalijnen.rechten import Recht, editie_filter, fetch_programma, may, with_rol

from .bouwen import build_rapport
from .canoniek import from_json
from .edities import Lezer, newest_per_ronde, readable, readable_edities, with_lotgevallen
from .models import Editie
from .rapport import Rapport

NIET_GEVONDEN = "Deze rapportage is er niet, of u mag haar niet lezen."


@dataclass(frozen=True)
class Lezing:
    """What one request reads: an edition (or, with `editie` None, the concept) and what surrounds it.

    `edities` are the editions of the programme this person may read, newest round and version first.
    `basis` is the address all pages of this reading start with.
    """

    programma: Programma
    ronde: Rapportageronde
    editie: Editie | None
    edities: tuple[Editie, ...]
    basis: str
    lezer: str
    heeft_werk: bool
    load: Callable[[], Rapport]

    @cached_property
    def rapport(self) -> Rapport:
        return self.load()

    @property
    def is_concept(self) -> bool:
        return self.editie is None

    @property
    def opvolger(self) -> Editie | None:
        """The newest readable version of the same round, when this one is older."""
        if self.editie is None:
            return None
        nieuwste = next(editie for editie in self.edities if editie.ronde_id == self.ronde.pk)
        return nieuwste if nieuwste.versie > self.editie.versie else None

    @property
    def andere_rondes(self) -> list[Editie]:
        """The newest edition of every other round."""
        return [editie for editie in newest_per_ronde(self.edities) if editie.ronde_id != self.ronde.pk]

    @property
    def etag(self) -> str:
        """Changes with the content, with what happened to a listed edition, with the code and the reader."""
        lot = ((e.sha256, e.versie, e.openbaar_vanaf, e.ingetrokken_op) for e in self.edities)
        delen = (self.editie and self.editie.sha256, *lot, code_version(), self.lezer, self.basis)
        return f'"{hashlib.sha256(repr(delen).encode()).hexdigest()[:32]}"'


def fetch_editie(lezer: Lezer, programma: str, ronde: str, versie: int | None, *, vandaag: date) -> Lezing:
    """The named version of a round, or its newest. Raises Http404 for what this person may not read."""
    gevonden = with_werk(with_rol(Programma.objects.filter(slug=programma), lezer), lezer).first()
    if gevonden is None:
        raise Http404(NIET_GEVONDEN)
    edities = readable_edities(lezer, gevonden, vandaag)
    editie = next(
        (e for e in edities if e.ronde.slug == ronde and versie in (None, e.versie)),
        None,
    )
    if editie is None:
        raise Http404(NIET_GEVONDEN)
    basis = basis_van(programma, ronde, None if versie is None else f"v{versie}")
    return _reading(
        lezer, gevonden, editie.ronde, editie, edities, basis, lambda: load_rapport(editie.sha256)
    )


def fetch_concept(lezer: Lezer, programma: str, ronde: str, *, vandaag: date) -> Lezing:
    """The live report of a round that is not adopted. Raises Http404 outside the team."""
    gevonden = fetch_programma(lezer, programma, Recht.LIVE_LEZEN)
    live = gevonden.rondes.exclude(staat=Rondestaat.VASTGESTELD).filter(slug=ronde).first()
    if live is None:
        raise Http404(NIET_GEVONDEN)
    gevonden.heeft_werk = True
    edities = readable_edities(lezer, gevonden, vandaag)
    basis = basis_van(programma, ronde, "concept")
    return _reading(lezer, gevonden, live, None, edities, basis, lambda: build_rapport(ronde=live))


def newest_editie(lezer: Lezer, programma: str, *, vandaag: date) -> Editie:
    """Of the programme's newest round; a withdrawn one only when there is no other. Raises Http404."""
    gevonden = with_rol(Programma.objects.filter(slug=programma), lezer).first()
    edities = readable_edities(lezer, gevonden, vandaag) if gevonden else ()
    if not edities:
        raise Http404(NIET_GEVONDEN)
    return next((editie for editie in edities if editie.ingetrokken_op is None), edities[0])


def programmas_met_edities(lezer: Lezer, *, vandaag: date) -> list[tuple[Programma, list[Editie]]]:
    """The programmes of which this person may read an edition, each with the newest version of its rounds."""
    programmas = with_rol(Programma.objects.filter(editie_filter(lezer)), lezer).distinct().order_by("naam")
    per_programma: dict[int, list[Editie]] = {}
    for editie in with_lotgevallen(Editie.objects.filter(ronde__programma__in=programmas)):
        per_programma.setdefault(editie.ronde.programma_id, []).append(editie)
    gelezen = (
        (
            programma,
            newest_per_ronde(readable(lezer, programma, per_programma.get(programma.pk, ()), vandaag)),
        )
        for programma in programmas
    )
    return [(programma, edities) for programma, edities in gelezen if edities]


def with_werk(programmas: QuerySet[Programma], lezer: Lezer) -> QuerySet[Programma]:
    """Annotates `heeft_werk`: whether this person has a role in any programme, which the menu shows."""
    return programmas.annotate(heeft_werk=Exists(Teamlid.objects.filter(gebruiker=lezer.pk)))


@lru_cache(maxsize=32)
def load_rapport(sha256: str) -> Rapport:
    """The content of an edition never changes, so a process reads it once; 32 are some tens of megabytes."""
    return from_json(Editie.objects.filter(sha256=sha256).values_list("inhoud", flat=True)[0])


def load_inhoud(editie: Editie) -> bytes:
    """The stored bytes, of which the sha256 is printed on the pages."""
    return Editie.objects.values_list("inhoud", flat=True).get(pk=editie.pk).encode()


def basis_van(programma: str, ronde: str, deel: str | None = None) -> str:
    """`/programmas/<p>/<ronde>/`, followed by `v1/` or `concept/`."""
    basis = reverse("rapportage:laatste:dashboard", args=[programma, ronde])
    return f"{basis}{deel}/" if deel else basis


def _reading(lezer, programma, ronde, editie, edities, basis, load) -> Lezing:
    heeft_werk = programma.heeft_werk or getattr(lezer, "is_beheerder", False)
    mag_live = may(lezer, programma, Recht.LIVE_LEZEN)
    rol = repr((lezer.is_authenticated, getattr(lezer, "is_raadslid", False), mag_live, programma.mijn_rol))
    return Lezing(
        programma=programma,
        ronde=ronde,
        editie=editie,
        edities=edities,
        basis=basis,
        lezer=f"{rol}{heeft_werk}",
        heeft_werk=heeft_werk,
        load=load,
    )
