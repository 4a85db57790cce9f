"""Two rules that hold for every answer."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

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
            return redirect_to_login(request.get_full_path())
        return response
