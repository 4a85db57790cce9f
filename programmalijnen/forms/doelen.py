"""A doel with the versions of its number and the values agreed on the way."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db import models

from dordt_monitor.velden import Datumveld, Tekstveld

from ..models import Besluit, Doel, Indicator, Meting, Programma, Rapportageronde
from ..models.basis import keuzes
from ..regels.begrippen import Doeltoestand, Tussenverwachting, Vorm
from ..regels.doelvelden import BIJ_VORM, KENT_GETAL, explain_vorm
from ..regels.momenten import Tijdprecisie
from ..regels.perioden import read_tijdspad
from .afspraakvelden import JaNeeveld, Metingkeuze, Plekkeuze, Waardegetal
from .doelwoorden import (
    ANDERE_INDICATOR,
    EIND_VOOR_BEGIN,
    LEEG,
    NIVEAUS,
    RELATIEF,
    RICHTINGEN,
    VORMEN,
    WAAR_ELDERS,
    say_periode,
)
from .rijen import Rijform, Rijformulier
from .streefwaarden import Streefwaardenformset, Tussenwaardenformset
from .velden import Peildatumkeuze, Rijkeuze


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelkeuzes:
    """The rows a doel may point to."""

    plekken: Iterable[models.Model] = field(default_factory=list)
    doelen: Iterable[Doel] = field(default_factory=list)
    indicatoren: Iterable[Indicator] = field(default_factory=list)
    metingen: Iterable[Meting] = field(default_factory=list)
    besluiten: Iterable[Besluit] = field(default_factory=list)
    programmas: Iterable[Programma] = field(default_factory=list)
    rondes: Iterable[Rapportageronde] = field(default_factory=list)


class DoelForm(Rijform):
    elders_fouten = {"lijn": "plek", "ambitie": "plek", "activiteit": "plek"}

    omschrijving = Tekstveld(
        label="Wat is afgesproken?",
        max_length=2000,
        regels=2,
        required=True,
        help_text="In de woorden van het besluit of het programma.",
    )
    vorm = forms.ChoiceField(
        label="Vorm",
        choices=[(vorm.value, tekst) for vorm, tekst in VORMEN.items()],
        help_text="Hieraan zien wij wanneer het gehaald is. Het getal vult u onderaan in, bij Streefwaarde.",
    )
    richting = forms.ChoiceField(
        label="Welke kant op?", choices=RICHTINGEN, required=False, help_text="Zonder richting geen oordeel."
    )
    niveau = forms.ChoiceField(
        label="Resultaat of effect?",
        choices=NIVEAUS,
        required=False,
        help_text="Een resultaat maakt het programma zelf; een effect is wat daardoor in de stad verandert.",
    )
    toestand = forms.ChoiceField(label="Stand van de afspraak", choices=keuzes(Doeltoestand))
    besluit = Rijkeuze(label="Besluit", leeg="niet vermeld", help_text="Waarin dit is afgesproken.")
    plek = Plekkeuze(label="Hoort bij", help_text="Een lijn, een ambitie, een activiteit of alles samen.")
    onderdeel_van = Rijkeuze(
        label="Is deel van", leeg="geen ander doel", help_text="‘Daarvan’: 25 van de 50 gaan aan de slag."
    )
    onderdelen_sluiten_uit = JaNeeveld(
        label="Sluiten de delen elkaar uit?", help_text="Ja: niemand telt bij twee delen mee."
    )
    periode = Tekstveld(
        label="Periode",
        max_length=80,
        help_text="Zoals het is afgesproken: 2024, 2025-2028, voor 1\N{NO-BREAK SPACE}juli 2025.",
    )
    periode_van = Datumveld(label="Begin", required=False, help_text="Leeg: wij lezen het uit de periode.")
    periode_tot = Datumveld(label="Eind", required=False, help_text="De laatste dag die meetelt.")
    bekend_op = Peildatumkeuze(label="Staat in het rapport")
    indicator = Rijkeuze(label="Indicator", leeg="geen", help_text="Waarmee u meet of het lukt.")
    start = Metingkeuze(
        label="Begint bij",
        leeg="de nulmeting van de indicator",
        help_text="De meting waar het doel vandaan komt.",
    )
    tussenverwachting = forms.ChoiceField(
        label="Wat mag onderweg verwacht worden?", choices=keuzes(Tussenverwachting)
    )
    marge = Waardegetal(
        label="Marge", help_text="Alleen bij ‘meer of minder’: een kleiner verschil heet gelijk."
    )
    relatief_soort = forms.ChoiceField(
        label="Procent of procentpunt?",
        choices=RELATIEF,
        required=False,
        help_text="Alleen bij een verandering. Het getal zelf staat onder Streefwaarde.",
    )
    relatief_per_jaar = forms.BooleanField(label="Elk jaar opnieuw", required=False)
    vergelijkcijfer = Rijkeuze(
        label="Cijfer om mee te vergelijken", leeg="geen", help_text="Bijvoorbeeld het landelijk gemiddelde."
    )
    eigenaar = Tekstveld(label="Eigenaar", max_length=120, help_text="Wie verantwoordelijk is voor dit doel.")
    aanpak = Tekstveld(
        label="Aanpak", max_length=4000, regels=3, help_text="Wat er gebeurt om het doel te halen."
    )
    elders = Tekstveld(label="Waar dan?", max_length=250, help_text="‘Via de lijn van Agenda 2030’.")
    elders_programma = Rijkeuze(label="Programma", leeg="geen programma in dit systeem", sleutel="slug")

    groepen = (
        ("Het doel", ("omschrijving", "vorm", "richting", "niveau", "toestand", "besluit")),
        ("Waar hoort het bij?", ("plek", "onderdeel_van", "onderdelen_sluiten_uit")),
        ("Wanneer?", ("periode", "periode_van", "periode_tot", "bekend_op")),
        ("Hoe meet u het?", ("indicator", "start", "tussenverwachting", "marge")),
        (
            "Verandering of vergelijking",
            ("relatief_soort", "relatief_per_jaar", "vergelijkcijfer"),
        ),
        ("Wie en hoe?", ("eigenaar", "aanpak")),
        ("Wordt het elders gerapporteerd?", ("elders", "elders_programma")),
        ("Herkomst", ("vindplaats", "reden")),
    )

    def __init__(self, *args: Any, kies: Doelkeuzes, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.meldingen: list[str] = []
        self.offer(
            plek=kies.plekken,
            onderdeel_van=kies.doelen,
            indicator=kies.indicatoren,
            vergelijkcijfer=kies.indicatoren,
            start=kies.metingen,
            besluit=kies.besluiten,
            elders_programma=kies.programmas,
            bekend_op=kies.rondes,
        )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if "vorm" in gegevens:
            self._check_vorm(Vorm(gegevens["vorm"]))
        if not {"periode", "periode_van", "periode_tot"} & set(self.errors):
            self._read_periode()
        start, indicator = gegevens.get("start"), gegevens.get("indicator")
        if start and indicator and start.indicator_id != indicator.pk:
            self.add_error("start", ANDERE_INDICATOR)
        return gegevens

    def _check_vorm(self, vorm: Vorm) -> None:
        """What does not belong to the chosen vorm is said; what was so before stays out of a small change."""
        for naam, vormen in BIJ_VORM.items():
            hoort_niet = vorm not in vormen and self.cleaned_data.get(naam) not in LEEG
            if hoort_niet and {naam, "vorm"} & set(self.changed_data):
                self.add_error(naam, explain_vorm(VORMEN[vorm], [VORMEN[ander] for ander in vormen]))
        if vorm is Vorm.ELDERS and not (
            self.cleaned_data.get("elders") or self.cleaned_data.get("elders_programma")
        ):
            self.add_error("elders", WAAR_ELDERS)

    def _read_periode(self) -> None:
        """The days of a new or changed period, unless somebody wrote other days."""
        gegevens, geladen = self.cleaned_data, self.geladen()
        dagen = (gegevens["periode_van"], gegevens["periode_tot"])
        zelf_getypt = any(dagen) and dagen != (geladen["periode_van"], geladen["periode_tot"])
        if gegevens["periode"] and gegevens["periode"] != geladen["periode"] and not zelf_getypt:
            gelezen = read_tijdspad(gegevens["periode"])
            if gelezen.precisie is not Tijdprecisie.ONBEKEND:  # what cannot be read changes no day
                is_doorlopend = gelezen.precisie is Tijdprecisie.DOORLOPEND
                dagen = (dagen[0] if is_doorlopend else gelezen.van, gelezen.tot)
            gegevens["periode_van"], gegevens["periode_tot"] = dagen
            self.meldingen.append(say_periode(gelezen, *dagen))
        if all(dagen) and dagen[0] > dagen[1]:
            self.add_error("periode_tot", EIND_VOOR_BEGIN)

    def show_fouten(self, fout: Exception) -> None:
        self.elders = self.elders_fouten
        super().show_fouten(fout)


class Doelformulier(Rijformulier):
    """The doel with its streefwaarden and tussenwaarden, which must fit its vorm."""

    def __init__(
        self, form: DoelForm, streefwaarden: Streefwaardenformset, tussen: Tussenwaardenformset
    ) -> None:
        super().__init__(form, streefwaarden, tussen)
        self.streefwaarden, self.tussen = streefwaarden, tussen

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        vorm = Vorm(self.form.cleaned_data["vorm"])
        uitleg = explain_vorm(VORMEN[vorm], [VORMEN[ander] for ander in KENT_GETAL])
        alle = "vorm" in self.form.changed_data
        past = self.streefwaarden.check_vorm(vorm, uitleg, ook_oude=alle)
        return self.tussen.check_vorm(vorm, uitleg, ook_oude=alle) and past

    @property
    def meldingen(self) -> list[str]:
        """What we understood of what was typed, said after saving."""
        return self.form.meldingen
