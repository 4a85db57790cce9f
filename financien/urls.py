"""The addresses of the team's money pages."""

from django.urls import path

from .views import financieringen, kostenposten, overzicht, totalen, weghalen

app_name = "financien"

GELD = "<slug:programma>/financien"

urlpatterns = [
    path(f"{GELD}/", overzicht.overzicht, name="overzicht"),
    path(f"{GELD}/nieuwe-financiering/", financieringen.nieuw, name="nieuwe-financiering"),
    path(f"{GELD}/nieuwe-kostenpost/", kostenposten.nieuw, name="nieuwe-kostenpost"),
    path(f"{GELD}/nieuw-totaal/", totalen.nieuw, name="nieuw-totaal"),
    path(f"{GELD}/financiering/<slug:sleutel>/", financieringen.wijzigen, name="financiering"),
    path(f"{GELD}/kostenposten/<slug:sleutel>/", kostenposten.wijzigen, name="kostenpost"),
    path(f"{GELD}/totalen/<slug:sleutel>/", totalen.wijzigen, name="totaal"),
    path(f"{GELD}/bronnen/<slug:sleutel>/", totalen.bron, name="bron"),
    path(f"{GELD}/<slug:soort>/<slug:sleutel>/weghalen/", weghalen.weghalen, name="weghalen"),
    path(f"{GELD}/<slug:soort>/<slug:sleutel>/terughalen/", weghalen.terughalen, name="terughalen"),
]
