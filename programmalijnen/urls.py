"""The addresses of the team under /werk/ (ontwerp 3, "URLs")."""

from django.urls import path

from .views import invoer, programmas
from .views.lijsten import MijnWerk, Werklijst

app_name = "werk"

RONDE = "<slug:programma>/<slug:ronde>"

urlpatterns = [
    path("", MijnWerk.as_view(), name="mijn-werk"),
    path("<slug:programma>/", programmas.programma, name="programma"),
    path(f"{RONDE}/", Werklijst.as_view(), name="ronde"),
    path(f"{RONDE}/activiteiten/<slug:sleutel>/", invoer.activiteit, name="activiteit"),
    path(f"{RONDE}/indicatoren/<slug:sleutel>/", invoer.indicator, name="indicator"),
    # A line may be numbered 1.1, which no slug is.
    path(f"{RONDE}/toelichtingen/<str:sleutel>/", invoer.toelichting, name="toelichting"),
]
