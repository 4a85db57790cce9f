"""The programme itself: its names, what its lines are called, who may see it, where the bands lie."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.text import slugify

from dordt_monitor.geladen import print_waarde
from dordt_monitor.velden import TE_LANG, Tekstveld

from ..regels.begrippen import Rapportvorm
from .rijen import Rijform
from .velden import Cijferveld

GRENS = {"max_digits": 4, "decimal_places": 2}
VORMEN = {
    Rapportvorm.VOORTGANGSRAPPORTAGE: "voortgangsrapportage: per lijn doel, realisatie en geld",
    Rapportvorm.RAADSPRESENTATIE: "raadspresentatie: wat was afgesproken, wat is bereikt, wat komt er",
    Rapportvorm.INVESTERINGSPROGRAMMA: "investeringsprogramma: reservering, planning en uitgaven",
    Rapportvorm.UITVOERINGSPROGRAMMA: "uitvoeringsprogramma: ambities met resultaten en activiteiten",
    Rapportvorm.ACTIEPROGRAMMA: "actieprogramma: doelstellingen van partners, begroting en dekking",
}
OPENBAAR = (
    "Aan: iedereen leest de vastgestelde rapporten, vanaf de dag die u bij het vaststellen kiest. "
    "Uit: alleen raadsleden, de griffie en het team lezen ze. Een concept is nooit openbaar."
)
# Of these the help text explains the setting; of the others how it is written.
ZEGT_WAT_HET_DOET = frozenset({"openbaar", "toon_toetsbaar", "grens_op_schema", "grens_aandacht"})
GEEN_ADRES = "Gebruik alleen kleine letters, cijfers en streepjes, zoals ‘veilige-wijken’."
ADRES_IN_GEBRUIK = "Dit adres is al van een ander programma. Kies een ander."
ADRES_KWIJT = "Van deze naam kunnen wij geen adres maken. Vul zelf een adres in."


class Programmavelden(forms.Form):
    """What a programme has from its first day."""

    naam = Tekstveld(label="Naam", max_length=200, required=True)
    ondertitel = Tekstveld(label="Ondertitel", max_length=200)
    lijn_enkelvoud = Tekstveld(
        label="Zo heet één lijn", max_length=40, required=True, help_text="Een lijn is een hoofdstuk."
    )
    lijn_meervoud = Tekstveld(
        label="Zo heten meer lijnen", max_length=40, required=True, help_text="Zoals fundamenten."
    )
    vorm = forms.ChoiceField(
        label="Vorm van het rapport",
        choices=[(vorm.value, tekst) for vorm, tekst in VORMEN.items()],
        help_text="Hoe het rapport wordt getoond. De gegevens blijven dezelfde; u kunt later wisselen.",
    )
    openbaar = forms.BooleanField(
        label="Openbaar",
        required=False,
        help_text=OPENBAAR,
    )


class ProgrammaForm(Programmavelden, Rijform):
    """The settings of a programme; its slug stands fixed beside them."""

    vindplaats = None

    looptijd = Tekstveld(label="Looptijd", max_length=80, help_text="Zoals 2024-2028.")
    omschrijving = Tekstveld(label="Omschrijving", max_length=4000, regels=4)
    partners = Tekstveld(label="Partners", max_length=4000, regels=3)
    toon_toetsbaar = forms.BooleanField(
        label="Toon of doelen toetsbaar zijn",
        required=False,
        help_text="De raad ziet dan bij elk doel welke vragen van rekenkamers met ja zijn beantwoord.",
    )
    grens_op_schema = Cijferveld(
        label="Op schema vanaf",
        help_text="Deel van wat op de peildatum wordt verwacht. 0,95 is: minstens 95 van de verwachte 100.",
        **GRENS,
    )
    grens_aandacht = Cijferveld(
        label="Aandacht vanaf",
        help_text="Vanaf deze grens tot ‘op schema’ vraagt een doel aandacht. Daaronder loopt het achter.",
        **GRENS,
    )

    groepen = (
        ("Het programma", ("naam", "ondertitel", "looptijd", "omschrijving", "partners")),
        ("Hoe heten de lijnen?", ("lijn_enkelvoud", "lijn_meervoud")),
        ("Hoe ziet het rapport eruit?", ("vorm",)),
        ("Wat ziet de raad?", ("openbaar", "toon_toetsbaar")),
        ("Wanneer is een doel op schema?", ("grens_op_schema", "grens_aandacht")),
        ("Waarom verandert u dit?", ("reden",)),
    )

    def gelezen(self) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
        """What is stored under its headings, for who only reads."""
        for kop, velden in self.gegroepeerd():
            yield kop, [describe_veld(veld) for veld in velden]


def describe_veld(veld: BoundField) -> tuple[str, str, str]:
    """(label, value, what the setting does) of a field, for who only reads it."""
    uitleg = veld.help_text if veld.name in ZEGT_WAT_HET_DOET else ""
    return veld.label, print_waarde(veld, veld.initial, leeg=""), uitleg


class NieuwProgrammaForm(Programmavelden, Rijform):
    """A programme that is not there yet, and who sets it up. An empty slug is made of the name."""

    vindplaats = None
    buiten = frozenset({"reden", "manager_email", "manager_naam"})

    slug = forms.CharField(
        label="Adres",
        max_length=60,
        required=False,
        error_messages={"max_length": TE_LANG},
        widget=forms.TextInput(attrs={"data-adres-van": "naam", "autocomplete": "off"}),
        help_text="Leeg: wij maken het van de naam. Het staat in elk webadres van het programma, en blijft.",
    )
    manager_email = forms.EmailField(
        label="E-mailadres van de programmamanager",
        max_length=254,
        error_messages={"max_length": TE_LANG},
        help_text="Van een gebruiker die er al is, of van iemand die nieuw is.",
    )
    manager_naam = Tekstveld(
        label="Naam van de programmamanager", max_length=120, help_text="Alleen nodig voor wie nieuw is."
    )

    groepen = (
        ("Het programma", ("naam", "slug", "ondertitel")),
        ("Hoe heten de lijnen?", ("lijn_enkelvoud", "lijn_meervoud")),
        ("Hoe ziet het rapport eruit?", ("vorm",)),
        ("Wat ziet de raad?", ("openbaar",)),
        ("Wie richt het in?", ("manager_email", "manager_naam")),
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if "slug" not in self.errors and gegevens.get("naam"):
            gegevens["slug"] = gegevens["slug"] or slugify(gegevens["naam"])[:60].strip("-")
            self._check_slug(gegevens["slug"])
        return gegevens

    def _check_slug(self, slug: str) -> None:
        """What is proposed is shown in the field, also when it is refused."""
        self.data = self.data.copy()
        self.data[self.add_prefix("slug")] = slug
        if not slug:
            self.add_error("slug", ADRES_KWIJT)
        elif slug != slugify(slug):
            self.add_error("slug", GEEN_ADRES)

    def show_fouten(self, fout: ValidationError) -> None:
        """A name that is taken is said in our own words."""
        super().show_fouten(fout)
        if self.has_error("slug", "unique"):
            self.errors["slug"] = self.error_class([ADRES_IN_GEBRUIK], renderer=self.renderer)
