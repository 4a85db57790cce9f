"""The tables of the team's lists."""

import re
from functools import lru_cache
from html import escape
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify

from dordt_monitor.tables import Kolom, Tabel

from .bouwen.invulling import Stand
from .bouwen.toetsing import VRAAGNAMEN, Toetsrij
from .bouwen.werkrijen import Werkrij
from .models import Activiteitsoort
from .regels.begrippen import Schaal
from .regels.toetsbaar import Toets

NIEMAND = SafeString('<span class="dm-leeg dm-niet-afbreken">nog niemand</span>')
# "Dordrecht-West, -Centrum": a browser would leave the loose hyphen at the end of the line.
STREEPWOORD = re.compile(r"(?<!\S)-\w+")


class Activiteitkolom(Kolom):
    def render(self, value: str, record: Werkrij) -> SafeString:
        basis = basis_van(record.ronde.programma.slug, record.ronde.slug)
        adres = f"{basis}activiteiten/{record.sleutel}/"
        titel = STREEPWOORD.sub(r'<span class="dm-niet-afbreken">\g<0></span>', escape(value))
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
    """Why it came back, and what is missing."""

    def render(self, value: tuple[str, ...], record: Werkrij) -> str | SafeString:
        ontbreekt = ", ".join(value)
        if not record.teruggeefreden:
            return ontbreekt
        return format_html('<span class="dm-reden">{}</span> {}', record.teruggeefreden, ontbreekt)


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
    trekker = Trekkerkolom(klasse="dm-ruim", order_by=("trekker", "volgorde"))
    stand = Standkolom(klasse="dm-smal", order_by=("stand_volgorde", "volgorde"))
    ontbreekt = Ontbreektkolom(verbose_name="Wat nog ontbreekt", orderable=False)


class MijnWerkTabel(WerklijstTabel):
    bijschrift = "Wat de open rondes vragen"
    leeg = "Er staat op dit moment niets open dat bij deze keuze past."

    programma = Kolom(accessor="ronde__programma__naam", order_by=("ronde__programma__naam", "volgorde"))

    class Meta(WerklijstTabel.Meta):
        sequence = ("programma", "...")


class Doelkolom(Kolom):
    def render(self, value: str, record: Toetsrij) -> SafeString:
        adres = reverse("werk:doel", args=[record.doel.programma.slug, record.doel.sleutel])
        link = format_html('<a class="utrecht-link utrecht-link--html-a" href="{}">{}</a>', adres, value)
        periode = record.doel.periode
        return format_html('{} <span class="dm-zacht dm-klein">{}</span>', link, periode) if periode else link


class Vraagkolom(Kolom):
    """The answer to the question with this number, as a sign and a word."""

    def __init__(self, nummer: int) -> None:
        super().__init__(accessor="toets", verbose_name=VRAAGNAMEN[nummer], orderable=False, klasse="dm-smal")
        self.nummer = nummer

    def render(self, value: Toets, record: Toetsrij) -> SafeString:
        return print_antwoord(value.vragen[self.nummer].antwoord)


class Scorekolom(Kolom):
    def render(self, value: Toets, record: Toetsrij) -> str:
        return f"{value.ja} van {value.van}" if value.van else "past niet"


@lru_cache
def print_antwoord(antwoord: bool | None) -> SafeString:
    """ja, nee or past niet with its sign; None where the question cannot apply."""
    naam, woord = {True: ("ja", "ja"), False: ("nee", "nee"), None: ("nvt", "past niet")}[antwoord]
    return format_html(
        '<span class="dm-antwoord dm-antwoord--{0}"><svg class="dm-teken" aria-hidden="true" '
        'focusable="false"><use href="{1}#{0}"></use></svg><span>{2}</span></span>',
        naam,
        static("svg/antwoorden.svg"),
        woord,
    )


class ToetsbaarTabel(Tabel):
    bijschrift = "Doelen met de antwoorden op de zeven vragen"
    bijschrift_onzichtbaar = True
    leeg = "Geen doel past bij deze keuze."

    lijn = Kolom(accessor="lijn__code", verbose_name="Lijn", klasse="dm-smal", order_by=("lijn__volgorde",))
    doel = Doelkolom(accessor="doel__omschrijving", rijkop=True)
    score = Scorekolom(accessor="toets", order_by=("gaten",), klasse="dm-smal")

    def __init__(self, *args: Any, **opties: Any) -> None:
        vragen = [(naam.lower(), Vraagkolom(nummer)) for nummer, naam in enumerate(VRAAGNAMEN)]
        super().__init__(*args, extra_columns=vragen, **opties)
