"""Fetching the Invoerblad of one page: a constant number of queries, its rows locked for who will write."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import F, Q, QuerySet

from ..models import (
    Categorie,
    Doel,
    Indicator,
    Meting,
    Onderwerp,
    Rapportageronde,
    Realisatie,
    Stapmelding,
    Streefwaarde,
    Toelichting,
    Tussenwaarde,
)
from ..regels.begrippen import Vorm
from .blad import Invoerblad, Stapvak
from .doelen import KLAAR, RijenVanDoelen, has_eindstand
from .vakken import Meetgroep, make_meetgroepen

ACTIVITEITEN, TOELICHTINGEN, INDICATOREN = "activiteiten", "toelichtingen", "indicatoren"
# Of whom a text is asked, and who did what with it.
MENSEN = ("trekker__gebruiker", "ingevuld_door", "ingediend_door", "akkoord_door")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """Which page: of an activiteit, a toelichting or a single indicator of a round."""

    ronde: Rapportageronde
    soort: str
    sleutel: str


def fetch_invoerblad(plek: Plek, *, lock: bool = False) -> Invoerblad:
    """Raises ObjectDoesNotExist where the round has no such page. `lock` wants a transaction."""
    fetch = {
        ACTIVITEITEN: fetch_activiteitblad,
        TOELICHTINGEN: fetch_toelichtingblad,
        INDICATOREN: fetch_indicatorblad,
    }[plek.soort]
    return fetch(plek.ronde, plek.sleutel, lock=lock)


def fetch_activiteitblad(ronde: Rapportageronde, sleutel: str, *, lock: bool) -> Invoerblad:
    rij = (
        locked(Realisatie.objects.filter(ronde=ronde), lock)
        .select_related("ronde__programma", "activiteit", "lijn", "elders_programma", *MENSEN)
        .get(activiteit__sleutel=sleutel)
    )
    return fill_blad(
        ronde,
        rij=rij,
        met_oordeel=True,
        indicatoren=Indicator.objects.in_gebruik().filter(activiteit=rij.activiteit_id),
        plek=Q(activiteit=rij.activiteit_id) | Q(indicator__activiteit=rij.activiteit_id),
        lock=lock,
    )


def fetch_toelichtingblad(ronde: Rapportageronde, sleutel: str, *, lock: bool) -> Invoerblad:
    """Also asks the steps of opleveringen that hang on the line or the programme itself, on no activiteit."""
    toelichtingen = locked(Toelichting.objects.filter(ronde=ronde), lock)
    rijen = toelichtingen.select_related("ronde__programma", "lijn", *MENSEN)
    rij = next((rij for rij in rijen if rij.sleutel == sleutel), None)
    if rij is None:
        raise ObjectDoesNotExist
    plek = Q(activiteit=None) & (Q(lijn=rij.lijn_id) | Q(ambitie__lijn=rij.lijn_id))
    if rij.lijn_id is None:
        plek = Q(activiteit=None, lijn=None, ambitie=None)
    if rij.onderwerp == Onderwerp.FINANCIEN:
        plek = Q(pk=None)
    return fill_blad(
        ronde,
        rij=rij,
        met_oordeel=rij.onderwerp == Onderwerp.VOORTGANG,
        indicatoren=Indicator.objects.none(),
        plek=plek,
        lock=lock,
    )


def fetch_indicatorblad(ronde: Rapportageronde, sleutel: str, *, lock: bool) -> Invoerblad:
    indicatoren = Indicator.objects.in_gebruik().filter(programma=ronde.programma_id, sleutel=sleutel)
    blad = fill_blad(ronde, indicatoren=indicatoren, plek=Q(indicator__in=indicatoren), lock=lock)
    if not blad.groepen:
        raise ObjectDoesNotExist
    return blad


def fill_blad(
    ronde: Rapportageronde,
    *,
    indicatoren: QuerySet[Indicator],
    plek: Q,
    lock: bool,
    rij: Realisatie | Toelichting | None = None,
    met_oordeel: bool = False,
) -> Invoerblad:
    """`plek` says which doelen the page shows; it asks the step of those that hang on its own activiteit."""
    vorige = previous_peildatum(ronde)
    vragen = Doel.objects.filter(programma=ronde.programma_id).gevraagd(
        peildatum=ronde.peildatum, vorige=vorige
    )
    doelen = list(
        vragen.filter(plek)
        .select_related("programma", "indicator", "vergelijkcijfer", "onderdeel_van", "besluit", "start")
        .order_by("volgorde", "pk")
    )
    eigen = list(indicatoren.select_related("programma", "lijn").order_by("volgorde", "pk"))
    activiteit = getattr(rij, "activiteit_id", None)
    rijen = fetch_doelrijen(ronde, doelen, eigen, lock=lock)
    return Invoerblad(
        ronde=ronde,
        vorige_peildatum=vorige,
        rij=rij,
        met_oordeel=met_oordeel,
        groepen=make_groepen(ronde, eigen, rijen),
        stapvakken=tuple(
            make_stapvak(ronde, doel, rijen)
            for doel in doelen
            if doel.vorm == Vorm.OPLEVERING and doel.activiteit_id == activiteit
        ),
        doelen=tuple(doelen),
        rijen=rijen,
    )


def fetch_doelrijen(
    ronde: Rapportageronde, doelen: list[Doel], indicatoren: list[Indicator], *, lock: bool
) -> RijenVanDoelen:
    nodig = {rij.pk for rij in indicatoren}
    nodig |= {pk for doel in doelen for pk in (doel.indicator_id, doel.vergelijkcijfer_id) if pk}
    metingen = Meting.objects.filter(indicator__in=nodig, vervangen=False, peildatum__lte=ronde.peildatum)
    streefwaarden = Streefwaarde.objects.filter(doel__in=doelen).select_related("besluit")
    stappen = Stapmelding.objects.filter(doel__in=doelen, peildatum__lte=ronde.peildatum)
    return RijenVanDoelen(
        doelen=doelen,
        streefwaarden=group(streefwaarden.order_by(F("vanaf").asc(nulls_first=True), "pk"), "doel_id"),
        tussenwaarden=group(Tussenwaarde.objects.filter(doel__in=doelen).order_by("datum", "pk"), "doel_id"),
        stappen=group(
            locked(stappen, lock).select_related("doel__programma").order_by("peildatum", "pk"), "doel_id"
        ),
        metingen=group(
            locked(metingen, lock)
            .select_related("categorie", "indicator__programma", "programma")
            .order_by("peildatum", "categorie__volgorde", "pk"),
            "indicator_id",
        ),
        categorieen=group(
            Categorie.objects.filter(indicator__in=nodig).order_by("volgorde", "pk"), "indicator_id"
        ),
    )


def make_groepen(
    ronde: Rapportageronde, indicatoren: list[Indicator], rijen: RijenVanDoelen
) -> tuple[Meetgroep, ...]:
    geeindigd = (doel for doel in rijen.doelen if has_eindstand(doel.vorm, doel.periode_tot, ronde.peildatum))
    einden = group(geeindigd, "indicator_id")
    groepen: list[Meetgroep] = []
    for indicator in indicatoren:
        groepen += make_meetgroepen(
            ronde,
            indicator,
            rijen.categorieen.get(indicator.pk, []),
            rijen.metingen.get(indicator.pk, []),
            einden.get(indicator.pk, []),
        )
    return tuple(groepen)


def make_stapvak(ronde: Rapportageronde, doel: Doel, rijen: RijenVanDoelen) -> Stapvak:
    stappen = rijen.stappen.get(doel.pk, [])
    nu = [rij for rij in stappen if rij.peildatum == ronde.peildatum]
    eerder = [rij for rij in stappen if rij.peildatum < ronde.peildatum]
    return Stapvak(
        doel=doel,
        melding=next(iter(nu), None),
        vorige=next(reversed(eerder), None),
        was_klaar=any(rij.stap in KLAAR for rij in eerder),
    )


def previous_peildatum(ronde: Rapportageronde) -> date | None:
    eerder = Rapportageronde.objects.filter(programma=ronde.programma_id, peildatum__lt=ronde.peildatum)
    return eerder.order_by("-peildatum").values_list("peildatum", flat=True).first()


def group(rijen: Iterable, veld: str) -> dict:
    groepen = defaultdict(list)
    for rij in rijen:
        groepen[getattr(rij, veld)].append(rij)
    return groepen


def locked(rijen: QuerySet, lock: bool) -> QuerySet:
    return rijen.select_for_update(of=("self",), no_key=True) if lock else rijen
