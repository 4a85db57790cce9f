"""A funding line with its standen."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms

from dordt_monitor.opmaak import format_bedrag, format_met_precisie
from dordt_monitor.velden import Tekstveld
from programmalijnen.forms.delen import Deelform, Deelformset, make_formset
from programmalijnen.forms.rijen import Rijform
from programmalijnen.forms.velden import Jaarveld, Peildatumkeuze, Rijkeuze
from programmalijnen.models import Activiteit, Besluit, Programma, Programmalijn, Rapportageronde
from programmalijnen.models.basis import keuzes
from programmalijnen.regels.begrippen import Schaal
from programmalijnen.regels.perioden import read_tijdspad
from programmalijnen.services.samenvoegen import Bewerking

from ..begrippen import Financieringsoort, Standsoort
from ..models import Financiering, Financieringsbron, Financieringsstand
from .bedragen import BEDRAG_UITLEG, TOESTANDEN, check_bedrag
from .velden import GeschrevenBedragveld

KIES_BRON = "Kies een bron, of vul de naam van een nieuwe bron in."
BRON_OF_NIEUW = "Kies een bron of vul een nieuwe in, niet allebei."
JAREN_NODIG = "Vul in van welke jaren: een periode, of een eerste en een laatste jaar."
STAND_ONTBREEKT = "De stand waarvan dit een deel is, staat hier niet bij."


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzes:
    """The rows a funding line may point to."""

    lijnen: Iterable[Programmalijn] = field(default_factory=list)
    bronnen: Iterable[Financieringsbron] = field(default_factory=list)
    activiteiten: Iterable[Activiteit] = field(default_factory=list)
    besluiten: Iterable[Besluit] = field(default_factory=list)
    programmas: Iterable[Programma] = field(default_factory=list)
    financieringen: Iterable[Financiering] = field(default_factory=list)
    rondes: Iterable[Rapportageronde] = field(default_factory=list)


class Regelkeuze(Rijkeuze):
    """A funding line. One source may pay more lines, so the name alone does not tell them apart."""

    def describe(self, rij: Financiering) -> str:
        plek = f"lijn {rij.lijn.code}" if rij.lijn else "het hele programma"
        bekend = rij.bedrag is not None
        bedrag = format_met_precisie(format_bedrag(rij.bedrag), rij.precisie) if bekend else rij.toestand
        return f"{rij}, {plek}, {bedrag}"


class FinancieringForm(Rijform):
    buiten = Rijform.buiten | {"nieuwe_bron"}
    elders = {"bedrag": "geschreven", "precisie": "geschreven"}

    lijn = Rijkeuze(label="Lijn", leeg="het hele programma")
    bron = Rijkeuze(label="Bron", leeg="een nieuwe bron")
    nieuwe_bron = Tekstveld(
        label="Naam van de nieuwe bron",
        max_length=250,
        help_text="Alleen als de bron niet in de lijst staat.",
    )
    soort = forms.ChoiceField(label="Soort", choices=keuzes(Financieringsoort))
    schaal = forms.ChoiceField(label="Schaal", choices=keuzes(Schaal))
    geschreven = GeschrevenBedragveld(label="Bedrag in euro’s", required=False, help_text=BEDRAG_UITLEG)
    toestand = forms.ChoiceField(label="Bedrag bekend?", choices=TOESTANDEN)
    in_natura = forms.BooleanField(label="Bijdrage in natura", required=False)
    ten_behoeve_van = Tekstveld(
        label="Ten behoeve van", max_length=250, help_text="In de woorden van de bron."
    )
    activiteit = Rijkeuze(label="Activiteit", leeg="geen bepaalde activiteit")
    cofinanciering_van = Regelkeuze(label="Is cofinanciering van", leeg="nee, dit is een eigen regel")
    periode = Tekstveld(
        label="Periode", max_length=80, help_text="Zoals de bron het schrijft: 2024, 2024-2028, vanaf 2025."
    )
    jaar_van = Jaarveld(label="Eerste jaar", help_text="Leeg: wij lezen het uit de periode.")
    jaar_tot = Jaarveld(label="Laatste jaar")
    per_jaar = forms.BooleanField(
        label="Dit bedrag is er elk jaar van de periode",
        required=False,
        help_text=(
            "Alleen van belang bij meer jaren. Zonder vinkje is het bedrag voor alle jaren samen, "
            "en telt het in geen enkel jaar mee."
        ),
    )
    bekend_op = Peildatumkeuze(label="Staat in het rapport")
    elders_verantwoord = Tekstveld(
        label="Elders verantwoord",
        max_length=250,
        help_text="Waar dit geld wordt verantwoord, als dat niet hier is.",
    )
    elders_programma = Rijkeuze(
        label="Programma dat het verantwoordt", leeg="geen programma in dit systeem", sleutel="slug"
    )
    besluit = Rijkeuze(label="Besluit", leeg="niet vermeld")
    toelichting = Tekstveld(label="Toelichting", max_length=500, regels=2)

    groepen = (
        ("Waar hoort het bij?", ("lijn", "soort", "schaal")),
        ("Wie betaalt?", ("bron", "nieuwe_bron", "cofinanciering_van")),
        ("Hoeveel?", ("geschreven", "toestand", "in_natura")),
        (
            "Waarvoor en wanneer?",
            ("ten_behoeve_van", "activiteit", "periode", "jaar_van", "jaar_tot", "per_jaar"),
        ),
        ("Verantwoording", ("bekend_op", "besluit", "elders_verantwoord", "elders_programma")),
        ("Herkomst", ("vindplaats", "toelichting", "reden")),
    )

    def __init__(self, *args: Any, kies: Keuzes, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.offer(
            lijn=kies.lijnen,
            bron=kies.bronnen,
            activiteit=kies.activiteiten,
            besluit=kies.besluiten,
            elders_programma=kies.programmas,
            cofinanciering_van=kies.financieringen,
            bekend_op=kies.rondes,
        )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        check_bedrag(self)
        if bool(gegevens.get("bron")) is bool(gegevens.get("nieuwe_bron")) and not self.has_error("bron"):
            self.add_error("bron", BRON_OF_NIEUW if gegevens.get("bron") else KIES_BRON)
        if not {"periode", "jaar_van", "jaar_tot"} & set(self.errors):
            self._read_jaren()
        return gegevens

    def _read_jaren(self) -> None:
        """The years of a new or changed period, unless somebody wrote other years."""
        gegevens = self.cleaned_data
        namen = ("jaar_van", "jaar_tot")
        geladen = self.geladen()
        jaren = [gegevens[naam] for naam in namen]
        zelf_getypt = any(jaren) and jaren != [geladen[naam] for naam in namen]
        if gegevens["periode"] != geladen["periode"] and not zelf_getypt:
            tijdspad = read_tijdspad(gegevens["periode"])
            jaren = [dag.year if dag else None for dag in (tijdspad.van, tijdspad.tot)]
            gegevens.update(zip(namen, jaren, strict=True))
        if all(jaren) and jaren[0] > jaren[1]:
            self.add_error("jaar_tot", "Het laatste jaar ligt vóór het eerste.")
        if gegevens.get("per_jaar") and not any(jaren):
            self.add_error("periode", JAREN_NODIG)

    @property
    def nieuwe_bron_naam(self) -> str:
        return self.cleaned_data.get("nieuwe_bron", "")


class Standkeuze(forms.ChoiceField):
    """The stand of which another is a part, by its word; it becomes a row in `Standenformset`."""

    def prepare_value(self, value: Any) -> Any:
        return value.stand if isinstance(value, Financieringsstand) else value


class Standform(Deelform):
    elders = {"bedrag": "geschreven", "precisie": "geschreven"}

    stand = forms.ChoiceField(label="Stand", choices=[("", "kies"), *keuzes(Standsoort)])
    geschreven = GeschrevenBedragveld(label="Bedrag in euro’s")
    waarvan = Standkeuze(
        label="Is een deel van", choices=[("", "geen andere stand"), *keuzes(Standsoort)], required=False
    )
    periode = Tekstveld(label="Periode", max_length=80)
    besluit = Rijkeuze(label="Besluit", leeg="niet vermeld")
    vindplaats = Tekstveld(label="Vindplaats", max_length=200)

    def __init__(self, *args: Any, besluiten: Iterable[Besluit], **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.fields["besluit"].offer(besluiten)


class Standenformset(Deelformset):
    model = Financieringsstand
    naam = "standen"
    titel = "Standen"
    uitleg = (
        "Alleen als de bron zegt hoever het geld is: gereserveerd 10.500.000, waarvan gevoteerd 1.260.000. "
        "Totalen gaan per stand, nooit over standen heen."
    )

    def head_of(self, rij: Financieringsstand) -> str:
        return rij.stand.capitalize()

    def clean(self) -> None:
        super().clean()
        standen = {form.cleaned_data.get("stand") for form in self.blijvende()}
        for form in self.blijvende():
            waarvan = form.cleaned_data.get("waarvan")
            if waarvan and (waarvan not in standen or waarvan == form.cleaned_data.get("stand")):
                form.add_error("waarvan", STAND_ONTBREEKT)

    def bewerkingen(self) -> list[Bewerking]:
        """`waarvan` as the row it names, which may be new itself."""
        bewerkingen = super().bewerkingen()
        getypt = {bewerking.ingevoerd["stand"]: bewerking.rij for bewerking in bewerkingen}
        geladen = {bewerking.geladen["stand"]: bewerking.rij for bewerking in bewerkingen}
        return [
            Bewerking(
                rij=bewerking.rij,
                versie=bewerking.versie,
                ingevoerd={**bewerking.ingevoerd, "waarvan": getypt.get(bewerking.ingevoerd["waarvan"])},
                geladen={**bewerking.geladen, "waarvan": geladen.get(bewerking.geladen["waarvan"])},
            )
            for bewerking in bewerkingen
        ]


Standen = make_formset(Standenformset, Standform, leeg=2)
