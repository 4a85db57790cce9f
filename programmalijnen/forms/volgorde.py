"""What an arrow sends: which way, how many steps, and what the page showed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ..services.volgorde import Richting

RICHTINGEN = {"omhoog": Richting.OMHOOG, "omlaag": Richting.OMLAAG}
ONBEKEND = "Wij weten niet welke kant dit op moet. Gebruik een pijl."


class VolgordeForm(forms.Form):
    """`versie` may stand behind the richting, as an arrow has one value to send: `omhoog-3`."""

    richting = forms.RegexField(r"^(omhoog|omlaag)-[0-9]{1,9}$")
    stappen = forms.IntegerField(required=False, min_value=1, max_value=1000)

    def clean(self) -> dict[str, Any]:
        richting, _, versie = super().clean().get("richting", "").partition("-")
        stappen = self.cleaned_data.get("stappen") or 1
        return {"richting": RICHTINGEN.get(richting), "versie": int(versie or 0), "stappen": stappen}

    def require_geldig(self) -> None:
        """Raises ValidationError."""
        if not self.is_valid():
            raise ValidationError(ONBEKEND)
