"""The form over the submitted texts of a line: which of them, and why they go back if they do."""

from typing import Any

from django import forms

from dordt_monitor.velden import Tekstveld

from ..bouwen.keuring import Gezien, read_gezien

NIETS_GEKOZEN = "Kies eerst een of meer teksten."


class Keuzes(forms.MultipleChoiceField):
    """Also takes what is not on the page (any more): the service says what came of it."""

    def valid_value(self, value: Any) -> bool:
        return True


class KeurForm(forms.Form):
    """`kies` holds a Gezien of each chosen text; what no page of ours sent is left out."""

    kies = Keuzes(required=False)
    teruggeefreden = Tekstveld(
        label="Wat moet er veranderen?",
        max_length=1000,
        regels=2,
        help_text="Alleen nodig als u teruggeeft. De collega ziet dit boven de tekst staan.",
    )

    def clean(self) -> dict[str, Any]:
        gezien: list[Gezien | None] = [read_gezien(tekst) for tekst in self.cleaned_data.get("kies", ())]
        self.cleaned_data["kies"] = [keuze for keuze in gezien if keuze]
        if not self.cleaned_data["kies"]:
            self.add_error(None, NIETS_GEKOZEN)
        return self.cleaned_data

    @property
    def gekozen(self) -> set[str]:
        """What stays ticked when the page is shown again."""
        return set(self.data.getlist("kies")) if self.is_bound else set()
