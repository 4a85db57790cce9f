"""What a manager does with an open round: settings, closing, exceptions, taking back, who is in it."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dordt_monitor.bevestigen import confirm_opgeslagen

from ..bouwen.opening import fetch_schrijvers
from ..bouwen.voortgang import fetch_voortgang
from ..forms.rondes import HeropenForm, InstellingenForm, UitzonderingForm
from ..models import Rapportageronde, Rondestaat, Teamlid
from ..rechten import Recht
from ..services.rondebeheer import delete_ronde, find_blijfreden, update_ronde
from ..services.rondes import close_ronde, reopen_ronde
from ..services.samenvoegen import Botsing
from ..services.schrijven import Vergrendeld
from ..services.uitzonderingen import end_uitzondering, give_uitzondering
from .ophalen import fetch_ronde, round_crumbs

INSTELLINGEN = ("titel", "label", "deadline", "vorm")


@require_http_methods(["GET", "POST"])
def beheer(request: HttpRequest, programma: str, ronde: str) -> HttpResponse:
    """Each form on the page names its own `actie`."""
    gevonden = fetch_ronde(request, programma, ronde, Recht.BEHEREN)
    vormen = make_vormen(gevonden)
    if request.method == "GET":
        return show(request, gevonden, vormen)
    doe = ACTIES.get(request.POST.get("actie", ""), refuse)
    try:
        klaar = doe(request, gevonden, vormen)
    except Vergrendeld as slot:
        messages.error(request, str(slot))
        klaar = redirect("werk:ronde-beheer", programma, ronde)
    if klaar is not None:
        return klaar
    return show(request, gevonden, vormen)


def make_vormen(ronde: Rapportageronde) -> dict[str, forms.Form]:
    begin = {naam: getattr(ronde, naam) for naam in INSTELLINGEN} | {"versie": ronde.versie}
    vormen = {
        "instellingen": InstellingenForm(initial=begin),
        "heropen": HeropenForm(prefix="heropen"),
        "uitzondering": UitzonderingForm(prefix="uitzondering"),
    }
    vormen["uitzondering"].fields["teamlid"].offer(fetch_schrijvers(ronde.programma))
    return vormen


def bind(request: HttpRequest, vormen: dict[str, forms.Form], naam: str) -> forms.Form:
    """The same form with what was typed in it."""
    leeg = vormen[naam]
    vorm = type(leeg)(request.POST, initial=leeg.initial, prefix=leeg.prefix)
    if "teamlid" in vorm.fields:
        vorm.fields["teamlid"] = leeg.fields["teamlid"]
    vormen[naam] = vorm
    return vorm


def refuse(request: HttpRequest, ronde: Rapportageronde, vormen: dict) -> HttpResponse:
    messages.error(request, "Deze knop is er niet.")
    return redirect("werk:ronde-beheer", ronde.programma.slug, ronde.slug)


def back(request: HttpRequest, ronde: Rapportageronde, zin: str) -> HttpResponse:
    confirm_opgeslagen(request, zin)
    return redirect("werk:ronde-beheer", ronde.programma.slug, ronde.slug)


def save_instellingen(request: HttpRequest, ronde: Rapportageronde, vormen: dict) -> HttpResponse | None:
    form = bind(request, vormen, "instellingen")
    if not form.is_valid():
        return None
    try:
        update_ronde(
            ronde=ronde,
            ingevoerd=form.ingevoerd(),
            geladen=form.geladen(),
            versie=form.cleaned_data["versie"] or 0,
            door=request.user,
            op=timezone.now(),
        )
    except Botsing as botsing:
        form.show_conflicten(botsing.uitkomsten[0].conflicten)
        return None
    except ValidationError as fout:
        form.show_fouten(fout)
        return None
    return back(request, ronde, "De instellingen zijn opgeslagen.")


def sluit(request: HttpRequest, ronde: Rapportageronde, vormen: dict) -> HttpResponse:
    close_ronde(ronde=ronde, door=request.user, op=timezone.now())
    return back(request, ronde, f"{ronde.titel} is gesloten voor invoer.")


def heropen(request: HttpRequest, ronde: Rapportageronde, vormen: dict) -> HttpResponse | None:
    form = bind(request, vormen, "heropen")
    if not form.is_valid():
        return None
    reopen_ronde(ronde=ronde, reden=form.cleaned_data["reden"], door=request.user, op=timezone.now())
    return back(request, ronde, f"{ronde.titel} is weer open voor invoer.")


def geef_uitzondering(request: HttpRequest, ronde: Rapportageronde, vormen: dict) -> HttpResponse | None:
    form = bind(request, vormen, "uitzondering")
    if not form.is_valid():
        return None
    try:
        rij = give_uitzondering(ronde=ronde, door=request.user, op=timezone.now(), **form.cleaned_data)
    except ValidationError as fout:
        for naam, fouten in fout.message_dict.items():
            form.add_error(naam if naam in form.fields else None, fouten)
        return None
    return back(request, ronde, f"{rij.teamlid.gebruiker} mag deze ronde nog invullen.")


def end(request: HttpRequest, ronde: Rapportageronde, vormen: dict) -> HttpResponse:
    """Raises Http404 for who is not of this team."""
    teamlid = (
        Teamlid.objects.filter(programma=ronde.programma, gebruiker__email=request.POST.get("wie", ""))
        .select_related("gebruiker")
        .first()
    )
    if teamlid is None:
        raise Http404("Deze persoon hoort niet bij dit programma.")
    end_uitzondering(ronde=ronde, teamlid=teamlid, door=request.user, op=timezone.now())
    return back(request, ronde, f"De uitzondering van {teamlid.gebruiker} is beëindigd.")


def draai_terug(request: HttpRequest, ronde: Rapportageronde, vormen: dict) -> HttpResponse:
    delete_ronde(ronde=ronde, door=request.user, op=timezone.now())
    messages.success(request, f"{ronde.titel} is teruggedraaid. Er was nog niets ingevuld.")
    return redirect("werk:programma", ronde.programma.slug)


ACTIES: dict[str, Callable[[HttpRequest, Rapportageronde, dict], HttpResponse | None]] = {
    "instellingen": save_instellingen,
    "sluit": sluit,
    "heropen": heropen,
    "uitzondering": geef_uitzondering,
    "beeindig": end,
    "draai-terug": draai_terug,
}


def show(request: HttpRequest, ronde: Rapportageronde, vormen: dict[str, Any]) -> HttpResponse:
    vandaag = timezone.localdate()
    botst = any(getattr(vorm, "botsend", ()) for vorm in vormen.values())
    uitzonderingen = ronde.uitzonderingen.select_related("teamlid__gebruiker").order_by("tot_en_met", "pk")
    context = {
        "ronde": ronde,
        "programma": ronde.programma,
        "kruimels": round_crumbs(ronde, "Ronde beheren"),
        "vormen": vormen,
        "voortgang": fetch_voortgang(ronde, vandaag),
        "uitzonderingen": [(rij, rij.tot_en_met >= vandaag) for rij in uitzonderingen],
        "blijfreden": find_blijfreden(ronde),
        "is_open": ronde.staat == Rondestaat.OPEN,
        "is_gesloten": ronde.staat == Rondestaat.GESLOTEN,
        "is_vastgesteld": ronde.staat == Rondestaat.VASTGESTELD,
        "mag_beheren": True,
        "heeft_werk": True,
    }
    status = HTTPStatus.CONFLICT if botst else HTTPStatus.OK
    return render(request, "programmalijnen/ronde_beheer.html", context, status=status)
