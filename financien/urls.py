"""The addresses of the team's money pages."""

from django.urls import path

from .views import overzicht, rijen

app_name = "financien"

GELD = "<slug:programma>/financien"
FINANCIERING, KOSTENPOSTEN, TOTALEN, BRONNEN = (
    {"soort": soort} for soort in ("financiering", "kostenposten", "totalen", "bronnen")
)

urlpatterns = [
    path(f"{GELD}/", overzicht.overzicht, name="overzicht"),
    path(f"{GELD}/nieuwe-financiering/", rijen.nieuw, FINANCIERING, name="nieuwe-financiering"),
    path(f"{GELD}/nieuwe-kostenpost/", rijen.nieuw, KOSTENPOSTEN, name="nieuwe-kostenpost"),
    path(f"{GELD}/nieuw-totaal/", rijen.nieuw, TOTALEN, name="nieuw-totaal"),
    path(f"{GELD}/financiering/<slug:sleutel>/", rijen.wijzigen, FINANCIERING, name="financiering"),
    path(f"{GELD}/kostenposten/<slug:sleutel>/", rijen.wijzigen, KOSTENPOSTEN, name="kostenpost"),
    path(f"{GELD}/totalen/<slug:sleutel>/", rijen.wijzigen, TOTALEN, name="totaal"),
    path(f"{GELD}/bronnen/<slug:sleutel>/", rijen.wijzigen, BRONNEN, name="bron"),
    path(f"{GELD}/<slug:soort>/<slug:sleutel>/weghalen/", rijen.weghalen, name="weghalen"),
    path(f"{GELD}/<slug:soort>/<slug:sleutel>/terughalen/", rijen.terughalen, name="terughalen"),
]
