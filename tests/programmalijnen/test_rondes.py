from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from programmalijnen.models import Opgave, Rapportageronde, Realisatie, Rondestaat, Toelichting
from programmalijnen.services.rondes import close_ronde
from programmalijnen.services.schrijven import Vergrendeld
from programmalijnen.services.sloten import require_bewerkbaar
from programmalijnen.services.structuur import save_rij
from tests.bouwers import NU, maak_activiteit, maak_lijn, maak_programma, maak_realisatie, maak_ronde

pytestmark = pytest.mark.django_db

NAJAAR = {"slug": "najaar-2024", "titel": "Najaar", "label": "per Q3 2024", "peildatum": date(2024, 9, 30)}


@pytest.fixture
def lijn():
    return maak_lijn(maak_programma())


def test_open_ronde_makes_an_empty_row_for_every_activiteit_in_its_place(lijn):
    loket = maak_activiteit(lijn, "loket", titel="Het loket", schaal="stad & regio")
    maak_activiteit(lijn, "oud", gearchiveerd=True)

    ronde = maak_ronde(lijn.programma)

    realisatie = Realisatie.objects.get(ronde=ronde)
    assert (realisatie.activiteit, realisatie.titel, realisatie.schaal) == (
        loket,
        "Het loket",
        "stad & regio",
    )
    assert (realisatie.tekst, realisatie.staat, realisatie.oordeel) == ("", "leeg", "")


def test_open_ronde_comes_after_all_others(lijn):
    maak_ronde(lijn.programma, **NAJAAR)
    with pytest.raises(ValidationError, match="Kies een dag na 30 september 2024, de peildatum van Najaar"):
        maak_ronde(lijn.programma)
    assert Rapportageronde.objects.get().slug == "najaar-2024"


def test_open_ronde_takes_rounds_of_a_file_in_any_order(lijn):
    maak_ronde(lijn.programma, **NAJAAR)
    maak_ronde(lijn.programma, ook_eerder=True)
    assert Rapportageronde.objects.count() == 2


def test_open_ronde_asks_for_the_explanations(lijn):
    ronde = maak_ronde(lijn.programma)

    assert sorted(toelichting.sleutel for toelichting in Toelichting.objects.filter(ronde=ronde)) == [
        "1-financien",
        "1-voortgang",
        "inleiding",
    ]


def test_open_ronde_keeps_what_is_reported_elsewhere(lijn):
    activiteit = maak_activiteit(lijn)
    maak_realisatie(
        maak_ronde(lijn.programma), activiteit, opgave=Opgave.ELDERS, elders_waar="via Agenda 2030"
    )

    ronde = maak_ronde(lijn.programma, **NAJAAR)

    assert Realisatie.objects.get(ronde=ronde).elders_waar == "via Agenda 2030"


def test_open_ronde_asks_again_for_what_was_not_reported(lijn):
    activiteit = maak_activiteit(lijn)
    maak_realisatie(maak_ronde(lijn.programma), activiteit, opgave=Opgave.NIET_GERAPPORTEERD)

    ronde = maak_ronde(lijn.programma, **NAJAAR)

    assert Realisatie.objects.get(ronde=ronde).opgave == Opgave.HIER


def test_an_activiteit_that_moves_leaves_older_rounds_as_they_were(lijn):
    activiteit = maak_activiteit(lijn, titel="Loket")
    ronde = maak_ronde(lijn.programma)
    activiteit.titel, activiteit.lijn = "Werkplein", maak_lijn(lijn.programma, "2")
    save_rij(rij=activiteit, door=None, op=NU)

    realisatie = Realisatie.objects.get(ronde=ronde)
    assert (realisatie.titel, realisatie.lijn) == ("Loket", lijn)


def test_a_closed_round_takes_no_input(lijn):
    ronde = maak_ronde(lijn.programma)
    close_ronde(ronde=ronde, door=None, op=NU)

    ronde.refresh_from_db()
    assert ronde.staat == Rondestaat.GESLOTEN
    with pytest.raises(Vergrendeld, match="gesloten op 20 augustus 2024"):
        require_bewerkbaar(ronde)


def test_a_round_is_closed_on_the_day_of_the_clock_on_the_wall(lijn):
    ronde = maak_ronde(lijn.programma)
    close_ronde(ronde=ronde, door=None, op=datetime(2024, 8, 31, 22, 30, tzinfo=UTC))

    ronde.refresh_from_db()
    assert ronde.gesloten_op == date(2024, 9, 1)


def test_a_round_that_was_adopted_since_it_was_read_is_not_closed(lijn):
    ronde = maak_ronde(lijn.programma)
    Rapportageronde.objects.update(staat=Rondestaat.VASTGESTELD)

    with pytest.raises(Vergrendeld, match="is vastgesteld"):
        close_ronde(ronde=ronde, door=None, op=NU)
