"""Activiteiten and lijnen over time: what open rounds follow, and that adopted ones never change."""

import pytest
from django.core.exceptions import ValidationError

from programmalijnen.models import Activiteit, Opgave, Programmalijn, Realisatie, Rol, Wijziging
from programmalijnen.services.samenvoegen import Bewerking
from programmalijnen.services.vastleggen import Rijinvoer
from programmalijnen.services.verloop import (
    end_activiteit,
    restore_activiteit,
    save_activiteit,
    split_activiteit,
)
from rapportage.bouwen import build_rapport
from tests.bouwers import (
    NU,
    PEILDATUM,
    maak_activiteit,
    maak_ambitie,
    maak_doel,
    maak_lijn,
    maak_programma,
    maak_realisatie,
    maak_ronde,
    maak_teamlid,
)
from tests.formulier import send

from .vaststellen import adopt

pytestmark = pytest.mark.django_db

WIE = {"door": None, "op": NU, "reden": "Besluit van juni"}
LATER = {"slug": "augustus-2025", "peildatum": PEILDATUM.replace(year=2025), "jaar": 2025}


@pytest.fixture
def programma():
    return maak_programma("haven")


@pytest.fixture
def lijn(programma):
    return maak_lijn(programma, "1")


@pytest.fixture
def kade(lijn):
    return maak_activiteit(lijn, "kade")


def change(rij: Activiteit, **velden) -> Rijinvoer:
    kopie = Activiteit.objects.get(pk=rij.pk)
    geladen = {naam: getattr(kopie, naam) for naam in velden}
    return Rijinvoer(hoofd=Bewerking(rij=kopie, versie=kopie.versie, geladen=geladen, ingevoerd=velden))


def realisatie(ronde, activiteit) -> Realisatie:
    return Realisatie.objects.get(ronde=ronde, activiteit=activiteit)


def handelingen() -> int:
    return Wijziging.objects.filter(reden=WIE["reden"]).values("handeling").distinct().count()


def test_moved_activiteit_moves_in_open_rounds_only(programma, lijn, kade):
    gesloten, ronde = adopt(programma), maak_ronde(programma, **LATER)
    naar = maak_lijn(programma, "2")
    save_activiteit(invoer=change(kade, lijn=naar, titel="Kademuur"), **WIE)
    assert (realisatie(ronde, kade).lijn, realisatie(ronde, kade).titel) == (naar, "Kademuur")
    assert (realisatie(gesloten, kade).lijn, realisatie(gesloten, kade).titel) == (lijn, "Kade")
    assert handelingen() == 1


def test_place_that_a_round_decided_itself_stays(programma, lijn, kade):
    ronde = maak_ronde(programma)
    maak_realisatie(ronde, kade, titel="Kade bij de brug")
    naar = maak_lijn(programma, "2")
    save_activiteit(invoer=change(kade, lijn=naar, titel="Kademuur"), **WIE)
    assert (realisatie(ronde, kade).lijn, realisatie(ronde, kade).titel) == (naar, "Kade bij de brug")


def test_onderdelen_move_with_the_whole(programma, lijn, kade):
    deel, elders = maak_activiteit(lijn, onderdeel_van=kade), maak_lijn(programma, "3")
    los = maak_activiteit(elders, onderdeel_van=kade)
    ronde = maak_ronde(programma)
    naar = maak_lijn(programma, "2")
    save_activiteit(invoer=change(kade, lijn=naar), **WIE)
    deel.refresh_from_db()
    los.refresh_from_db()
    assert (deel.lijn, los.lijn, realisatie(ronde, deel).lijn) == (naar, elders, naar)


def test_new_activiteit_joins_the_open_rounds(programma, lijn):
    gesloten, ronde = adopt(programma), maak_ronde(programma, **LATER)
    nieuw = Activiteit(programma=programma)
    save_activiteit(
        invoer=Rijinvoer(hoofd=Bewerking(rij=nieuw, ingevoerd={"lijn": lijn, "titel": "Sluis"})), **WIE
    )
    assert [rij.ronde for rij in Realisatie.objects.filter(activiteit=nieuw)] == [ronde]
    assert gesloten != ronde


@pytest.mark.parametrize(("tekst", "opgave"), [("", None), ("Al begonnen.", Opgave.NIET_GERAPPORTEERD)])
def test_ended_activiteit_leaves_open_rounds_but_keeps_its_text(programma, kade, tekst, opgave):
    adopt(programma)
    ronde = maak_ronde(programma, **LATER)
    maak_realisatie(ronde, kade, tekst=tekst)
    end_activiteit(rij=kade, versie=1, **WIE)
    kade.refresh_from_db()
    rij = Realisatie.objects.filter(ronde=ronde, activiteit=kade).first()
    assert (kade.gearchiveerd, rij and rij.opgave, rij and rij.tekst) == (True, opgave, tekst or None)
    assert handelingen() == 1


def test_activiteit_of_which_nobody_said_anything_is_deleted(programma, kade):
    maak_ronde(programma)
    end_activiteit(rij=kade, versie=1, **WIE)
    assert (list(Activiteit.objects.all()), list(Realisatie.objects.all())) == ([], [])


def test_ending_asks_a_reason_once_a_report_shows_it(programma, kade):
    adopt(programma)
    with pytest.raises(ValidationError, match="Zeg waarom"):
        end_activiteit(rij=kade, versie=1, **WIE | {"reden": ""})


def test_whole_does_not_end_while_a_part_goes_on(programma, lijn, kade):
    maak_activiteit(lijn, onderdeel_van=kade)
    with pytest.raises(ValidationError, match="1 activiteit"):
        end_activiteit(rij=kade, versie=1, **WIE)


def test_restored_activiteit_is_asked_again(programma, kade):
    adopt(programma)
    ronde = maak_ronde(programma, **LATER)
    end_activiteit(rij=kade, versie=1, **WIE)
    restore_activiteit(rij=kade, versie=2, door=None, op=NU)
    assert realisatie(ronde, kade).opgave == Opgave.HIER


def test_restoring_waits_for_its_line(programma, lijn, kade):
    adopt(programma)
    end_activiteit(rij=kade, versie=1, **WIE)
    Programmalijn.objects.update(gearchiveerd=True)
    with pytest.raises(ValidationError, match="Haal eerst"):
        restore_activiteit(rij=Activiteit.objects.get(), versie=2, door=None, op=NU)


@pytest.mark.parametrize(("tekst", "opgave"), [("", Opgave.IN_ONDERDELEN), ("Al begonnen.", Opgave.HIER)])
def test_split_activiteit_goes_on_by_its_parts(programma, lijn, kade, tekst, opgave):
    ronde = maak_ronde(programma)
    maak_realisatie(ronde, kade, tekst=tekst)
    noord, zuid = split_activiteit(rij=kade, versie=1, titels=["Noord", "Zuid"], gaat_door=True, **WIE)
    assert (noord.voortgekomen_uit, noord.onderdeel_van, zuid.lijn) == (kade, kade, lijn)
    assert realisatie(ronde, kade).opgave == opgave
    assert realisatie(ronde, noord).onderdeel_van == kade
    assert handelingen() == 1


def test_split_activiteit_ends_and_its_parts_take_its_place(programma, lijn, kade):
    adopt(programma)
    ronde = maak_ronde(programma, **LATER)
    delen = split_activiteit(rij=kade, versie=1, titels=["Noord", "Zuid"], gaat_door=False, **WIE)
    kade.refresh_from_db()
    assert (kade.gearchiveerd, [deel.onderdeel_van for deel in delen]) == (True, [None, None])
    assert [rij.activiteit for rij in ronde.realisaties.order_by("pk")] == delen


def test_splitting_twice_splits_once(programma, kade):
    maak_ronde(programma)
    split_activiteit(rij=kade, versie=1, titels=["Noord", "Zuid"], gaat_door=False, **WIE)
    with pytest.raises(ValidationError, match="veranderde"):
        split_activiteit(rij=kade, versie=1, titels=["Noord", "Zuid"], gaat_door=False, **WIE)
    assert Activiteit.objects.filter(gearchiveerd=False).count() == 2


def test_adopted_round_stays_as_it_was_through_all_of_it(programma, lijn):
    ambitie, naar = maak_ambitie(lijn), maak_lijn(programma, "2")
    verhuist, splitst, eindigt = (maak_activiteit(lijn, naam, ambitie=ambitie) for naam in ("a", "b", "c"))
    for activiteit in (verhuist, splitst, eindigt):
        maak_doel(programma, activiteit=activiteit)
    ronde = adopt(programma)
    voor = build_rapport(ronde=ronde)
    save_activiteit(invoer=change(verhuist, lijn=naar, ambitie=None, titel="Anders"), **WIE)
    split_activiteit(rij=splitst, versie=1, titels=["Noord", "Zuid"], gaat_door=False, **WIE)
    end_activiteit(rij=eindigt, versie=1, **WIE)
    assert build_rapport(ronde=ronde) == voor


def test_page_splits_an_activiteit(client, programma, kade):
    client.force_login(maak_teamlid(programma, Rol.PROGRAMMAMANAGER).gebruiker)
    adres = "/werk/haven/structuur/activiteiten/kade/splitsen/"
    assert "Vul er nog een in" in send(client, adres, titels="Noord", gaat_door="ja").text
    answer = send(client, adres, titels="Noord\r\n\r\n Zuid ", gaat_door="nee")
    assert answer["Location"] == "/werk/haven/structuur/#activiteiten-kade"
    assert sorted(Activiteit.objects.values_list("titel", flat=True)) == ["Kade", "Noord", "Zuid"]
