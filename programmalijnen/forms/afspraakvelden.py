"""Form fields of agreements: a number as it was agreed, yes or no or unknown, a place, a measurement."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from dordt_monitor.opmaak import format_exact
from dordt_monitor.velden import Getalveld

from ..bouwen.metingen import print_waarde
from ..models import Activiteit, Ambitie, Meting, Programmalijn
from .velden import Rijkeuze

JA, NEE = "ja", "nee"
SOORTEN = {Programmalijn: "Lijn", Ambitie: "Ambitie", Activiteit: "Activiteit"}
HOOGSTENS = 90
STAAT_VAST = (
    "Een vastgesteld rapport toont dit inmiddels, dus het blijft staan. U typte: ‘{getypt}’. "
    "Leg dat vast in een nieuwe regel."
)
BLIJFT_STAAN = "Een vastgesteld rapport toont dit inmiddels, dus het kan niet meer weg."


class Waardegetal(Getalveld):
    """A value with the decimals it has: `5`, `2,5`."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(**{"required": False} | opties)

    def prepare_value(self, value: Any) -> Any:
        return format_exact(value) if isinstance(value, Decimal) else value


class JaNeeveld(forms.ChoiceField):
    """True, False, or None where nobody said."""

    def __init__(self, *, leeg: str = "niet afgesproken", **opties: Any) -> None:
        keuzes = [("", leeg), (JA, JA), (NEE, NEE)]
        super().__init__(**{"choices": keuzes, "required": False} | opties)

    def to_python(self, value: Any) -> bool | None:
        return {JA: True, NEE: False}.get(value) if isinstance(value, str) else value

    def validate(self, value: bool | None) -> None:
        """Every value that `to_python` gives is one of the choices."""

    def prepare_value(self, value: Any) -> Any:
        return {True: JA, False: NEE, None: ""}.get(value, value)


class Aantalkeuze(forms.ChoiceField):
    """A small whole number."""

    def to_python(self, value: Any) -> int | None:
        tekst = str(value or 0)
        if not self.valid_value(tekst):
            raise ValidationError(self.error_messages["invalid_choice"], params={"value": value})
        return int(tekst)

    def validate(self, value: int | None) -> None:
        """Done in `to_python`."""


class Plekkeuze(Rijkeuze):
    """A line, an ambitie or an activiteit; None for the whole programme."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(**{"leeg": "het hele programma"} | opties)

    def offer(self, rijen: Iterable[models.Model], huidig: models.Model | None = None) -> None:
        aanbod = [*rijen, huidig] if huidig else rijen
        self.rijen = {key_of(rij): rij for rij in aanbod}
        self.choices = [("", self.leeg), *((key, self.describe(rij)) for key, rij in self.rijen.items())]

    def describe(self, rij: models.Model) -> str:
        tekst = f"{SOORTEN[type(rij)]}: {rij}"
        return tekst if len(tekst) <= HOOGSTENS else f"{tekst[:HOOGSTENS]}…"

    def prepare_value(self, value: Any) -> Any:
        return key_of(value) if isinstance(value, models.Model) else value


def key_of(rij: models.Model) -> str:
    return f"{rij._meta.model_name}.{rij.sleutel}"


class Metingkeuze(Rijkeuze):
    """A measurement by its indicator, period and value."""

    def describe(self, rij: Meting) -> str:
        return f"{rij}: {print_waarde(rij.waarde, rij.indicator, rij.precisie, rij.toestand)}"


def fix_velden(form: forms.Form, namen: Iterable[str]) -> None:
    """Show a stored part as it is: it can neither be changed nor removed."""
    form.fields.pop("DELETE", None)
    for naam in namen:
        veld = form.fields[naam]
        veld.disabled = True
        # A field that is not sent is read from here, so it must be written as people type it.
        form.initial[naam] = veld.prepare_value(form.initial.get(naam))


def check_vaste_velden(form: forms.Form, namen: Iterable[str]) -> None:
    """What was typed in a part before a report came to show it, is said and not silently dropped."""
    for naam in namen:
        getypt = form.data.get(form.add_prefix(naam))
        if getypt is not None and form.fields[naam].disabled and getypt != (form.initial.get(naam) or ""):
            form.add_error(naam, STAAT_VAST.format(getypt=getypt or "niets"))
    if form.add_prefix("DELETE") in form.data and "DELETE" not in form.fields:
        form.add_error(None, BLIJFT_STAAN)
