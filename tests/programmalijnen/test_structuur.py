"""The tree of a programme and the pages that edit it, as a browser uses them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programmalijnen.models import Activiteit, Programmalijn, Rol, Verwijzing, Wijziging
from tests.bouwers import (
    maak_activiteit,
    maak_ambitie,
    maak_doel,
    maak_indicator,
    maak_lijn,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)
from tests.financien.bouwers import maak_financiering
from tests.formulier import send

from .vaststellen import adopt

pytestmark = pytest.mark.django_db

BASIS = "/werk/haven/structuur/"


@pytest.fixture
def programma():
    return maak_programma("haven")


@pytest.fixture
def lijn(programma):
    return maak_lijn(programma, "1", titel="Kades")


@pytest.fixture
def manager(client, programma):
    client.force_login(maak_teamlid(programma, Rol.PROGRAMMAMANAGER).gebruiker)
    return client


# --- the tree ---


def test_tree_shows_each_row_where_it_hangs(manager, programma, lijn):
    sub = maak_lijn(programma, "1.1", ouder=lijn)
    ambitie = maak_ambitie(sub)
    activiteit = maak_activiteit(sub, "kade", ambitie=ambitie)
    maak_activiteit(sub, "muur", onderdeel_van=activiteit, ambitie=ambitie)
    maak_doel(
        programma, "honderd", 100, activiteit=activiteit, indicator=maak_indicator(programma, "schepen")
    )
    boom = manager.get(BASIS).context["boom"]
    (tak,) = boom.lijnen[0].lijnen
    (bij_ambitie,) = tak.groepen[0].knopen[0].groepen
    kade = bij_ambitie.knopen[0]
    assert (tak.titel, bij_ambitie.naam, kade.titel) == ("1.1. Lijn 1.1", "Activiteiten", "Kade")
    assert [(groep.naam, [knoop.titel for knoop in groep.knopen]) for groep in kade.groepen] == [
        ("Doelen", ["Honderd"]),
        ("Onderdelen", ["Muur"]),
    ]
    assert kade.groepen[0].knopen[0].feiten == ("streefwaarde 100", "2024", "gemeten met ‘Schepen’")


def test_what_hung_on_something_archived_is_not_lost(manager, programma, lijn):
    weg = maak_activiteit(lijn, gearchiveerd=True)
    maak_doel(programma, "honderd", activiteit=weg)
    boom = manager.get(BASIS).context["boom"]
    assert [knoop.titel for groep in boom.programma for knoop in groep.knopen] == ["Honderd"]
    assert [knoop.rij for knoop in boom.archief] == [weg]


@pytest.mark.parametrize("aantal", [1, 300])
def test_tree_makes_the_same_number_of_queries_at_any_size(manager, programma, lijn, aantal):
    for _ in range(aantal):
        maak_doel(programma, activiteit=maak_activiteit(lijn))
    manager.get(BASIS)
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        manager.get(BASIS)
    assert len(vragen) == 13


def test_reader_sees_the_tree_and_no_way_to_change_it(client, programma, lijn):
    maak_activiteit(lijn, "kade")
    client.force_login(maak_teamlid(programma, Rol.MEELEZER).gebruiker)
    page = client.get(BASIS)
    assert "Kade" in page.text
    assert f"{BASIS}activiteiten/kade/" not in page.text


# --- the pages of rows ---


def test_line_is_added_with_a_key_of_its_title_and_its_toelichtingen(manager, programma):
    ronde = maak_ronde(programma)
    answer = send(manager, f"{BASIS}lijnen/nieuw/", code="2", titel="Nieuwe kades")
    assert (answer.status_code, answer["Location"]) == (302, f"{BASIS}#lijnen-nieuwe-kades")
    assert sorted(ronde.toelichtingen.filter(lijn__isnull=False).values_list("onderwerp", flat=True)) == [
        "financiën",
        "voortgang",
    ]


def test_new_activiteit_starts_where_the_address_says(manager, programma, lijn):
    ambitie = maak_ambitie(lijn, "sterk")
    send(manager, f"{BASIS}activiteiten/nieuw/?ambitie=sterk", titel="Kade vernieuwen")
    rij = Activiteit.objects.get()
    assert (rij.sleutel, rij.lijn, rij.ambitie) == ("kade-vernieuwen", lijn, ambitie)


@pytest.mark.parametrize(
    ("soort", "getypt", "veld", "melding"),
    [
        ("lijnen", {"code": "", "titel": "Kades"}, "code", "Dit moet u nog invullen"),
        ("lijnen", {"code": "1/2", "titel": "Kades"}, "code", "alleen letters"),
        ("lijnen", {"code": "1", "titel": "Kades"}, "code", "al gebruikt"),
        ("activiteiten", {"titel": "Kade", "lijn": "bestaat-niet"}, "lijn", "Kies iets uit de lijst"),
        (
            "activiteiten",
            {"titel": "Kade", "lijn": "lijn-1", "projectomvang": "veel"},
            "projectomvang",
            "niet lezen",
        ),
        ("verwijzingen", {"lijn": "lijn-1"}, "activiteit", "Kies één"),
    ],
)
def test_mistake_is_said_beside_its_field(manager, lijn, soort, getypt, veld, melding):
    page = send(manager, f"{BASIS}{soort}/nieuw/", **getypt)
    assert melding in page.context["formulier"].form.errors[veld][0]
    assert list(Wijziging.objects.all()) == []


def test_ambitie_of_another_line_is_refused(manager, programma, lijn):
    maak_ambitie(maak_lijn(programma, "2"), "elders")
    page = send(manager, f"{BASIS}activiteiten/nieuw/", titel="Kade", lijn="lijn-1", ambitie="elders")
    assert "andere lijn" in page.context["formulier"].form.errors["ambitie"][0]


def test_verwijzing_goes_to_what_this_person_may_read(manager, programma, lijn):
    eigen, vreemd = maak_programma("dok"), maak_programma("geheim")
    maak_activiteit(maak_lijn(eigen), "sluis")
    maak_activiteit(maak_lijn(vreemd), "kluis")
    lid = programma.teamleden.get()
    eigen.teamleden.create(gebruiker=lid.gebruiker, rol=Rol.MEELEZER)
    page = manager.get(f"{BASIS}verwijzingen/nieuw/")
    assert ('value="dok/sluis"' in page.text, "geheim/kluis" in page.text) == (True, False)
    send(manager, f"{BASIS}verwijzingen/nieuw/", lijn="lijn-1", activiteit="dok/sluis")
    assert Verwijzing.objects.get().activiteit.sleutel == "sluis"


def test_verwijzing_is_known_from_the_latest_round_unless_somebody_says_otherwise(manager, programma, lijn):
    maak_activiteit(lijn, "kade")
    maak_activiteit(lijn, "muur")
    ronde = maak_ronde(programma)
    send(manager, f"{BASIS}verwijzingen/nieuw/", lijn="lijn-1", activiteit="haven/kade")
    send(manager, f"{BASIS}verwijzingen/nieuw/", lijn="lijn-1", activiteit="haven/muur", bekend_op="")
    assert [rij.bekend_op for rij in Verwijzing.objects.order_by("pk")] == [ronde.peildatum, None]


def test_what_an_edition_shows_asks_why(manager, programma, lijn):
    adopt(programma)
    page = send(manager, f"{BASIS}lijnen/lijn-1/", titel="Andere kades")
    assert "Zeg waarom" in page.context["formulier"].form.errors["reden"][0]
    send(manager, f"{BASIS}lijnen/lijn-1/", titel="Andere kades", reden="Besluit van juni")
    assert Programmalijn.objects.get().titel == "Andere kades"


# --- removing ---


def test_removing_says_what_hangs_on_it_and_waits_for_what_goes_on(manager, programma, lijn):
    maak_activiteit(lijn)
    maak_financiering(lijn)
    adres = f"{BASIS}lijnen/lijn-1/weghalen/"
    page = manager.get(adres)
    assert sorted(str(deel) for deel in page.context["aanhang"]) == ["1 activiteit", "1 financiering"]
    assert "1 activiteit. Verplaats dat eerst" in page.text
    assert "1 activiteit. Verplaats dat eerst" in send(manager, adres).text
    assert Programmalijn.objects.get().gearchiveerd is False


def test_what_nothing_hangs_on_is_deleted_and_else_archived_and_taken_back(manager, programma, lijn):
    maak_lijn(programma, "2")
    send(manager, f"{BASIS}lijnen/lijn-2/weghalen/")
    maak_financiering(lijn)
    send(manager, f"{BASIS}lijnen/lijn-1/weghalen/")
    (weg,) = Programmalijn.objects.all()
    assert weg.gearchiveerd is True
    manager.post(f"{BASIS}lijnen/lijn-1/terughalen/", {"versie": weg.versie})
    manager.post(f"{BASIS}lijnen/lijn-1/terughalen/", {"versie": weg.versie})
    assert Programmalijn.objects.get().gearchiveerd is False
    assert Wijziging.objects.filter(naam="haal terug").count() == 1


# --- order ---


def titels(programma) -> list[str]:
    return list(Activiteit.objects.order_by("volgorde", "pk").values_list("titel", flat=True))


def test_arrow_moves_a_row_among_its_neighbours_and_open_rounds_follow(manager, programma, lijn):
    for naam in ("een", "twee", "drie"):
        maak_activiteit(lijn, naam, volgorde=0)
    ronde = maak_ronde(programma)
    adres = f"{BASIS}activiteiten/drie/verplaatsen/"
    manager.post(adres, {"richting": "omhoog-1"})
    assert titels(programma) == ["Een", "Drie", "Twee"]
    manager.post(adres, {"richting": "omhoog-1"})
    assert titels(programma) == ["Een", "Drie", "Twee"]
    assert list(ronde.realisaties.order_by("volgorde").values_list("titel", flat=True)) == titels(programma)


def test_row_is_dragged_over_several_others(manager, programma, lijn):
    for nummer, naam in enumerate(("een", "twee", "drie")):
        maak_activiteit(lijn, naam, volgorde=nummer)
    manager.post(f"{BASIS}activiteiten/een/verplaatsen/", {"richting": "omlaag-1", "stappen": "2"})
    assert titels(programma) == ["Twee", "Drie", "Een"]


@pytest.mark.parametrize(
    "gestuurd", [{}, {"richting": "schuin-1"}, {"richting": "omhoog-1", "stappen": "9" * 5000}]
)
def test_order_that_means_nothing_changes_nothing(manager, lijn, gestuurd):
    maak_activiteit(lijn, "een")
    maak_activiteit(lijn, "twee")
    answer = manager.post(f"{BASIS}activiteiten/twee/verplaatsen/", gestuurd)
    assert (answer.status_code, list(Wijziging.objects.all())) == (302, [])
