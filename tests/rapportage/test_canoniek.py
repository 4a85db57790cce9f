"""The canonical text of a Rapport: complete, stable and read back into an equal object."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.canoniek import OnbekendSchema, from_json, sha256, to_json
from rapportage.rapport import SCHEMA, Financien, Rapport, Toelichtingregel

from .bouwers import maak, maak_rapport

# What a text column can hold: any character but lone surrogates.
TEKST = st.text(st.characters(exclude_categories=["Cs"]))
BEDRAG = st.decimals(min_value=-(10**12), max_value=10**12, places=2)


def with_tekst(tekst: str) -> Rapport:
    return maak_rapport(toelichtingen=(maak(Toelichtingregel, sleutel="inleiding", tekst=tekst),))


def test_rapport_loads_back_equal():
    rapport = maak_rapport()
    assert from_json(to_json(rapport)) == rapport


def test_concept_loads_back_equal():
    rapport = maak_rapport(editie=None)
    assert from_json(to_json(rapport)) == rapport


@given(TEKST)
def test_odd_text_loads_back_equal(tekst: str):
    rapport = with_tekst(tekst)
    assert from_json(to_json(rapport)) == rapport


@given(BEDRAG)
def test_amount_loads_back_with_its_zeros(bedrag: Decimal):
    rapport = maak_rapport(financien=Financien(totaal=bedrag))
    assert str(from_json(to_json(rapport)).financien.totaal) == str(bedrag)


@given(st.dates())
def test_peildatum_loads_back_equal(datum: date):
    assert from_json(to_json(maak_rapport(peildatum=datum))).peildatum == datum


def test_text_is_written_with_sorted_keys_and_without_spaces():
    inhoud = to_json(maak_rapport())
    assert inhoud == json.dumps(json.loads(inhoud), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_text_does_not_depend_on_the_object_it_comes_from():
    assert to_json(from_json(to_json(maak_rapport()))) == to_json(maak_rapport())


@pytest.mark.parametrize(
    ("bedrag", "geschreven"),
    [("710010.00", "710010.00"), ("0.00", "0.00"), ("1E+6", "1000000"), ("-438000.00", "-438000.00")],
)
def test_amount_is_a_plain_string(bedrag: str, geschreven: str):
    inhoud = json.loads(to_json(maak_rapport(financien=Financien(totaal=Decimal(bedrag)))))
    assert inhoud["financien"]["totaal"] == geschreven


def test_missing_amount_is_null_and_not_zero():
    assert json.loads(to_json(maak_rapport(financien=Financien())))["financien"]["totaal"] is None


def test_hash_is_that_of_the_bytes_that_are_served():
    inhoud = to_json(with_tekst("één ’traject’"))
    assert sha256(inhoud) == hashlib.sha256(inhoud.encode()).hexdigest()


def test_content_of_a_newer_program_is_refused_in_words():
    inhoud = to_json(replace(maak_rapport(), schema=SCHEMA + 1))
    with pytest.raises(OnbekendSchema, match=f"Deze editie heeft schema {SCHEMA + 1}; dit programma kent"):
        from_json(inhoud)


def test_content_from_before_a_field_existed_takes_its_default():
    gegevens = json.loads(to_json(maak_rapport()))
    del gegevens["legenda"]
    assert from_json(json.dumps(gegevens)) == maak_rapport(legenda=())
