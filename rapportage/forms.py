"""Forms of the council's pages; they read addresses, nothing is saved."""

from django import forms

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
