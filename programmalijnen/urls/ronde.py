"""A round: its work list and what a manager does with it."""

from django.urls import path

from ..views.keuren import keuren
from ..views.lijsten import Werklijst

RONDE = "<slug:programma>/<slug:ronde>"

urlpatterns = [
    path(f"{RONDE}/", Werklijst.as_view(), name="ronde"),
    path(f"{RONDE}/keuren/", keuren, name="keuren"),
]
