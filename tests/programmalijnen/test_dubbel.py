"""A form that makes new rows is saved once, however often it is sent."""

from decimal import Decimal
from uuid import uuid4

import pytest

from financien.models import Financiering, Financieringsbron, Financieringsstand
from financien.services.vastleggen import save_financiering
from programmalijnen.models import Besluit, Wijziging
from programmalijnen.services.dubbel import AlOpgeslagen
from programmalijnen.services.samenvoegen import Bewerking
from programmalijnen.services.vastleggen import Rijinvoer, save_invoerrij
from tests.bouwers import NU, maak_financiering, maak_lijn, maak_programma

pytestmark = pytest.mark.django_db

FORMULIER = uuid4()
WIE = {"door": None, "op": NU}


@pytest.fixture
def lijn():
    return maak_lijn(maak_programma())


def send_besluit(lijn, nummer: str, formulier=FORMULIER) -> None:
    nieuw = Besluit(programma=lijn.programma)
    hoofd = Bewerking(rij=nieuw, ingevoerd={"titel": nummer}, formulier=formulier)
    save_invoerrij(invoer=Rijinvoer(hoofd=hoofd), **WIE)


@pytest.mark.parametrize(("nummer", "gelijk"), [("24-118", True), ("24-119", False)])
def test_form_sent_twice_makes_one_row(lijn, nummer, gelijk):
    send_besluit(lijn, "24-118")
    with pytest.raises(AlOpgeslagen) as eerder:
        send_besluit(lijn, nummer)
    assert eerder.value.gelijk is gelijk
    assert Besluit.objects.get().titel == "24-118"
    assert Wijziging.objects.get().handeling == FORMULIER


def test_other_form_with_the_same_words_makes_its_own_row(lijn):
    send_besluit(lijn, "24-118", uuid4())
    send_besluit(lijn, "24-118", uuid4())
    assert Besluit.objects.count() == 2


def send_financiering(lijn, nieuwe_bron: str) -> None:
    velden = {"soort": "investering", "schaal": "stad", "toestand": "niet vermeld"}
    hoofd = Bewerking(
        rij=Financiering(programma=lijn.programma, lijn=lijn), ingevoerd=velden, formulier=FORMULIER
    )
    save_financiering(invoer=Rijinvoer(hoofd=hoofd), nieuwe_bron=nieuwe_bron, **WIE)


@pytest.mark.parametrize(("bron", "gelijk"), [("Provincie", True), ("Rijk", False)])
def test_source_that_comes_with_a_line_is_made_once(lijn, bron, gelijk):
    send_financiering(lijn, "Provincie")
    with pytest.raises(AlOpgeslagen) as eerder:
        send_financiering(lijn, bron)
    assert eerder.value.gelijk is gelijk
    assert Financieringsbron.objects.get().naam == "Provincie"


def add_stand(rij: Financiering, stand: str = "gevoteerd") -> None:
    hoofd = Bewerking(
        rij=Financiering.objects.get(pk=rij.pk), ingevoerd={}, versie=rij.versie, formulier=FORMULIER
    )
    deel = Bewerking(rij=Financieringsstand(), ingevoerd={"stand": stand, "bedrag": Decimal(5)})
    save_invoerrij(invoer=Rijinvoer(hoofd=hoofd, delen=(deel,)), **WIE)


def test_part_that_is_added_to_a_stored_row_is_made_once(lijn):
    rij = maak_financiering(lijn, 10)
    add_stand(rij)
    with pytest.raises(AlOpgeslagen) as eerder:
        add_stand(rij)
    assert eerder.value.gelijk
    assert Financieringsstand.objects.count() == 1
