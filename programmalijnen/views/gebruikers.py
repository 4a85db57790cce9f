"""Users and roles, for the beheerder: for anybody else these pages do not exist."""

from functools import wraps
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ..bouwen.gebruikers import fetch_gebruikerrijen, fetch_rolrijen
from ..forms.gebruikers import GebruikerForm, RolForm
from ..gebruikerstabel import GebruikersFilter, GebruikersTabel
from ..models import Gebruiker, Programma, Rol
from ..rechten import require_beheerder
from ..services.gebruikers import create_gebruiker, make_inloglink, save_gebruiker, set_actief
from ..services.inloglinkmail import mail_inloglink
from ..services.rollen import end_rol, set_rol
from ..services.samenvoegen import Botsing
from .wachtwoord import inloglink_adres

NIET_GEVONDEN = "Deze gebruiker is er niet."
OPGESLAGEN = "De gegevens van {naam} zijn opgeslagen."
GEMAAKT = "{naam} is toegevoegd. Geef hieronder een rol en een inloglink."
GESLOTEN = "Het account van {naam} is gesloten. Wie nog was ingelogd, is dat nu niet meer."
GEOPEND = "Het account van {naam} is weer open. Geef een inloglink, want het oude wachtwoord geldt niet meer."
GEMAILD = "De inloglink is gemaild naar {email}."
NIET_GEMAILD = "De mail naar {email} is niet gelukt. Geef de link hieronder zelf door."
IN_SESSIE = "inloglink"


def beheer(view):
    """Only for the beheerder; a page with people on it is kept by no browser."""

    @never_cache
    @wraps(view)
    def only(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        require_beheerder(request.user)
        return view(request, *args, **kwargs)

    return only


def fetch_gebruiker(email: str) -> Gebruiker:
    gebruiker = Gebruiker.objects.filter(email=email).first()
    if gebruiker is None:
        raise Http404(NIET_GEVONDEN)
    return gebruiker


def crumbs(*verder: tuple[str, str]) -> list[tuple[str, str]]:
    adres = reverse("werk:gebruikers") if verder else ""
    return [("Mijn werk", reverse("werk:mijn-werk")), ("Gebruikers", adres), *verder]


def page_of(gebruiker: Gebruiker) -> str:
    return reverse("werk:gebruiker", args=[gebruiker.email])


@beheer
@require_safe
def gebruikers(request: HttpRequest) -> HttpResponse:
    filters = GebruikersFilter(request.GET)
    rijen = fetch_gebruikerrijen(filters.qs)
    context = {
        "filters": filters,
        "tabel": GebruikersTabel(rijen, request.GET),
        "aantal": len(rijen),
        "kruimels": crumbs(),
        "heeft_werk": True,
    }
    return render(request, "programmalijnen/gebruikers.html", context)


@beheer
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    form = GebruikerForm(request.POST if request.method == "POST" else None, rij=Gebruiker())
    if request.method == "POST" and form.is_valid():
        try:
            gebruiker = create_gebruiker(
                **form.ingevoerd(), wachtwoord=None, door=request.user, op=timezone.now()
            )
        except ValidationError as fout:
            form.show_fouten(fout)
        else:
            messages.success(request, GEMAAKT.format(naam=gebruiker.naam))
            return redirect(page_of(gebruiker))
    context = {"form": form, "kruimels": crumbs(("Nieuwe gebruiker", "")), "heeft_werk": True}
    return render(request, "programmalijnen/gebruiker_nieuw.html", context)


@beheer
@require_http_methods(["GET", "POST"])
def gebruiker(request: HttpRequest, email: str) -> HttpResponse:
    rij = fetch_gebruiker(email)
    form = GebruikerForm(request.POST if request.method == "POST" else None, rij=rij)
    status = HTTPStatus.OK
    if request.method == "POST" and form.is_valid():
        try:
            save_gebruiker(bewerking=form.bewerking(), door=request.user, op=timezone.now())
        except Botsing as botsing:
            form.show_conflicten(botsing.uitkomsten[0].conflicten)
            status = HTTPStatus.CONFLICT
        except ValidationError as fout:
            form.show_fouten(fout)
        else:
            messages.success(request, OPGESLAGEN.format(naam=rij.naam))
            return redirect(page_of(rij))
    # What is written around the form is what is stored, not what was typed.
    return show(request, fetch_gebruiker(email), form, status)


def show(request: HttpRequest, rij: Gebruiker, form: GebruikerForm, status: int) -> HttpResponse:
    link = request.session.pop(IN_SESSIE, None)
    context = {
        "gebruiker": rij,
        "form": form,
        "rollen": fetch_rolrijen(rij),
        "keuzes": RolForm.base_fields["rol"].choices,
        "link": link["adres"] if link and link["email"] == rij.email else "",
        "is_zelf": rij.pk == request.user.pk,
        "kruimels": crumbs((rij.naam, "")),
        "heeft_werk": True,
    }
    return render(request, "programmalijnen/gebruiker.html", context, status=status)


@beheer
@require_POST
def account(request: HttpRequest, email: str) -> HttpResponse:
    """Close or open it, whichever the button said."""
    rij = fetch_gebruiker(email)
    actief = request.POST.get("account") == "open"
    try:
        set_actief(gebruiker=rij, actief=actief, door=request.user, op=timezone.now())
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    else:
        messages.success(request, (GEOPEND if actief else GESLOTEN).format(naam=rij.naam))
    return redirect(page_of(rij))


@beheer
@require_POST
def rol(request: HttpRequest, email: str, programma: str) -> HttpResponse:
    rij, form = fetch_gebruiker(email), RolForm(request.POST)
    gevonden = Programma.objects.filter(slug=programma).first()
    if gevonden is None:
        raise Http404(NIET_GEVONDEN)
    wie = {"gebruiker": rij, "programma": gevonden, "door": request.user, "op": timezone.now()}
    if not form.is_valid():
        messages.error(request, "Kies een rol uit de lijst.")
    elif form.cleaned_data["rol"]:
        set_rol(**wie, rol=Rol(form.cleaned_data["rol"]))
        messages.success(request, f"{rij.naam} is nu {form.cleaned_data['rol']} van {gevonden.naam}.")
    else:
        end_rol(**wie)
        messages.success(request, f"{rij.naam} hoort niet meer bij het team van {gevonden.naam}.")
    return redirect(page_of(rij))


@beheer
@require_POST
def inloglink(request: HttpRequest, email: str) -> HttpResponse:
    """Make a link, mail it, and show it once, to be passed on in another way."""
    rij = fetch_gebruiker(email)
    try:
        token = make_inloglink(gebruiker=rij, door=request.user, op=timezone.now())
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
        return redirect(page_of(rij))
    adres = request.build_absolute_uri(inloglink_adres(rij, token))
    request.session[IN_SESSIE] = {"email": rij.email, "adres": adres}
    if mail_inloglink(rij, adres):
        messages.success(request, GEMAILD.format(email=rij.email))
    else:
        messages.warning(request, NIET_GEMAILD.format(email=rij.email))
    return redirect(page_of(rij))
