"""The filter of the council's pages, what is recorded at an adoption, an answer to a warning."""

from dataclasses import replace
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from dordt_monitor.opmaak import format_datum
from dordt_monitor.velden import Datumveld, Tekstveld

from .filteren import Keuze
from .indicatorlijst import Indicatorgroep, filter_doel
from .opzoeken import with_onderdelen
from .rapport import Activiteitregel, Rapport
from .services.vaststellen import INTUSSEN_VERANDERD, NIET_GOEDGEKEURD, TE_VROEG_OPENBAAR
from .vergelijken import Verandering, Vergelijking
from .vormen import VORMEN

IN_DE_TOEKOMST = "Deze dag moet nog komen. Leg het besluit vast als het college het heeft genomen."
VOOR_PEILDATUM = "Dat is eerder dan de dag waarvan de cijfers spreken ({}). Klopt dat? Kruis het dan aan."


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


class Vergelijkfilter(forms.Form):
    """Which changes to show: of one kind, of one line ("-" is the programme itself)."""

    PROGRAMMA = "-"

    aard = forms.ChoiceField(label="Wat voor verandering", required=False)
    lijn = forms.ChoiceField(required=False)

    def __init__(self, *args, vergelijking: Vergelijking, rapport: Rapport, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.vergelijking = vergelijking
        self.fields["aard"].choices = [("", "Alle"), *((aard, aard) for aard, _ in vergelijking.tellingen)]
        self.fields["lijn"].label = rapport.programma.lijn_enkelvoud.capitalize()
        namen = {lijn.code: f"{lijn.code}. {lijn.titel}" for lijn in rapport.lijnen}
        codes = dict.fromkeys(verandering.lijn for verandering in vergelijking.veranderingen)
        self.fields["lijn"].choices = [
            ("", "Alle"),
            *((code or self.PROGRAMMA, namen.get(code, code or "Het hele programma")) for code in codes),
        ]
        self.is_valid()

    @property
    def is_gefilterd(self) -> bool:
        return any(self.cleaned_data.values())

    def kies(self) -> tuple[Verandering, ...]:
        """A value that the comparison does not have asks nothing."""
        aard, lijn = self.cleaned_data.get("aard"), self.cleaned_data.get("lijn")
        return tuple(
            verandering
            for verandering in self.vergelijking.veranderingen
            if aard in (None, "", verandering.aard) and lijn in (None, "", verandering.lijn or self.PROGRAMMA)
        )


class Indicatorfilter(forms.Form):
    """Which indicatoren to show: of one line ("-": of the programme itself), with a doel or without."""

    PROGRAMMA = "-"

    lijn = forms.ChoiceField(required=False)
    doel = forms.ChoiceField(
        label="Doel",
        required=False,
        choices=[("", "Alle"), ("met", "Met een doel"), ("zonder", "Zonder doel")],
    )

    def __init__(self, *args, groepen: tuple[Indicatorgroep, ...], rapport: Rapport, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.groepen = groepen
        self.fields["lijn"].label = rapport.programma.lijn_enkelvoud.capitalize()
        self.fields["lijn"].choices = [("", "Alle"), *(self.name(groep) for groep in groepen)]
        self.is_valid()

    def name(self, groep: Indicatorgroep) -> tuple[str, str]:
        if groep.lijn is None:
            return self.PROGRAMMA, "Hele programma"
        return groep.lijn.code, f"{groep.lijn.code}. {groep.lijn.titel}"

    @property
    def is_gefilterd(self) -> bool:
        return any(self.cleaned_data.values())

    def kies(self) -> tuple[Indicatorgroep, ...]:
        """A value that the list does not have asks nothing."""
        lijn, doel = self.cleaned_data.get("lijn"), self.cleaned_data.get("doel")
        groepen = (groep for groep in self.groepen if lijn in (None, "", self.name(groep)[0]))
        passend = (replace(groep, rijen=filter_doel(groep.rijen, doel)) for groep in groepen)
        return tuple(groep for groep in passend if groep.rijen)


def _choices(rijen: list[Activiteitregel], veld: str) -> list[tuple[str, str]]:
    woorden = dict.fromkeys(getattr(rij, veld) for rij in rijen)
    return [("", "Alle"), *((woord, woord) for woord in woorden if woord)]


class VaststelForm(forms.Form):
    """What the programmamanager records of the adoption by the college.

    `aantal` says how many texts nobody approved yet; `gezien` is what the page now shows of them
    (`services.vaststellen.print_gezien`). Who agreed to another set has to look again.
    """

    vastgesteld_op = Datumveld(
        label="Vastgesteld op",
        help_text="De dag waarop het college het rapport vaststelde, bijvoorbeeld 3 september 2024.",
    )
    datum_klopt = forms.BooleanField(label="Ja, deze datum klopt", required=False)
    besluit = Tekstveld(
        label="Besluit", max_length=250, help_text="Nummer of naam van het collegebesluit, als u die weet."
    )
    openbaar_vanaf = Datumveld(
        label="Openbaar vanaf",
        required=False,
        help_text="Vanaf deze dag leest iedereen het rapport. Leeg: alleen de raad en het team lezen het.",
    )
    keur_rest_goed = forms.BooleanField(label="Keur alles goed wat nog overblijft", required=False)

    def __init__(self, *args, peildatum: date, vandaag: date, aantal: int, gezien: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.peildatum, self.vandaag, self.aantal, self.gezien = peildatum, vandaag, aantal, gezien

    @property
    def vraagt_datum(self) -> bool:
        """Whether to ask if the day is right: one that is not sure was typed."""
        return self.is_bound and ("datum_klopt" in self.errors or "datum_klopt" in self.data)

    def clean_vastgesteld_op(self) -> date:
        dag = self.cleaned_data["vastgesteld_op"]
        if dag > self.vandaag:
            raise ValidationError(IN_DE_TOEKOMST)
        return dag

    def clean(self) -> dict:
        dag, openbaar = (self.cleaned_data.get(naam) for naam in ("vastgesteld_op", "openbaar_vanaf"))
        if dag and dag < self.peildatum and not self.cleaned_data.get("datum_klopt"):
            self.add_error("datum_klopt", VOOR_PEILDATUM.format(format_datum(self.peildatum)))
        if dag and openbaar and openbaar < dag:
            self.add_error("openbaar_vanaf", TE_VROEG_OPENBAAR)
        if self.aantal and not self.cleaned_data.get("keur_rest_goed"):
            self.add_error("keur_rest_goed", NIET_GOEDGEKEURD.format(aantal=self.aantal))
        elif self.aantal and self.data.get("gezien") != self.gezien:
            self.ask_again()
        return self.cleaned_data

    def ask_again(self) -> None:
        """Nothing is approved that was not seen."""
        self.data = self.data.copy()
        self.data.pop("keur_rest_goed", None)
        if "keur_rest_goed" not in self.errors:
            self.add_error("keur_rest_goed", INTUSSEN_VERANDERD)

    def invoer(self) -> dict:
        """As `adopt_ronde` takes it."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "datum_klopt"} | {
            "gezien": self.gezien
        }


class AntwoordForm(forms.Form):
    """An answer to one warning. `zin` is what the warning said, `versie` that of the answer it showed."""

    waarschuwing = forms.CharField(widget=forms.HiddenInput, max_length=200)
    zin = forms.CharField(widget=forms.HiddenInput, max_length=1000, strip=False)
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)
    antwoord = Tekstveld(label="Uw antwoord", max_length=1000, regels=2)


class Openbaarform(forms.Form):
    """From which day everybody reads an edition."""

    vanaf = Datumveld(
        label="Openbaar vanaf",
        help_text="Vanaf deze dag leest iedereen het rapport. Een dag die nog komt mag ook.",
    )


class Intrekform(forms.Form):
    """Why an edition is no longer served."""

    reden = Tekstveld(
        label="Waarom trekt u dit rapport in?",
        max_length=1000,
        help_text="Lezers zien deze reden op de plaats van het rapport.",
        regels=3,
    )


class Rectificeerform(forms.Form):
    """What is wrong with the latest version."""

    reden = Tekstveld(
        label="Wat klopt er niet?",
        max_length=1000,
        help_text="Lezers zien deze reden straks bij beide versies.",
        regels=3,
    )
