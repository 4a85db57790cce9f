"""Relaties, tegenspraken and aannames on the team's pages: listed, added, changed, moved and removed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programmalijnen.models import Aanname, Relatie, Rol, Tegenspraak, Wijziging
from tests.bouwers import maak_lijn, maak_programma, maak_ronde, maak_teamlid
from tests.formulier import send

from .vaststellen import adopt

pytestmark = pytest.mark.django_db

WERK = "/werk/haven/"


@pytest.fixture
def programma():
    return maak_programma("haven")


@pytest.fixture
def manager(client, programma):
    client.force_login(maak_teamlid(programma, Rol.PROGRAMMAMANAGER).gebruiker)
    return client


def maak_aanname(programma, sleutel: str, volgorde: int = 0) -> Aanname:
    return Aanname.objects.create(
        programma=programma, sleutel=sleutel, over=sleutel, tekst="Tekst.", reden="Reden.", volgorde=volgorde
    )


def test_aanname_is_added_with_its_reason(manager, programma):
    adres = f"{WERK}structuur/aannames/nieuw/"
    antwoord = send(manager, adres, over="Peildatum", tekst="31 juli.", waarom="Geen datum.")

    rij = Aanname.objects.get()
    assert (rij.over, rij.tekst, rij.reden) == ("Peildatum", "31 juli.", "Geen datum.")
    assert antwoord.headers["Location"] == f"{WERK}aannames/#{rij.sleutel}"


def test_tegenspraak_is_added_and_listed_with_both_places(manager, programma):
    velden = {"plaats_a": "Rapport, regel 1", "waarde_a": "4 jaar", "plaats_b": "Rapport, regel 2"}
    velden |= {"waarde_b": "5 jaar", "gebruikt": "beide", "waarom": "Onbekend.", "soort": "periode"}
    send(manager, f"{WERK}structuur/tegenspraken/nieuw/", onderwerp="Looptijd", **velden)

    assert Tegenspraak.objects.get().reden == "Onbekend."
    pagina = manager.get(f"{WERK}tegenspraken/").text
    assert [woord in pagina for woord in ("4 jaar", "5 jaar", "Onbekend.")] == [True] * 3


def test_relatie_goes_to_a_programme_this_person_may_see(manager, programma):
    maak_programma("stad")
    maak_programma("geheim", openbaar=False)
    ronde = maak_ronde(programma)
    pagina = manager.get(f"{WERK}structuur/relaties/nieuw/")
    keuzes = [sleutel for sleutel, _ in pagina.context["formulier"].form.fields["ander_programma"].choices]
    assert keuzes == ["", "stad"]

    send(manager, f"{WERK}structuur/relaties/nieuw/", titel="Stad", ander_programma="stad")
    rij = Relatie.objects.get()
    assert (rij.ander_programma.slug, rij.bekend_op) == ("stad", ronde.peildatum)


def test_line_of_a_relatie_is_of_the_programme_that_was_chosen(manager, programma):
    stad, dok = maak_programma("stad"), maak_programma("dok")
    kade = maak_lijn(dok, sleutel="kade")
    rij = Relatie.objects.create(programma=programma, sleutel="stad", titel="Stad", andere_lijn=kade)

    antwoord = send(manager, f"{WERK}structuur/relaties/{rij.sleutel}/", ander_programma=stad.slug)

    assert antwoord.context["formulier"].form.errors == {
        "andere_lijn": ["Deze lijn hoort bij een ander programma dan u koos."]
    }


def test_list_does_not_name_a_programme_its_reader_may_not_see(client, programma):
    client.force_login(maak_teamlid(programma, Rol.MEELEZER).gebruiker)
    for slug in ("zichtbaar", "geheim"):
        ander = maak_programma(slug, openbaar=slug != "geheim")
        Relatie.objects.create(programma=programma, sleutel=slug, titel="Verband", ander_programma=ander)

    pagina = client.get(f"{WERK}relaties/").text

    assert ("naar Zichtbaar" in pagina, "Geheim" in pagina) == (True, False)
    assert ("Nieuwe relatie" in pagina, "dm-pijl" in pagina) == (False, False)


def test_arrow_moves_a_row_and_comes_back_to_it(manager, programma):
    eerste, _ = maak_aanname(programma, "eerste", 1), maak_aanname(programma, "tweede", 2)

    antwoord = manager.post(
        f"{WERK}structuur/aannames/eerste/verplaatsen/", {"richting": f"omlaag-{eerste.versie}"}
    )

    assert antwoord.headers["Location"] == f"{WERK}aannames/#eerste"
    assert list(Aanname.objects.order_by("volgorde").values_list("sleutel", flat=True)) == [
        "tweede",
        "eerste",
    ]


def test_removing_goes_back_to_the_list(manager, programma):
    rij = maak_aanname(programma, "eerste")

    antwoord = manager.post(f"{WERK}structuur/aannames/eerste/weghalen/", {"versie": rij.versie})

    assert antwoord.headers["Location"] == f"{WERK}aannames/"
    assert not Aanname.objects.exists()


def test_what_an_edition_shows_asks_why(manager, programma):
    send(manager, f"{WERK}structuur/aannames/nieuw/", over="Peildatum", tekst="31 juli.", waarom="Zo.")
    adopt(programma)
    adres = f"{WERK}structuur/aannames/{Aanname.objects.get().sleutel}/"

    send(manager, adres, waarom="Anders.")
    assert Aanname.objects.get().reden == "Zo."
    send(manager, adres, waarom="Anders.", reden="Nieuwe bron.")
    assert Aanname.objects.get().reden == "Anders."
    assert Wijziging.objects.filter(soort="aanname", reden="Nieuwe bron.").count() == 1


@pytest.mark.parametrize("aantal", [1, 5])
def test_list_makes_the_same_number_of_queries_at_any_size(manager, programma, aantal):
    for nummer in range(aantal):
        ander = maak_programma(f"ander-{nummer}")
        lijn = maak_lijn(programma, f"{nummer + 1}")
        Relatie.objects.create(
            programma=programma, sleutel=f"r{nummer}", titel="R", lijn=lijn, ander_programma=ander
        )
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        manager.get(f"{WERK}relaties/")
    assert len(vragen) == 5
