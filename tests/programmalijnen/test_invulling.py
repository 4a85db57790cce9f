from datetime import date

import pytest

from programmalijnen.bouwen.invulling import Ontbreekt, Stand, describe, fetch_ontbreekt, fetch_vakken
from programmalijnen.bouwen.ophalen import Plek, fetch_invoerblad
from programmalijnen.models import Opgave, Stapmelding
from programmalijnen.regels.begrippen import Stap, Vorm
from tests.bouwers import (
    maak_activiteit,
    maak_categorie,
    maak_doel,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_ronde,
)

VORIGE, NU = date(2024, 9, 30), date(2025, 7, 31)


def invulling(ontbreekt: Ontbreekt, **velden):
    gewoon = {"opgave": Opgave.HIER, "staat": "leeg", "heeft_tekst": False}
    return describe(ontbreekt=ontbreekt, **gewoon | velden)


def test_untouched_row_is_empty_and_names_all_that_is_asked():
    antwoord = invulling(Ontbreekt(metingen=2, eindstanden=("2024",), stappen=1))
    assert antwoord.stand == Stand.LEEG
    assert antwoord.ontbreekt == (
        "tekst ontbreekt",
        "2\N{NO-BREAK SPACE}metingen ontbreken",
        "eindstand 2024 gevraagd",
        "stap ontbreekt",
    )


def test_row_with_a_text_and_a_missing_value_is_half():
    antwoord = invulling(Ontbreekt(metingen=1), heeft_tekst=True, staat="concept")
    assert (antwoord.stand, antwoord.ontbreekt) == (Stand.DEELS, ("meting ontbreekt",))


def test_row_with_everything_is_filled():
    assert invulling(Ontbreekt(), heeft_tekst=True, staat="concept").stand == Stand.INGEVULD


@pytest.mark.parametrize("opgave", [Opgave.ELDERS, Opgave.NIET_GERAPPORTEERD])
def test_row_that_is_reported_elsewhere_is_not_asked(opgave):
    assert invulling(Ontbreekt(metingen=1), opgave=opgave).stand == Stand.NIET_GEVRAAGD


def test_row_reported_in_parts_is_asked_its_figures_only():
    opgave = Opgave.IN_ONDERDELEN
    assert invulling(Ontbreekt(metingen=1), opgave=opgave).ontbreekt == ("meting ontbreekt",)
    assert invulling(Ontbreekt(), opgave=opgave).stand == Stand.NIET_GEVRAAGD


@pytest.mark.parametrize(
    ("perioden", "woorden"),
    [
        (("2024", "2024"), "2\N{NO-BREAK SPACE}eindstanden 2024 gevraagd"),
        (("2024", "2023-2024"), "2\N{NO-BREAK SPACE}eindstanden gevraagd"),
        (("",), "eindstand gevraagd"),
    ],
)
def test_eindstanden_name_their_period_when_it_is_one(perioden, woorden):
    assert invulling(Ontbreekt(eindstanden=perioden)).ontbreekt[1] == woorden


@pytest.fixture
def activiteit():
    programma = maak_programma()
    return maak_activiteit(maak_lijn(programma), "leerwerk")


def missing(activiteit) -> Ontbreekt:
    """As the work list says it; the page of the activiteit must say the same."""
    ronde = maak_ronde(activiteit.programma, "zomer-2025", peildatum=NU, jaar=2025)
    lijst = fetch_ontbreekt(ronde, VORIGE, fetch_vakken(ronde)).get(activiteit.pk, Ontbreekt())
    maak_ronde(activiteit.programma, "najaar-2024", peildatum=VORIGE, ook_eerder=True)
    blad = fetch_invoerblad(Plek(ronde=ronde, soort="activiteiten", sleutel=activiteit.sleutel))
    assert blad.ontbreekt == lijst
    return lijst


pytestmark = pytest.mark.django_db


def test_nothing_hangs_on_the_activiteit(activiteit):
    assert missing(activiteit) == Ontbreekt()


def test_every_category_is_asked_and_not_their_whole(activiteit):
    indicator = maak_indicator(activiteit.programma, activiteit=activiteit)
    categorie = maak_categorie(indicator, "naar betaald werk")
    maak_categorie(indicator, "meer uren")
    maak_categorie(indicator, "zorg")
    maak_meting(indicator, 14, categorie=categorie, peildatum=NU, periode_van=None)
    maak_meting(indicator, 60)
    assert missing(activiteit) == Ontbreekt(metingen=2)


def test_archived_indicator_is_not_asked(activiteit):
    maak_indicator(activiteit.programma, activiteit=activiteit, gearchiveerd=True)
    assert missing(activiteit) == Ontbreekt()


def test_replaced_value_does_not_count(activiteit):
    indicator = maak_indicator(activiteit.programma, activiteit=activiteit)
    maak_meting(indicator, 14, peildatum=NU, vervangen=True)
    assert missing(activiteit) == Ontbreekt(metingen=1)


def test_end_is_asked_of_doelen_that_ended_since_the_last_round(activiteit):
    indicator = maak_indicator(activiteit.programma, activiteit=activiteit)
    maak_meting(indicator, 20, peildatum=NU)
    for jaar in (2023, 2024, 2025):
        periode = {"periode": str(jaar), "periode_van": date(jaar, 1, 1), "periode_tot": date(jaar, 12, 31)}
        maak_doel(activiteit.programma, indicator=indicator, activiteit=activiteit, **periode)
    assert missing(activiteit) == Ontbreekt(eindstanden=("2024",))


def test_end_that_is_measured_is_not_asked_again(activiteit):
    indicator = maak_indicator(activiteit.programma, activiteit=activiteit)
    maak_doel(activiteit.programma, indicator=indicator, activiteit=activiteit)
    maak_meting(indicator, 96, peildatum=date(2024, 12, 31))
    maak_meting(indicator, 20, peildatum=NU)
    assert missing(activiteit) == Ontbreekt()


def test_dropped_doel_asks_nothing(activiteit):
    indicator = maak_indicator(activiteit.programma, activiteit=activiteit)
    maak_doel(activiteit.programma, indicator=indicator, activiteit=activiteit, toestand="vervallen")
    assert missing(activiteit) == Ontbreekt(metingen=1)


def maak_oplevering(activiteit, **velden):
    return maak_doel(
        activiteit.programma, "", None, activiteit=activiteit, vorm=Vorm.OPLEVERING, richting="", **velden
    )


def test_step_is_asked_until_it_is_done(activiteit):
    for stap in (Stap.BEZIG, Stap.GEREED):
        doel = maak_oplevering(activiteit)
        Stapmelding.objects.create(doel=doel, peildatum=VORIGE, stap=stap, woorden="Gezien")
    assert missing(activiteit) == Ontbreekt(stappen=1)


def test_step_on_the_day_itself_is_enough(activiteit):
    doel = maak_oplevering(activiteit)
    Stapmelding.objects.create(doel=doel, peildatum=NU, stap=Stap.BEZIG, woorden="Gezien")
    assert missing(activiteit) == Ontbreekt()


def test_doel_that_begins_later_or_is_known_later_asks_nothing(activiteit):
    maak_oplevering(activiteit, periode_van=date(2026, 1, 1), periode_tot=date(2026, 12, 31))
    maak_oplevering(activiteit, bekend_op=date(2025, 9, 30), periode_tot=None)
    assert missing(activiteit) == Ontbreekt()


def test_work_list_takes_four_queries(activiteit, django_assert_num_queries):
    for _ in range(5):
        indicator = maak_indicator(activiteit.programma, activiteit=activiteit)
        maak_doel(activiteit.programma, indicator=indicator, activiteit=activiteit)
        maak_oplevering(activiteit)
    ronde = maak_ronde(activiteit.programma, "zomer-2025", peildatum=NU, jaar=2025)
    with django_assert_num_queries(4):
        gevonden = fetch_ontbreekt(ronde, VORIGE, fetch_vakken(ronde))
    assert gevonden == {activiteit.pk: Ontbreekt(metingen=5, eindstanden=("2024",) * 5, stappen=5)}
