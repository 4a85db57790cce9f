import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from programmalijnen.models import (
    Activiteit,
    Invoerstaat,
    Realisatie,
    Rol,
    Rondestaat,
    Toelichting,
    Wijziging,
)
from programmalijnen.services.overdragen import hand_over
from programmalijnen.services.schrijven import Vergrendeld
from tests.bouwers import NU, maak_activiteit, maak_lijn, maak_programma, maak_ronde, maak_teamlid

pytestmark = [pytest.mark.django_db, pytest.mark.databank]

ADRES = "/werk/haven/augustus-2024/overdragen/"


@pytest.fixture
def lijn():
    return maak_lijn(maak_programma())


@pytest.fixture
def anna(lijn):
    return maak_teamlid(lijn.programma, naam="Anna")


@pytest.fixture
def bram(lijn):
    return maak_teamlid(lijn.programma, naam="Bram")


@pytest.fixture
def ronde(lijn, anna):
    for sleutel in ("kade", "loket"):
        maak_activiteit(lijn, sleutel, trekker=anna)
    maak_activiteit(lijn, "sluis")
    ronde = maak_ronde(lijn.programma)
    Toelichting.objects.filter(onderwerp="voortgang").update(trekker=anna)
    return ronde


def draag_over(ronde, van, naar, **velden) -> int:
    gewoon = {
        "realisaties": ["kade"],
        "toelichtingen": [],
        "ook_hierna": False,
        "bericht": "",
        "door": ronde.programma.teamleden.first().gebruiker,
        "op": NU,
    }
    return hand_over(ronde=ronde, van=van, naar=naar, **gewoon | velden)


def trekkers() -> dict[str, str | None]:
    rijen = Realisatie.objects.values_list("activiteit__sleutel", "trekker__gebruiker__naam")
    return dict(rijen) | {
        "1-voortgang": Toelichting.objects.get(onderwerp="voortgang").trekker.gebruiker.naam
    }


def test_rows_of_this_round_go_to_a_colleague_as_one_act(ronde, anna, bram):
    aantal = draag_over(
        ronde, anna, bram, realisaties=["kade"], toelichtingen=["1-voortgang"], bericht="Ik ben op reis."
    )

    assert aantal == 2
    assert trekkers() == {"kade": "Bram", "loket": "Anna", "sluis": None, "1-voortgang": "Bram"}
    sporen = Wijziging.objects.filter(naam="draag over")
    assert sporen.values("handeling").distinct().count() == 1
    assert set(sporen.values_list("reden", flat=True)) == {"Ik ben op reis."}


@pytest.mark.parametrize(("ook_hierna", "naam"), [(False, "Anna"), (True, "Bram")])
def test_the_rounds_to_come_follow_only_when_said(ronde, anna, bram, ook_hierna, naam):
    draag_over(ronde, anna, bram, ook_hierna=ook_hierna)
    assert Activiteit.objects.get(sleutel="kade").trekker.gebruiker.naam == naam


def test_what_was_given_to_another_meanwhile_is_not_taken(ronde, anna, bram, lijn):
    draag_over(ronde, anna, maak_teamlid(lijn.programma, naam="Cas"))

    with pytest.raises(ValidationError, match="intussen aan een ander gevraagd"):
        draag_over(ronde, anna, bram, realisaties=["kade", "loket"])
    assert [trekkers()[sleutel] for sleutel in ("kade", "loket")] == ["Cas", "Anna"]


def test_sending_twice_changes_nothing(ronde, anna, bram):
    assert [draag_over(ronde, anna, bram), draag_over(ronde, anna, bram)] == [1, 0]


def test_an_adopted_round_is_not_divided_again(ronde, anna, bram):
    type(ronde).objects.update(staat=Rondestaat.VASTGESTELD)
    with pytest.raises(Vergrendeld):
        draag_over(ronde, anna, bram)


def test_work_goes_only_to_who_fills_in(ronde, anna, lijn):
    with pytest.raises(ValidationError, match="vult in dit programma niet in"):
        draag_over(ronde, anna, maak_teamlid(lijn.programma, Rol.MEELEZER))


# --- the page ---


def make_client(lid) -> Client:
    client = Client()
    client.force_login(lid.gebruiker)
    return client


def test_a_medewerker_hands_over_what_is_his_own(ronde, anna, bram):
    html = make_client(anna).get(ADRES).text
    assert [titel in html for titel in ("Kade", "Loket", "Voortgang van programmalijn 1", "Sluis")] == [
        True,
        True,
        True,
        False,
    ]

    antwoord = make_client(anna).post(
        ADRES, {"rijen": ["activiteiten/kade"], "naar": "bram@voorbeeld.nl", "bericht": "Op reis."}
    )
    assert (antwoord.status_code, trekkers()["kade"], trekkers()["loket"]) == (302, "Bram", "Anna")


def test_a_medewerker_cannot_hand_over_what_is_anothers(ronde, anna, bram):
    antwoord = make_client(bram).get(f"{ADRES}?van=anna@voorbeeld.nl")
    assert antwoord.status_code == 403


def test_a_medewerker_cannot_slip_in_what_is_anothers(ronde, anna, bram):
    antwoord = make_client(bram).post(ADRES, {"rijen": ["activiteiten/kade"], "naar": "anna@voorbeeld.nl"})
    assert (antwoord.status_code, trekkers()["kade"]) == (200, "Anna")


def test_a_manager_divides_what_is_asked_of_nobody(ronde, bram, lijn):
    client = make_client(maak_teamlid(lijn.programma, Rol.PROGRAMMAMANAGER))
    client.post(f"{ADRES}?van=niemand", {"rijen": ["activiteiten/sluis"], "naar": "bram@voorbeeld.nl"})
    assert trekkers()["sluis"] == "Bram"


@pytest.mark.parametrize(("rol", "trekker"), [(Rol.MEDEWERKER, "Anna"), (Rol.PROGRAMMAMANAGER, "Bram")])
def test_only_a_manager_decides_for_the_rounds_to_come(ronde, anna, bram, rol, trekker):
    type(anna).objects.filter(pk=anna.pk).update(rol=rol)
    vorm = {"rijen": ["activiteiten/kade"], "naar": "bram@voorbeeld.nl", "ook_hierna": "on"}
    make_client(anna).post(ADRES, vorm)
    activiteit = Activiteit.objects.get(sleutel="kade")
    assert (trekkers()["kade"], activiteit.trekker.gebruiker.naam) == ("Bram", trekker)


def test_nothing_chosen_is_said(ronde, anna, bram):
    antwoord = make_client(anna).post(ADRES, {"naar": "bram@voorbeeld.nl"})
    assert "Kies wat u wilt overdragen" in antwoord.text


def test_the_address_can_name_the_one_row_to_begin_with(ronde, anna):
    html = make_client(anna).get(f"{ADRES}?rij=activiteiten/loket").text
    assert html.count(" checked") == 1


def test_what_is_done_is_not_offered(ronde, anna):
    Realisatie.objects.filter(activiteit__sleutel="kade").update(staat=Invoerstaat.AKKOORD)
    assert "Kade" not in make_client(anna).get(ADRES).text


def test_the_receiver_sees_it_in_his_work(ronde, anna, bram):
    draag_over(ronde, anna, bram)
    html = make_client(bram).get("/werk/?trekker=ik").text
    assert "Kade" in html


# --- what the receiver reads ---

PAGINA = "/werk/haven/augustus-2024/activiteiten/kade/"


def test_the_receiver_reads_the_sentence_until_it_is_submitted(ronde, anna, bram):
    draag_over(ronde, anna, bram, bericht="Vraag de cijfers aan de haven.", door=anna.gebruiker)
    html = make_client(bram).get(PAGINA).text
    assert "Anna droeg dit op 20 augustus 2024" in html
    assert "over aan u: ‘Vraag de cijfers aan de haven.’" in html

    Realisatie.objects.filter(activiteit__sleutel="kade").update(staat=Invoerstaat.INGEDIEND)
    assert "Vraag de cijfers" not in make_client(bram).get(PAGINA).text


def test_the_sentence_is_gone_when_another_is_asked(ronde, anna, bram):
    draag_over(ronde, anna, bram, bericht="Voor Bram.", door=anna.gebruiker)
    Realisatie.objects.filter(activiteit__sleutel="kade").update(trekker=anna)
    assert "Voor Bram." not in make_client(bram).get(PAGINA).text


@pytest.mark.parametrize(("wie", "verwacht"), [("anna", True), ("bram", False)])
def test_the_page_offers_to_hand_over_to_whom_it_is_asked(ronde, wie, verwacht, request):
    html = make_client(request.getfixturevalue(wie)).get(PAGINA).text
    adres = f"{ADRES}?van=anna%40voorbeeld.nl&amp;rij=activiteiten%2Fkade"
    assert (adres in html) is verwacht
