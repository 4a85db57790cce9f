"""A milestone with its standen, and a besluit."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms

from dordt_monitor.opmaak import format_datum
from dordt_monitor.velden import Datumveld, Tekstveld

from ..models import Activiteit, Besluit, Mijlpaalstand, Programmalijn
from ..models.basis import keuzes
from ..models.planning import Mijlpaalstaat
from ..services.versies import VERSCHOVEN_ZONDER_REDEN
from .delen import Deelform, check_uniek, make_formset
from .rijen import Rijform
from .velden import Rijkeuze, Webadresveld
from .versies import Versieformset

ZELFDE_DAG = "Voor deze dag is al een stand vastgelegd."
GEEN_STAND = "Zeg wanneer de mijlpaal gepland is: vul een stand in."


@dataclass(frozen=True, slots=True, kw_only=True)
class Mijlpaalkeuzes:
    """The rows a milestone may point to."""

    lijnen: Iterable[Programmalijn] = field(default_factory=list)
    activiteiten: Iterable[Activiteit] = field(default_factory=list)
    besluiten: Iterable[Besluit] = field(default_factory=list)


class MijlpaalForm(Rijform):
    titel = Tekstveld(label="Wat moet er dan klaar zijn?", max_length=250, required=True)
    groep = Tekstveld(
        label="Kop",
        max_length=80,
        help_text="Mijlpalen met dezelfde kop staan bij elkaar, zoals ‘Oorspronkelijke planning’.",
    )
    lijn = Rijkeuze(label="Lijn", leeg="het hele programma")
    activiteit = Rijkeuze(label="Activiteit", leeg="geen bepaalde activiteit")
    bestuurlijk = forms.BooleanField(
        label="Bestuurlijk moment", required=False, help_text="Van de raad of het college."
    )
    besluit = Rijkeuze(label="Besluit", leeg="niet vermeld")

    groepen = (
        ("De mijlpaal", ("titel", "groep", "bestuurlijk")),
        ("Waar hoort het bij?", ("lijn", "activiteit", "besluit")),
        ("Herkomst", ("vindplaats", "reden")),
    )

    def __init__(self, *args: Any, kies: Mijlpaalkeuzes, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.offer(lijn=kies.lijnen, activiteit=kies.activiteiten, besluit=kies.besluiten)


class Standform(Deelform):
    bekend_op = Datumveld(label="Bekend op")
    tijdspad = Tekstveld(label="Wanneer?", max_length=250, required=True)
    staat = forms.ChoiceField(
        label="Staat",
        choices=keuzes(Mijlpaalstaat),
        initial=Mijlpaalstaat.GEPLAND.value,
        help_text="Niet vermeld: het is voorbij, en nergens staat wat ervan is geworden.",
    )
    reden = Tekstveld(label="Reden", max_length=500)
    vindplaats = Tekstveld(label="Vindplaats", max_length=200)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if gegevens.get("staat") == Mijlpaalstaat.VERSCHOVEN and not gegevens.get("reden"):
            self.add_error("reden", VERSCHOVEN_ZONDER_REDEN)
        return gegevens


class Standenformset(Versieformset):
    model = Mijlpaalstand
    naam = "mijlpaalstanden"
    titel = "Standen"
    UITLEG = (
        "De eerste stand is de oorspronkelijke planning. Is de datum verschoven? Laat de oude stand dan "
        "staan en voeg een nieuwe toe, met de reden. Schrijf ‘wanneer’ zoals u het zegt: Q2 2025, maart 2025."
    )
    UITLEG_VAST = (
        "Een vastgesteld rapport toont deze mijlpaal. Wat daarin staat, blijft. Is de datum verschoven of is "
        "de mijlpaal gehaald? Voeg dan een nieuwe stand toe. Zolang geen rapport die toont, kunt u hem "
        "aanpassen of weghalen."
    )

    def head_of(self, rij: Mijlpaalstand) -> str:
        return format_datum(rij.bekend_op)

    def clean(self) -> None:
        super().clean()
        check_uniek(self.blijvende(), ("bekend_op",), ZELFDE_DAG)
        if not self.blijvende() and not any(self.errors):
            raise forms.ValidationError(GEEN_STAND)


Standen = make_formset(Standenformset, Standform, leeg=1)


class BesluitForm(Rijform):
    titel = Tekstveld(label="Titel", max_length=250, required=True)
    nummer = Tekstveld(label="Nummer", max_length=60, help_text="Zoals 2024-0012345.")
    orgaan = Tekstveld(label="Van wie?", max_length=60, help_text="Gemeenteraad, college.")
    datum = Datumveld(label="Datum", required=False, help_text="Leeg als de bron geen dag noemt.")
    datum_tekst = Tekstveld(label="Datum in woorden", max_length=80, help_text="Zoals ‘juli 2024’.")
    url = Webadresveld(label="Adres van het stuk", help_text="De pagina waar iedereen het besluit kan lezen.")

    groepen = (
        ("Het besluit", ("titel", "nummer", "orgaan", "url")),
        ("Wanneer?", ("datum", "datum_tekst")),
        ("Herkomst", ("vindplaats", "reden")),
    )
