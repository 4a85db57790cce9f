"""My work, and the programme as a whole."""

from django.urls import path

from ..views import programmas, rondes
from ..views.lijsten import MijnWerk

urlpatterns = [
    path("", MijnWerk.as_view(), name="mijn-werk"),
    path("<slug:programma>/", programmas.programma, name="programma"),
    path("<slug:programma>/rondes/nieuw/", rondes.nieuw, name="ronde-nieuw"),
]
