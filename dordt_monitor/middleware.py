"""Rules that hold for every request and every answer."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.urls import reverse

from dordt_monitor.fouten import onleesbaar
from dordt_monitor.getypt import read_getypt

GetResponse = Callable[[HttpRequest], HttpResponse]

ONGEBRUIKT = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "microphone", "midi")
ONGEBRUIKT += ("payment", "usb")
PERMISSIONS_POLICY = ", ".join(f"{feature}=()" for feature in ONGEBRUIKT)


class PermissionsPolicyMiddleware:
    """Say to the browser that no page needs a camera, a microphone or a place on the map."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Permissions-Policy"] = PERMISSIONS_POLICY
        return response


class InpakMiddleware(GZipMiddleware):
    """Pack what is not packed yet; a workbook is (the pages of editions pack themselves, once in a process).

    Safe with the secrets in pages of the team (BREACH): Django masks the token anew in every answer and adds
    bytes at random, and when another site loads something of ours the session's cookie (SameSite=Lax) stays
    home.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.get("Content-Type", "").startswith(("text/", "application/json")):
            return super().process_response(request, response)
        return response


class NulMiddleware:
    """Refuse NUL in an address or a cookie: PostgreSQL cannot be asked for it, which would be an error 500.

    In what is posted the forms refuse it, with a sentence beside the field.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if has_nul(request):
            return onleesbaar(request)
        return self.get_response(request)


def has_nul(request: HttpRequest) -> bool:
    """Also as it is written in a query (`%00`) and in a quoted cookie (`\\000`)."""
    vraag, koekjes = (request.META.get(naam, "") for naam in ("QUERY_STRING", "HTTP_COOKIE"))
    return "\0" in request.path_info or "%00" in vraag or "\\000" in koekjes


class InloggenVerplichtMiddleware(LoginRequiredMiddleware):
    """Send a stranger to the log-in page, but first show what somebody typed who was logged out meanwhile."""

    def handle_no_permission(self, request: HttpRequest, view_func: Callable) -> HttpResponse:
        if read_getypt(request):
            return render(request, "403_csrf.html", status=HTTPStatus.FORBIDDEN)
        return to_inloggen(request)


class OnbekendNaarInloggenMiddleware:
    """Send a visitor who is not logged in to the log-in page instead of a 404.

    Django's LoginRequiredMiddleware does so for paths that exist; a 404 for the others would tell a stranger
    which programmes and rounds there are (ontwerp 4).
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.NOT_FOUND and not request.user.is_authenticated:
            return to_inloggen(request)
        return response


class NietZoMiddleware:
    """Words for who asks an address in a way that it does not answer; Django's own page is empty."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
            return response
        pagina = render(request, "405.html", status=HTTPStatus.METHOD_NOT_ALLOWED)
        pagina["Allow"] = response["Allow"]
        return pagina


def to_inloggen(request: HttpRequest) -> HttpResponse:
    """The log-in page, which brings back, and says that the session ended when there has been one."""
    was_ingelogd = settings.SESSION_COOKIE_NAME in request.COOKIES
    pagina = reverse("account_login") + ("?verlopen=1" if was_ingelogd else "")
    return redirect_to_login(way_back(request), pagina)


def way_back(request: HttpRequest) -> str:
    """Where somebody was: what a form was sent to may be no page, the page that held it is."""
    herkomst = urlsplit(request.headers.get("Referer", ""))
    if request.method in ("GET", "HEAD") or herkomst.netloc != request.get_host():
        return request.get_full_path()
    return herkomst._replace(scheme="", netloc="", fragment="").geturl()
