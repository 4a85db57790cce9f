"""Whether doelen are toetsbaar, and the page of one doel."""

from django.urls import path

from ..views import toetsbaar

urlpatterns = [
    path("<slug:programma>/toetsbaar/", toetsbaar.programma, name="toetsbaar"),
    path("<slug:programma>/doelen/<slug:sleutel>/", toetsbaar.doel, name="doel"),
]
