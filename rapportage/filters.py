"""What a reader may choose to see of a report. The choices come from the report itself."""

from collections.abc import Iterable
from dataclasses import replace

from django import forms
from django.http import QueryDict

from .filteren import Keuze
from .indicatorlijst import Indicatorgroep, filter_doel
from .opzoeken import with_onderdelen
from .rapport import Activiteitregel, Rapport
from .vergelijken import Verandering, Vergelijking
from .vormen import VORMEN


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

    def gekozen(self) -> list[tuple[str, str]]:
        """The name and the word of each field that asks something, for a sheet without its form."""
        waarden = [(veld.field, self.cleaned_data.get(veld.name, "").strip(), veld.label) for veld in self]
        return [
            (naam, dict(getattr(veld, "choices", ())).get(waarde, waarde))
            for veld, waarde, naam in waarden
            if waarde
        ]


class Vormkeuze(forms.Form):
    """In which form the report is shown; `eigen` is that of the round, and needs no word in the address."""

    vorm = forms.ChoiceField(label="Vorm van het rapport", required=False)

    def __init__(self, data: QueryDict, *, eigen: str) -> None:
        gevraagd = data.get("vorm", "")
        super().__init__({"vorm": gevraagd if gevraagd in VORMEN else eigen})
        self.fields["vorm"].choices = [(naam.value, vorm.titel) for naam, vorm in VORMEN.items()]


class Lijnfilter(forms.Form):
    """One line ("-": the programme itself) of those with these codes; what is not offered asks nothing."""

    PROGRAMMA = "-"

    lijn = forms.ChoiceField(required=False)

    def __init__(self, data: QueryDict, *, rapport: Rapport, codes: Iterable[str]) -> None:
        super().__init__(data)
        namen = {lijn.code: f"{lijn.code}. {lijn.titel}" for lijn in rapport.lijnen}
        self.fields["lijn"].label = rapport.programma.lijn_enkelvoud.capitalize()
        self.fields["lijn"].choices = [
            ("", "Alle"),
            *(
                (code or self.PROGRAMMA, namen.get(code, code or "Het hele programma"))
                for code in dict.fromkeys(codes)
            ),
        ]

    @property
    def is_gefilterd(self) -> bool:
        return any(self.cleaned_data.values())

    def asks(self, veld: str, waarde: str) -> bool:
        """Whether what has this value is to be shown."""
        return self.cleaned_data.get(veld) in (None, "", waarde)


class Vergelijkfilter(Lijnfilter):
    """Which changes to show: of one kind, of one line."""

    aard = forms.ChoiceField(label="Wat voor verandering", required=False)
    field_order = ("aard", "lijn")

    def __init__(self, data: QueryDict, *, vergelijking: Vergelijking, rapport: Rapport) -> None:
        self.veranderingen = vergelijking.veranderingen
        super().__init__(data, rapport=rapport, codes=(rij.lijn for rij in self.veranderingen))
        self.fields["aard"].choices = [("", "Alle"), *((aard, aard) for aard, _ in vergelijking.tellingen)]
        self.is_valid()

    def kies(self) -> tuple[Verandering, ...]:
        return tuple(
            rij
            for rij in self.veranderingen
            if self.asks("aard", rij.aard) and self.asks("lijn", rij.lijn or self.PROGRAMMA)
        )


class Indicatorfilter(Lijnfilter):
    """Which indicatoren to show: of one line, with a doel or without."""

    doel = forms.ChoiceField(
        label="Doel",
        required=False,
        choices=[("", "Alle"), ("met", "Met een doel"), ("zonder", "Zonder doel")],
    )

    def __init__(self, data: QueryDict, *, groepen: tuple[Indicatorgroep, ...], rapport: Rapport) -> None:
        self.groepen = groepen
        super().__init__(data, rapport=rapport, codes=(groep.code for groep in groepen))
        self.is_valid()

    def kies(self) -> tuple[Indicatorgroep, ...]:
        groepen = [groep for groep in self.groepen if self.asks("lijn", groep.code or self.PROGRAMMA)]
        doel = self.cleaned_data.get("doel")
        passend = (replace(groep, rijen=filter_doel(groep.rijen, doel)) for groep in groepen)
        return tuple(groep for groep in passend if groep.rijen)


def _choices(rijen: list[Activiteitregel], veld: str) -> list[tuple[str, str]]:
    woorden = dict.fromkeys(getattr(rij, veld) for rij in rijen)
    return [("", "Alle"), *((woord, woord) for woord in woorden if woord)]
