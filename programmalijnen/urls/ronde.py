"""A round: its work list and what a manager does with it."""

from django.urls import path

from ..views import overdragen, rondebeheer, samenstelling, voortgang
from ..views.keuren import keuren
from ..views.lijsten import Werklijst

RONDE = "<slug:programma>/<slug:ronde>"

urlpatterns = [
    path(f"{RONDE}/", Werklijst.as_view(), name="ronde"),
    path(f"{RONDE}/keuren/", keuren, name="keuren"),
    path(f"{RONDE}/voortgang/", voortgang.voortgang, name="voortgang"),
    path(f"{RONDE}/voortgang/herinner/", voortgang.herinner, name="herinner"),
    path(f"{RONDE}/overdragen/", overdragen.overdragen, name="overdragen"),
    path(f"{RONDE}/beheer/", rondebeheer.beheer, name="ronde-beheer"),
    path(f"{RONDE}/beheer/activiteiten/", samenstelling.samenstelling, name="samenstelling"),
]
