"""Setting a password; outside /werk/, because council members have one too."""

from django.urls import path

from ..views import wachtwoord

urlpatterns = [
    path("wachtwoord/", wachtwoord.eigen, name="wachtwoord"),
    path("inloggen/wachtwoord/<str:email64>/<str:token>/", wachtwoord.inloglink, name="inloglink"),
]
