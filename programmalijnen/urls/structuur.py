"""Lines, activiteiten, doelen and all else that is of no round."""

from django.urls import path

from ..views import splitsen, structuur, verantwoording

STRUCTUUR = "<slug:programma>/structuur"
RIJ = f"{STRUCTUUR}/<slug:soort>/<slug:sleutel>"

urlpatterns = [
    path(f"{STRUCTUUR}/", structuur.structuur, name="structuur"),
    path(f"{STRUCTUUR}/<slug:soort>/nieuw/", structuur.nieuw, name="rij-nieuw"),
    path(f"{RIJ}/", structuur.wijzigen, name="rij"),
    path(f"{RIJ}/weghalen/", structuur.weghalen, name="rij-weghalen"),
    path(f"{RIJ}/terughalen/", structuur.terughalen, name="rij-terughalen"),
    path(f"{RIJ}/verplaatsen/", structuur.verplaats, name="rij-verplaats"),
    path(f"{STRUCTUUR}/activiteiten/<slug:sleutel>/splitsen/", splitsen.splitsen, name="splitsen"),
    *(
        path(f"<slug:programma>/{soort}/", verantwoording.lijst, {"soort": soort}, name=soort)
        for soort in ("relaties", "tegenspraken", "aannames")
    ),
]
