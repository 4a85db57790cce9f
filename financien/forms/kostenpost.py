"""A kostenpost with the lines it serves and its amounts by year."""

from collections.abc import Iterable
from typing import Any

from django import forms

from dordt_monitor.velden import Datumveld, Tekstveld
from programmalijnen.forms.delen import Deelform, Deelformset, check_uniek, make_formset
from programmalijnen.forms.rijen import Rijform
from programmalijnen.forms.velden import Jaarveld, Rijkeuze
from programmalijnen.models import Activiteit, Programmalijn, Zekerheid
from programmalijnen.models.basis import keuzes

from ..begrippen import Uitgavesoort
from ..models import Kostenpost, KostenpostLijn, Uitgave
from .bedragen import TOESTANDEN, check_bedrag
from .velden import Aandeelveld, GeschrevenBedragveld

DUBBEL_JAAR = "Dit jaar staat er al met deze soort."
DUBBELE_LIJN = "Deze lijn staat er al."
AANDEEL_WAARVAN = "Kies de post waar dit een aandeel van is."


class KostenpostForm(Rijform):
    elders = {"aandeel": "geschreven_aandeel", "aandeel_precisie": "geschreven_aandeel"}

    titel = Tekstveld(label="Titel", max_length=250, required=True)
    activiteit = Rijkeuze(label="Activiteit", leeg="geen bepaalde activiteit")
    toelichting = Tekstveld(label="Toelichting", max_length=500, regels=2)
    onderdeel_van = Rijkeuze(
        label="Is een onderdeel van",
        leeg="nee, dit is een eigen post",
        help_text="Een onderdeel zit al in de bedragen van die post. Het telt niet nog eens mee.",
    )
    geschreven_aandeel = Aandeelveld(
        label="Aandeel in procenten",
        required=False,
        help_text="Als de bron een aandeel noemt: 63 of circa 63. Wij rekenen daar geen bedrag mee uit.",
    )

    groepen = (
        ("De kostenpost", ("titel", "toelichting", "activiteit")),
        ("Deel van een andere post", ("onderdeel_van", "geschreven_aandeel")),
        ("Herkomst", ("vindplaats", "reden")),
    )

    def __init__(
        self,
        *args: Any,
        activiteiten: Iterable[Activiteit],
        posten: Iterable[Kostenpost] = (),
        **opties: Any,
    ) -> None:
        super().__init__(*args, **opties)
        self.offer(activiteit=activiteiten, onderdeel_van=posten)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        aandeel = gegevens.get("geschreven_aandeel")
        if aandeel and aandeel.bedrag is not None and not gegevens.get("onderdeel_van"):
            self.add_error("onderdeel_van", AANDEEL_WAARVAN)
        return gegevens


class LijnForm(Deelform):
    lijn = Rijkeuze(label="Lijn", leeg="kies", required=True)
    zekerheid = forms.ChoiceField(
        label="Zeker of mogelijk", choices=keuzes(Zekerheid), initial=Zekerheid.ZEKER.value
    )

    def __init__(self, *args: Any, lijnen: Iterable[Programmalijn], **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.fields["lijn"].offer(lijnen, self.initial.get("lijn"))


class Lijnenformset(Deelformset):
    model = KostenpostLijn
    naam = "lijnen"
    titel = "Lijnen"
    uitleg = "Bij meer dan één lijn telt deze post in het totaal één keer mee, en per lijn niet."

    def head_of(self, rij: KostenpostLijn) -> str:
        return str(rij.lijn)

    def clean(self) -> None:
        super().clean()
        check_uniek(self.blijvende(), ("lijn",), DUBBELE_LIJN)


class UitgaveForm(Deelform):
    elders = {"bedrag": "geschreven", "precisie": "geschreven"}

    jaar = Jaarveld(label="Jaar", required=True)
    soort = forms.ChoiceField(label="Soort", choices=[("", "kies"), *keuzes(Uitgavesoort)])
    geschreven = GeschrevenBedragveld(label="Bedrag in euro’s", required=False)
    toestand = forms.ChoiceField(label="Bedrag bekend?", choices=TOESTANDEN, initial=TOESTANDEN[0][0])
    tot_en_met = Datumveld(label="Bekend t/m", required=False)
    vindplaats = Tekstveld(label="Vindplaats", max_length=200)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        check_bedrag(self)
        tot, jaar = self.cleaned_data.get("tot_en_met"), self.cleaned_data.get("jaar")
        if tot and jaar and tot.year != jaar:
            self.add_error("tot_en_met", f"Deze dag valt niet in {jaar}.")
        return gegevens


class Uitgavenformset(Deelformset):
    model = Uitgave
    naam = "uitgaven"
    titel = "Uitgaven per jaar"
    uitleg = (
        "Schrijf een bedrag voluit, of zeg waarom er geen is. Vul ‘Bekend t/m’ alleen in bij een deel van "
        "een jaar, bijvoorbeeld 31 maart 2024."
    )

    def head_of(self, rij: Uitgave) -> str:
        return f"{rij.jaar} {rij.soort}"

    def clean(self) -> None:
        super().clean()
        check_uniek(self.blijvende(), ("jaar", "soort"), DUBBEL_JAAR)


Lijnen = make_formset(Lijnenformset, LijnForm, leeg=3)
# Four years, planned and realised.
Uitgaven = make_formset(Uitgavenformset, UitgaveForm, leeg=8)
