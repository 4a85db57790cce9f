"""The lists of the team: my work over all programmes, and the work of one round."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.utils.timezone import localdate
from django.views.generic import TemplateView

from dordt_monitor.tables import Tabel

from ..bouwen.invulling import fetch_vakken
from ..bouwen.losse import Losrij, fetch_losse_indicatoren, fetch_toelichtingen
from ..bouwen.voortgang import count_voortgang
from ..bouwen.vragen import count_ingediend, fetch_vragen, rondes_van, takes_input
from ..bouwen.werkrijen import Werkrij, count_standen, fetch_werkrijen
from ..filters import WerklijstFilter
from ..models import Rapportageronde, Rondestaat
from ..rechten import Recht, may, programmas_met_werk
from ..tables import MijnWerkTabel, WerklijstTabel
from .ophalen import crumbs, fetch_ronde_met_vorige, find_slot

# Of a long list the rest is one click away, in the table below it.
VRAGEN_BOVENAAN = 12


class Lijst(TemplateView):
    """Rows, a filter over them and a table of those that pass."""

    tabel_class: type[Tabel]
    filter_class: type[WerklijstFilter]
    fetch_rijen: Callable[[], list[Werkrij]]

    def get_overbodig(self) -> tuple[str, ...]:
        """Columns that would say the same in every row."""
        return ()

    def fetch_losse(self) -> list[Losrij]:
        """What the same filter narrows beside the rows."""
        return []

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        rijen = self.fetch_rijen()
        filters = self.filter_class(self.request.GET, rijen, self.fetch_losse())
        tabel = self.tabel_class(filters.gekozen, self.request.GET, exclude=self.get_overbodig())
        gewoon = {"filters": filters, "tabel": tabel, "aantal": len(rijen), "heeft_werk": True}
        return super().get_context_data(**gewoon | context)


class MijnWerk(Lijst):
    """Of every round that this person may read and that takes input; what is asked of them stands apart."""

    template_name = "programmalijnen/mijn_werk.html"
    filter_class = WerklijstFilter
    tabel_class = MijnWerkTabel

    def fetch_rijen(self) -> list[Werkrij]:
        gebruiker = self.request.user
        self.programmas = list(programmas_met_werk(gebruiker).order_by("naam", "pk"))
        self.per_ronde = {
            ronde: fetch_werkrijen(ronde, vorige, fetch_vakken(ronde), gebruiker)
            for ronde, vorige in with_vorige(rondes_van(gebruiker, self.programmas, localdate()))
            if takes_input(ronde)
        }
        rijen = [rij for van_ronde in self.per_ronde.values() for rij in van_ronde]
        return sorted(rijen, key=attrgetter("dringt"))

    def get_overbodig(self) -> tuple[str, ...]:
        return ("programma",) if len(self.programmas) == 1 else ()

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        context = super().get_context_data(**context)
        vragen = fetch_vragen(self.per_ronde, self.request.user)
        beheerd = self.select_beheerd()
        te_keuren = count_ingediend(beheerd) if beheerd else {}
        voortgang = count_voortgang(beheerd, localdate()) if beheerd else {}
        rondes = [
            (ronde, count_standen(rijen), te_keuren.get(ronde.pk, 0), voortgang.get(ronde.pk))
            for ronde, rijen in self.per_ronde.items()
        ]
        return context | {
            "programmas": self.programmas,
            "rondes": rondes,
            "vragen": vragen[:VRAGEN_BOVENAAN],
            "meer_vragen": len(vragen[VRAGEN_BOVENAAN:]),
            "meer_rondes": len(rondes) > 1,
        }

    def select_beheerd(self) -> list[Rapportageronde]:
        """Only for a manager is anything more counted; others cost no query."""
        beheerd = {rij.pk for rij in self.programmas if may(self.request.user, rij, Recht.BEHEREN)}
        return [ronde for ronde in self.per_ronde if ronde.programma_id in beheerd]


class Werklijst(Lijst):
    template_name = "programmalijnen/werklijst.html"
    filter_class = WerklijstFilter
    tabel_class = WerklijstTabel

    def get_overbodig(self) -> tuple[str, ...]:
        return ("ontbreekt",) if self.ronde.staat == Rondestaat.VASTGESTELD else ()

    def fetch_rijen(self) -> list[Werkrij]:
        namen = self.kwargs
        self.ronde, vorige = fetch_ronde_met_vorige(
            self.request, namen["programma"], namen["ronde"], Recht.LIVE_LEZEN
        )
        self.vakken = fetch_vakken(self.ronde)
        self.rijen = fetch_werkrijen(self.ronde, vorige, self.vakken, self.request.user)
        return self.rijen

    def fetch_losse(self) -> list[Losrij]:
        return fetch_toelichtingen(self.ronde, self.request.user.pk)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        context = super().get_context_data(**context)
        ronde = self.ronde
        return context | {
            "ronde": ronde,
            "kruimels": crumbs(ronde.programma, (ronde.titel, "")),
            "programma": ronde.programma,
            "slot": find_slot(ronde, self.request.user),
            "is_vastgesteld": ronde.staat == Rondestaat.VASTGESTELD,
            "mag_invullen": may(self.request.user, ronde.programma, Recht.INVULLEN),
            "mag_beheren": may(self.request.user, ronde.programma, Recht.BEHEREN),
            "standen": count_standen(self.rijen),
            "indicatoren": fetch_losse_indicatoren(
                ronde, self.vakken, {rij.activiteit for rij in self.rijen}
            ),
        }


def with_vorige(rondes: Iterable[Rapportageronde]) -> Iterator[tuple[Rapportageronde, date | None]]:
    """Each round with the peildatum of the one before it in its programme; they come by programme and day."""
    for _, van_programma in groupby(rondes, key=lambda ronde: ronde.programma_id):
        vorige = None
        for ronde in van_programma:
            yield ronde, vorige
            vorige = ronde.peildatum
