"""The forms of the beheerder, and the one with which anybody changes a password."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError

from dordt_monitor.geladen import GeladenForm
from dordt_monitor.velden import TE_LANG, Tekstveld

from ..models import Gebruiker, Rol
from ..models.basis import keuzes
from ..services.samenvoegen import Bewerking

NIET_GELIJK = "De twee wachtwoorden zijn niet gelijk."
FOUT_WACHTWOORD = "Dit is niet uw huidige wachtwoord."
GEEN_ROL = ""


class GebruikerForm(GeladenForm):
    """A person; the name and address stand in lists and in e-mails of the team only."""

    naam = Tekstveld(label="Naam", max_length=120, required=True)
    email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        error_messages={"max_length": TE_LANG},
        help_text="Hiermee logt deze persoon in.",
    )
    is_raadslid = forms.BooleanField(
        label="Raadslid of griffie", required=False, help_text="Leest van elk programma de rapporten."
    )
    is_beheerder = forms.BooleanField(
        label="Beheerder", required=False, help_text="Beheert gebruikers en rollen, en leest alles."
    )

    def __init__(self, *args: Any, rij: Gebruiker, **opties: Any) -> None:
        self.rij = rij
        initial = {naam: getattr(rij, naam) for naam in (*self.base_fields,) if hasattr(rij, naam)}
        super().__init__(*args, **{"initial": initial} | opties)

    def clean_email(self) -> str:
        return self.cleaned_data["email"].strip().lower()

    def bewerking(self) -> Bewerking:
        return Bewerking(
            rij=self.rij,
            ingevoerd=self.ingevoerd(),
            versie=self.cleaned_data.get("versie") or 0,
            geladen=self.geladen(),
        )

    @property
    def tekstvelden(self) -> list:
        return [self[naam] for naam in ("naam", "email")]

    @property
    def vinkjes(self) -> list:
        return [self[naam] for naam in ("is_raadslid", "is_beheerder")]


class RolForm(forms.Form):
    """The role in one programme; an empty one ends it."""

    rol = forms.ChoiceField(choices=[(GEEN_ROL, "hoort niet bij het team"), *keuzes(Rol)], required=False)


class NieuwWachtwoordForm(forms.Form):
    """A new password, typed twice; `gebruiker` says what it may not resemble."""

    nieuw = forms.CharField(
        label="Nieuw wachtwoord",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    herhaald = forms.CharField(
        label="Nog een keer",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **opties: Any) -> None:
        super().__init__(*args, **opties)
        self.gebruiker = gebruiker
        self.fields["nieuw"].help_text = " ".join(password_validators_help_texts())

    def clean(self) -> dict[str, Any]:
        nieuw, herhaald = (self.cleaned_data.get(naam) for naam in ("nieuw", "herhaald"))
        if nieuw and herhaald and nieuw != herhaald:
            self.add_error("herhaald", NIET_GELIJK)
        elif nieuw and herhaald:
            try:
                validate_password(nieuw, self.gebruiker)
            except ValidationError as fout:
                self.add_error("nieuw", fout)
        return self.cleaned_data


class EigenWachtwoordForm(NieuwWachtwoordForm):
    """Asks the present password first."""

    field_order = ("oud", "nieuw", "herhaald")

    oud = forms.CharField(
        label="Huidig wachtwoord",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def clean_oud(self) -> str:
        if not self.gebruiker.check_password(self.cleaned_data["oud"]):
            raise ValidationError(FOUT_WACHTWOORD)
        return self.cleaned_data["oud"]
