"""Lijnen, ambities, activiteiten and verwijzingen."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from dordt_monitor.velden import Tekstveld

from ..models import Activiteitsoort, Teamlid, Zekerheid
from ..models.basis import keuzes
from ..regels.begrippen import Precisie, Schaal
from .rijen import Rijform
from .velden import Elderskeuze, LosBedragveld, Peildatumkeuze, Rijkeuze

AMBITIE_ELDERS = "Deze ambitie hoort bij een andere lijn."
GEHEEL_ELDERS = "Die activiteit staat op een andere lijn."
EEN_DING = "Kies één activiteit of één indicator."


class Structuurform(Rijform):
    """A row with choices; `kies` has the rows of each choice by the name of its field."""

    def __init__(self, *args: Any, kies: Mapping[str, Iterable[models.Model]], **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.offer(**kies)

    def check_lijn(self, veld: str, zin: str) -> None:
        """What is chosen must stand on the same lijn."""
        lijn, ander = self.cleaned_data.get("lijn"), self.cleaned_data.get(veld)
        if lijn and ander and ander.lijn_id != lijn.pk:
            self.add_error(veld, zin)


class Lijnkeuze(Rijkeuze):
    def __init__(self, **opties: Any) -> None:
        super().__init__(**{"label": "Lijn", "leeg": "kies", "required": True} | opties)


class Trekkerkeuze(Rijkeuze):
    """A Teamlid, by the address that is its key in the trail too."""

    def key_of(self, rij: Teamlid) -> str:
        return rij.spoorsleutel

    def describe(self, rij: Teamlid) -> str:
        return rij.gebruiker.naam


class Tijdspadvelden(forms.Form):
    tijdspad_oorspronkelijk = Tekstveld(
        label="Tijdspad, oorspronkelijk",
        max_length=250,
        help_text="Zoals het is afgesproken: 2025-2028, Q2\N{NO-BREAK SPACE}2025, doorlopend.",
    )
    tijdspad_actueel = Tekstveld(
        label="Tijdspad, nu", max_length=250, help_text="Alleen als het is veranderd."
    )
    tijdspad_reden = Tekstveld(label="Waarom het tijdspad veranderde", max_length=500, regels=2)


TIJDSPAD = ("Tijdspad", ("tijdspad_oorspronkelijk", "tijdspad_actueel", "tijdspad_reden"))
HERKOMST = ("Herkomst", ("vindplaats", "reden"))


class LijnForm(Structuurform):
    # What is wrong with a line as a whole is that another has its number.
    elders = {NON_FIELD_ERRORS: "code"}

    code = Tekstveld(label="Nummer", max_length=12, required=True, help_text="Zoals 1 of 1.2.")
    titel = Tekstveld(label="Titel", max_length=250, required=True)
    ouder = Rijkeuze(label="Hoort onder", leeg="geen andere lijn")
    doelstelling = Tekstveld(label="Doelstelling", max_length=4000, regels=4)
    portefeuillehouder = Tekstveld(label="Portefeuillehouder", max_length=120)

    groepen = (
        ("De lijn", ("code", "titel", "ouder", "portefeuillehouder", "doelstelling")),
        HERKOMST,
    )

    def clean_code(self) -> str:
        """It stands in addresses."""
        code = self.cleaned_data["code"]
        if not all(teken.isalnum() or teken in ".-" for teken in code) or not code[:1].isalnum():
            raise ValidationError("Gebruik alleen letters, cijfers, een punt of een streepje.")
        return code


class AmbitieForm(Structuurform, Tijdspadvelden):
    lijn = Lijnkeuze()
    titel = Tekstveld(label="Wat willen we bereiken?", max_length=2000, regels=3, required=True)

    groepen = (("De ambitie", ("lijn", "titel")), TIJDSPAD, HERKOMST)


class ActiviteitForm(Structuurform, Tijdspadvelden):
    titel = Tekstveld(label="Titel", max_length=250, required=True)
    lijn = Lijnkeuze()
    ambitie = Rijkeuze(label="Ambitie", leeg="geen ambitie")
    onderdeel_van = Rijkeuze(label="Is onderdeel van", leeg="geen andere activiteit")
    groep = Tekstveld(label="Groep", max_length=80, help_text="Het kopje in het rapport: Voor Stad.")
    schaal = forms.ChoiceField(label="Schaal", choices=keuzes(Schaal))
    soort = forms.ChoiceField(label="Soort", choices=keuzes(Activiteitsoort))
    trekker = Trekkerkeuze(label="Trekker", leeg="nog niemand")
    partners = Tekstveld(label="Partners", max_length=2000, regels=2)
    projectomvang = LosBedragveld(label="Projectomvang in euro’s", required=False)
    projectomvang_precisie = forms.ChoiceField(label="Hoe precies?", choices=keuzes(Precisie))
    projectomvang_toelichting = Tekstveld(label="Toelichting bij de omvang", max_length=250)

    groepen = (
        ("De activiteit", ("titel", "soort", "schaal", "trekker", "partners")),
        ("Plaats in het programma", ("lijn", "ambitie", "onderdeel_van", "groep")),
        TIJDSPAD,
        ("Omvang", ("projectomvang", "projectomvang_precisie", "projectomvang_toelichting")),
        HERKOMST,
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        self.check_lijn("ambitie", AMBITIE_ELDERS)
        self.check_lijn("onderdeel_van", GEHEEL_ELDERS)
        return gegevens


class VerwijzingForm(Structuurform):
    lijn = Lijnkeuze(label="Staat bij lijn")
    ambitie = Rijkeuze(label="Ambitie", leeg="geen ambitie")
    activiteit = Elderskeuze(label="Verwijst naar activiteit", leeg="geen activiteit")
    indicator = Elderskeuze(label="Of naar indicator", leeg="geen indicator")
    titel = Tekstveld(
        label="Titel hier", max_length=250, help_text="Alleen als het hier anders heet dan bij de eigenaar."
    )
    tijdspad = Tekstveld(label="Tijdspad hier", max_length=250)
    zekerheid = forms.ChoiceField(
        label="Zeker of mogelijk",
        choices=keuzes(Zekerheid),
        help_text="Mogelijk: de bron zegt dat het er misschien bij hoort.",
    )
    bekend_op = Peildatumkeuze(
        label="Staat in het rapport", help_text="Rapporten van eerdere rondes tonen de verwijzing niet."
    )

    groepen = (
        ("Waar staat de verwijzing?", ("lijn", "ambitie", "zekerheid", "bekend_op")),
        ("Waarnaar?", ("activiteit", "indicator", "titel", "tijdspad")),
        HERKOMST,
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        self.check_lijn("ambitie", AMBITIE_ELDERS)
        if not self.errors and bool(gegevens["activiteit"]) is bool(gegevens["indicator"]):
            self.add_error("activiteit", EEN_DING)
        return gegevens


class SplitsForm(forms.Form):
    """How one activiteit becomes several. `vraag_reden`: an adopted report shows it already."""

    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    titels = Tekstveld(
        label="Titels van de nieuwe activiteiten",
        max_length=4000,
        regels=5,
        required=True,
        help_text="Elke titel op een eigen regel.",
    )
    gaat_door = forms.ChoiceField(
        label="Wat gebeurt er met de oude activiteit?",
        choices=[
            ("ja", "Zij gaat door als geheel; de nieuwe zijn onderdelen ervan"),
            ("nee", "Zij eindigt; de nieuwe komen ervoor in de plaats"),
        ],
        widget=forms.RadioSelect,
        initial="ja",
    )
    reden = Tekstveld(label="Reden van het splitsen", max_length=1000, regels=2)

    def __init__(self, *args: Any, vraag_reden: bool, **opties: Any) -> None:
        super().__init__(*args, **{"use_required_attribute": False} | opties)
        if not vraag_reden:
            del self.fields["reden"]

    def clean_titels(self) -> Sequence[str]:
        titels = [" ".join(regel.split()) for regel in self.cleaned_data["titels"].splitlines()]
        titels = [titel for titel in titels if titel]
        if any(len(titel) > 250 for titel in titels):
            raise ValidationError("Een titel heeft hoogstens 250 tekens.")
        return titels

    def show_fouten(self, fout: ValidationError) -> None:
        velden = fout.error_dict if hasattr(fout, "error_dict") else {"": fout.error_list}
        for naam, fouten in velden.items():
            self.add_error(naam if naam in self.fields else None, fouten)
