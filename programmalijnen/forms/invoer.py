"""The form of an Invoerblad: it reads and explains what people type on one page, and saves nothing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from dordt_monitor.geladen import GeladenForm
from dordt_monitor.opmaak import OnleesbareInvoer
from dordt_monitor.tekst import tidy_tekst
from dordt_monitor.velden import Tekstveld, require_passend

from ..bouwen.blad import Invoerblad, Veld, Veldsoort, write_waarde
from ..regels.begrippen import Toestand
from ..regels.waarden import read_meetwaarde

LEGE_KEUZE = {"oordeel": "nog niet beoordeeld", "oordeel_horizon": "kies"}
GEEN_STAP = "niet gemeld"
GEHEEL_GETAL = "Dit is een heel getal. Schrijf het zonder cijfers achter de komma."
MINDER_DECIMALEN = "Dit wordt gemeten met hoogstens {} achter de komma."
OF_WOORDEN = "Is er geen getal? Schrijf dan: niet gemeten of niet van toepassing."
AFKORTINGEN = {"nvt": Toestand.NIET_VAN_TOEPASSING, "n.v.t.": Toestand.NIET_VAN_TOEPASSING}


class Waardeveld(Tekstveld):
    """A measured value, cleaned to the one way we write it: "circa 1.234,5", "niet gemeten", or ""."""

    def __init__(self, *, eenheid: str, **opties: Any) -> None:
        super().__init__(**opties)
        self.eenheid = eenheid

    def to_python(self, value: str | None) -> str:
        tekst = super().to_python(value)
        try:
            invoer = read_meetwaarde(AFKORTINGEN.get(tekst.lower(), tekst), self.eenheid)
        except OnleesbareInvoer as fout:
            zin = str(fout)
            raise ValidationError(zin if "niet gemeten" in zin else f"{zin} {OF_WOORDEN}") from fout
        if invoer.toestand is None:
            return ""
        if invoer.waarde is not None:
            require_passend(invoer.waarde)
        return write_waarde(invoer.waarde, invoer.precisie, invoer.toestand)


class InvoerForm(GeladenForm):
    """All fields of a page."""

    reden = Tekstveld(
        label="Reden van de verbetering",
        max_length=1000,
        help_text="Een vastgesteld rapport toont de oude waarde. De reden blijft in de wijzigingen bewaard.",
    )
    teruggeefreden = Tekstveld(
        label="Wat moet er veranderen?",
        max_length=1000,
        regels=3,
        help_text="De collega ziet dit boven de tekst staan.",
    )
    geen_opgave_reden = Tekstveld(
        label="Waarom is er niets te melden?",
        max_length=500,
        regels=2,
        help_text="Mag leeg blijven. De reden komt in het rapport.",
    )

    def __init__(self, blad: Invoerblad, data: QueryDict | None = None) -> None:
        self.blad = blad
        versie = blad.rij.versie if blad.rij else 0
        super().__init__(data, initial=blad.teksten | {"versie": versie})

    def add_velden(self) -> None:
        for veld in self.blad.velden.values():
            self.fields[veld.naam] = make_field(veld)

    def velden(self) -> list[str]:
        return [naam for naam in self.blad.velden if naam in self.fields]

    def clean(self) -> dict[str, Any]:
        super().clean()
        geladen = self.geladen()
        for veld in self.blad.velden.values():
            if veld.soort == Veldsoort.WAARDE and self.cleaned_data.get(veld.naam) != geladen[veld.naam]:
                self.check_decimalen(veld)
        return self.cleaned_data

    def check_decimalen(self, veld: Veld) -> None:
        """Only of what was typed now: a value that a source wrote more exactly may stay."""
        waarde = read_meetwaarde(self.cleaned_data.get(veld.naam, ""), veld.eenheid).waarde
        if waarde is not None and waarde != round(waarde, veld.decimalen):
            aantal = "één cijfer" if veld.decimalen == 1 else f"{veld.decimalen} cijfers"
            self.add_error(veld.naam, MINDER_DECIMALEN.format(aantal) if veld.decimalen else GEHEEL_GETAL)

    def ingevoerd(self) -> dict[str, str]:
        """Also what was typed in fields that are gone from the page, so that the service can say so."""
        return super().ingevoerd() | self._verdwenen("")

    def geladen(self) -> dict[str, str]:
        gelezen = {naam: tekst or "" for naam, tekst in super().geladen().items()}
        return gelezen | self._verdwenen("initial-")

    def _verdwenen(self, voor: str) -> dict[str, str]:
        geladen = (naam.removeprefix("initial-") for naam in self.data if naam.startswith("initial-"))
        weg = [naam for naam in geladen if naam not in self.fields]
        return {naam: tidy_tekst(self.data.get(f"{voor}{naam}", "")) for naam in weg}

    def take_over(self, blad: Invoerblad) -> None:
        """Show what is stored now wherever this person typed nothing else, as if the page was just opened."""
        self.data = self.data.copy()
        getypt, geladen = self.ingevoerd(), self.geladen()
        for naam, tekst in blad.teksten.items():
            if getypt.get(naam) == geladen.get(naam):
                self.data[naam] = self.data[f"initial-{naam}"] = tekst
        self.data["versie"] = str(blad.rij.versie) if blad.rij else ""

    def name_metgezellen(self, namen: Iterable[str]) -> list[str]:
        gehelen = {self.blad.velden[naam].geheel for naam in namen if naam in self.blad.velden} - {""}
        return [veld.naam for veld in self.blad.velden.values() if veld.geheel in gehelen]


def make_field(veld: Veld) -> forms.Field:
    if veld.soort == Veldsoort.KEUZE:
        leeg = LEGE_KEUZE.get(veld.naam, GEEN_STAP)
        keuzes = [(str(woord), str(woord) or leeg) for woord in veld.keuzes]
        return forms.ChoiceField(label=veld.label, choices=keuzes, required=False)
    if veld.soort == Veldsoort.WAARDE:
        lijst = forms.TextInput(attrs={"list": "toestanden", "autocomplete": "off"})
        return Waardeveld(label=veld.label, max_length=veld.lengte, eenheid=veld.eenheid, widget=lijst)
    regels = {"tekst": 12}.get(veld.naam, 3) if veld.soort == Veldsoort.TEKST else 1
    return Tekstveld(label=veld.label, max_length=veld.lengte, regels=regels)


TOESTANDEN = tuple(toestand for toestand in Toestand if toestand is not Toestand.GEMETEN)
