"""The question before a row is removed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from dordt_monitor.velden import Tekstveld

from .rijen import REDEN_UITLEG


class WeghaalForm(forms.Form):
    """`versie` is what the person saw; `vraag_reden`: an adopted report shows the row."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    reden = Tekstveld(label="Reden", max_length=1000, help_text=REDEN_UITLEG)

    def __init__(self, *args: Any, vraag_reden: bool, **opties: Any) -> None:
        super().__init__(*args, **opties)
        if not vraag_reden:
            del self.fields["reden"]

    def show_fouten(self, fout: ValidationError) -> None:
        reden = getattr(fout, "error_dict", {}).get("reden")
        self.add_error("reden" if reden else None, reden or fout)


class TerughaalForm(forms.Form):
    """`versie` is that of the row in the archive as the page showed it."""

    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
