"""Adopting freezes a report; what happens later to the data does not reach the edition."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from programmalijnen.models import (
    Invoerstaat,
    Meting,
    Rapportageronde,
    Realisatie,
    Rondestaat,
    Toelichting,
    Wijziging,
)
from programmalijnen.services.schrijven import Vergrendeld
from rapportage.bouwen import build_rapport
from rapportage.canoniek import from_json, sha256
from rapportage.models import Editie, Lotgeval, Lotgevalsoort
from rapportage.services import adopt_ronde, withdraw_editie
from rapportage.services.vaststellen import find_blokkades, print_gezien
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_doel,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_ronde,
)

pytestmark = pytest.mark.django_db

BESLUIT = {"vastgesteld_op": date(2024, 9, 3), "besluit": "collegebesluit 12", "keur_rest_goed": True}


@pytest.fixture
def ronde() -> Rapportageronde:
    activiteit = maak_activiteit(maak_lijn(maak_programma()))
    indicator = maak_indicator(activiteit.programma, activiteit=activiteit)
    maak_doel(activiteit.programma, activiteit=activiteit, indicator=indicator)
    maak_meting(indicator, 60)
    return maak_ronde(activiteit.programma)


def adopt(ronde: Rapportageronde, **velden) -> Editie:
    return adopt_ronde(ronde=ronde, **{"door": None, "op": NU} | BESLUIT | velden)


def test_an_edition_loads_back_into_an_equal_rapport(ronde):
    editie = adopt(ronde)

    rapport = from_json(editie.inhoud)
    assert rapport == build_rapport(ronde=ronde, editie=rapport.editie)


def test_the_hash_of_an_edition_is_that_of_its_content(ronde):
    editie = adopt(ronde)

    assert editie.sha256 == sha256(editie.inhoud)


def test_later_changes_do_not_reach_the_edition(ronde):
    editie = adopt(ronde)
    Realisatie.objects.update(tekst="Iets heel anders.")

    assert "Iets heel anders." not in Editie.objects.get(pk=editie.pk).inhoud
    assert build_rapport(ronde=ronde) != from_json(editie.inhoud)


def test_adopting_locks_the_round(ronde):
    adopt(ronde)

    assert Rapportageronde.objects.get(pk=ronde.pk).staat == Rondestaat.VASTGESTELD
    with pytest.raises(Vergrendeld, match="al vastgesteld"):
        adopt(ronde)
    assert Editie.objects.count() == 1


def test_who_is_second_hears_who_was_first(ronde):
    adopt(ronde, door=maak_gebruiker("Mia"))

    with pytest.raises(Vergrendeld, match=r"Mia legde op 20 augustus 2024 om 11\.30 uur versie 1 vast"):
        adopt(ronde)


def test_what_nobody_approved_is_not_adopted(ronde):
    with pytest.raises(ValidationError, match="nog niet overal akkoord"):
        adopt(ronde, keur_rest_goed=False)
    assert not Editie.objects.exists()


def test_the_edition_counts_what_its_own_adoption_approved(ronde):
    mia = maak_gebruiker("Mia")
    Realisatie.objects.update(tekst="Klaar.", ingevuld_door=mia, staat=Invoerstaat.INGEDIEND)
    Toelichting.objects.filter(onderwerp="inleiding").update(tekst="Vooraf.", staat=Invoerstaat.INGEDIEND)

    rapport = from_json(adopt(ronde, door=mia).inhoud)

    assert (rapport.goedgekeurd, rapport.zelf_goedgekeurd) == (2, 1)


@pytest.mark.parametrize(
    ("velden", "staat"),
    [({"tekst": "Klaar."}, Invoerstaat.AKKOORD), ({"tekst": ""}, Invoerstaat.GEEN_OPGAVE)],
)
def test_what_remains_is_approved_and_adopted_in_one_handeling(ronde, velden, staat):
    Meting.objects.all().delete()
    Realisatie.objects.update(**velden)

    adopt(ronde)

    assert Realisatie.objects.get().staat == staat
    handelingen = Wijziging.objects.filter(naam="stel vast").values_list("handeling", "soort")
    assert {soort for _, soort in handelingen} == {"realisatie", "editie", "rapportageronde"}
    assert len({handeling for handeling, _ in handelingen}) == 1


def test_an_empty_toelichting_does_not_block_but_a_written_one_does(ronde):
    Realisatie.objects.update(staat=Invoerstaat.AKKOORD)
    Toelichting.objects.filter(lijn=None).update(tekst="Een goed jaar.")

    assert [blokkade.titel for blokkade in find_blokkades(ronde)] == ["Inleiding"]


def test_what_changed_after_it_was_seen_is_not_approved_unseen(ronde):
    gezien = print_gezien(find_blokkades(ronde))
    Realisatie.objects.update(tekst="Iets nieuws.", versie=2)

    with pytest.raises(ValidationError, match="veranderde intussen"):
        adopt(ronde, gezien=gezien)
    assert Realisatie.objects.get().staat == Invoerstaat.LEEG
    assert adopt(ronde, gezien=print_gezien(find_blokkades(ronde))).versie == 1


def test_a_report_is_not_public_before_it_was_adopted(ronde):
    with pytest.raises(ValidationError, match="voordat het college"):
        adopt(ronde, openbaar_vanaf=date(2024, 9, 2))


def test_adopting_asks_for_the_date_of_the_college(ronde):
    with pytest.raises(ValidationError, match="datum"):
        adopt_ronde(ronde=ronde, door=None, op=NU)


def test_an_edition_taken_over_from_a_document_says_so_and_invents_no_date(ronde):
    editie = adopt_ronde(ronde=ronde, door=None, op=NU, overgenomen_uit="Voortgangsrapportage augustus 2024")

    kop = from_json(editie.inhoud).editie
    assert (kop.overgenomen_uit, kop.vastgesteld_op, kop.besluit) == (
        "Voortgangsrapportage augustus 2024",
        None,
        "",
    )


def test_the_trail_tells_who_adopted_without_repeating_the_content(ronde):
    anna = maak_gebruiker("Anna")
    adopt_ronde(ronde=ronde, door=anna, op=NU, **BESLUIT)

    wijziging = Wijziging.objects.get(soort="editie")
    assert (wijziging.door, wijziging.naam) == (anna, "stel vast")
    assert "inhoud" not in wijziging.velden


def test_the_content_of_an_edition_holds_no_name_of_a_person(ronde):
    adopt_ronde(ronde=ronde, door=maak_gebruiker("Wilhelmina"), op=NU, **BESLUIT)

    assert "Wilhelmina" not in Editie.objects.get().inhoud


@pytest.mark.parametrize(
    "opdracht", ["UPDATE rapportage_editie SET reden = 'x'", "DELETE FROM rapportage_editie"]
)
def test_an_edition_cannot_be_changed_in_the_database(ronde, opdracht):
    adopt(ronde)

    with pytest.raises(DatabaseError, match="nooit gewijzigd of verwijderd"), transaction.atomic():
        connection.cursor().execute(opdracht)


def test_a_new_version_leaves_the_old_one_and_says_it_follows(ronde):
    eerste = adopt(ronde)
    Rapportageronde.objects.update(
        staat=Rondestaat.IN_RECTIFICATIE, rectificatiereden="een bedrag klopte niet"
    )

    tweede = adopt(ronde)

    assert (eerste.versie, tweede.versie) == (1, 2)
    assert tweede.reden == from_json(tweede.inhoud).editie.reden == "een bedrag klopte niet"
    assert Rapportageronde.objects.get().rectificatiereden == ""
    assert Lotgeval.objects.get(soort=Lotgevalsoort.OPGEVOLGD).opvolger == tweede


def test_withdrawing_asks_a_reden(ronde):
    with pytest.raises(ValidationError, match="Zeg waarom"):
        withdraw_editie(editie=adopt(ronde), reden=" ", door=None, op=NU)
    assert not Lotgeval.objects.exists()


def test_an_edition_is_withdrawn_on_the_day_of_the_clock_on_the_wall(ronde):
    editie = adopt(ronde)

    withdraw_editie(editie=editie, reden="fout", door=None, op=datetime(2024, 11, 30, 23, 30, tzinfo=UTC))

    assert Lotgeval.objects.get(soort=Lotgevalsoort.INGETROKKEN).datum == date(2024, 12, 1)
