from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from programmalijnen.forms.metingen import NieuweMetingForm
from programmalijnen.models import Indicator, Meting, Rapportageronde, Rondestaat
from programmalijnen.regels.begrippen import Toestand
from programmalijnen.regels.feiten import Periode
from programmalijnen.services.metingen import correct_meting, register_meting
from tests.bouwers import NU, maak_indicator, maak_programma, maak_ronde

pytestmark = pytest.mark.django_db

JULI = Periode(tekst="t/m juli 2024", van=date(2024, 1, 1), tot=date(2024, 7, 31), afgeleid=True)


@pytest.fixture
def indicator() -> Indicator:
    return maak_indicator(maak_programma(), "leerwerktrajecten")


def register(indicator: Indicator, waarde: int | None, **velden) -> Meting:
    getal = None if waarde is None else Decimal(waarde)
    return register_meting(indicator=indicator, periode=JULI, waarde=getal, door=None, op=NU, **velden)


def adopt(indicator: Indicator) -> None:
    ronde = maak_ronde(indicator.programma)
    Rapportageronde.objects.filter(pk=ronde.pk).update(staat=Rondestaat.VASTGESTELD)


def test_register_meting_gives_a_readable_key(indicator):
    assert register(indicator, 60).sleutel == "leerwerktrajecten-2024-07-31"


def test_register_meting_again_changes_the_value_of_that_period(indicator):
    register(indicator, 60)
    register(indicator, 61)

    assert [meting.waarde for meting in Meting.objects.all()] == [Decimal(61)]


def test_register_meting_keeps_a_measured_nought(indicator):
    assert register(indicator, 0).toestand == Toestand.GEMETEN


def test_register_meting_refuses_a_state_without_value_that_says_gemeten(indicator):
    with pytest.raises(ValidationError, match="Alleen een gemeten waarde heeft een getal"):
        register(indicator, None)


def test_register_meting_that_an_adopted_round_rests_on_asks_a_reden(indicator):
    register(indicator, 60)
    adopt(indicator)

    with pytest.raises(ValidationError, match="Zeg waarom"):
        register(indicator, 58)
    assert Meting.objects.get().waarde == 60


def test_register_meting_that_an_adopted_round_rests_on_gets_a_successor(indicator):
    oud = register(indicator, 60)
    adopt(indicator)

    nieuw = register(indicator, 58, reden="twee trajecten dubbel geteld")

    oud.refresh_from_db()
    assert (oud.waarde, oud.vervangen) == (Decimal(60), True)
    assert (nieuw.waarde, nieuw.vervangt, nieuw.vervangen) == (Decimal(58), oud, False)


@pytest.mark.parametrize(("waarde", "teller"), [(60, 30), (58, None)])
@pytest.mark.parametrize("vastgesteld", [True, False])
def test_a_value_keeps_what_it_was_made_of_until_it_is_another(indicator, vastgesteld, waarde, teller):
    oud = register(indicator, 60)
    Meting.objects.update(teller=30, noemer=50, opmerking="Van de scholen.")
    if vastgesteld:
        adopt(indicator)

    velden = {"waarde": Decimal(waarde), "bron": "Register", "reden": "Bron vergeten", "door": None, "op": NU}
    nieuw = correct_meting(meting=oud, versie=oud.versie, **velden)

    assert (nieuw.bron, nieuw.teller, nieuw.opmerking) == ("Register", teller, "Van de scholen.")


def test_register_meting_with_the_same_value_in_an_adopted_round_asks_nothing(indicator):
    oud = register(indicator, 60)
    adopt(indicator)

    assert register(indicator, 60) == oud


def test_form_asks_after_a_year_no_programme_speaks_of(indicator):
    form = NieuweMetingForm(QueryDict("periode=1 januari 1800&waarde=5"), indicator=indicator, categorieen=[])
    assert form.errors == {"periode": ["Klopt het jaar? Schrijf een datum van 1990 tot en met 2100."]}
