from io import StringIO

import pytest
from django.core.management import call_command

from programmalijnen.models import Vindplaats
from tests.bouwers import maak_editie, maak_lijn, maak_programma, maak_ronde

pytestmark = pytest.mark.django_db


def herbouw(**opties) -> str:
    uitvoer = StringIO()
    call_command("herbouw_vindplaatsen", stdout=uitvoer, **opties)
    return uitvoer.getvalue()


def test_what_was_there_before_the_search_is_found():
    programma = maak_lijn(maak_programma(), titel="Vaart").programma
    maak_editie(maak_ronde(programma))
    Vindplaats.objects.all().delete()

    assert herbouw() == "haven: 6 vindplaatsen.\n"
    gevonden = Vindplaats.objects.filter(soort="programmalijn").order_by("editie")
    assert list(gevonden.values_list("editie", "titel")) == [("", "1 Vaart"), ("augustus-2024/v1", "1 Vaart")]


def test_what_is_gone_is_not_found_and_nothing_is_said_when_that_is_asked():
    Vindplaats.objects.create(programma=maak_programma(), soort="doel", sleutel="weg", genormaliseerd="weg")
    assert herbouw(verbosity=0) == ""
    assert list(Vindplaats.objects.values_list("soort", flat=True)) == ["programma"]
