"""How far a round is, and reminding who still has something to submit."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from ..bouwen.voortgang import fetch_herinnerd, fetch_voortgang
from ..rechten import Recht, may
from ..services.herinneren import Verzonden, fetch_op_verzoek, send_alle
from .ophalen import fetch_ronde, find_slot, round_crumbs

ALLEN = "allen"
NIEMAND = "Er is niemand te herinneren: alles is ingediend, of wie iets moet doen kreeg al bericht."
GEEN_POST = "Deze site kan nog geen e-mail versturen. Vraag de beheerder om een mailserver in te stellen."
MISLUKT = "Dit bericht kon niet worden verstuurd aan: {namen}. Probeer het later opnieuw."


@require_safe
def voortgang(request: HttpRequest, programma: str, ronde: str) -> HttpResponse:
    gevonden = fetch_ronde(request, programma, ronde, Recht.LIVE_LEZEN)
    mag_beheren = may(request.user, gevonden.programma, Recht.BEHEREN)
    vandaag = timezone.localdate()
    stand = fetch_voortgang(gevonden, vandaag)
    herinnerd = fetch_herinnerd(gevonden) if mag_beheren else {}
    trekkers = [(groep, herinnerd.get(groep.trekker and groep.trekker.pk, ())) for groep in stand.per_trekker]
    context = {
        "ronde": gevonden,
        "programma": gevonden.programma,
        "kruimels": round_crumbs(gevonden, "Stand van zaken"),
        "voortgang": stand,
        "trekkers": trekkers,
        "vandaag": vandaag,
        "mag_herinneren": mag_beheren and gevonden.is_bewerkbaar and settings.POST_AAN,
        "mag_beheren": mag_beheren,
        "mag_invullen": may(request.user, gevonden.programma, Recht.INVULLEN),
        "slot": "" if gevonden.is_bewerkbaar else find_slot(gevonden, request.user).zin,
        "heeft_werk": True,
    }
    return render(request, "programmalijnen/voortgang.html", context)


@require_POST
def herinner(request: HttpRequest, programma: str, ronde: str) -> HttpResponse:
    """`wie`: an e-mail address of the team, or all who still have something to submit."""
    gevonden = fetch_ronde(request, programma, ronde, Recht.BEHEREN)
    if settings.POST_AAN:
        nu = timezone.now()
        vandaag = timezone.localdate(nu)
        wie = request.POST.get("wie", "")
        berichten = [
            bericht for bericht in fetch_op_verzoek(gevonden, vandaag) if wie in (ALLEN, bericht.aan)
        ]
        tell(request, send_alle(berichten, vandaag=vandaag, door=request.user, op=nu))
    else:
        messages.error(request, GEEN_POST)
    return redirect("werk:voortgang", programma, ronde)


def tell(request: HttpRequest, verzonden: Verzonden) -> None:
    if verzonden.gelukt:
        namen = ", ".join(str(bericht.teamlid.gebruiker) for bericht in verzonden.gelukt)
        messages.success(request, f"Een herinnering is verstuurd aan {namen}.")
    if verzonden.mislukt:
        namen = ", ".join(str(bericht.teamlid.gebruiker) for bericht, _ in verzonden.mislukt)
        messages.error(request, MISLUKT.format(namen=namen))
    if not (verzonden.gelukt or verzonden.mislukt):
        messages.info(request, NIEMAND)
