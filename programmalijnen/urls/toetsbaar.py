"""Whether doelen are toetsbaar, the page of one doel, and the measurements of one indicator."""

from django.urls import path

from ..views import metingen, toetsbaar

INDICATOR = "<slug:programma>/indicatoren/<slug:indicator>"

urlpatterns = [
    path("<slug:programma>/toetsbaar/", toetsbaar.programma, name="toetsbaar"),
    path("<slug:programma>/doelen/<slug:sleutel>/", toetsbaar.doel, name="doel"),
    path(f"{INDICATOR}/", metingen.metingen, name="metingen"),
    path(f"{INDICATOR}/nieuw/", metingen.nieuw, name="meting-nieuw"),
    path(f"{INDICATOR}/metingen/<slug:meting>/", metingen.verbeter, name="meting"),
]
