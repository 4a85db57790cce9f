"""Relaties, tegenspraken and aannames: what a programme has to do with others, and what it answers for."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from dordt_monitor.velden import Tekstveld

from ..models.basis import keuzes
from ..models.verantwoording import Tegenspraaksoort
from .rijen import Rijform
from .structuur import HERKOMST, Structuurform
from .velden import Elderskeuze, Peildatumkeuze, Rijkeuze, Webadresveld

LIJN_VAN_EEN_ANDER = "Deze lijn hoort bij een ander programma dan u koos."


class RelatieForm(Structuurform):
    titel = Tekstveld(
        label="Programma of beleid", max_length=250, required=True, help_text="Zoals het in de stukken heet."
    )
    tekst = Tekstveld(label="Wat is het verband?", max_length=2000, regels=3)
    lijn = Rijkeuze(label="Hoort bij lijn", leeg="het hele programma")
    ander_programma = Rijkeuze(
        label="Programma in dit systeem",
        leeg="staat hier niet in",
        sleutel="slug",
        help_text="Dan komt er een link, en noemt dat programma dit programma ook.",
    )
    andere_lijn = Elderskeuze(
        label="Lijn van dat programma",
        leeg="geen bepaalde lijn",
        help_text="U kiest uit de programma’s waarvan u het werk leest.",
    )
    url = Webadresveld(label="Adres", help_text="Een pagina waar iedereen erover kan lezen.")
    bekend_op = Peildatumkeuze(
        label="Staat in het rapport", help_text="Rapporten van eerdere rondes tonen de relatie niet."
    )

    groepen = (
        ("Waarmee?", ("titel", "tekst", "lijn", "bekend_op")),
        ("Waar staat het?", ("ander_programma", "andere_lijn", "url")),
        HERKOMST,
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        ander, lijn = gegevens.get("ander_programma"), gegevens.get("andere_lijn")
        if lijn and lijn.programma != ander:
            self.add_error("andere_lijn", ValidationError(LIJN_VAN_EEN_ANDER))
        return gegevens


class TegenspraakForm(Rijform):
    onderwerp = Tekstveld(label="Waarover?", max_length=250, required=True)
    soort = forms.ChoiceField(label="Soort", choices=keuzes(Tegenspraaksoort))
    plaats_a = Tekstveld(
        label="Eerste plaats", max_length=200, required=True, help_text="Het document en de regel."
    )
    waarde_a = Tekstveld(label="Wat staat daar?", max_length=500, required=True)
    plaats_b = Tekstveld(label="Tweede plaats", max_length=200, required=True)
    waarde_b = Tekstveld(label="En wat staat daar?", max_length=500, required=True)
    gebruikt = Tekstveld(label="Wat gebruiken wij?", max_length=500, required=True)
    waarom = Tekstveld(label="Waarom?", max_length=500, regels=2, required=True)
    vindplaats = None

    groepen = (
        ("De tegenspraak", ("onderwerp", "soort")),
        ("De twee plaatsen", ("plaats_a", "waarde_a", "plaats_b", "waarde_b")),
        ("De keuze", ("gebruikt", "waarom", "reden")),
    )


class AannameForm(Rijform):
    over = Tekstveld(label="Waarover?", max_length=200, required=True)
    tekst = Tekstveld(label="Wat nemen wij aan?", max_length=500, regels=2, required=True)
    waarom = Tekstveld(label="Waarom?", max_length=500, regels=2, required=True)

    groepen = (("De aanname", ("over", "tekst", "waarom")), HERKOMST)
