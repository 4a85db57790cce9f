"""The pages on which a team fills in: of an activiteit, a toelichting, a single indicator."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dordt_monitor.bevestigen import confirm_opgeslagen

from ..bouwen.blad import Invoerblad
from ..bouwen.ophalen import ACTIVITEITEN, INDICATOREN, TOELICHTINGEN, Plek, fetch_invoerblad
from ..bouwen.vorige import fetch_reeks
from ..forms import TOESTANDEN, InvoerForm
from ..rechten import Recht
from ..services.invoer import Opgeslagen, save_invoer
from ..services.invoerstaten import VERANDERD
from ..services.samenvoegen import Botsing
from ..services.schrijven import Vergrendeld
from .afronden import ZINNEN, make_overgang, recht_voor
from .bladzijde import Bladzijde, find_buur
from .ophalen import crumbs, fetch_ronde

GEEN_PAGINA = "Dit staat niet in deze ronde."
OPGESLAGEN = "Opgeslagen om {tijd}."
NIETS_VERANDERD = "Er was niets veranderd, dus er is niets opgeslagen."
NIET_OPGESLAGEN = "Wat u typte, is niet opgeslagen; u kunt het hieronder nog kopiëren."
OVERGENOMEN = "Een collega veranderde intussen: {velden}. Dat is bewaard, naast wat u typte."


@require_http_methods(["GET", "POST"])
def activiteit(request: HttpRequest, programma: str, ronde: str, sleutel: str) -> HttpResponse:
    return fill_in(request, programma, ronde, ACTIVITEITEN, sleutel)


@require_http_methods(["GET", "POST"])
def toelichting(request: HttpRequest, programma: str, ronde: str, sleutel: str) -> HttpResponse:
    return fill_in(request, programma, ronde, TOELICHTINGEN, sleutel)


@require_http_methods(["GET", "POST"])
def indicator(request: HttpRequest, programma: str, ronde: str, sleutel: str) -> HttpResponse:
    return fill_in(request, programma, ronde, INDICATOREN, sleutel)


def fill_in(request: HttpRequest, programma: str, ronde: str, soort: str, sleutel: str) -> HttpResponse:
    """Who may read sees the page; who may fill in also saves. What was typed stays until it is saved."""
    is_post = request.method == "POST"
    recht = recht_voor(request.POST.get("daad", "")) if is_post else Recht.LIVE_LEZEN
    plek = Plek(ronde=fetch_ronde(request, programma, ronde, recht), soort=soort, sleutel=sleutel)
    blad = fetch_blad(plek)
    form = InvoerForm(blad, request.POST if is_post else None)
    if not is_post:
        return show(request, plek, blad, form)
    if not form.is_valid():
        return show(request, plek, blad, form, HTTPStatus.CONFLICT if form.botsend else HTTPStatus.OK)
    try:
        opgeslagen = save(request, plek, form)
    except Botsing as botsing:
        form.show_conflicten(botsing.uitkomsten[0].conflicten)
    except Vergrendeld as slot:
        return show(request, plek, fetch_blad(plek), form, HTTPStatus.CONFLICT, geweigerd=str(slot))
    except ValidationError as fout:
        form.show_fouten(fout)
        if not is_verouderd(fout):
            return show(request, plek, blad, form)
        form.take_over(fetch_blad(plek))
    else:
        tell_saved(request, form, opgeslagen)
        return redirect(next_url(request, plek))
    return show(request, plek, fetch_blad(plek), form, HTTPStatus.CONFLICT)


def fetch_blad(plek: Plek) -> Invoerblad:
    try:
        return fetch_invoerblad(plek)
    except ObjectDoesNotExist as fout:
        raise Http404(GEEN_PAGINA) from fout


def is_verouderd(fout: ValidationError) -> bool:
    """Whether a manager was about to judge what is no longer there."""
    return any(deel.code == VERANDERD for delen in fout.error_dict.values() for deel in delen)


def save(request: HttpRequest, plek: Plek, form: InvoerForm) -> Opgeslagen:
    """Only of the fields the page showed: who approves in a closed round saw no fields."""
    return save_invoer(
        plek=plek,
        ingevoerd={naam: tekst for naam, tekst in form.ingevoerd().items() if naam in request.POST},
        geladen=form.geladen(),
        door=request.user,
        op=timezone.now(),
        reden=form.cleaned_data["reden"],
        overgang=make_overgang(request.POST.get("daad", ""), form.cleaned_data),
        gezien=form.cleaned_data["versie"],
    )


def tell_saved(request: HttpRequest, form: InvoerForm, opgeslagen: Opgeslagen) -> None:
    zin = ZINNEN.get(request.POST.get("daad", ""), OPGESLAGEN if opgeslagen.gewijzigd else "")
    if zin:
        confirm_opgeslagen(request, zin.format(tijd=f"{timezone.localtime():%H:%M}"))
    else:
        confirm_opgeslagen(request, NIETS_VERANDERD, messages.INFO)
    if opgeslagen.overgenomen:
        velden = ", ".join(form.labels(opgeslagen.overgenomen))
        messages.info(request, OVERGENOMEN.format(velden=velden))


def next_url(request: HttpRequest, plek: Plek) -> str:
    """The same page, or with "Opslaan en naar de volgende" the one after it."""
    buur = find_buur(plek, fetch_reeks(plek), 1) if "volgende" in request.POST else None
    return buur.url if buur else request.path


def show(
    request: HttpRequest,
    plek: Plek,
    blad: Invoerblad,
    form: InvoerForm,
    status: int = HTTPStatus.OK,
    *,
    geweigerd: str = "",
) -> HttpResponse:
    """`geweigerd` is why nothing was saved; not said again when the page already says it of itself."""
    ronde = plek.ronde
    bladzijde = Bladzijde(plek, blad, form, request.user)
    if geweigerd:
        reden = "" if geweigerd == bladzijde.slot.zin else f"{geweigerd} "
        form.add_error(None, reden + NIET_OPGESLAGEN)
    naar_ronde = reverse("werk:ronde", args=[ronde.programma.slug, ronde.slug])
    context = {
        "bladzijde": bladzijde,
        "blad": blad,
        "form": form,
        "ronde": ronde,
        "programma": ronde.programma,
        "kruimels": crumbs(ronde.programma, (ronde.titel, naar_ronde), (bladzijde.titel, "")),
        "toestanden": TOESTANDEN,
        "heeft_werk": True,
    }
    return render(request, "programmalijnen/invoer.html", context, status=status)
