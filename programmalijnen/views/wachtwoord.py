"""Setting a password: with a link from the beheerder, or of one's own account."""

from http import HTTPStatus

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ..forms.gebruikers import EigenWachtwoordForm, NieuwWachtwoordForm
from ..models import Gebruiker
from ..services.gebruikers import is_inloglink, set_wachtwoord, use_inloglink

GEWIJZIGD = "Uw wachtwoord is gewijzigd. Op andere apparaten bent u nu uitgelogd."


def inloglink_adres(gebruiker: Gebruiker, token: str) -> str:
    return reverse("inloglink", args=[urlsafe_base64_encode(force_bytes(gebruiker.email)), token])


def find_gebruiker(email64: str) -> Gebruiker | None:
    """None for what is no address of anybody here."""
    try:
        email = urlsafe_base64_decode(email64).decode()
    except ValueError:
        return None
    return None if "\0" in email else Gebruiker.objects.filter(email=email).first()


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def inloglink(request: HttpRequest, email64: str, token: str) -> HttpResponse:
    """Whoever holds the link chooses a password and is logged in; a spent link says nothing about anybody."""
    gebruiker = find_gebruiker(email64)
    if not is_inloglink(gebruiker, token):
        return render(request, "account/inloglink_verlopen.html", status=HTTPStatus.GONE)
    form = NieuwWachtwoordForm(request.POST if request.method == "POST" else None, gebruiker=gebruiker)
    if request.method == "POST" and form.is_valid():
        try:
            gebruiker = use_inloglink(
                gebruiker=gebruiker, token=token, wachtwoord=form.cleaned_data["nieuw"], op=timezone.now()
            )
        except ValidationError:
            return render(request, "account/inloglink_verlopen.html", status=HTTPStatus.GONE)
        login(request, gebruiker)
        return redirect(get_adapter(request).get_login_redirect_url(request))
    return render(request, "account/inloglink.html", {"form": form, "gebruiker": gebruiker})


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def eigen(request: HttpRequest) -> HttpResponse:
    """Keeps this session, ends the others."""
    form = EigenWachtwoordForm(request.POST if request.method == "POST" else None, gebruiker=request.user)
    if request.method == "POST" and form.is_valid():
        gebruiker = set_wachtwoord(
            gebruiker=request.user,
            wachtwoord=form.cleaned_data["nieuw"],
            door=request.user,
            op=timezone.now(),
        )
        update_session_auth_hash(request, gebruiker)
        messages.success(request, GEWIJZIGD)
        return redirect("wachtwoord")
    return render(request, "account/wachtwoord.html", {"form": form})
