"""What the team records of a report: its adoption, an answer to a warning, what becomes of an edition."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from dordt_monitor.opmaak import format_datum
from dordt_monitor.velden import Datumveld, Tekstveld

from .services.vaststellen import INTUSSEN_VERANDERD, NIET_GOEDGEKEURD, TE_VROEG_OPENBAAR

IN_DE_TOEKOMST = "Deze dag moet nog komen. Leg het besluit vast als het college het heeft genomen."
VOOR_PEILDATUM = "Dat is eerder dan de dag waarvan de cijfers spreken ({}). Klopt dat? Kruis het dan aan."


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
