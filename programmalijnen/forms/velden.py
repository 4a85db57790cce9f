"""Form fields of rows: a year, a choice of rows, the peildatum from which reports know something."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from dordt_monitor.opmaak import format_datum, format_exact, format_getal
from dordt_monitor.velden import JAREN, TE_LANG, Bedragveld, Getalveld

from ..models import Rapportageronde

JAAR_ONLEESBAAR = f"Schrijf een jaar met vier cijfers, van {JAREN[0]} tot en met {JAREN[-1]}."


class Jaarveld(forms.CharField):
    """A year in plain digits, as an int; None when empty."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(
            **{"widget": forms.TextInput(attrs={"inputmode": "numeric"}), "required": False} | opties
        )

    def to_python(self, value: str | None) -> int | None:
        tekst = super().to_python(value)
        if not tekst:
            return None
        jaar = read_jaar(tekst)
        if jaar is None:
            raise ValidationError(JAAR_ONLEESBAAR)
        return jaar

    def validate(self, value: int | None) -> None:
        if value is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: int | None) -> None:
        """Those of a text field do not hold for a year."""


def read_jaar(tekst: str) -> int | None:
    """A year of four digits that a programme can speak of; None for anything else."""
    return int(tekst) if re.fullmatch(r"[0-9]{4}", tekst) and int(tekst) in JAREN else None


class Rijkeuze(forms.ChoiceField):
    """One of the rows it is offered, by sleutel; None when nothing is chosen. Asks the database nothing."""

    def __init__(self, *, leeg: str = "geen", sleutel: str = "sleutel", **opties: Any) -> None:
        super().__init__(**{"required": False} | opties)
        self.leeg, self.sleutel = leeg, sleutel
        self.offer([])

    def offer(self, rijen: Iterable[models.Model], huidig: models.Model | None = None) -> None:
        """`huidig` is the row chosen before; it stays possible, also when it is archived since."""
        aanbod = [*rijen, huidig] if huidig else rijen
        self.rijen = {self.key_of(rij): rij for rij in aanbod}
        self.choices = [
            ("", self.leeg),
            *((sleutel, self.describe(rij)) for sleutel, rij in self.rijen.items()),
        ]

    def key_of(self, rij: models.Model) -> str:
        return getattr(rij, self.sleutel)

    def describe(self, rij: models.Model) -> str:
        return str(rij)

    def to_python(self, value: str | None) -> models.Model | None:
        if not value:
            return None
        if value not in self.rijen:
            raise ValidationError(self.error_messages["invalid_choice"], params={"value": value})
        return self.rijen[value]

    def validate(self, value: models.Model | None) -> None:
        if value is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")

    def prepare_value(self, value: Any) -> Any:
        return self.key_of(value) if isinstance(value, models.Model) else value


class Peildatumkeuze(forms.ChoiceField):
    """The peildatum of one of the rounds it is offered, as a date; None for every round."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(**{"required": False} | opties)

    def offer(self, rondes: Iterable[Rapportageronde], huidig: date | None = None) -> None:
        """`huidig` is the day chosen before; it stays possible, also when it is no round's."""
        # The day comes first: a narrow box cuts off the end, and titles of rounds begin alike.
        keuzes = {
            ronde.peildatum.isoformat(): f"vanaf {format_datum(ronde.peildatum)} ({ronde.titel})"
            for ronde in rondes
        }
        if huidig:
            keuzes.setdefault(huidig.isoformat(), f"vanaf {format_datum(huidig)}")
        self.choices = [("", "in elk rapport"), *keuzes.items()]

    def to_python(self, value: Any) -> date | None:
        if not value:
            return None
        if not self.valid_value(value):
            raise ValidationError(self.error_messages["invalid_choice"], params={"value": value})
        return date.fromisoformat(value)

    def validate(self, value: date | None) -> None:
        """Every date that `to_python` gives is one of the choices."""

    def prepare_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value


class Cijferveld(Getalveld):
    """A number shown again as it is typed: `0,95`."""

    def prepare_value(self, value: Any) -> Any:
        return format_exact(value) if isinstance(value, Decimal) else value


class LosBedragveld(Bedragveld):
    """Euros without a word, as a Decimal."""

    def prepare_value(self, value: Any) -> Any:
        return write_bedrag(value) if isinstance(value, Decimal) else value


def write_bedrag(bedrag: Decimal) -> str:
    """`150.000`, `1.234,50`: as it is typed, without the sign."""
    return format_getal(bedrag, 0 if bedrag == bedrag.to_integral_value() else 2)


class Webadresveld(forms.URLField):
    """The address of a page; without a beginning it gets https."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(**{"assume_scheme": "https", "max_length": 500, "required": False} | opties)
        self.error_messages["max_length"] = TE_LANG

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """No `maxlength`: a browser would silently cut what somebody pastes."""
        return {}


class Elderskeuze(Rijkeuze):
    """A row of this or of another programme: keys are unique in a programme only."""

    def key_of(self, rij: models.Model) -> str:
        return f"{rij.programma.slug}/{rij.sleutel}"

    def describe(self, rij: models.Model) -> str:
        return f"{rij} ({rij.programma})"
