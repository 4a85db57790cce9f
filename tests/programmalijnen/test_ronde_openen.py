from datetime import date

import pytest
from django.core.exceptions import ValidationError

from programmalijnen.bouwen.opening import fetch_vorige_rijen
from programmalijnen.models import (
    Herinnering,
    Opgave,
    Rapportageronde,
    Realisatie,
    Rondestaat,
    Toelichting,
    Wijziging,
)
from programmalijnen.services.rondebeheer import delete_ronde
from programmalijnen.services.schrijven import Vergrendeld
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_realisatie,
    maak_ronde,
    maak_teamlid,
)

pytestmark = pytest.mark.django_db

NAJAAR = {"slug": "najaar-2024", "titel": "Najaar", "label": "per Q3 2024", "peildatum": date(2024, 9, 30)}


@pytest.fixture
def lijn():
    return maak_lijn(maak_programma())


def test_each_row_is_asked_of_the_trekker_or_of_whom_was_chosen(lijn):
    anna, bram = maak_teamlid(lijn.programma, naam="Anna"), maak_teamlid(lijn.programma, naam="Bram")
    maak_activiteit(lijn, "loket", trekker=anna)
    maak_activiteit(lijn, "kade", trekker=anna)
    maak_activiteit(lijn, "brug")

    ronde = maak_ronde(lijn.programma, trekkers={"kade": bram})

    rijen = Realisatie.objects.filter(ronde=ronde).values_list("activiteit__sleutel", "trekker")
    assert dict(rijen) == {"loket": anna.pk, "kade": bram.pk, "brug": None}


def test_nothing_is_asked_of_who_left_the_team(lijn):
    weg = maak_teamlid(lijn.programma)
    weg.actief = False
    weg.save()
    maak_activiteit(lijn, "loket", trekker=weg)

    ronde = maak_ronde(lijn.programma)

    assert Realisatie.objects.get(ronde=ronde).trekker is None


def test_a_toelichting_is_asked_of_whom_the_previous_round_asked_it(lijn):
    anna = maak_teamlid(lijn.programma, naam="Anna")
    vorige = maak_ronde(lijn.programma)
    Toelichting.objects.filter(ronde=vorige, onderwerp="voortgang").update(trekker=anna, tekst="Vorig jaar.")

    ronde = maak_ronde(lijn.programma, **NAJAAR)

    rijen = Toelichting.objects.filter(ronde=ronde).values_list("onderwerp", "trekker", "tekst")
    assert sorted(rijen) == [("financiën", None, ""), ("inleiding", None, ""), ("voortgang", anna.pk, "")]


def test_opening_is_one_act_in_the_trail(lijn):
    maak_activiteit(lijn)
    maak_ronde(lijn.programma)

    assert set(Wijziging.objects.values_list("naam", flat=True)) == {"open ronde"}
    assert Wijziging.objects.values("handeling").distinct().count() == 1


def test_what_the_round_before_had_is_one_question(lijn, django_assert_num_queries):
    for _ in range(3):
        maak_activiteit(lijn)
    maak_ronde(lijn.programma)

    with django_assert_num_queries(1):
        assert len(fetch_vorige_rijen(lijn.programma, date(2025, 7, 31))) == 3


@pytest.mark.parametrize("slug", ["structuur", "rondes", "financien", "toetsbaar"])
def test_a_round_cannot_have_the_name_of_a_page(lijn, slug):
    with pytest.raises(ValidationError, match="zo heet al een pagina"):
        maak_ronde(lijn.programma, slug)


# --- taking back ---


def test_a_round_in_which_nothing_was_filled_in_can_be_taken_back(lijn):
    lid = maak_teamlid(lijn.programma)
    maak_activiteit(lijn, trekker=lid)
    ronde = maak_ronde(lijn.programma)
    Herinnering.objects.create(ronde=ronde, teamlid=lid, datum=date(2024, 8, 1), aanleiding="1 dag te laat")

    delete_ronde(ronde=ronde, door=maak_gebruiker(), op=NU)

    soorten = (Rapportageronde, Realisatie, Toelichting, Herinnering)
    assert [soort.objects.count() for soort in soorten] == [0, 0, 0, 0]
    weg = Wijziging.objects.filter(naam="draai ronde terug")
    assert sorted(weg.values_list("soort", flat=True)) == [
        "herinnering",
        "rapportageronde",
        "realisatie",
        "toelichting",
        "toelichting",
        "toelichting",
    ]


def test_a_round_with_a_text_is_not_taken_back(lijn):
    activiteit = maak_activiteit(lijn)
    ronde = maak_ronde(lijn.programma)
    maak_realisatie(ronde, activiteit, staat="concept")

    with pytest.raises(Vergrendeld, match="bij één onderdeel is al iets ingevuld"):
        delete_ronde(ronde=ronde, door=maak_gebruiker(), op=NU)
    assert Rapportageronde.objects.count() == 1


def test_a_round_with_figures_is_not_taken_back(lijn):
    ronde = maak_ronde(lijn.programma)
    maak_meting(maak_indicator(lijn.programma))

    with pytest.raises(Vergrendeld, match="al cijfers of stappen"):
        delete_ronde(ronde=ronde, door=maak_gebruiker(), op=NU)


def test_an_adopted_round_is_not_taken_back(lijn):
    ronde = maak_ronde(lijn.programma)
    Rapportageronde.objects.update(staat=Rondestaat.VASTGESTELD)

    with pytest.raises(Vergrendeld, match="is vastgesteld"):
        delete_ronde(ronde=ronde, door=maak_gebruiker(), op=NU)


def test_what_was_reported_elsewhere_is_asked_of_nobody(lijn):
    activiteit = maak_activiteit(lijn, trekker=maak_teamlid(lijn.programma))
    maak_realisatie(
        maak_ronde(lijn.programma), activiteit, opgave=Opgave.ELDERS, elders_waar="via Agenda 2030"
    )

    ronde = maak_ronde(lijn.programma, **NAJAAR)

    assert Realisatie.objects.get(ronde=ronde).trekker is None
