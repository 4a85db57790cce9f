"""The lists of the team: my work over all programmes, and the work of one round."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from django.views.generic import TemplateView

from dordt_monitor.tables import Tabel

from ..bouwen.invulling import fetch_vakken
from ..bouwen.losse import fetch_losse_indicatoren, fetch_toelichtingen
from ..bouwen.werkrijen import Werkrij, count_standen, fetch_werkrijen
from ..filters import WerklijstFilter
from ..models import Rapportageronde
from ..rechten import Recht, may, programmas_met_werk
from ..tables import MijnWerkTabel, WerklijstTabel
from .ophalen import crumbs, fetch_ronde_met_vorige, find_slot


class Lijst(TemplateView):
    """Rows, a filter over them and a table of those that pass."""

    tabel_class: type[Tabel]
    filter_class: type[WerklijstFilter]
    fetch_rijen: Callable[[], list[Werkrij]]

    def get_overbodig(self) -> tuple[str, ...]:
        """Columns that would say the same in every row."""
        return ()

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        rijen = self.fetch_rijen()
        filters = self.filter_class(self.request.GET, rijen)
        tabel = self.tabel_class(filters.gekozen, self.request.GET, exclude=self.get_overbodig())
        gewoon = {"filters": filters, "tabel": tabel, "aantal": len(rijen), "heeft_werk": True}
        return super().get_context_data(**gewoon | context)


class MijnWerk(Lijst):
    template_name = "programmalijnen/mijn_werk.html"
    filter_class = WerklijstFilter
    tabel_class = MijnWerkTabel

    def fetch_rijen(self) -> list[Werkrij]:
        """Of every open round that this person may read, what is asked of them first."""
        self.programmas = list(programmas_met_werk(self.request.user).order_by("naam", "pk"))
        rondes = Rapportageronde.objects.filter(programma__in=self.programmas).select_related("programma")
        self.per_ronde = {
            ronde: fetch_werkrijen(ronde, vorige, fetch_vakken(ronde), self.request.user)
            for ronde, vorige in with_vorige(rondes.order_by("programma__naam", "programma_id", "peildatum"))
            if ronde.is_bewerkbaar
        }
        rijen = [rij for van_ronde in self.per_ronde.values() for rij in van_ronde]
        return sorted(rijen, key=lambda rij: not rij.aan_mij)

    def get_overbodig(self) -> tuple[str, ...]:
        return ("programma",) if len(self.programmas) == 1 else ()

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        context = super().get_context_data(**context)
        rondes = [(ronde, count_standen(rijen)) for ronde, rijen in self.per_ronde.items()]
        return context | {"programmas": self.programmas, "rondes": rondes}


class Werklijst(Lijst):
    template_name = "programmalijnen/werklijst.html"
    filter_class = WerklijstFilter
    tabel_class = WerklijstTabel

    def fetch_rijen(self) -> list[Werkrij]:
        namen = self.kwargs
        self.ronde, vorige = fetch_ronde_met_vorige(
            self.request, namen["programma"], namen["ronde"], Recht.LIVE_LEZEN
        )
        self.vakken = fetch_vakken(self.ronde)
        self.rijen = fetch_werkrijen(self.ronde, vorige, self.vakken, self.request.user)
        return self.rijen

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        context = super().get_context_data(**context)
        ronde = self.ronde
        return context | {
            "ronde": ronde,
            "kruimels": crumbs(ronde.programma, (ronde.titel, "")),
            "programma": ronde.programma,
            "slot": find_slot(ronde, self.request.user),
            "mag_invullen": may(self.request.user, ronde.programma, Recht.INVULLEN),
            "mag_beheren": may(self.request.user, ronde.programma, Recht.BEHEREN),
            "standen": count_standen(self.rijen),
            "toelichtingen": fetch_toelichtingen(ronde),
            "indicatoren": fetch_losse_indicatoren(self.vakken, {rij.activiteit for rij in self.rijen}),
        }


def with_vorige(rondes: Iterable[Rapportageronde]) -> Iterator[tuple[Rapportageronde, date | None]]:
    """Each round with the peildatum of the one before it in its programme; they come by programme and day."""
    for _, van_programma in groupby(rondes, key=lambda ronde: ronde.programma_id):
        vorige = None
        for ronde in van_programma:
            yield ronde, vorige
            vorige = ronde.peildatum
