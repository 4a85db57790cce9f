"""A form that knows what it was shown with."""

from dataclasses import dataclass
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from dordt_monitor.geladen import BOTSING, GeladenForm


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


def make_botsing(typed: str = "titel=Nieuw&soort=b") -> Proefform:
    form = make_form(typed)
    form.show_conflicten([Conflict("titel", "Van de collega"), Conflict("soort", "a")])
    return form


def test_conflict_shows_both_values_and_what_was_typed_stays():
    form = make_botsing()
    botsingen = [form.botsing_of(naam) for naam in ("titel", "soort", "klaar")]
    assert [botsing and botsing.hun for botsing in botsingen] == ["Van de collega", "Eerste soort", None]
    assert form.errors == {"titel": [BOTSING], "soort": [BOTSING]}
    assert form["titel"].value() == "Nieuw"


def test_page_after_a_conflict_carries_the_other_value_as_loaded_and_asks_again():
    html = make_botsing().verborgen()
    assert 'name="initial-titel" value="Van de collega"' in html
    assert 'name="initial-soort" value="a"' in html
    assert 'name="versie" value="3"' in html
    assert html.count('name="botsing"') == 2


@pytest.mark.parametrize(("keuze", "titel"), [("hun", "Van de collega"), ("mijn", "Nieuw")])
def test_choice_says_what_is_entered(keuze, titel):
    gekozen = f"titel=Nieuw&soort=b&botsing=titel&keuze.titel={keuze}"
    form = Proefform(QueryDict(f"versie=3&initial-titel=Van+de+collega&initial-soort=a&reden=x&{gekozen}"))
    assert form.is_valid()
    assert form.ingevoerd() == {"titel": titel, "soort": "b", "klaar": False}


def test_conflict_without_a_choice_is_asked_again():
    form = Proefform(QueryDict(f"{LOADED}&titel=Nieuw&soort=b&reden=x&botsing=titel"))
    assert not form.is_valid()
    assert form.botsing_of("titel").hun == "Oud"


def test_form_keeps_its_number_until_it_begins_anew():
    nummer = str(Proefform(initial=SHOWN | {"formulier": None})["formulier"].value())
    form = Proefform(QueryDict(f"{LOADED}&formulier={nummer}&titel=Oud&soort=a&klaar=on&reden="))
    assert form.is_valid()
    assert str(form.cleaned_data["formulier"]) == nummer
    assert "formulier" not in form.changed_data
    form.begin_opnieuw()
    assert form["formulier"].value() not in (None, nummer)


def test_number_that_is_no_number_stops_nobody():
    form = make_form("titel=Nieuw&soort=b&reden=x&formulier=zomaar")
    assert form.cleaned_data["formulier"] is None


def test_loaded_values_survive_a_page_with_errors():
    form = Proefform(QueryDict(f"{LOADED}&titel=&soort=b"))
    assert not form.is_valid()
    assert 'name="initial-titel" value="Oud"' in form.verborgen()


def test_message_about_an_attribute_without_a_field_finds_its_place():
    form = make_form()
    form.show_fouten(ValidationError({"precisie": "Zo kan het niet.", "sleutel": "Al gebruikt."}))
    assert form.errors == {"titel": ["Zo kan het niet."], "__all__": ["Al gebruikt."]}
