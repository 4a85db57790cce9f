from datetime import date, timedelta

import pytest

from programmalijnen.models import Rapportageronde, Rondestaat, Uitzondering
from programmalijnen.services.rondes import close_ronde
from programmalijnen.services.schrijven import Vergrendeld
from programmalijnen.services.sloten import find_rondeslot, require_invoer, require_keurbaar
from rapportage.services import adopt_ronde
from tests.bouwers import NU, maak_activiteit, maak_lijn, maak_programma, maak_ronde, maak_teamlid

pytestmark = pytest.mark.django_db

VANDAAG = date(2024, 8, 20)


@pytest.fixture
def lid():
    return maak_teamlid(maak_programma(), naam="Anna")


@pytest.fixture
def ronde(lid):
    maak_activiteit(maak_lijn(lid.programma))
    return maak_ronde(lid.programma)


def close(ronde) -> Rapportageronde:
    close_ronde(ronde=ronde, door=None, op=NU)
    ronde.refresh_from_db()
    return ronde


def test_an_open_round_says_nothing_and_asks_the_database_nothing(ronde, lid, django_assert_num_queries):
    with django_assert_num_queries(0):
        slot = find_rondeslot(ronde, lid.gebruiker, VANDAAG)
    assert (slot.dicht, slot.zin) == (False, "")


def test_a_closed_round_says_since_when_and_what_to_do(ronde, lid):
    slot = find_rondeslot(close(ronde), lid.gebruiker, VANDAAG)
    assert slot.dicht
    assert slot.zin == (
        "De ronde is gesloten op 20 augustus 2024. Vraag de programmamanager om een uitzondering."
    )


@pytest.mark.parametrize(("dag", "dicht"), [(0, False), (1, True)])
def test_an_exception_holds_up_to_and_including_its_day(ronde, lid, dag, dicht):
    Uitzondering.objects.create(ronde=close(ronde), teamlid=lid, tot_en_met=VANDAAG, reden="Was ziek.")
    slot = find_rondeslot(ronde, lid.gebruiker, VANDAAG + timedelta(days=dag))
    assert slot.dicht is dicht
    assert slot.zin.endswith("tot en met 20 augustus 2024.") is not dicht


def test_an_exception_is_for_one_person(ronde, lid):
    Uitzondering.objects.create(ronde=close(ronde), teamlid=lid, tot_en_met=VANDAAG, reden="Was ziek.")
    require_invoer(ronde, door=lid.gebruiker, op=NU)
    with pytest.raises(Vergrendeld, match="om een uitzondering"):
        require_invoer(ronde, door=maak_teamlid(lid.programma).gebruiker, op=NU)


def test_who_left_the_team_has_no_exception(ronde, lid):
    Uitzondering.objects.create(ronde=close(ronde), teamlid=lid, tot_en_met=VANDAAG, reden="Was ziek.")
    type(lid).objects.update(actief=False)
    assert find_rondeslot(ronde, lid.gebruiker, VANDAAG).dicht


def test_an_adopted_round_says_when_which_version_and_who_can_rectify(ronde, lid):
    with_document = {"overgenomen_uit": "een document"}
    adopt_ronde(ronde=ronde, door=None, op=NU, vastgesteld_op=date(2024, 9, 17), **with_document)
    ronde.refresh_from_db()
    assert find_rondeslot(ronde, lid.gebruiker, VANDAAG).zin == (
        "Voortgangsrapportage augustus 2024 is vastgesteld op 17 september 2024, versie 1. "
        "De programmamanager kan alleen het laatst vastgestelde rapport rectificeren."
    )
    with pytest.raises(Vergrendeld, match="versie 1"):
        require_keurbaar(ronde)


def test_a_round_in_rectificatie_takes_input_as_an_open_one(ronde, lid):
    ronde.staat = Rondestaat.IN_RECTIFICATIE
    require_invoer(ronde, door=lid.gebruiker, op=NU)
