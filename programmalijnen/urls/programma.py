"""My work, and the programme as a whole."""

from django.urls import path

from ..views import programmas
from ..views.lijsten import MijnWerk

urlpatterns = [
    path("", MijnWerk.as_view(), name="mijn-werk"),
    path("<slug:programma>/", programmas.programma, name="programma"),
]
