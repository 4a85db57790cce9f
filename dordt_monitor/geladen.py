"""Forms that know what they were shown with, so that two people who type at once lose nothing (ontwerp 3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

LEEG = "leeg"
MIJN, HUN = "mijn", "hun"
KEUZE = "keuze."
BOTSING = "Een collega veranderde dit intussen ook. Kies hieronder wat blijft staan."
# What a form carries about itself, beside the fields of its row.
OVER_ZICHZELF = frozenset({"versie", "formulier"})


class Conflict(Protocol):
    veld: str
    huidig: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Botsingveld:
    """A field that a colleague changed too: `hun` is the colleague's value, `keuze` asks which one stays.

    `collega` has a `naam` and the moment `op`, where the trail knows them.
    """

    veld: BoundField
    keuze: BoundField
    hun: str
    collega: Any = None


class Formuliernummer(forms.UUIDField):
    """Which shown form this is; every try to save it sends the same one, and no other form has it.

    The server sees by it that a new row was made already, the browser that what was typed is saved.
    """

    def __init__(self, **opties: Any) -> None:
        super().__init__(**{"widget": forms.HiddenInput, "required": False, "initial": uuid4} | opties)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False

    def clean(self, value: Any) -> UUID | None:
        """None for what is no number of ours; that only takes the protection away."""
        try:
            return super().clean(value)
        except ValidationError:
            return None


class Veld(forms.BoundField):
    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Nobody reads a hidden field: it refers to no explanation, and HTML does not allow it to."""
        attrs = super().build_widget_attrs(attrs, widget)
        if widget is not None and widget.is_hidden:
            attrs.pop("aria-describedby", None)
        return attrs


class GeladenForm(forms.Form):
    """A form over a row that carries its versie and, of every field, the value it was shown with.

    The names of its fields are attributes of the row, except those in `buiten`, which are no part of the row.
    `elders` says under which field a message about another attribute stands. A field in `botsend` is one that
    a colleague changed too; it gets a choice, `keuze.<naam>`.
    """

    bound_field_class = Veld
    buiten: frozenset[str] = frozenset()
    elders: dict[str, str] = {}
    collega: Any = None

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    formulier = Formuliernummer()

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **{"use_required_attribute": False} | opties)
        self.initial = {naam: waarde for naam, waarde in self.initial.items() if naam != "formulier"}
        self.add_velden()
        self.botsend: list[str] = []
        for naam in self.velden():
            self.fields[naam].show_hidden_initial = True
        for naam in self.data.getlist(self.add_prefix("botsing")) if self.is_bound else ():
            self.offer_keuze(naam)

    def add_velden(self) -> None:
        """For a form whose fields depend on what it is about."""

    def velden(self) -> list[str]:
        over = OVER_ZICHZELF | self.buiten
        return [naam for naam in self.fields if naam not in over and not naam.startswith(KEUZE)]

    def verborgen(self) -> SafeString:
        """What the form carries beside its fields, to be put in the page once."""
        over = [self[naam].as_hidden() for naam in self.fields if naam in OVER_ZICHZELF]
        waarden = [self[naam].as_hidden(only_initial=True) for naam in self.velden()]
        naam_botsing = self.add_prefix("botsing")
        botsend = [
            format_html('<input type="hidden" name="{}" value="{}">', naam_botsing, naam)
            for naam in self.botsend
        ]
        return format_html_join("", "{}", ((deel,) for deel in [*over, *waarden, *botsend]))

    def clean(self) -> dict[str, Any]:
        geladen = self.geladen() if self.botsend else {}
        for naam in self.botsend:
            keuze = self.cleaned_data.get(keuze_van(naam))
            if keuze == HUN:
                self.cleaned_data[naam] = geladen[naam]
                self.errors.pop(naam, None)
            elif not keuze:
                self.add_error(naam, BOTSING)
        return self.cleaned_data

    def ingevoerd(self) -> dict[str, Any]:
        """What was typed, by attribute of the row; after `is_valid`."""
        return {naam: self.cleaned_data[naam] for naam in self.velden()}

    def geladen(self) -> dict[str, Any]:
        """What the page was shown with, read as if it was typed; None for what cannot be read."""
        return {naam: self._read_geladen(naam) for naam in self.velden()}

    def show_conflicten(self, conflicten: Iterable[Conflict], collega: Any = None) -> None:
        """Both values side by side. Who saves again has seen the other one: that is then what was loaded."""
        conflicten = list(conflicten)
        self.data, self.collega = self.data.copy(), collega
        for naam in self.name_metgezellen(conflict.veld for conflict in conflicten):
            veld = self[naam]
            self.data[veld.html_initial_name] = self.data.get(veld.html_name, "")
        for conflict in conflicten:
            veld = self[conflict.veld]
            self.data[veld.html_initial_name] = veld.field.prepare_value(conflict.huidig)
            self.data.pop(self.add_prefix(keuze_van(conflict.veld)), None)
            self.offer_keuze(conflict.veld)
            self.add_error(conflict.veld, BOTSING)

    def name_metgezellen(self, namen: Iterable[str]) -> list[str]:
        """The fields that are merged as one with these. Of those in no conflict both wrote the same."""
        return []

    def offer_keuze(self, naam: str) -> None:
        if naam not in self.velden() or naam in self.botsend:
            return
        self.botsend.append(naam)
        self.fields[keuze_van(naam)] = forms.ChoiceField(
            choices=[(HUN, "die van uw collega"), (MIJN, "die van u")],
            required=False,
            widget=forms.RadioSelect,
            label="Wat blijft staan?",
        )

    def botsing_of(self, naam: str) -> Botsingveld | None:
        if naam not in self.botsend:
            return None
        veld = self[naam]
        return Botsingveld(
            veld=veld,
            keuze=self[keuze_van(naam)],
            hun=print_waarde(veld, self._read_geladen(naam), leeg=""),
            collega=self.collega,
        )

    def begin_opnieuw(self) -> None:
        """Give a form that was saved already a number of its own, with all that was typed still in it."""
        self.data = self.data.copy()
        self.data[self.add_prefix("formulier")] = str(uuid4())

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


def keuze_van(naam: str) -> str:
    return f"{KEUZE}{naam}"


def print_waarde(veld: BoundField, waarde: Any, leeg: str = LEEG) -> str:
    """A value as this field shows it: the words of a choice, not its key."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(veld.field, forms.ModelChoiceField):
        return leeg if waarde is None else veld.field.label_from_instance(waarde)
    getypt = veld.field.prepare_value(waarde)
    getypt = "" if getypt is None else getypt
    return str(dict(getattr(veld.field, "choices", ())).get(getypt, getypt)) or leeg
