"""The list of people for the beheerder, and its filter."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django_filters import CharFilter, ChoiceFilter, FilterSet

from dordt_monitor.opmaak import format_datum
from dordt_monitor.tables import Kolom, Tabel

from .bouwen.gebruikers import Gebruikerrij
from .filters import Keuzeveld
from .models import Gebruiker, Programma

RAADSLID, BEHEERDER = "raadslid", "beheerder"
SOORTEN = [(RAADSLID, "raadslid of griffie"), (BEHEERDER, "beheerder")]
STATEN = [("open", "open"), ("gesloten", "gesloten")]


class GebruikersFilter(FilterSet):
    zoek = CharFilter(label="Naam of e-mailadres", method="filter_zoek", max_length=100)
    programma = ChoiceFilter(label="Team van", empty_label="alle programma’s", method="filter_programma")
    soort = ChoiceFilter(label="Is", empty_label="alles", choices=SOORTEN, method="filter_soort")
    account = ChoiceFilter(label="Account", empty_label="alle", choices=STATEN, method="filter_account")

    class Meta:
        model = Gebruiker
        fields: list[str] = []

    def __init__(self, query: QueryDict) -> None:
        super().__init__(query, queryset=Gebruiker.objects.all())
        programmas = Programma.objects.order_by("naam", "pk").values_list("slug", "naam")
        self.filters["programma"].extra["choices"] = list(programmas)

    def filter_zoek(self, rijen: QuerySet, naam: str, woord: str) -> QuerySet:
        return rijen.filter(Q(naam__icontains=woord) | Q(email__icontains=woord))

    def filter_programma(self, rijen: QuerySet, naam: str, slug: str) -> QuerySet:
        return rijen.filter(teamleden__programma__slug=slug, teamleden__actief=True)

    def filter_soort(self, rijen: QuerySet, naam: str, soort: str) -> QuerySet:
        return rijen.filter(**{f"is_{soort}": True})

    def filter_account(self, rijen: QuerySet, naam: str, staat: str) -> QuerySet:
        return rijen.filter(is_active=staat == "open")

    @property
    def velden(self) -> list[tuple[str, Keuzeveld]]:
        """(kind of box, field) of what the page shows."""
        return [
            (
                "keuze" if isinstance(filter_, ChoiceFilter) else "text",
                Keuzeveld(
                    naam,
                    filter_.label,
                    [("", filter_.extra.get("empty_label", "")), *filter_.extra.get("choices", ())],
                    self.data.get(naam, ""),
                ),
            )
            for naam, filter_ in self.filters.items()
        ]

    @property
    def is_actief(self) -> bool:
        return any(self.data.get(naam) for naam in self.filters)


class Naamkolom(Kolom):
    def render(self, value: str, record: Gebruikerrij) -> SafeString:
        adres = reverse("werk:gebruiker", args=[record.email])
        return format_html(
            '<a class="utrecht-link utrecht-link--html-a" href="{}">{}</a><br>'
            '<span class="dm-zacht dm-klein dm-breek">{}<wbr>@{}</span>',
            adres,
            value,
            *record.email.rsplit("@", 1),
        )


class Lijstkolom(Kolom):
    def render(self, value: tuple[str, ...], record: Gebruikerrij) -> SafeString:
        if not value:
            return SafeString('<span class="dm-leeg">geen</span>')
        return format_html_join(SafeString("<br>"), "{}", ((regel,) for regel in value))


class Momentkolom(Kolom):
    def render(self, value: datetime | None, record: Gebruikerrij) -> str | SafeString:
        if value is None:
            return SafeString('<span class="dm-leeg">nog nooit</span>')
        return format_datum(localtime(value).date())


class GebruikersTabel(Tabel):
    bijschrift = "Gebruikers"
    bijschrift_onzichtbaar = True
    leeg = "Niemand past bij deze keuze."

    naam = Naamkolom(rijkop=True, order_by=("naam", "email"))
    algemeen = Lijstkolom(verbose_name="Algemeen", orderable=False)
    rollen = Lijstkolom(verbose_name="In programma’s", orderable=False)
    staat = Kolom(verbose_name="Account", klasse="dm-smal", order_by=("staat", "naam"))
    laatst = Momentkolom(verbose_name="Laatst ingelogd", klasse="dm-smal", orderable=False)
