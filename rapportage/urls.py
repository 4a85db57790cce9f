"""The addresses of the council (ontwerp 3, "URLs"); the same pages stand under three kinds of basis."""

from django.urls import include, path

from .views import (
    bestanden,
    controle,
    edities,
    indicatoren,
    paginas,
    programmas,
    rectificeren,
    uitleg,
    vaststellen,
    verantwoording,
    vergelijken,
    zoeken,
)

app_name = "rapportage"

ONDER_BASIS = [
    path("", paginas.dashboard, name="dashboard"),
    path("lijnen/<str:code>/", paginas.lijn, name="lijn"),
    path("activiteiten/<slug:sleutel>/", paginas.activiteit, name="activiteit"),
    path("indicatoren/", indicatoren.indicatoren, name="indicatoren"),
    path("indicatoren/<slug:sleutel>/", paginas.indicator, name="indicator"),
    path("financien/", paginas.financien, name="financien"),
    path("planning/", paginas.planning, name="planning"),
    path("rapport/", paginas.rapport, name="rapport"),
    path("verantwoording/", verantwoording.verantwoording, name="verantwoording"),
    path("rapport.xlsx", bestanden.xlsx, name="xlsx"),
    path("rapport.json", bestanden.json, name="json"),
    path("activiteiten.csv", bestanden.csv, name="csv"),
    path("vergelijk/", vergelijken.kies, name="vergelijk-kies"),
    path("vergelijk/<slug:met>/v<int:met_versie>/", vergelijken.met_editie, name="vergelijk"),
    path("vergelijk/<slug:met>/concept/", vergelijken.met_concept, name="vergelijk-concept"),
]

EDITIE = "werk/<slug:programma>/edities/<slug:ronde>/v<int:versie>/"
RONDE = "programmas/<slug:programma>/<slug:ronde>/"

urlpatterns = [
    # First, because most requests are for these.
    path(RONDE, include((ONDER_BASIS, "laatste"))),
    path(f"{RONDE}v<int:versie>/", include((ONDER_BASIS, "versie"))),
    path(f"{RONDE}concept/", include((ONDER_BASIS, "concept")), {"concept": True}),
    path("", programmas.programmas, name="programmas"),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
    path("gedeeld/", programmas.gedeeld, name="gedeeld"),
    path("tegenspraken/", programmas.tegenspraken, name="tegenspraken"),
    path("begrippen/", uitleg.begrippen, name="begrippen"),
    path("toegankelijkheid/", uitleg.toegankelijkheid, name="toegankelijkheid"),
    path("programmas/<slug:programma>/", programmas.programma, name="programma"),
    path("werk/<slug:programma>/<slug:ronde>/controle/", controle.controle, name="controle"),
    path("werk/<slug:programma>/<slug:ronde>/vaststellen/", vaststellen.vaststellen, name="vaststellen"),
    path("werk/<slug:programma>/edities/", edities.edities, name="edities"),
    path(f"{EDITIE}openbaar/", edities.openbaar, name="openbaar"),
    path(f"{EDITIE}intrekken/", edities.intrekken, name="intrekken"),
    path("werk/<slug:programma>/<slug:ronde>/rectificeren/", rectificeren.rectificeren, name="rectificeren"),
]
