"""My work, and the programme as a whole."""

from django.urls import path

from ..views import instellingen, programma_nieuw, programmas, rondes
from ..views.lijsten import MijnWerk

urlpatterns = [
    path("", MijnWerk.as_view(), name="mijn-werk"),
    path("programmas/nieuw/", programma_nieuw.nieuw, name="programma-nieuw"),
    path("<slug:programma>/", programmas.programma, name="programma"),
    path("<slug:programma>/instellingen/", instellingen.instellingen, name="instellingen"),
    path("<slug:programma>/rondes/nieuw/", rondes.nieuw, name="ronde-nieuw"),
]
