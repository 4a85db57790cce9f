"""The page of an object that the trail tells of, where it has one that this person may open."""

from collections.abc import Callable

from django.urls import NoReverseMatch, reverse

from ..models import Programma, Rol

# From a key in the trail to what stands in an address after the programme.
Deel = Callable[[str], list[str]]

# Pages that everybody of the team reads.
PAGINAS: dict[str, tuple[str, Deel]] = {
    "programma": ("werk:instellingen", lambda sleutel: []),
    "rapportageronde": ("werk:ronde", lambda sleutel: [sleutel]),
    "realisatie": ("werk:activiteit", lambda sleutel: sleutel.split("/", 1)),
    "toelichting": ("werk:toelichting", lambda sleutel: sleutel.split("/", 1)),
    "doel": ("werk:doel", lambda sleutel: [sleutel]),
    "streefwaarde": ("werk:doel", lambda sleutel: sleutel.split("/")[:1]),
    "tussenwaarde": ("werk:doel", lambda sleutel: sleutel.split("/")[:1]),
    "stapmelding": ("werk:doel", lambda sleutel: sleutel.split("/")[:1]),
}
# Pages of the manager, with the overview that the others read: (page, what is in its address, overview).
VAN_MANAGER: dict[str, tuple[str, Deel, str]] = (
    {
        soort: ("werk:rij", lambda sleutel, deel=deel: [deel, sleutel.split("/")[0]], "werk:structuur")
        for soort, deel in {
            "programmalijn": "lijnen",
            "ambitie": "ambities",
            "activiteit": "activiteiten",
            "verwijzing": "verwijzingen",
            "indicator": "indicatoren",
            "categorie": "indicatoren",
            "mijlpaal": "mijlpalen",
            "mijlpaalstand": "mijlpalen",
            "besluit": "besluiten",
        }.items()
    }
    | {
        soort: ("werk:rij", lambda sleutel, lijst=lijst: [lijst, sleutel], f"werk:{lijst}")
        for soort, lijst in {
            "relatie": "relaties",
            "tegenspraak": "tegenspraken",
            "aanname": "aannames",
        }.items()
    }
    | {
        soort: (f"financien:{pagina}", lambda sleutel: sleutel.split("/")[:1], "financien:overzicht")
        for soort, pagina in {
            "financiering": "financiering",
            "kostenpost": "kostenpost",
            "uitgave": "kostenpost",
            "kostenpostlijn": "kostenpost",
            "gedrukttotaal": "totaal",
            "financieringsbron": "bron",
        }.items()
    }
)


def find_adres(programma: Programma | None, soort: str, sleutel: str) -> str:
    """Empty for what has no page of its own. `programma` comes with `mijn_rol`."""
    if soort == "gebruiker":
        return reverse("werk:gebruiker", args=[sleutel]) if programma is None else ""
    if programma is None:
        return ""
    try:
        return find_in_programma(programma, soort, sleutel)
    except NoReverseMatch:
        # A key of an older time may have a form that no address takes.
        return ""


def find_in_programma(programma: Programma, soort: str, sleutel: str) -> str:
    if soort in PAGINAS:
        naam, deel = PAGINAS[soort]
        return reverse(naam, args=[programma.slug, *deel(sleutel)])
    if soort not in VAN_MANAGER:
        return ""
    naam, deel, overzicht = VAN_MANAGER[soort]
    if programma.mijn_rol == Rol.PROGRAMMAMANAGER:
        return reverse(naam, args=[programma.slug, *deel(sleutel)])
    return reverse(overzicht, args=[programma.slug])
