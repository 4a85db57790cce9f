"""Recording the adoption of a round: from here on its report is frozen (ontwerp 3, "Editie")."""

from http import HTTPStatus

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dordt_monitor.bevestigen import confirm_opgeslagen
from programmalijnen.models import Rapportageronde, Rondestaat
from programmalijnen.rechten import Recht
from programmalijnen.services.schrijven import Vergrendeld
from programmalijnen.views.ophalen import crumbs, fetch_ronde

from ..bouwen import check_ronde
from ..forms import VaststelForm
from ..lezing import basis_of
from ..models import Editie, Lotgevalsoort
from ..services import adopt_ronde
from ..services.edities import last_datum
from ..services.vaststellen import Blokkade, find_blokkades, print_gezien
from .controleblad import Controleblad
from .herstel import list_blokkades


@require_http_methods(["GET", "POST"])
def vaststellen(request: HttpRequest, programma: str, ronde: str) -> HttpResponse:
    rij = fetch_ronde(request, programma, ronde, Recht.BEHEREN)
    if is_vastgesteld(rij):
        return show_vastgesteld(request, rij)
    blokkades = find_blokkades(rij)
    form = make_form(request, rij, blokkades)
    if form.is_valid():
        if editie := adopt(request, rij, form):
            confirm_opgeslagen(request, f"{rij.titel} is vastgesteld, versie {editie.versie}.")
            return redirect(request.path)
        rij.refresh_from_db(fields=["staat"])
    return show_vastgesteld(request, rij) if is_vastgesteld(rij) else show(request, rij, form)


def is_vastgesteld(ronde: Rapportageronde) -> bool:
    return ronde.staat == Rondestaat.VASTGESTELD


def make_form(request: HttpRequest, ronde: Rapportageronde, blokkades: tuple[Blokkade, ...]) -> VaststelForm:
    return VaststelForm(
        request.POST if request.method == "POST" else None,
        peildatum=ronde.peildatum,
        vandaag=timezone.localdate(),
        aantal=len(blokkades),
        gezien=print_gezien(blokkades),
    )


def adopt(request: HttpRequest, ronde: Rapportageronde, form: VaststelForm) -> Editie | None:
    """The edition; None when the form says why not, or when a colleague was first."""
    try:
        return adopt_ronde(ronde=ronde, door=request.user, op=timezone.now(), **form.invoer())
    except ValidationError as fout:
        if "keur_rest_goed" in getattr(fout, "error_dict", {}):
            form.ask_again()
        else:
            form.add_error(None, fout.messages)
    except Vergrendeld:
        pass
    return None


def show(request: HttpRequest, ronde: Rapportageronde, form: VaststelForm) -> HttpResponse:
    """What is shown is read now, so that a new try agrees to that."""
    blokkades = find_blokkades(ronde)
    blad = Controleblad(check_ronde(ronde), ronde, None, mag_beheren=True)
    context = frame(ronde) | {
        "form": form,
        **list_blokkades(blokkades, ronde),
        "gezien": print_gezien(blokkades),
        "gevuld": sum(blokkade.is_gevuld for blokkade in blokkades),
        "leeg": sum(not blokkade.is_gevuld for blokkade in blokkades),
        "waarschuwingen": [regel for regel in blad.regels if regel.is_open],
        "concept_url": basis_of(ronde.programma.slug, ronde.slug, "concept"),
    }
    return render(request, "rapportage/vaststellen.html", context)


def show_vastgesteld(request: HttpRequest, ronde: Rapportageronde) -> HttpResponse:
    """Who adopted it, and where to read it. Sent twice by one person it is adopted once, and all is well."""
    editie = ronde.edities.select_related("door").defer("inhoud").order_by("-versie").first()
    is_post = request.method == "POST"
    if is_post and editie is not None and editie.door == request.user:
        return redirect(request.path)
    openbaar_vanaf = editie and last_datum(editie, Lotgevalsoort.OPENBAAR)
    context = frame(ronde) | {"editie": editie, "openbaar_vanaf": openbaar_vanaf, "te_laat": is_post}
    status = HTTPStatus.CONFLICT if is_post else HTTPStatus.OK
    return render(request, "rapportage/vastgesteld.html", context, status=status)


def frame(ronde: Rapportageronde) -> dict:
    programma = ronde.programma
    naar_ronde = reverse("werk:ronde", args=[programma.slug, ronde.slug])
    return {
        "programma": programma,
        "ronde": ronde,
        "mag_beheren": True,
        "kruimels": crumbs(programma, (ronde.titel, naar_ronde), ("Vaststellen", "")),
        "heeft_werk": True,
    }
