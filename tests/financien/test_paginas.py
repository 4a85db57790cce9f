"""The page of a funding line, as a browser uses it."""

import pytest

from financien.models import (
    Financiering,
    Financieringsstand,
)
from programmalijnen.models import Rondestaat, Wijziging
from programmalijnen.services.schrijven import begin
from tests.bouwers import NU, PEILDATUM, maak_activiteit, maak_lijn, maak_programma, maak_ronde
from tests.formulier import lees_formulier, send

from .bouwers import (
    maak_financiering,
    maak_stand,
)

pytestmark = pytest.mark.django_db

BASIS = "/werk/haven/financien/"


def adopt(programma) -> None:
    ronde = maak_ronde(programma)
    with begin("stel vast", door=None, op=NU) as handeling:
        ronde.staat = Rondestaat.VASTGESTELD
        handeling.save(ronde)


def test_new_line_is_added_with_a_new_bron_and_a_stand(manager, lijn):
    answer = send(
        manager,
        f"{BASIS}nieuwe-financiering/?lijn=1",
        nieuwe_bron="Provincie ZH",
        geschreven="circa € 135.000.000,-",
        soort="investering",
        periode="2024-2028",
        standen__0__stand="toegekend",
        standen__0__geschreven="100.000",
    )
    rij = Financiering.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, BASIS)
    assert (rij.lijn, rij.bron.naam, rij.bedrag, rij.precisie) == (lijn, "Provincie ZH", 135_000_000, "circa")
    assert (rij.periode, rij.jaar_van, rij.jaar_tot) == ("2024-2028", 2024, 2028)
    assert Financieringsstand.objects.get().bedrag == 100_000


def test_two_lines_of_one_bron_can_be_told_apart(manager, lijn):
    rij = maak_financiering(lijn, 150_000)
    maak_financiering(lijn, None, bron=rij.bron, toestand="niet vermeld")
    pagina = manager.get(f"{BASIS}nieuwe-financiering/").text
    assert f"{rij.bron}, lijn 1, € 150.000</option>" in pagina
    assert f"{rij.bron}, lijn 1, niet vermeld</option>" in pagina


def test_saving_without_a_change_says_so(manager, lijn):
    rij = maak_financiering(lijn, 150_000)
    adres = f"{BASIS}financiering/{rij.sleutel}/"
    send(manager, adres)
    assert "niets veranderd, dus er is niets opgeslagen" in manager.get(BASIS).text
    send(manager, adres, geschreven="160.000")
    assert "is opgeslagen." in manager.get(BASIS).text


def test_new_line_is_known_from_the_latest_round_on(manager, programma, lijn):
    maak_ronde(programma)
    send(manager, f"{BASIS}nieuwe-financiering/?lijn=1", nieuwe_bron="Provincie ZH", geschreven="5")
    assert Financiering.objects.get().bekend_op == PEILDATUM


def test_reserved_of_which_voted_is_entered_at_once(manager, lijn):
    rij = maak_financiering(lijn, 10_500_000)
    send(
        manager,
        f"{BASIS}financiering/{rij.sleutel}/",
        standen__0__stand="gevoteerd",
        standen__0__geschreven="1.260.000",
        standen__0__waarvan="gereserveerd",
        standen__1__stand="gereserveerd",
        standen__1__geschreven="10.500.000",
    )
    assert Financieringsstand.objects.get(stand="gevoteerd").waarvan.stand == "gereserveerd"


def test_opening_and_saving_changes_nothing(manager, lijn):
    rij = maak_financiering(lijn, "1234.50", precisie="circa", toelichting="Regel één\nregel twee")
    maak_stand(rij, "toegekend", 5)
    send(manager, f"{BASIS}financiering/{rij.sleutel}/")
    assert list(Wijziging.objects.all()) == []


@pytest.mark.parametrize(
    ("getypt", "veld", "melding"),
    [
        ({"geschreven": "3 ton"}, "geschreven", "300.000 en niet 3 ton"),
        ({"geschreven": "1,234.56"}, "geschreven", "niet lezen"),
        ({"geschreven": ""}, "geschreven", "kies bij ‘Bedrag bekend?’"),
        ({"toestand": "streepje in de bron"}, "toestand", "Er staat wel een bedrag"),
        ({"bron": ""}, "bron", "Kies een bron"),
        ({"nieuwe_bron": "Nog een"}, "bron", "niet allebei"),
        ({"jaar_van": "24"}, "jaar_van", "vier cijfers"),
        ({"jaar_van": "2026", "jaar_tot": "2025"}, "jaar_tot", "ligt vóór het eerste"),
        ({"lijn": "bestaat-niet"}, "lijn", "Kies iets uit de lijst"),
    ],
)
def test_mistake_is_said_beside_its_field_and_everything_typed_stays(manager, lijn, getypt, veld, melding):
    rij = maak_financiering(lijn)
    page = send(manager, f"{BASIS}financiering/{rij.sleutel}/", toelichting="Blijft staan", **getypt)
    form = page.context["formulier"].form
    assert page.status_code == 200
    assert melding in form.errors[veld][0]
    assert "Blijft staan" in page.text
    assert list(Wijziging.objects.all()) == []


def test_stand_that_is_part_of_none_is_said(manager, lijn):
    rij = maak_financiering(lijn)
    page = send(
        manager,
        f"{BASIS}financiering/{rij.sleutel}/",
        standen__0__stand="gevoteerd",
        standen__0__geschreven="5",
        standen__0__waarvan="gereserveerd",
    )
    assert "waarvan dit een deel is" in page.text
    assert '<a href="#id_standen-0-waarvan">Bij ‘Standen’ klopt iets nog niet' in page.text
    assert list(Financieringsstand.objects.all()) == []


def test_stand_is_removed_with_its_tick(manager, lijn):
    rij = maak_financiering(lijn)
    maak_stand(rij, "toegekend", 5)
    send(manager, f"{BASIS}financiering/{rij.sleutel}/", standen__0__DELETE="on")
    assert list(Financieringsstand.objects.all()) == []


def test_new_period_takes_its_years_along(manager, lijn):
    rij = maak_financiering(lijn)
    send(manager, f"{BASIS}financiering/{rij.sleutel}/", periode="vanaf 2025")
    rij.refresh_from_db()
    assert (rij.jaar_van, rij.jaar_tot) == (2025, None)


def test_years_that_people_write_themselves_stay(manager, lijn):
    rij = maak_financiering(lijn)
    send(
        manager,
        f"{BASIS}financiering/{rij.sleutel}/",
        periode="5e tranche 2025",
        jaar_van="2025",
        jaar_tot="2026",
    )
    rij.refresh_from_db()
    assert (rij.jaar_van, rij.jaar_tot) == (2025, 2026)


def test_archived_choice_stays_what_it_is(manager, lijn):
    oud = maak_activiteit(lijn, gearchiveerd=True)
    rij = maak_financiering(lijn, activiteit=oud)
    send(manager, f"{BASIS}financiering/{rij.sleutel}/", toelichting="Anders")
    rij.refresh_from_db()
    assert (rij.activiteit, rij.toelichting) == (oud, "Anders")


# --- two people at once ---


def test_two_people_on_different_fields_both_keep_their_work(manager, lijn):
    rij = maak_financiering(lijn)
    address = f"{BASIS}financiering/{rij.sleutel}/"
    mijn = lees_formulier(manager.get(address).text, toelichting="Van mij")
    send(manager, address, ten_behoeve_van="wijkaanpak")
    answer = manager.post(address, mijn, follow=True)
    rij.refresh_from_db()
    assert (rij.toelichting, rij.ten_behoeve_van) == ("Van mij", "wijkaanpak")
    assert "Een collega veranderde intussen: Ten behoeve van" in answer.text


@pytest.mark.parametrize(("keuze", "gekozen"), [("mijn", (175_000, "precies")), ("hun", (160_000, "circa"))])
def test_two_people_on_the_same_field_see_both_texts_and_choose(manager, lijn, keuze, gekozen):
    rij = maak_financiering(lijn)
    address = f"{BASIS}financiering/{rij.sleutel}/"
    mijn = lees_formulier(manager.get(address).text, geschreven="175.000", toelichting="Van mij")
    send(manager, address, geschreven="circa 160.000")
    page = manager.post(address, mijn)
    rij.refresh_from_db()
    assert (page.status_code, rij.bedrag, rij.toelichting) == (409, 160_000, "")
    assert "circa 160.000" in page.text
    manager.post(address, lees_formulier(page.text) | {"keuze.geschreven": keuze})
    rij.refresh_from_db()
    assert ((rij.bedrag, rij.precisie), rij.toelichting) == (gekozen, "Van mij")


def test_two_people_on_the_same_stand_see_both_amounts(manager, lijn):
    rij = maak_financiering(lijn)
    stand = maak_stand(rij, "toegekend", 5)
    address = f"{BASIS}financiering/{rij.sleutel}/"
    mijn = lees_formulier(manager.get(address).text, standen__0__geschreven="6")
    send(manager, address, standen__0__geschreven="7")
    page = manager.post(address, mijn)
    stand.refresh_from_db()
    assert stand.bedrag == 7
    assert page.context["formulier"].delen[0].forms[0].botsend == ["geschreven"]


# --- what a report shows already ---


def test_what_a_report_shows_asks_why(manager, programma, lijn):
    rij = maak_financiering(lijn)
    address = f"{BASIS}financiering/{rij.sleutel}/"
    assert 'name="reden"' not in manager.get(address).text
    adopt(programma)
    page = send(manager, address, toelichting="Anders")
    assert "Zeg waarom u het verandert" in page.context["formulier"].form.errors["reden"][0]
    assert send(manager, address, toelichting="Anders", reden="Verzoek van de controller").status_code == 302


def test_removing_asks_first_and_deletes_what_no_report_shows(manager, lijn):
    rij = maak_financiering(lijn)
    address = f"{BASIS}financiering/{rij.sleutel}/weghalen/"
    assert "verwijderen?" in manager.get(address).text
    assert list(Financiering.objects.all()) == [rij]
    send(manager, address)
    assert list(Financiering.objects.all()) == []


def test_removing_archives_what_a_report_shows_and_it_can_come_back(manager, programma, lijn):
    rij = maak_financiering(lijn)
    adopt(programma)
    address = f"{BASIS}financiering/{rij.sleutel}/weghalen/"
    assert "archiveren?" in manager.get(address).text
    assert "Zeg waarom" in send(manager, address).text
    send(manager, address, reden="Dubbel")
    assert [regel.rij for regel in manager.get(BASIS).context["overzicht"].archief] == [rij]
    manager.post(f"{BASIS}financiering/{rij.sleutel}/terughalen/")
    assert [regel.rij for regel in manager.get(BASIS).context["overzicht"].archief] == [rij]
    manager.post(f"{BASIS}financiering/{rij.sleutel}/terughalen/", {"versie": 2})
    assert manager.get(BASIS).context["overzicht"].archief == ()


@pytest.mark.parametrize(
    "address", ["lijnen/x/weghalen/", "financiering/x/weghalen/", "financiering/x/", "totalen/x/"]
)
def test_what_does_not_exist_is_404(manager, address):
    assert manager.get(BASIS + address).status_code == 404


def test_row_of_another_programme_is_404(manager):
    rij = maak_financiering(maak_lijn(maak_programma("elders")))
    assert manager.get(f"{BASIS}financiering/{rij.sleutel}/").status_code == 404
