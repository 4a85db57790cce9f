"""Form fields of money: an amount with its precision in one box."""

from typing import Any

from dordt_monitor.opmaak import format_met_precisie
from dordt_monitor.velden import Bedragveld
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
