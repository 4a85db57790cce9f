from hypothesis import given
from hypothesis import strategies as st

from programmalijnen.regels.samenvoegen import Conflict, merge

GELADEN = {"tekst": "oud", "titel": "oud"}

velden = st.fixed_dictionaries({veld: st.sampled_from(["a", "b", "c"]) for veld in ("tekst", "titel")})


def test_what_nobody_changed_stays():
    samen = merge(GELADEN, GELADEN, GELADEN)

    assert (samen.waarden, samen.overgenomen, samen.conflicten) == (GELADEN, (), ())


def test_different_fields_merge_and_the_colleagues_is_said():
    samen = merge(GELADEN, {"tekst": "van mij", "titel": "oud"}, {"tekst": "oud", "titel": "van collega"})

    assert samen.waarden == {"tekst": "van mij", "titel": "van collega"}
    assert (samen.overgenomen, samen.conflicten) == (("titel",), ())


def test_same_field_is_a_conflict_that_keeps_what_was_typed():
    samen = merge(GELADEN, {"tekst": "van mij", "titel": "oud"}, {"tekst": "van collega", "titel": "oud"})

    assert samen.conflicten == (Conflict(veld="tekst", ingevoerd="van mij", huidig="van collega"),)
    assert samen.waarden["tekst"] == "van mij"


def test_same_change_by_both_is_no_conflict():
    beiden = {"tekst": "nieuw", "titel": "oud"}
    samen = merge(GELADEN, beiden, beiden)

    assert (samen.waarden, samen.overgenomen, samen.conflicten) == (beiden, (), ())


def test_field_that_was_not_in_the_form_is_left_alone():
    assert merge({"tekst": "oud"}, {"tekst": "nieuw"}, {"tekst": "oud", "titel": "x"}).waarden == {
        "tekst": "nieuw"
    }


@given(velden, velden, velden)
def test_nothing_of_either_is_lost(geladen, ingevoerd, huidig):
    samen = merge(geladen, ingevoerd, huidig)
    in_conflict = {conflict.veld for conflict in samen.conflicten}

    for veld, waarde in samen.waarden.items():
        if veld not in in_conflict:
            gewijzigd = {versie[veld] for versie in (ingevoerd, huidig) if versie[veld] != geladen[veld]}
            assert waarde == (gewijzigd.pop() if gewijzigd else geladen[veld])
            assert not gewijzigd
