"""The page of an object that the trail tells of, where it has one."""

from collections.abc import Callable

from django.urls import NoReverseMatch, reverse

from ..models import Programma

# Of a soort the name of its page, and what stands in the address after the programme.
PAGINAS: dict[str, tuple[str, Callable[[str], list[str]]]] = {
    "rapportageronde": ("werk:ronde", lambda sleutel: [sleutel]),
    "realisatie": ("werk:activiteit", lambda sleutel: sleutel.split("/", 1)),
    "toelichting": ("werk:toelichting", lambda sleutel: sleutel.split("/", 1)),
    "doel": ("werk:doel", lambda sleutel: [sleutel]),
    "streefwaarde": ("werk:doel", lambda sleutel: sleutel.split("/")[:1]),
    "tussenwaarde": ("werk:doel", lambda sleutel: sleutel.split("/")[:1]),
    "indicator": ("werk:metingen", lambda sleutel: [sleutel]),
    "categorie": ("werk:metingen", lambda sleutel: sleutel.split("/")[:1]),
    "stapmelding": ("werk:doel", lambda sleutel: sleutel.split("/")[:1]),
    "financiering": ("financien:financiering", lambda sleutel: [sleutel]),
    "kostenpost": ("financien:kostenpost", lambda sleutel: [sleutel]),
    "uitgave": ("financien:kostenpost", lambda sleutel: sleutel.split("/")[:1]),
    "kostenpostlijn": ("financien:kostenpost", lambda sleutel: sleutel.split("/")[:1]),
    "gedrukttotaal": ("financien:totaal", lambda sleutel: [sleutel]),
    "financieringsbron": ("financien:bron", lambda sleutel: [sleutel]),
}


def find_adres(programma: Programma | None, soort: str, sleutel: str) -> str:
    """Empty for what has no page of its own."""
    if soort == "gebruiker":
        return reverse("werk:gebruiker", args=[sleutel])
    if programma is None or soort not in PAGINAS:
        return ""
    naam, rest = PAGINAS[soort]
    try:
        return reverse(naam, args=[programma.slug, *rest(sleutel)])
    except NoReverseMatch:
        # A key of an older time may have a form that no address takes.
        return ""
