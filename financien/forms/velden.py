"""Form fields of money: an amount with its precision in one box, a year, a day, a choice of rows."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from dordt_monitor.opmaak import OnleesbareInvoer, format_datum, format_getal, format_met_precisie, read_datum
from dordt_monitor.velden import Bedragveld
from programmalijnen.models import Rapportageronde
from programmalijnen.regels.begrippen import Precisie

from ..begrippen import GeschrevenBedrag

VOORVOEGSELS = {
    "circa": Precisie.CIRCA,
    "ca.": Precisie.CIRCA,
    "ongeveer": Precisie.CIRCA,
    "ruim": Precisie.RUIM,
    "naar schatting": Precisie.SCHATTING,
    "schatting": Precisie.SCHATTING,
}
JAREN = range(1990, 2101)
JAAR_ONLEESBAAR = f"Schrijf een jaar met vier cijfers, van {JAREN[0]} tot en met {JAREN[-1]}."


class GeschrevenBedragveld(Bedragveld):
    """Euros with an optional word before them, as a GeschrevenBedrag: `circa 135.000.000`."""

    def to_python(self, value: str | None) -> GeschrevenBedrag:
        tekst = " ".join((value or "").split())
        for woord, precisie in VOORVOEGSELS.items():
            if tekst.lower().startswith(f"{woord} "):
                return GeschrevenBedrag(super().to_python(tekst[len(woord) :]), precisie)
        return GeschrevenBedrag(super().to_python(tekst))

    def validate(self, value: GeschrevenBedrag) -> None:
        super().validate(value.bedrag)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, GeschrevenBedrag):
            return value
        return "" if value.bedrag is None else format_met_precisie(write_bedrag(value.bedrag), value.precisie)


class LosBedragveld(Bedragveld):
    """Euros without a word, as a Decimal."""

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else write_bedrag(value)


def write_bedrag(bedrag: Any) -> str:
    """`150.000`, `1.234,50`: as it is typed, without the sign."""
    return format_getal(bedrag, 0 if bedrag == bedrag.to_integral_value() else 2)


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
        if not re.fullmatch(r"[0-9]{4}", tekst) or int(tekst) not in JAREN:
            raise ValidationError(JAAR_ONLEESBAAR)
        return int(tekst)

    def validate(self, value: int | None) -> None:
        if value is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: int | None) -> None:
        """Those of a text field do not hold for a year."""


class Dagveld(forms.CharField):
    """A day as people write it (`opmaak.read_datum`); None when empty."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(**{"required": False} | opties)

    def to_python(self, value: str | None) -> date | None:
        tekst = super().to_python(value)
        try:
            return read_datum(tekst) if tekst else None
        except OnleesbareInvoer as fout:
            raise ValidationError(str(fout)) from fout

    def run_validators(self, value: date | None) -> None:
        """Those of a text field do not hold for a day."""

    def prepare_value(self, value: Any) -> Any:
        return format_datum(value) if isinstance(value, date) else value


class Rijkeuze(forms.ChoiceField):
    """One of the rows it is offered, by sleutel; None when nothing is chosen. Asks the database nothing."""

    def __init__(self, *, leeg: str = "geen", sleutel: str = "sleutel", **opties: Any) -> None:
        super().__init__(**{"required": False} | opties)
        self.leeg, self.sleutel = leeg, sleutel
        self.offer([])

    def offer(self, rijen: Iterable[models.Model], huidig: models.Model | None = None) -> None:
        """`huidig` is the row chosen before; it stays possible, also when it is archived since."""
        aanbod = [*rijen, huidig] if huidig else rijen
        self.rijen = {getattr(rij, self.sleutel): rij for rij in aanbod}
        self.choices = [
            ("", self.leeg),
            *((sleutel, self.describe(rij)) for sleutel, rij in self.rijen.items()),
        ]

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
        return getattr(value, self.sleutel) if isinstance(value, models.Model) else value


class Peildatumkeuze(forms.ChoiceField):
    """The peildatum of one of the rounds it is offered, as a date; None for every round."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(**{"required": False} | opties)

    def offer(self, rondes: Iterable[Rapportageronde], huidig: date | None = None) -> None:
        """`huidig` is the day chosen before; it stays possible, also when it is no round's."""
        keuzes = {ronde.peildatum.isoformat(): f"vanaf {ronde.titel} ({ronde.label})" for ronde in rondes}
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
