"""The forms of a round: opening it, its settings, its state, an exception, handing over."""

from typing import Any

from django import forms

from dordt_monitor.geladen import GeladenForm
from dordt_monitor.velden import Datumveld, Tekstveld

from ..models import Teamlid
from ..regels.rondevoorstel import Rondegegevens, make_slug
from .programma import VORMEN
from .velden import Jaarveld, Rijkeuze

DEADLINE = "De laatste dag waarop uw team kan invullen. Leeg mag ook."
BLIJFT = "Blijft in de wijzigingen bewaard."


class Teamlidkeuze(Rijkeuze):
    def __init__(self, **opties: Any) -> None:
        super().__init__(**{"sleutel": "spoorsleutel", "required": True, "leeg": "kies een naam"} | opties)

    def describe(self, rij: Teamlid) -> str:
        return rij.gebruiker.naam


class OpenForm(forms.Form):
    """What a person says of a new round; the address comes from the title."""

    titel = Tekstveld(label="Titel", max_length=200, required=True)
    peildatum = Datumveld(
        label="Peildatum", help_text="De cijfers en teksten gaan over wat er tot en met deze dag is bereikt."
    )
    label = Tekstveld(
        label="Hoe noemt u die stand?", max_length=60, required=True, help_text="Bijvoorbeeld: t/m juli 2026"
    )
    jaar = Jaarveld(label="Jaar", required=True, help_text="De doelen van dit jaar staan in het rapport.")
    deadline = Datumveld(label="Invullen tot en met", required=False, help_text=DEADLINE)

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **{"use_required_attribute": False} | opties)

    @property
    def slug(self) -> str:
        """Of the title as it stands in the form now."""
        return make_slug(self["titel"].value() or "")

    @property
    def gegevens(self) -> Rondegegevens:
        """What can be read of it; a field that is wrong is empty."""
        if not self.is_bound:
            return Rondegegevens(**self.initial)
        self.is_valid()
        return Rondegegevens(**self.cleaned_data)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if gegevens.get("titel") and not make_slug(gegevens["titel"]):
            self.add_error("titel", "Gebruik letters of cijfers: van de titel komt het adres van de ronde.")
        return gegevens


class InstellingenForm(GeladenForm):
    titel = Tekstveld(label="Titel", max_length=200, required=True)
    label = Tekstveld(label="Hoe noemt u de stand van de cijfers?", max_length=60, required=True)
    deadline = Datumveld(label="Invullen tot en met", required=False, help_text=DEADLINE)
    vorm = forms.ChoiceField(
        label="Vorm van het rapport",
        required=False,
        choices=[("", "zoals bij het programma"), *((vorm.value, tekst) for vorm, tekst in VORMEN.items())],
        help_text="Hoe het rapport van deze ronde wordt getoond. De gegevens blijven dezelfde.",
    )


class HeropenForm(forms.Form):
    reden = Tekstveld(
        label="Waarom gaat de ronde weer open?", max_length=1000, required=True, help_text=BLIJFT
    )


class UitzonderingForm(forms.Form):
    teamlid = Teamlidkeuze(label="Wie")
    tot_en_met = Datumveld(label="Mag invullen tot en met")
    reden = Tekstveld(label="Waarom", max_length=500, required=True, help_text=BLIJFT)


class OverdraagForm(forms.Form):
    """`rijen` holds what can be chosen: (key, title) of each row that is asked of the one who hands over."""

    rijen = forms.MultipleChoiceField(
        label="Wat draagt u over?", widget=forms.CheckboxSelectMultiple, required=False
    )
    naar = Teamlidkeuze(label="Aan wie?")
    ook_hierna = forms.BooleanField(label="Ook voor volgende rondes", required=False)
    bericht = Tekstveld(
        label="Wilt u erbij zeggen waarom?",
        max_length=500,
        regels=3,
        help_text="Uw collega leest dit op de pagina tot het is ingediend.",
    )
