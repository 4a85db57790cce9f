"""Form fields of money: an amount, or a part of one, with its precision in one box."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from dordt_monitor.opmaak import PROCENT, format_exact, format_met_precisie
from dordt_monitor.velden import Bedragveld, Getalveld
from programmalijnen.forms.velden import write_bedrag
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


GEEN_AANDEEL = "Een aandeel is meer dan 0 en hoogstens 100."


class MetVoorvoegsel(Getalveld):
    """A number with an optional word before it, as a GeschrevenBedrag."""

    def write(self, getal: Decimal) -> str:
        return write_bedrag(getal)

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
        return "" if value.bedrag is None else format_met_precisie(self.write(value.bedrag), value.precisie)


class GeschrevenBedragveld(MetVoorvoegsel, Bedragveld):
    """Euros: `circa 135.000.000`."""


class Aandeelveld(MetVoorvoegsel):
    """A part in %: `circa 63`, also with the sign."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(**{"max_digits": 5, "decimal_places": 2} | opties)

    def write(self, getal: Decimal) -> str:
        return format_exact(getal)

    def to_python(self, value: str | None) -> GeschrevenBedrag:
        aandeel = super().to_python((value or "").strip().removesuffix(PROCENT).rstrip())
        if aandeel.bedrag is not None and not 0 < aandeel.bedrag <= 100:
            raise ValidationError(GEEN_AANDEEL)
        return aandeel
