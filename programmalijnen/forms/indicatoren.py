"""An indicator with its categories."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import models

from dordt_monitor.velden import Tekstveld

from ..models import Categorie
from ..regels.begrippen import Soort
from .afspraakvelden import Aantalkeuze, JaNeeveld, Plekkeuze
from .delen import Deelform, Deelformset, check_uniek, make_formset
from .rijen import Rijform

SOORTEN = [
    (Soort.NIET_VERMELD.value, "niet vermeld"),
    (Soort.STROOM.value, "stroom: telt elk jaar opnieuw (trajecten)"),
    (Soort.STAND.value, "stand: het niveau op een dag (partners)"),
]
DUBBEL = "Deze categorie staat er al."


class IndicatorForm(Rijform):
    elders = {"lijn": "plek", "ambitie": "plek", "activiteit": "plek"}

    naam = Tekstveld(label="Naam", max_length=250, required=True, help_text="Wat er geteld of gemeten wordt.")
    eenheid = Tekstveld(label="Eenheid", max_length=60, help_text="Zoals inwoners, % of €.")
    decimalen = Aantalkeuze(
        label="Cijfers achter de komma", choices=[(str(aantal), str(aantal)) for aantal in range(5)]
    )
    soort = forms.ChoiceField(
        label="Soort",
        choices=SOORTEN,
        help_text="Zonder keuze berekenen wij geen koers van een doel.",
    )
    plek = Plekkeuze(
        label="Hoort bij", help_text="Bij een activiteit vragen wij het cijfer aan wie over haar rapporteert."
    )
    bron = Tekstveld(label="Bron", max_length=250, help_text="Waar de cijfers vandaan komen.")
    eigenaar = Tekstveld(label="Eigenaar", max_length=120, help_text="Wie het cijfer levert.")
    toelichting = Tekstveld(label="Toelichting", max_length=4000, regels=3)
    categorieen_sluiten_uit = JaNeeveld(
        label="Sluiten de categorieën elkaar uit?",
        help_text="Ja: niemand telt bij twee categorieën mee. Alleen dan maken wij een totaal.",
    )

    groepen = (
        ("Wat wordt er gemeten?", ("naam", "eenheid", "decimalen", "soort")),
        ("Waar hoort het bij?", ("plek",)),
        ("Waar komt het vandaan?", ("bron", "eigenaar", "toelichting")),
        ("Herkomst", ("vindplaats", "reden")),
        ("Naar categorie", ("categorieen_sluiten_uit",)),  # right above the categories themselves
    )

    def __init__(self, *args: Any, plekken: Iterable[models.Model], **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.offer(plek=plekken)


class Categorieform(Deelform):
    naam = Tekstveld(label="Naam", max_length=200, required=True)
    telt_mee = JaNeeveld(label="Telt mee in het totaal?", leeg="niet vastgelegd")


class Categorieenformset(Deelformset):
    model = Categorie
    naam = "categorieen"
    titel = "Categorieën"
    uitleg = "Alleen als er naar categorie wordt gemeten, zoals betaald werk, meer uren, opleiding."

    def clean(self) -> None:
        super().clean()
        check_uniek(self.blijvende(), ("naam",), DUBBEL)


Categorieen = make_formset(Categorieenformset, Categorieform, leeg=3)
