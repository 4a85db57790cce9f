"""Rows of parts below a form: the standen of a financiering, the categories of an indicator."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.db import models
from django.forms.boundfield import BoundField
from django.http import QueryDict

from dordt_monitor.geladen import GeladenForm

from ..services.samenvoegen import VERDWENEN, Bewerking

WEGHALEN = "Weghalen"


class Deelform(GeladenForm):
    """One part. `rij` is its key in the trail; empty for a part that is being added."""

    buiten = frozenset({"rij", "DELETE"})
    formulier = None  # the page has one number, that of the row itself

    rij = forms.CharField(widget=forms.HiddenInput, required=False)

    @property
    def kop(self) -> str:
        return str(self.initial.get("kop", "")) or "Nieuw"

    def zichtbaar(self) -> list[BoundField]:
        return [self[naam] for naam in self.velden()]

    @property
    def is_leeg(self) -> bool:
        """An added row in which nothing was typed."""
        return self.empty_permitted and not self.has_changed()

    @property
    def gaat_weg(self) -> bool:
        return bool(self.cleaned_data.get("DELETE"))

    def verborgen(self) -> str:
        return super().verborgen() + self["rij"].as_hidden()


class Deelformset(forms.BaseFormSet):
    """The parts of one row: `rijen` as they are stored, and some empty rows to add to."""

    model: type[models.Model]
    naam: str
    titel: str
    uitleg: str

    def __init__(self, data: QueryDict | None, *, rijen: Iterable[models.Model], **form_kwargs: Any) -> None:
        self.rijen = {rij.spoorsleutel: rij for rij in rijen}
        initial = [self.read(rij) for rij in self.rijen.values()]
        super().__init__(data, initial=initial, prefix=self.naam, form_kwargs=form_kwargs)

    def read(self, rij: models.Model) -> dict[str, Any]:
        namen = [naam for naam in self.form.base_fields if naam not in self.form.buiten]
        return {naam: getattr(rij, naam) for naam in namen} | {
            "rij": rij.spoorsleutel,
            "kop": self.head_of(rij),
        }

    def head_of(self, rij: models.Model) -> str:
        """How a stored part is called above its fields."""
        return str(rij)

    def add_fields(self, form: Deelform, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = WEGHALEN

    def clean(self) -> None:
        for form in self.gevulde():
            sleutel = form.cleaned_data.get("rij")
            if sleutel and sleutel not in self.rijen and not form.gaat_weg:
                form.add_error(None, VERDWENEN)

    def gevulde(self) -> Iterator[Deelform]:
        """The rows in which something stands, also those that are to be removed."""
        return (form for form in self.forms if hasattr(form, "cleaned_data") and not form.is_leeg)

    def blijvende(self) -> list[Deelform]:
        return [form for form in self.gevulde() if not form.gaat_weg]

    def bewerkingen(self) -> list[Bewerking]:
        """What to save, in the order of `blijvende`; after `is_valid`."""
        return [self.make_bewerking(form) for form in self.blijvende()]

    def weg(self) -> list[Bewerking]:
        gaan = [form for form in self.gevulde() if form.gaat_weg and form.cleaned_data["rij"] in self.rijen]
        return [self.make_bewerking(form) for form in gaan]

    @property
    def eerste_fout(self) -> str:
        """Where the first mistake stands: the id of its field, else that of the heading."""
        fouten = (form[naam].id_for_label for form in self for naam in form.errors if naam in form.fields)
        return next(fouten, self.naam)

    def make_bewerking(self, form: Deelform) -> Bewerking:
        rij = self.rijen.get(form.cleaned_data["rij"])
        return Bewerking(
            rij=self.model() if rij is None else rij,
            ingevoerd=form.ingevoerd() if not form.gaat_weg else {},
            versie=form.cleaned_data.get("versie") or 0,
            geladen=form.geladen(),
        )


def make_formset(formset: type[Deelformset], form: type[Deelform], *, leeg: int) -> type[Deelformset]:
    """`leeg` empty rows to add to; more than sixty parts are no table that people fill in."""
    return forms.formset_factory(
        form,
        formset=formset,
        extra=leeg,
        can_delete=True,
        can_delete_extra=False,
        max_num=60,
        absolute_max=100,
    )


def check_uniek(rijen: Iterable[Deelform], velden: tuple[str, ...], tekst: str) -> None:
    """The second of two rows with the same values says so."""
    gezien = set()
    for form in rijen:
        waarden = tuple(form.cleaned_data.get(veld) for veld in velden)
        if waarden in gezien and all(waarden):
            form.add_error(velden[0], tekst)
        gezien.add(waarden)
