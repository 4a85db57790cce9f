"""One measurement: another value for it, or a value over a period that no round asks."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from dordt_monitor.opmaak import OnleesbareInvoer
from dordt_monitor.velden import DAG_BUITEN_JAREN, JAREN, Tekstveld

from ..bouwen.blad import write_waarde
from ..models import Categorie, Indicator, Meting
from ..regels.perioden import read_meetperiode
from ..regels.waarden import Invoer, read_meetwaarde
from .invoer import GEHEEL_GETAL, MINDER_DECIMALEN, Waardeveld

WAARDE_UITLEG = (
    "Een getal (1.234,5), zo nodig met circa, ruim of naar schatting. Is er geen getal? Schrijf dan: niet "
    "gemeten of niet van toepassing."
)


class MetingForm(forms.Form):
    """What every form of a measurement has. Nothing here is saved."""

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    bron = Tekstveld(label="Bron", max_length=250, help_text="Waar het cijfer vandaan komt.")
    is_nulmeting = forms.BooleanField(
        label="Nulmeting", required=False, help_text="De meting van vóór het begin van het programma."
    )

    def __init__(self, data: QueryDict | None, *, indicator: Indicator, **opties: Any) -> None:
        super().__init__(data, **{"use_required_attribute": False} | opties)
        self.indicator = indicator
        self.fields["waarde"] = Waardeveld(
            label="Waarde", max_length=60, required=True, eenheid=indicator.eenheid, help_text=WAARDE_UITLEG
        )

    def clean_waarde(self) -> Invoer:
        invoer = read_meetwaarde(self.cleaned_data["waarde"], self.indicator.eenheid)
        decimalen = self.indicator.decimalen
        if invoer.waarde is not None and invoer.waarde != round(invoer.waarde, decimalen):
            aantal = "één cijfer" if decimalen == 1 else f"{decimalen} cijfers"
            raise ValidationError(MINDER_DECIMALEN.format(aantal) if decimalen else GEHEEL_GETAL)
        return invoer

    def velden(self) -> dict[str, Any]:
        """What a service of metingen takes; after `is_valid`."""
        invoer: Invoer = self.cleaned_data["waarde"]
        return {
            "waarde": invoer.waarde,
            "precisie": invoer.precisie,
            "toestand": invoer.toestand,
            "bron": self.cleaned_data["bron"],
            "is_nulmeting": self.cleaned_data["is_nulmeting"],
        }

    def show_fouten(self, fout: ValidationError) -> None:
        """The messages of a service beside their fields; above the form for what has no field here."""
        per_veld = fout.error_dict if hasattr(fout, "error_dict") else {"": fout.error_list}
        for naam, fouten in per_veld.items():
            self.add_error(naam if naam in self.fields else None, fouten)


class VerbeterForm(MetingForm):
    """`vraag_reden`: an adopted report shows the old value."""

    reden = Tekstveld(
        label="Reden van de verbetering",
        max_length=1000,
        regels=2,
        required=True,
        help_text="Een vastgesteld rapport toont de oude waarde. De reden blijft in de wijzigingen bewaard.",
    )
    field_order = ("versie", "waarde", "bron", "is_nulmeting", "reden")

    def __init__(self, data: QueryDict | None, *, meting: Meting, vraag_reden: bool) -> None:
        begin = {
            "versie": meting.versie,
            "waarde": write_waarde(meting.waarde, meting.precisie, meting.toestand),
            "bron": meting.bron,
            "is_nulmeting": meting.is_nulmeting,
        }
        super().__init__(data, indicator=meting.indicator, initial=begin)
        self.order_fields(self.field_order)
        if not vraag_reden:
            del self.fields["reden"]


class NieuweMetingForm(MetingForm):
    periode = Tekstveld(
        label="Periode",
        max_length=80,
        required=True,
        help_text="Zoals u het zegt: 31 juli 2024, t/m juli 2024, Q3 2024, 2022, schooljaar 2023-2024.",
    )
    deel = forms.ChoiceField(label="Waarvan?", required=False)
    field_order = ("periode", "deel", "waarde", "bron", "is_nulmeting")

    def __init__(self, data: QueryDict | None, *, indicator: Indicator, categorieen: list[Categorie]) -> None:
        super().__init__(data, indicator=indicator, initial={"bron": indicator.bron})
        self.categorieen = {rij.naam: rij for rij in categorieen}
        self.fields["deel"].choices = [("", "het geheel"), *((naam, naam) for naam in self.categorieen)]
        self.order_fields(self.field_order)
        if not categorieen:
            del self.fields["deel"]

    def clean_periode(self) -> Any:
        try:
            periode = read_meetperiode(self.cleaned_data["periode"])
        except OnleesbareInvoer as fout:
            raise ValidationError(str(fout)) from fout
        if periode.tot.year not in JAREN:
            raise ValidationError(DAG_BUITEN_JAREN)
        return periode

    @property
    def categorie(self) -> Categorie | None:
        return self.categorieen.get(self.cleaned_data.get("deel", ""))
