"""The activiteiten of one round: of whom each is asked, where it is reported, which join and which leave."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dordt_monitor.bevestigen import confirm_opgeslagen

from ..bouwen.opening import activiteiten_of, fetch_schrijvers
from ..forms.samenstelling import Keuzerij, Samenstelling
from ..models import Rapportageronde, Realisatie
from ..rechten import Recht
from ..services.rondebeheer import save_samenstelling
from ..services.samenvoegen import Bewerking, Botsing
from ..services.schrijven import Vergrendeld
from .ophalen import fetch_ronde, find_slot, round_crumbs

OPGESLAGEN = "De samenstelling van deze ronde is opgeslagen."
NIETS_VERANDERD = "Er was niets veranderd, dus er is niets opgeslagen."
INTUSSEN = "Een collega veranderde dit intussen ook. Hieronder staat uw keuze; sla opnieuw op als die geldt."


@require_http_methods(["GET", "POST"])
def samenstelling(request: HttpRequest, programma: str, ronde: str) -> HttpResponse:
    gevonden = fetch_ronde(request, programma, ronde, Recht.BEHEREN)
    data = request.POST if request.method == "POST" else None
    tabel = Samenstelling(fetch_rijen(gevonden), fetch_schrijvers(gevonden.programma), data)
    fouten: list[str] = [f"{rij.titel}: {rij.fout}" for rij in tabel.rijen.values() if rij.fout]
    if data is None or fouten:
        return show(request, gevonden, tabel, fouten)
    try:
        is_veranderd = save(request, gevonden, tabel)
    except Botsing as botsing:
        mark_botsingen(tabel, botsing)
        return show(request, gevonden, tabel, [], HTTPStatus.CONFLICT)
    except Vergrendeld as slot:
        return show(request, gevonden, tabel, [str(slot)], HTTPStatus.CONFLICT)
    except ValidationError as fout:
        return show(request, gevonden, tabel, fout.messages)
    zin = (OPGESLAGEN, messages.SUCCESS) if is_veranderd else (NIETS_VERANDERD, messages.INFO)
    confirm_opgeslagen(request, *zin)
    return redirect("werk:samenstelling", programma, ronde)


def fetch_rijen(ronde: Rapportageronde) -> list[Realisatie]:
    verwant = ("ronde__programma", "activiteit", "lijn", "trekker__gebruiker", "elders_programma")
    return list(Realisatie.objects.filter(ronde=ronde).in_rapportvolgorde().select_related(*verwant))


def save(request: HttpRequest, ronde: Rapportageronde, tabel: Samenstelling) -> bool:
    """Whether there was anything to save."""
    erbij = request.POST.getlist("erbij")
    bewerkingen = [make_bewerking(tabel, rij) for rij in tabel.gewijzigd]
    if not (bewerkingen or erbij or tabel.eruit):
        return False
    save_samenstelling(
        ronde=ronde,
        bewerkingen=bewerkingen,
        eruit=tabel.eruit,
        erbij=erbij,
        door=request.user,
        op=timezone.now(),
    )
    return True


def make_bewerking(tabel: Samenstelling, rij: Keuzerij) -> Bewerking:
    """Without a versie: what was loaded is compared field by field with what is stored."""
    ingevoerd = tabel.velden(rij.gekozen, rij.waar)
    realisatie = tabel.realisaties[rij.sleutel]
    buiten = {"trekker": realisatie.trekker, "elders_programma": realisatie.elders_programma}
    geladen = buiten | tabel.velden(rij.geladen, rij.waar_geladen)
    return Bewerking(rij=realisatie, ingevoerd=ingevoerd, geladen=geladen)


def mark_botsingen(tabel: Samenstelling, botsing: Botsing) -> None:
    """Who saves again has seen it: what the colleague chose is then what was loaded."""
    for rij, uitkomst in zip(tabel.gewijzigd, botsing.uitkomsten, strict=True):
        if uitkomst.conflicten:
            rij.fout = INTUSSEN
            opnieuw = Realisatie.objects.select_related("activiteit", "lijn", "trekker__gebruiker")
            rij.herlaad(opnieuw.get(pk=tabel.realisaties[rij.sleutel].pk))


def show(
    request: HttpRequest,
    ronde: Rapportageronde,
    tabel: Samenstelling,
    fouten: list[str],
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    buiten = [rij for rij in activiteiten_of(ronde.programma) if rij.sleutel not in tabel.rijen]
    gekozen = set(request.POST.getlist("erbij"))
    context = {
        "ronde": ronde,
        "programma": ronde.programma,
        "kruimels": round_crumbs(ronde, "Activiteiten van deze ronde"),
        "tabel": tabel,
        "keuzes": tabel.keuzes,
        "buiten": [(rij, rij.sleutel in gekozen) for rij in buiten],
        "fouten": fouten,
        # What was chosen just too late stays as chosen; otherwise a closed round is read, not filled in.
        "is_dicht": request.method == "GET" and not ronde.is_bewerkbaar,
        "slot": find_slot(ronde, request.user),
        "mag_beheren": True,
        "mag_invullen": True,
        "heeft_werk": True,
    }
    return render(request, "programmalijnen/samenstelling.html", context, status=status)
