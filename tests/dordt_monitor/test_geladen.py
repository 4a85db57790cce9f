"""A form that knows what it was shown with."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from dordt_monitor.geladen import GeladenForm


class Proefform(GeladenForm):
    buiten = frozenset({"reden"})
    elders = {"precisie": "titel"}

    titel = forms.CharField(label="Titel")
    soort = forms.ChoiceField(label="Soort", choices=[("a", "Eerste soort"), ("b", "Tweede soort")])
    klaar = forms.BooleanField(label="Klaar", required=False)
    reden = forms.CharField(required=False)


@dataclass
class Conflict:
    veld: str
    huidig: Any


SHOWN = {"versie": 3, "titel": "Oud", "soort": "a", "klaar": True}
LOADED = "versie=3&initial-titel=Oud&initial-soort=a&initial-klaar=True"


def make_form(typed: str = "titel=Nieuw&soort=b&reden=x") -> Proefform:
    form = Proefform(QueryDict(f"{LOADED}&{typed}"))
    assert form.is_valid()
    return form


def test_page_carries_the_versie_and_what_was_loaded():
    html = Proefform(initial=SHOWN).verborgen()
    assert 'name="versie" value="3"' in html
    assert 'name="initial-titel" value="Oud"' in html
    assert 'name="initial-klaar" value="True"' in html
    assert "initial-reden" not in html


def test_typed_and_loaded_are_read_the_same_way():
    form = make_form()
    assert form.ingevoerd() == {"titel": "Nieuw", "soort": "b", "klaar": False}
    assert form.geladen() == {"titel": "Oud", "soort": "a", "klaar": True}
    assert form.cleaned_data["versie"] == 3


def test_conflict_stands_beside_the_field_and_what_was_typed_stays():
    form = make_form()
    form.show_conflicten([Conflict("titel", "Van de collega"), Conflict("soort", "a")])
    assert "in: ‘Van de collega’" in form.errors["titel"][0]
    assert "in: ‘Eerste soort’" in form.errors["soort"][0]
    assert form["titel"].value() == "Nieuw"


def test_saving_again_after_a_conflict_counts_as_having_seen_it():
    form = make_form()
    form.show_conflicten([Conflict("titel", "Van de collega")])
    html = form.verborgen()
    assert 'name="initial-titel" value="Van de collega"' in html
    assert 'name="initial-soort" value="a"' in html
    assert 'name="versie" value="3"' in html


def test_loaded_values_survive_a_page_with_errors():
    form = Proefform(QueryDict(f"{LOADED}&titel=&soort=b"))
    assert not form.is_valid()
    assert 'name="initial-titel" value="Oud"' in form.verborgen()


def test_message_about_an_attribute_without_a_field_finds_its_place():
    form = make_form()
    form.show_fouten(ValidationError({"precisie": "Zo kan het niet.", "sleutel": "Al gebruikt."}))
    assert form.errors == {"titel": ["Zo kan het niet."], "__all__": ["Al gebruikt."]}
