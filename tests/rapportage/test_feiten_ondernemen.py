"""What the shipped file of Ondernemen met Impact says, held to the letter it was taken from."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from programmalijnen.models import Activiteit
from rapportage.inlezen import read_bestand
from rapportage.models import Editie
from tests.programmas import laad_programmas

SLUG = "ondernemen-met-impact"
PAD = Path(settings.BASE_DIR) / "fixtures" / f"{SLUG}.toml"

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def rapport(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        laad_programmas()
        assert not Activiteit.objects.filter(programma__slug=SLUG).exists()
        yield json.loads(Editie.objects.get(ronde__programma__slug=SLUG).inhoud)
        transaction.set_rollback(True)


def test_five_parties_have_five_doelstellingen_without_activities(rapport):
    assert [lijn["code"] for lijn in rapport["lijnen"]] == ["1", "2", "3", "4", "5"]
    assert [len(lijn["doelen"]) for lijn in rapport["lijnen"]] == [2, 2, 2, 1, 2]
    for partij in ("Stichting MBO", "DOV", "WD", "Baanbrekend", "gemeente Dordrecht"):
        assert partij in rapport["programma"]["partners"]


def test_no_number_and_no_year_is_invented_for_a_doel(rapport):
    doelen = [doel for lijn in rapport["lijnen"] for doel in lijn["doelen"]]
    assert {(doel["vorm"], doel["doelperiode"], doel["streefwaarde"]) for doel in doelen} == {
        ("tekst", "", None)
    }


@pytest.mark.parametrize(("nummer", "jaar"), [(0, 2022), (1, 2023)])
def test_cover_of_155000_against_150000_leaves_5000(rapport, nummer, jaar):
    saldo = rapport["financien"]["saldi"][nummer]
    bedragen = [saldo[naam] for naam in ("jaar", "dekking", "kosten", "bedrag", "gedrukt", "verschil")]
    assert bedragen == [jaar, "155000.00", "150000.00", "5000.00", "5000.00", "0.00"]
    assert saldo["woorden"] == "circa € 5.000 overschot"


def test_duration_is_a_tegenspraak(rapport):
    (tegenspraak,) = rapport["tegenspraken"]
    assert (tegenspraak["waarde_a"], tegenspraak["waarde_b"]) == (
        "minimale duur van 4 jaar",
        "de duur van 5 jaar",
    )
    assert rapport["programma"]["looptijd"] == "4 of 5 jaar: de brief noemt beide"


def test_it_is_linked_to_line_3_of_the_other_programme(rapport):
    banen = rapport["relaties"][1]
    assert (banen["ander_programma"], banen["andere_lijn"]) == ("arbeidsmarkt-menselijk-kapitaal", "3")


def test_every_choice_of_ours_is_an_aanname(rapport):
    assert [aanname["sleutel"] for aanname in rapport["aannames"]] == [
        "openbaar",
        "naam-document",
        "ronde",
        "peildatum",
        "geen-activiteiten",
        "nummers-doelstellingen",
        "delen-van-doelstellingen",
        "eerste-twee-jaren",
        "dekking-per-jaar",
        "overschot-per-jaar",
        "verband-banen-met-impact",
    ]


def test_every_fact_names_its_line():
    goed = re.compile(r"Raadsinformatiebrief Ondernemen met impact, regel \d+(-\d+)?")
    rijen = {
        f"{soort}.{sleutel}": str(velden.get("vindplaats", ""))
        for soort, tabellen in read_bestand(PAD).soorten.items()
        if soort not in ("aanname", "tegenspraak")
        for sleutel, velden in tabellen.items()
    }
    assert [naam for naam, plaats in rijen.items() if not goed.fullmatch(plaats)] == []
