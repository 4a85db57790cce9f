"""What every page and file under a basis shares: fetch, authorise, answer 304, or say it is withdrawn."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from hashlib import sha256
from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.core.cache.backends.locmem import LocMemCache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.timezone import get_default_timezone
from django.views.decorators.http import require_safe

from ..indicatorlijst import has_indicatoren
from ..kruimels import Kruimels, make_kruimels
from ..lezen import NIET_GEVONDEN, fetch_concept, fetch_editie
from ..lezing import Lezing
from ..opzoeken import NietInRapport
from ..vormen import Vorm, choose_vorm
from .inpakken import choose_pakker, pack

Pagina = Callable[..., HttpResponse]

# Finished pages of editions. All that a page can differ in is in its ETag, so what lies here is never stale.
KLAAR = LocMemCache("klaar", {"TIMEOUT": None, "OPTIONS": {"MAX_ENTRIES": 256}})


def lezer(pagina: Pagina) -> Pagina:
    """Turns `pagina(request, lezing, **delen)` into a view of a programme, a round and a version or concept.

    Open to visitors who are not logged in, because editions can be public; `lezen` decides.
    """

    @login_not_required
    @require_safe
    @wraps(pagina)
    def view(request: HttpRequest, programma: str, ronde: str, versie: int | None = None, **delen):
        is_concept = delen.pop("concept", False)
        try:
            if is_concept:
                lezing = fetch_concept(request.user, programma, ronde, vandaag=today())
                antwoord = pagina(request, lezing, **delen)
            else:
                lezing = fetch_editie(request.user, programma, ronde, versie, vandaag=today())
                antwoord = answer_editie(pagina, request, lezing, delen)
        except NietInRapport as fout:
            raise Http404(NIET_GEVONDEN) from fout
        return keep_private(antwoord)

    return view


def today() -> date:
    """As Django's `localdate`, in fewer steps: this is asked for every answer 304."""
    return datetime.now(get_default_timezone()).date()


def keep_private(antwoord: HttpResponse) -> HttpResponse:
    """Asked again every time, and never for somebody else."""
    antwoord["Cache-Control"], antwoord["Vary"] = "private, no-cache", "Cookie, Accept-Encoding"
    return antwoord


def answer_editie(pagina: Pagina, request: HttpRequest, lezing: Lezing, delen: dict) -> HttpResponse:
    """410 for a withdrawn edition, 304 for what the browser holds, else the page, made once in a process."""
    if lezing.editie.ingetrokken_op is not None:
        return render_lezing(request, "ingetrokken", lezing, status=HTTPStatus.GONE)
    etag = lezing.etag
    antwoord = answer_held(request, etag) or make_once(pagina, request, lezing, delen)
    antwoord["ETag"] = etag
    return antwoord


def answer_held(request: HttpRequest, etag: str) -> HttpResponse | None:
    """304 for what the browser holds. Nearly all send back what we sent; only other questions are parsed."""
    if request.META.get("HTTP_IF_NONE_MATCH") == etag:
        return HttpResponseNotModified()
    return get_conditional_response(request, etag=etag)


def make_once(pagina: Pagina, request: HttpRequest, lezing: Lezing, delen: dict) -> HttpResponse:
    """A page with a filter is not kept: a visitor could make up addresses until the others are pushed out."""
    if request.GET:
        return pagina(request, lezing, **delen)
    pakker = choose_pakker(request)
    sleutel = sha256(f"{lezing.etag} {request.get_full_path()} {pakker}".encode()).hexdigest()
    antwoord = KLAAR.get(sleutel)
    if antwoord is None:
        antwoord = pagina(request, lezing, **delen)
        pack(antwoord, pakker)
        KLAAR.set(sleutel, antwoord)
    return antwoord


def vorm_of(request: HttpRequest, lezing: Lezing) -> Vorm:
    """The form the address asks for, or else that of the round; its words are those of this report."""
    return choose_vorm(request.GET.get("vorm", ""), lezing.vorm).in_words(lezing.rapport)


def render_lezing(
    request: HttpRequest,
    naam: str,
    lezing: Lezing,
    *,
    status: int = HTTPStatus.OK,
    weg: Kruimels | None = None,
    **context,
):
    """A page in the frame of the report, `weg` the steps to it; with status 410 a page without a rapport."""
    if status == HTTPStatus.OK:
        context = frame_of(request, lezing, [*(weg or ()), (context.get("titel", ""), "")]) | context
    context |= {"lezing": lezing, "basis": lezing.basis, "heeft_werk": lezing.heeft_werk, "pagina": naam}
    return render(request, f"rapportage/{naam}.html", context, status=status)


def frame_of(request: HttpRequest, lezing: Lezing, stappen: Kruimels) -> dict:
    """`vaste_link` leads to this same page, with its filter, of the version that is read."""
    return {
        "rapport": lezing.rapport,
        "vorm": vorm_of(request, lezing),
        "heeft_indicatoren": has_indicatoren(lezing.rapport),
        "kruimels": make_kruimels(lezing, *(stap for stap in stappen if stap[0])),
        "vaste_link": lezing.vaste_basis
        and request.get_full_path().replace(lezing.basis, lezing.vaste_basis, 1),
    }
