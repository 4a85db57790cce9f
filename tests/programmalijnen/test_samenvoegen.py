"""Two people save the same row: what differs merges, what clashes is shown and not saved."""

import pytest
from django.core.exceptions import ValidationError

from programmalijnen.models import Activiteit, Wijziging
from programmalijnen.regels.samenvoegen import Conflict
from programmalijnen.services.samenvoegen import Bewerking, Botsing, save_met_samenvoegen
from programmalijnen.services.schrijven import begin
from tests.bouwers import NU, maak_activiteit, maak_lijn, maak_programma

pytestmark = pytest.mark.django_db

GELADEN = {"titel": "Scholing", "partners": "MBO"}


@pytest.fixture
def activiteit():
    return maak_activiteit(maak_lijn(maak_programma()), **GELADEN)


def type_over(activiteit: Activiteit, versie: int = 1, **getypt) -> Bewerking:
    """What a form gives back that was shown when the row was at `versie`."""
    rij = Activiteit.objects.get(pk=activiteit.pk)
    return Bewerking(rij=rij, versie=versie, geladen=GELADEN, ingevoerd=GELADEN | getypt)


def save(*bewerkingen: Bewerking):
    with begin("test", door=None, op=NU) as handeling:
        return save_met_samenvoegen(handeling, bewerkingen)


def stored(activiteit: Activiteit) -> tuple[str, str, int]:
    return Activiteit.objects.values_list("titel", "partners", "versie").get(pk=activiteit.pk)


def test_two_people_change_different_fields(activiteit):
    save(type_over(activiteit, titel="Scholingsfonds"))
    (uitkomst,) = save(type_over(activiteit, partners="MBO en HBO"))
    assert stored(activiteit) == ("Scholingsfonds", "MBO en HBO", 3)
    assert uitkomst.overgenomen == ("titel",)


def test_two_people_change_the_same_field(activiteit):
    save(type_over(activiteit, titel="Scholingsfonds"))
    with pytest.raises(Botsing) as botsing:
        save(type_over(activiteit, titel="Fonds", partners="HBO"))
    (uitkomst,) = botsing.value.uitkomsten
    assert uitkomst.conflicten == (Conflict(veld="titel", ingevoerd="Fonds", huidig="Scholingsfonds"),)
    assert stored(activiteit) == ("Scholingsfonds", "MBO", 2)


def test_a_clash_in_one_row_saves_none_of_them(activiteit):
    ander = maak_activiteit(activiteit.lijn, **GELADEN)
    save(type_over(activiteit, titel="Scholingsfonds"))
    with pytest.raises(Botsing):
        save(type_over(ander, titel="Anders"), type_over(activiteit, titel="Fonds"))
    assert stored(ander) == ("Scholing", "MBO", 1)


def test_what_the_form_does_not_show_never_goes_back_in_time(activiteit):
    bewerking = type_over(activiteit, titel="Scholingsfonds")
    Activiteit.objects.filter(pk=activiteit.pk).update(groep="Voor Regio", versie=2)
    save(bewerking)
    assert Activiteit.objects.get(pk=activiteit.pk).groep == "Voor Regio"


def test_other_spelling_of_what_was_loaded_is_no_change_of_a_colleague(activiteit):
    bewerking = type_over(activiteit, titel="Scholingsfonds")
    anders_gespeld = Bewerking(
        rij=bewerking.rij,
        versie=1,
        geladen={"titel": "scholing ", "partners": ""},
        ingevoerd=bewerking.ingevoerd,
    )
    (uitkomst,) = save(anders_gespeld)
    assert uitkomst.conflicten == ()


def test_a_row_that_a_colleague_deleted_is_said(activiteit):
    bewerking = type_over(activiteit, titel="Fonds")
    Activiteit.objects.all().delete()
    with pytest.raises(ValidationError, match="intussen verwijderd"):
        save(bewerking)


def test_nothing_changed_leaves_no_trail(activiteit):
    save(type_over(activiteit))
    assert list(Wijziging.objects.all()) == []


def test_a_new_row_has_nothing_to_merge_with(activiteit):
    nieuw = Activiteit(programma=activiteit.programma, lijn=activiteit.lijn, sleutel="fonds")
    save(Bewerking(rij=nieuw, ingevoerd={"titel": "Fonds"}))
    assert stored(nieuw) == ("Fonds", "", 1)
