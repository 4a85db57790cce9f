"""Form fields of every app: Dutch numbers and amounts, and text that can be stored.

None of them sets `maxlength` in the page: a browser would silently cut what somebody pastes.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError

from dordt_monitor.opmaak import OnleesbareInvoer, format_datum, read_bedrag, read_datum, read_getal
from dordt_monitor.tekst import has_stuurteken, tidy_tekst

STUURTEKEN = (
    "Hier staat een onzichtbaar teken in dat wij niet kunnen bewaren. Typ de tekst op die plaats over."
)

# The years that a programme can speak of; what lies outside is a slip of the finger.
JAREN = range(1990, 2101)
DAG_BUITEN_JAREN = f"Klopt het jaar? Schrijf een datum van {JAREN[0]} tot en met {JAREN[-1]}."

TE_LANG = "Deze tekst is te lang: %(show_value)s tekens. Er passen er hoogstens %(limit_value)s."


class Tekstveld(forms.CharField):
    """Text of at most `max_length` characters, tidied; one line unless `regels` is more than one."""

    def __init__(self, *, max_length: int, regels: int = 1, **opties) -> None:
        widget = forms.Textarea(attrs={"rows": regels}) if regels > 1 else forms.TextInput
        super().__init__(max_length=max_length, **{"widget": widget, "required": False} | opties)
        self.error_messages["max_length"] = TE_LANG
        self.regels = regels

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs

    def to_python(self, value: str | None) -> str:
        tekst = tidy_tekst(super().to_python(value))
        if has_stuurteken(tekst):
            raise ValidationError(STUURTEKEN)
        return tekst if self.regels > 1 else " ".join(tekst.split())


class Getalveld(forms.CharField):
    """A Dutch number (`opmaak.read_getal`) as a Decimal, None when empty; places and size are bounded."""

    read: Callable[[str], Decimal] = staticmethod(read_getal)

    def __init__(self, *, max_digits: int = 18, decimal_places: int = 4, **opties) -> None:
        super().__init__(**{"widget": forms.TextInput(attrs={"inputmode": "decimal"})} | opties)
        self.max_digits, self.decimal_places = max_digits, decimal_places

    def to_python(self, value: str | None) -> Decimal | None:
        tekst = super().to_python(value)
        if not tekst:
            return None
        try:
            getal = type(self).read(tekst)
        except OnleesbareInvoer as fout:
            raise ValidationError(str(fout)) from fout
        require_passend(getal, max_digits=self.max_digits, decimal_places=self.decimal_places)
        return getal

    def validate(self, value: Decimal | None) -> None:
        if value is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Decimal | None) -> None:
        """Those of a text field do not hold for a number."""


class Bedragveld(Getalveld):
    """Euros (`opmaak.read_bedrag`): `12739`, `1.234,56`, `€ 150.000,-`."""

    read = staticmethod(read_bedrag)

    def __init__(self, **opties) -> None:
        super().__init__(**{"max_digits": 14, "decimal_places": 2} | opties)


class Datumveld(forms.CharField):
    """A day as people write it (`opmaak.read_datum`) as a date, None when empty."""

    def to_python(self, value: str | None) -> date | None:
        tekst = super().to_python(value)
        try:
            dag = read_datum(tekst) if tekst else None
        except OnleesbareInvoer as fout:
            raise ValidationError(str(fout)) from fout
        if dag and dag.year not in JAREN:
            raise ValidationError(DAG_BUITEN_JAREN)
        return dag

    def prepare_value(self, value: date | str | None) -> str | None:
        return format_datum(value) if isinstance(value, date) else value

    def validate(self, value: date | None) -> None:
        if value is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: date | None) -> None:
        """Those of a text field do not hold for a day."""


def require_passend(getal: Decimal, *, max_digits: int = 18, decimal_places: int = 4) -> None:
    """Raise ValidationError for a number that its column cannot hold exactly."""
    cijfers = max_digits - decimal_places
    if abs(getal) >= Decimal(10) ** cijfers:
        raise ValidationError(f"Dit getal is te groot: hoogstens {cijfers} cijfers voor de komma.")
    if getal != round(getal, decimal_places):
        raise ValidationError(f"Dit getal heeft te veel cijfers achter de komma: hoogstens {decimal_places}.")
