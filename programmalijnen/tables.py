"""The tables of the team's lists."""

from functools import lru_cache
from html import escape

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify

from dordt_monitor.tables import Kolom, Tabel

from .bouwen.invulling import Stand
from .bouwen.werkrijen import Werkrij
from .models import Activiteitsoort
from .regels.begrippen import Schaal

NIEMAND = SafeString('<span class="dm-leeg">nog niemand</span>')


class Activiteitkolom(Kolom):
    def render(self, value: str, record: Werkrij) -> SafeString:
        basis = basis_van(record.ronde.programma.slug, record.ronde.slug)
        adres, titel = f"{basis}activiteiten/{record.sleutel}/", escape(value)
        # A sleutel is a slug; the title is escaped.
        link = SafeString(f'<a class="utrecht-link utrecht-link--html-a" href="{adres}">{titel}</a>')
        if record.soort == Activiteitsoort.AFGESPROKEN:
            return link
        return format_html('{} <span class="dm-label">{}</span>', link, record.soort)


class Groepkolom(Kolom):
    """The group a source puts it in; the schaal only where that says something else."""

    def render(self, value: str, record: Werkrij) -> str:
        schaal = "" if record.schaal == Schaal.NIET_VERMELD else record.schaal
        return (
            value
            if value.lower().removeprefix("voor ") == schaal
            else ", ".join(filter(None, [value, schaal]))
        )


class Trekkerkolom(Kolom):
    def render(self, value: str, record: Werkrij) -> str | SafeString:
        if not value:
            return NIEMAND
        return format_html("<strong>{} (u)</strong>", value) if record.van_mij else value


class Standkolom(Kolom):
    def render(self, value: Stand, record: Werkrij) -> SafeString:
        return print_stand(value)


class Ontbreektkolom(Kolom):
    def render(self, value: tuple[str, ...], record: Werkrij) -> str:
        return ", ".join(value)


@lru_cache
def basis_van(programma: str, ronde: str) -> str:
    """Looked up once: a row of a long list has no time for it."""
    return reverse("werk:ronde", args=[programma, ronde])


@lru_cache
def print_stand(stand: Stand) -> SafeString:
    """A sign and the word."""
    naam = slugify(stand)
    return format_html(
        '<span class="dm-oordeel dm-stand--{0}"><svg class="dm-teken" aria-hidden="true" focusable="false">'
        '<use href="{1}#{0}"></use></svg><span>{2}</span></span>',
        naam,
        static("svg/standen.svg"),
        stand,
    )


class WerklijstTabel(Tabel):
    bijschrift = "Activiteiten van deze ronde"
    bijschrift_onzichtbaar = True
    leeg = "Geen activiteit past bij deze keuze."

    lijn = Kolom(accessor="lijncode", verbose_name="Lijn", klasse="dm-smal", order_by=("volgorde",))
    activiteit = Activiteitkolom(accessor="titel", rijkop=True, order_by=("titel", "volgorde"))
    groep = Groepkolom(verbose_name="Groep", order_by=("groep", "schaal", "volgorde"))
    trekker = Trekkerkolom(klasse="dm-smal", order_by=("trekker", "volgorde"))
    stand = Standkolom(klasse="dm-smal", order_by=("stand_volgorde", "volgorde"))
    ontbreekt = Ontbreektkolom(verbose_name="Wat nog ontbreekt", orderable=False)


class MijnWerkTabel(WerklijstTabel):
    bijschrift = "Wat de open rondes vragen"
    leeg = "Er staat op dit moment niets open dat bij deze keuze past."

    programma = Kolom(accessor="ronde__programma__naam", order_by=("ronde__programma__naam", "volgorde"))

    class Meta(WerklijstTabel.Meta):
        sequence = ("programma", "...")
