"""The filter of the council's pages, and what is recorded when a report is adopted."""

from django import forms

from dordt_monitor.velden import Datumveld, Tekstveld

from .filteren import Keuze
from .opzoeken import with_onderdelen
from .rapport import Activiteitregel, Rapport


class Activiteitenfilter(forms.Form):
    """The choices come from the report itself; a value it does not have asks nothing."""

    lijn = forms.ChoiceField(required=False)
    schaal = forms.ChoiceField(label="Schaal", required=False)
    soort = forms.ChoiceField(label="Soort", required=False)
    tekst = forms.CharField(label="Woord in de tekst", required=False, max_length=100)

    def __init__(self, *args, rapport: Rapport, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        rijen = [rij for lijn in rapport.lijnen for rij in with_onderdelen(lijn.activiteiten)]
        self.fields["lijn"].label = rapport.programma.lijn_enkelvoud.capitalize()
        self.fields["lijn"].choices = [
            ("", "Alle"),
            *((r.code, f"{r.code}. {r.titel}") for r in rapport.lijnen),
        ]
        self.fields["schaal"].choices = _choices(rijen, "schaal")
        self.fields["soort"].choices = _choices(rijen, "soort")

    def keuze(self) -> Keuze:
        self.is_valid()
        return Keuze(**{naam: waarde.strip() for naam, waarde in self.cleaned_data.items()})


def _choices(rijen: list[Activiteitregel], veld: str) -> list[tuple[str, str]]:
    woorden = dict.fromkeys(getattr(rij, veld) for rij in rijen)
    return [("", "Alle"), *((woord, woord) for woord in woorden if woord)]


class VaststelForm(forms.Form):
    """What the programmamanager records of the adoption by the college."""

    vastgesteld_op = Datumveld(
        label="Vastgesteld op",
        help_text="De dag waarop het college het rapport vaststelde, bijvoorbeeld 3 september 2024.",
    )
    besluit = Tekstveld(
        label="Besluit", max_length=250, help_text="Nummer of naam van het collegebesluit, als u die weet."
    )
    openbaar_vanaf = Datumveld(
        label="Openbaar vanaf",
        required=False,
        help_text="Vanaf deze dag leest iedereen het rapport. Leeg: alleen de raad en het team lezen het.",
    )
