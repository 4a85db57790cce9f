"""Opening a round: what it is about, what comes along, of whom it is asked."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dordt_monitor.bevestigen import confirm_opgeslagen

from ..bouwen.opbouw import fetch_opbouw
from ..bouwen.opening import Opening, fetch_opening, fetch_schrijvers
from ..forms.rondes import OpenForm
from ..forms.samenstelling import Keuzetabel, make_openrij
from ..models import Programma, Rapportageronde
from ..rechten import Recht, fetch_programma
from ..regels.rondevoorstel import Rondegegevens, propose_ronde
from ..services.rondes import open_ronde, require_na_laatste
from .ophalen import crumbs

GEOPEND = "{ronde} is open. Laat uw collega’s weten dat zij kunnen beginnen."


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, programma: str) -> HttpResponse:
    """A POST with `bekijk` only shows what would come along with what was typed."""
    gevonden = fetch_programma(request.user, programma, Recht.BEHEREN)
    rondes = list(Rapportageronde.objects.filter(programma=gevonden).order_by("peildatum"))
    data = request.POST if request.method == "POST" else None
    form = OpenForm(data, initial=propose(rondes))
    gegevens = form.gegevens
    opening = fetch_opening(gevonden, rondes, peildatum=gegevens.peildatum, jaar=gegevens.jaar)
    rijen = [make_openrij(rij, opening.elders) for rij in opening.rijen]
    tabel = Keuzetabel(rijen, fetch_schrijvers(gevonden), data)
    if data is not None and form.is_valid():
        ronde = save(request, gevonden, form, tabel)
        if ronde is not None:
            return redirect("werk:ronde", gevonden.slug, ronde.slug)
    return show(request, gevonden, form, opening, tabel)


def propose(rondes: list[Rapportageronde]) -> dict[str, Any]:
    bekend = [
        Rondegegevens(
            titel=ronde.titel,
            label=ronde.label,
            peildatum=ronde.peildatum,
            jaar=ronde.jaar,
            deadline=ronde.deadline,
        )
        for ronde in rondes
    ]
    voorstel = propose_ronde(bekend)
    return {naam: getattr(voorstel, naam) for naam in ("titel", "label", "peildatum", "jaar", "deadline")}


def save(
    request: HttpRequest, programma: Programma, form: OpenForm, tabel: Keuzetabel
) -> Rapportageronde | None:
    """None when the form has to say why not, or when one only looks."""
    try:
        if "bekijk" in request.POST:
            require_na_laatste(programma, form.cleaned_data["peildatum"])
            return None
        ronde = open_ronde(
            programma=programma,
            slug=form.slug,
            trekkers=tabel.trekkers(),
            door=request.user,
            op=timezone.now(),
            **form.cleaned_data,
        )
    except ValidationError as fout:
        show_fouten(form, fout)
        return None
    confirm_opgeslagen(request, GEOPEND.format(ronde=ronde.titel))
    return ronde


def show_fouten(form: OpenForm, fout: ValidationError) -> None:
    """The address comes from the title, so what is wrong with it is said there."""
    per_veld = fout.error_dict if hasattr(fout, "error_dict") else {"": fout.error_list}
    for naam, fouten in per_veld.items():
        veld = {"slug": "titel"}.get(naam, naam)
        form.add_error(veld if veld in form.fields else None, fouten)


def show(
    request: HttpRequest, programma: Programma, form: OpenForm, opening: Opening, tabel: Keuzetabel
) -> HttpResponse:
    context = {
        "programma": programma,
        "kruimels": crumbs(programma, ("Ronde openen", "")),
        "form": form,
        "opening": opening,
        "opbouw": fetch_opbouw(programma) if opening.vorige is None else None,
        "tabel": tabel,
        "keuzes": tabel.keuzes,
        "heeft_werk": True,
    }
    return render(request, "programmalijnen/ronde_nieuw.html", context)
