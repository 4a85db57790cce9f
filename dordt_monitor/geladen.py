"""Forms that know what they were shown with, so that two people who type at once lose nothing (ontwerp 3)."""

from collections.abc import Iterable
from typing import Any, Protocol

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

LEEG = "leeg"


class Conflict(Protocol):
    veld: str
    huidig: Any


class GeladenForm(forms.Form):
    """A form over a row that carries its versie and, of every field, the value it was shown with.

    The names of its fields are attributes of the row, except those in `buiten`, which are no part of the row.
    `elders` says under which field a message about another attribute stands.
    """

    buiten: frozenset[str] = frozenset()
    elders: dict[str, str] = {}

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **{"use_required_attribute": False} | opties)
        for naam in self.velden():
            self.fields[naam].show_hidden_initial = True

    def velden(self) -> list[str]:
        return [naam for naam in self.fields if naam != "versie" and naam not in self.buiten]

    def verborgen(self) -> SafeString:
        """The versie and the loaded values, to be put in the page once, beside the fields."""
        waarden = [self[naam].as_hidden(only_initial=True) for naam in self.velden()]
        return format_html_join("", "{}", ((veld,) for veld in [self["versie"], *waarden]))

    def ingevoerd(self) -> dict[str, Any]:
        """What was typed, by attribute of the row; after `is_valid`."""
        return {naam: self.cleaned_data[naam] for naam in self.velden()}

    def geladen(self) -> dict[str, Any]:
        """What the page was shown with, read as if it was typed; None for what cannot be read."""
        return {naam: self._read_geladen(naam) for naam in self.velden()}

    def show_conflicten(self, conflicten: Iterable[Conflict]) -> None:
        """Put the colleague's value beside each field; who saves again has seen it, so it is then loaded."""
        self.data = self.data.copy()
        for conflict in conflicten:
            veld = self[conflict.veld]
            self.data[veld.html_initial_name] = veld.field.prepare_value(conflict.huidig)
            tekst = print_waarde(veld, conflict.huidig)
            self.add_error(
                conflict.veld,
                f"Een collega veranderde dit intussen in: ‘{tekst}’. Hieronder staat wat u typte. "
                "Kies wat er moet staan en sla opnieuw op.",
            )

    def show_fouten(self, fout: ValidationError) -> None:
        """The messages of a service beside their fields; above the form for what has no field here."""
        per_veld = fout.error_dict if hasattr(fout, "error_dict") else {"": fout.error_list}
        for naam, fouten in per_veld.items():
            plek = self.elders.get(naam, naam)
            self.add_error(plek if plek in self.fields else None, fouten)

    def labels(self, velden: Iterable[str]) -> list[str]:
        return [str(self[naam].label) for naam in velden]

    def _read_geladen(self, naam: str) -> Any:
        veld = self[naam]
        try:
            return veld.field.to_python(
                veld.field.hidden_widget().value_from_datadict(self.data, self.files, veld.html_initial_name)
            )
        except ValidationError:
            return None


def print_waarde(veld: BoundField, waarde: Any) -> str:
    """A value as this field shows it: the words of a choice, not its key."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(veld.field, forms.ModelChoiceField):
        return LEEG if waarde is None else veld.field.label_from_instance(waarde)
    getypt = veld.field.prepare_value(waarde)
    if getypt in (None, ""):
        return LEEG
    return str(dict(getattr(veld.field, "choices", ())).get(getypt, getypt))
