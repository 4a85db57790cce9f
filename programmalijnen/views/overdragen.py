"""Handing over what a round asks to a colleague: one's own for who fills in, everybody's for the manager."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from ..bouwen.opening import fetch_schrijvers
from ..bouwen.ophalen import ACTIVITEITEN, TOELICHTINGEN, Plek
from ..bouwen.voortgang import NOG_TE_DOEN, Gevraagd, fetch_gevraagd
from ..forms.rondes import OverdraagForm
from ..models import Gebruiker, Opgave, Rapportageronde, Realisatie, Rondestaat, Teamlid, Toelichting
from ..rechten import Recht, may
from ..services.overdragen import hand_over
from ..services.schrijven import Vergrendeld
from .ophalen import fetch_ronde, round_crumbs

NIEMAND = "niemand"
NIET_VAN_U = "U kunt alleen overdragen wat aan u is gevraagd. De programmamanager verdeelt het andere werk."


@require_http_methods(["GET", "POST"])
def overdragen(request: HttpRequest, programma: str, ronde: str) -> HttpResponse:
    """`van` in the address: of whom it is asked now, by e-mail or "niemand"; `rij`: the one to begin with."""
    gevonden = fetch_ronde(request, programma, ronde, Recht.INVULLEN)
    van = find_van(request, gevonden)
    rijen = [rij for rij in fetch_gevraagd(gevonden) if rij.trekker == van and rij.wacht_op_trekker]
    form = make_form(request, gevonden, van, rijen)
    if request.method == "POST" and form.is_valid() and save(request, gevonden, van, form):
        return redirect("werk:ronde", programma, ronde)
    context = {
        "ronde": gevonden,
        "programma": gevonden.programma,
        "kruimels": round_crumbs(gevonden, "Overdragen"),
        "form": form,
        "van": van,
        "is_eigen": van is not None and van.gebruiker_id == request.user.pk,
        "rijen": rijen,
        "heeft_werk": True,
        "mag_beheren": may(request.user, gevonden.programma, Recht.BEHEREN),
    }
    return render(request, "programmalijnen/overdragen.html", context)


def overdraag_url(plek: Plek, rij: Realisatie | Toelichting | None, gebruiker: Gebruiker) -> str:
    """Where this one row can be handed over; "" for who may not, or where nothing is left to do."""
    ronde = plek.ronde
    if rij is None or rij.staat not in NOG_TE_DOEN or ronde.staat == Rondestaat.VASTGESTELD:
        return ""
    if getattr(rij, "opgave", Opgave.HIER) != Opgave.HIER:
        return ""
    is_eigen = rij.trekker is not None and rij.trekker.gebruiker_id == gebruiker.pk
    if not (is_eigen or may(gebruiker, ronde.programma, Recht.BEHEREN)):
        return ""
    van = rij.trekker.spoorsleutel if rij.trekker else NIEMAND
    vraag = urlencode({"van": van, "rij": f"{plek.soort}/{plek.sleutel}"})
    return f"{reverse('werk:overdragen', args=[ronde.programma.slug, ronde.slug])}?{vraag}"


def find_van(request: HttpRequest, ronde: Rapportageronde) -> Teamlid | None:
    """Whose work it is; oneself when the address does not say. Raises PermissionDenied, Http404."""
    wie = request.GET.get("van", "") or request.user.email
    mag_beheren = may(request.user, ronde.programma, Recht.BEHEREN)
    if wie != request.user.email and not mag_beheren:
        raise PermissionDenied(NIET_VAN_U)
    if wie == NIEMAND:
        return None
    leden = Teamlid.objects.filter(programma=ronde.programma, gebruiker__email=wie)
    van = leden.select_related("gebruiker", "programma").first()
    if van is None:
        raise Http404("Deze persoon hoort niet bij dit programma.")
    return van


def make_form(
    request: HttpRequest, ronde: Rapportageronde, van: Teamlid | None, rijen: list[Gevraagd]
) -> OverdraagForm:
    sleutels = [key_of(rij) for rij in rijen]
    eerste = request.GET.get("rij", "")
    begin = {"rijen": [eerste] if eerste in sleutels else sleutels}
    form = OverdraagForm(request.POST if request.method == "POST" else None, initial=begin)
    form.fields["rijen"].choices = [(key_of(rij), f"{rij.titel} ({rij.staat})") for rij in rijen]
    if not may(request.user, ronde.programma, Recht.BEHEREN):
        del form.fields["ook_hierna"]  # who is trekker of an activiteit is of its structure
    form.fields["naar"].offer([lid for lid in fetch_schrijvers(ronde.programma) if lid != van])
    return form


def key_of(rij: Gevraagd) -> str:
    return f"{rij.soort}/{rij.sleutel}"


def save(request: HttpRequest, ronde: Rapportageronde, van: Teamlid | None, form: OverdraagForm) -> bool:
    """Whether it was handed over; otherwise the form says why not."""
    gegevens = form.cleaned_data
    delen = [sleutel.split("/", 1) for sleutel in gegevens["rijen"]]
    try:
        aantal = hand_over(
            ronde=ronde,
            van=van,
            naar=gegevens["naar"],
            realisaties=[sleutel for soort, sleutel in delen if soort == ACTIVITEITEN],
            toelichtingen=[sleutel for soort, sleutel in delen if soort == TOELICHTINGEN],
            ook_hierna=gegevens.get("ook_hierna", False),
            bericht=gegevens["bericht"],
            door=request.user,
            op=timezone.now(),
        )
    except Vergrendeld as slot:
        form.add_error(None, str(slot))
        return False
    except ValidationError as fout:
        per_veld = fout.error_dict if hasattr(fout, "error_dict") else {None: fout.error_list}
        for naam, fouten in per_veld.items():
            form.add_error(naam, fouten)
        return False
    wat = "1 tekst is" if aantal == 1 else f"{aantal} teksten zijn"
    messages.success(request, f"{wat} overgedragen aan {gegevens['naar'].gebruiker}.")
    return True
