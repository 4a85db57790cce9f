import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from programmalijnen.models import Activiteit, Categorie, Programmalijn, Wijziging
from programmalijnen.services.schrijven import begin
from programmalijnen.services.structuur import delete_rij, propose_sleutel, save_rij
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_doel,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_programma,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def lijn() -> Programmalijn:
    return maak_lijn(maak_programma())


def test_save_rij_tells_the_trail_what_changed_from_what_to_what(lijn):
    anna = maak_gebruiker("Anna")
    lijn.titel = "Werk voor iedereen"

    assert save_rij(rij=lijn, door=anna, op=NU, reden="nieuwe naam") is True

    wijziging = Wijziging.objects.get()
    assert wijziging.velden == {"titel": ["Lijn 1", "Werk voor iedereen"]}
    assert (wijziging.soort, wijziging.sleutel, wijziging.aard) == ("programmalijn", "lijn-1", "gewijzigd")
    assert (wijziging.door, wijziging.op, wijziging.reden) == (anna, NU, "nieuwe naam")


def test_save_rij_without_a_difference_writes_nothing(lijn):
    assert save_rij(rij=lijn, door=None, op=NU) is False

    assert not Wijziging.objects.exists()
    assert Programmalijn.objects.get().versie == 1


def test_save_rij_raises_the_versie_with_every_change(lijn):
    lijn.titel = "Werk"
    save_rij(rij=lijn, door=None, op=NU)

    assert Programmalijn.objects.get().versie == 2


def test_save_rij_names_another_row_by_its_key(lijn):
    activiteit = maak_activiteit(lijn, "loket")
    activiteit.lijn = maak_lijn(lijn.programma, "2")
    save_rij(rij=activiteit, door=None, op=NU)

    assert Wijziging.objects.get().velden == {"lijn": ["lijn-1", "lijn-2"]}


def test_one_handeling_gives_all_its_changes_one_id(lijn):
    with begin("maak twee", door=None, op=NU) as handeling:
        for sleutel in ("een", "twee"):
            handeling.save(
                Activiteit(programma=lijn.programma, lijn=lijn, sleutel=sleutel, titel=sleutel.capitalize())
            )

    assert Wijziging.objects.values("handeling").distinct().count() == 1
    assert Wijziging.objects.count() == 2


def test_a_handeling_that_fails_leaves_no_row_and_no_trail(lijn):
    def make_two() -> None:
        with begin("maak twee", door=None, op=NU) as handeling:
            handeling.save(Activiteit(programma=lijn.programma, lijn=lijn, sleutel="een", titel="Een"))
            handeling.save(Activiteit(programma=lijn.programma, lijn=lijn, sleutel="leeg", titel=""))

    with pytest.raises(ValidationError):
        make_two()

    assert not Activiteit.objects.exists()
    assert not Wijziging.objects.exists()


def test_a_key_is_never_given_out_twice(lijn):
    activiteit = Activiteit(programma=lijn.programma, lijn=lijn, sleutel="loket", titel="Loket")
    save_rij(rij=activiteit, door=None, op=NU)
    delete_rij(rij=activiteit, door=None, op=NU)

    with pytest.raises(ValidationError, match="al eens uitgegeven"):
        save_rij(
            rij=Activiteit(programma=lijn.programma, lijn=lijn, sleutel="loket", titel="Ander loket"),
            door=None,
            op=NU,
        )


def test_propose_sleutel_counts_on_where_the_title_is_taken(lijn):
    save_rij(
        rij=Activiteit(programma=lijn.programma, lijn=lijn, sleutel="het-loket", titel="Het loket"),
        door=None,
        op=NU,
    )

    assert propose_sleutel(programma=lijn.programma, soort=Activiteit, titel="Het loket") == "het-loket-2"


def test_a_row_that_a_colleague_changed_since_it_was_read_is_not_overwritten(lijn):
    oud = Programmalijn.objects.get()
    lijn.titel = "Werk"
    save_rij(rij=lijn, door=None, op=NU)
    oud.doelstelling = "Meer werk"

    with pytest.raises(ValidationError, match="Een collega heeft dit intussen veranderd"):
        save_rij(rij=oud, door=None, op=NU)

    assert Programmalijn.objects.get().titel == "Werk"


def test_a_row_that_a_colleague_removed_is_not_saved(lijn):
    activiteit = maak_activiteit(lijn)
    Activiteit.objects.all().delete()
    activiteit.titel = "Loket"

    with pytest.raises(ValidationError, match="veranderd of verwijderd"):
        save_rij(rij=activiteit, door=None, op=NU)


def test_delete_rij_tells_the_trail_of_the_parts_that_go_with_it(lijn):
    doel = maak_doel(lijn.programma, "banen", streefwaarde=100)

    delete_rij(rij=doel, door=None, op=NU)

    spoor = Wijziging.objects.order_by("pk").values_list("soort", "sleutel", "aard")
    assert list(spoor) == [
        ("streefwaarde", "banen/begin", "verwijderd"),
        ("doel", "banen", "verwijderd"),
    ]


def test_the_trail_has_room_for_the_longest_key(lijn):
    indicator = maak_indicator(lijn.programma, "i" * 60)

    save_rij(rij=Categorie(indicator=indicator, naam="c" * 200), door=None, op=NU)

    assert Wijziging.objects.get().sleutel == f"{'i' * 60}/{'c' * 200}"


def test_a_reden_that_does_not_fit_is_refused_in_dutch(lijn):
    lijn.titel = "Werk"

    with pytest.raises(ValidationError, match="te lang: hoogstens 1000 tekens"):
        save_rij(rij=lijn, door=None, op=NU, reden="x" * 1001)


def test_a_row_of_another_programme_is_refused_in_dutch(lijn):
    vreemd = maak_lijn(maak_programma("ander"))

    with pytest.raises(ValidationError, match="hoort bij een ander programma"):
        save_rij(
            rij=Activiteit(programma=lijn.programma, lijn=vreemd, sleutel="loket", titel="Loket"),
            door=None,
            op=NU,
        )


def test_a_row_that_would_stand_under_itself_is_refused(lijn):
    kranen = maak_activiteit(lijn)
    kraan = maak_activiteit(lijn, onderdeel_van=kranen)
    kranen.onderdeel_van = kraan

    with pytest.raises(ValidationError, match="onder zichzelf"):
        save_rij(rij=kranen, door=None, op=NU)


@pytest.mark.parametrize("veld", ["activiteit", "lijn", "doel"])
def test_a_row_that_would_be_its_own_parent_is_refused(lijn, veld):
    rij, naam = {
        "activiteit": (maak_activiteit(lijn), "onderdeel_van"),
        "lijn": (lijn, "ouder"),
        "doel": (maak_doel(lijn.programma), "onderdeel_van"),
    }[veld]
    setattr(rij, naam, rij)

    with pytest.raises(ValidationError, match="onder zichzelf"):
        save_rij(rij=rij, door=None, op=NU)


@pytest.mark.parametrize(
    "opdracht", ["UPDATE programmalijnen_wijziging SET reden = 'x'", "DELETE FROM programmalijnen_wijziging"]
)
def test_the_trail_cannot_be_changed_in_the_database(lijn, opdracht):
    lijn.titel = "Werk"
    save_rij(rij=lijn, door=None, op=NU)

    with pytest.raises(DatabaseError, match="nooit gewijzigd of verwijderd"), transaction.atomic():
        connection.cursor().execute(opdracht)
