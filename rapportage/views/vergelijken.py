"""What changed between two reports of a programme, as sentences and as a table."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from ..filters import Vergelijkfilter
from ..lezen import compare_lezingen, fetch_concept, fetch_editie, read_andere
from ..lezing import Lezing
from ..vergelijken import Aard, Verandering, find_hoofdzaken
from .lezer import keep_private, lezer, render_lezing

# So few changes are all told at once.
WEINIG = 12
KOPPEN = ("Waar het om gaat", "Soort", "Was", "Is nu", "Verschil")
# Told one by one these would hide the rest; the table has them all.
ACHTERAF = frozenset({Aard.TEKST, Aard.VERPLAATST, Aard.TELLING})


@lezer
def kies(request: HttpRequest, lezing: Lezing) -> HttpResponse:
    return render_lezing(request, "vergelijk_kies", lezing, titel="Vergelijken")


@lezer
def met_editie(request: HttpRequest, lezing: Lezing, met: str, met_versie: int) -> HttpResponse:
    return show(request, lezing, read_andere(lezing, met, met_versie))


@login_not_required
@require_safe
def met_concept(
    request: HttpRequest,
    programma: str,
    ronde: str,
    met: str,
    versie: int | None = None,
    *,
    concept: bool = False,
) -> HttpResponse:
    """With the live report of a round: for the team only, and never kept."""
    vandaag = localdate()
    if concept:
        lezing = fetch_concept(request.user, programma, ronde, vandaag=vandaag)
    else:
        lezing = fetch_editie(request.user, programma, ronde, versie, vandaag=vandaag)
    ander = fetch_concept(request.user, programma, met, vandaag=vandaag)
    return keep_private(show(request, lezing, ander))


def show(request: HttpRequest, lezing: Lezing, ander: Lezing) -> HttpResponse:
    """A page in the frame of `lezing`; 410 when one of both was withdrawn."""
    for kant in (lezing, ander):
        if kant.editie and kant.editie.ingetrokken_op is not None:
            return render_lezing(request, "ingetrokken", kant, status=HTTPStatus.GONE)
    oud, nieuw, vergelijking = compare_lezingen(lezing, ander)
    formulier = Vergelijkfilter(request.GET, vergelijking=vergelijking, rapport=nieuw.rapport)
    gekozen = formulier.kies()
    return render_lezing(
        request,
        "vergelijk",
        lezing,
        weg=[("Vergelijken", f"{lezing.basis}vergelijk/")],
        titel="Wat is er veranderd?",
        oud=oud,
        nieuw=nieuw,
        hoofdzaken=find_hoofdzaken(vergelijking),
        tellingen=vergelijking.tellingen,
        aantal=len(vergelijking.veranderingen),
        filter=formulier,
        alles_open=formulier.is_gefilterd or len(vergelijking.veranderingen) <= WEINIG,
        gekozen=gekozen,
        koppen=KOPPEN,
        lijnen=[
            (name_lijn(nieuw, code), *split_achteraf(rijen)) for code, rijen in per_lijn(gekozen).items()
        ],
    )


def per_lijn(veranderingen: tuple[Verandering, ...]) -> dict[str, list[Verandering]]:
    lijnen: dict[str, list[Verandering]] = {}
    for verandering in veranderingen:
        lijnen.setdefault(verandering.lijn, []).append(verandering)
    return lijnen


def split_achteraf(rijen: list[Verandering]) -> tuple[list[Verandering], list[Verandering]]:
    """Those that are told at once, and those that open on demand."""
    return (
        [rij for rij in rijen if rij.aard not in ACHTERAF],
        [rij for rij in rijen if rij.aard in ACHTERAF],
    )


def name_lijn(lezing: Lezing, code: str) -> str:
    lijn = next((lijn for lijn in lezing.rapport.lijnen if lijn.code == code), None)
    if lijn is not None:
        return f"{lijn.code}. {lijn.titel}"
    return f"{lezing.rapport.programma.lijn_enkelvoud.capitalize()} {code}" if code else "Het hele programma"
