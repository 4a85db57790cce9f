"""The pages on which a team fills in."""

from django.urls import path

from ..views import invoer

RONDE = "<slug:programma>/<slug:ronde>"

urlpatterns = [
    path(f"{RONDE}/activiteiten/<slug:sleutel>/", invoer.activiteit, name="activiteit"),
    path(f"{RONDE}/indicatoren/<slug:sleutel>/", invoer.indicator, name="indicator"),
    # A line may be numbered 1.1, which no slug is.
    path(f"{RONDE}/toelichtingen/<str:sleutel>/", invoer.toelichting, name="toelichting"),
]
