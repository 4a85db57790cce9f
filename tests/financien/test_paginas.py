"""The team's money pages, as a browser uses them."""

from decimal import Decimal

import pytest

from financien.begrippen import Bedragtoestand
from financien.models import (
    Financiering,
    Financieringsbron,
    Financieringsstand,
    GedruktTotaal,
    Kostenpost,
    Uitgave,
)
from programmalijnen.models import Rol, Rondestaat, Wijziging
from programmalijnen.services.schrijven import begin
from tests.bouwers import NU, PEILDATUM, maak_activiteit, maak_lijn, maak_programma, maak_ronde, maak_teamlid
from tests.formulier import lees_formulier

from .bouwers import maak_bron, maak_financiering, maak_kostenpost, maak_stand, maak_totaal, maak_uitgave

pytestmark = pytest.mark.django_db

BASIS = "/werk/haven/financien/"


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


def send(client, address: str, **getypt: str):
    """Open the page, type over some fields, send it."""
    return client.post(address, lees_formulier(client.get(address).text, **getypt))


def adopt(programma) -> None:
    ronde = maak_ronde(programma)
    with begin("stel vast", door=None, op=NU) as handeling:
        ronde.staat = Rondestaat.VASTGESTELD
        handeling.save(ronde)


def text_of(page) -> str:
    return " ".join(page.text.split())


# --- the overview ---


def test_overview_prints_groups_totals_and_what_the_source_prints(manager, lijn):
    maak_financiering(lijn, 150_000)
    maak_financiering(lijn, 150_000)
    maak_financiering(lijn, 97_271, soort="gegenereerde extra financiering", schaal="regio")
    maak_totaal(lijn, 300_000, soort="investering", schaal="stad")
    maak_totaal(lijn, 400_000)
    dekking = manager.get(BASIS).context["overzicht"].lijnen[0].dekking
    assert [(groep.som.bedrag, groep.som.gedrukt) for groep in dekking.groepen] == [
        (300_000, 300_000),
        (97_271, None),
    ]
    assert (dekking.totaal.bedrag, dekking.totaal.verschil) == (397_271, -2_729)
    page = text_of(manager.get(BASIS))
    assert '€ 300.000 <span class="dm-naast">gelijk aan de bron</span>' in page
    assert '€ 97.271 <span class="dm-naast">berekend</span>' in page
    assert "de bron drukt € 400.000 af, dat scheelt -€ 2.729" in page


def test_overview_shows_the_states_of_amounts_in_words(manager, lijn):
    maak_financiering(lijn, None, toestand=Bedragtoestand.NIET_VERMELD)
    post = maak_kostenpost(lijn.programma, "Monitoring", lijn)
    maak_uitgave(post, 2021, None, toestand=Bedragtoestand.STREEPJE)
    maak_uitgave(post, 2022, None, toestand=Bedragtoestand.LEEG)
    maak_uitgave(post, 2023, 0)
    page = text_of(manager.get(BASIS))
    found = [
        woorden
        for woorden in ("niet vermeld", "streepje in de bron", "leeg in de bron", "€ 0 <")
        if woorden in page
    ]
    assert found == ["niet vermeld", "streepje in de bron", "leeg in de bron", "€ 0 <"]


def test_overview_shows_cofinanciering_below_its_line_and_outside_the_total(manager, lijn):
    rij = maak_financiering(lijn, 100)
    maak_financiering(lijn, 40, cofinanciering_van=rij, bron=maak_bron(lijn.programma, "Partner"))
    page = manager.get(BASIS)
    assert page.context["overzicht"].lijnen[0].dekking.totaal.bedrag == 100
    assert "Partner" in page.text


def test_overview_of_another_year_does_not_count_this_one(manager, lijn):
    maak_financiering(lijn, 100)
    page = manager.get(BASIS, {"jaar": "2025"})
    assert page.context["overzicht"].totaal.totaal.bedrag is None
    assert "telt niet mee in 2025" in page.text


@pytest.mark.parametrize("jaar", ["", "abc", "99999", "-1", "²⁰²⁴", "2024\0"])
def test_overview_ignores_a_year_that_is_none(manager, lijn, jaar):
    maak_financiering(lijn, 100)
    assert manager.get(BASIS, {"jaar": jaar}).context["overzicht"].jaar == 2024


@pytest.mark.parametrize("aantal", [1, 30])
def test_overview_makes_the_same_number_of_queries_at_any_length(
    manager, programma, aantal, django_assert_num_queries
):
    for nummer in range(aantal):
        lijn = maak_lijn(programma, str(nummer))
        rij = maak_financiering(lijn, activiteit=maak_activiteit(lijn))
        maak_stand(rij, "toegekend", 5)
        maak_financiering(lijn, 5, cofinanciering_van=rij)
        maak_uitgave(maak_kostenpost(programma, f"Post {nummer}", lijn), 2024, 5)
        maak_totaal(lijn, 5)
    with django_assert_num_queries(12):
        manager.get(BASIS)


def test_meelezer_reads_and_finds_no_way_to_change(client, programma, lijn):
    maak_financiering(lijn)
    client.force_login(maak_teamlid(programma, Rol.MEELEZER).gebruiker)
    page = client.get(BASIS)
    assert "Kadernota" in page.text
    assert "nieuwe-financiering" not in page.text


# --- a funding line ---


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
        ({"lijn": "bestaat-niet"}, "lijn", "geldige keuze"),
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
    assert "Bij ‘Standen’ klopt iets nog niet" in page.text
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


def test_two_people_on_the_same_field_see_both_texts_and_choose(manager, lijn):
    rij = maak_financiering(lijn)
    address = f"{BASIS}financiering/{rij.sleutel}/"
    mijn = lees_formulier(manager.get(address).text, geschreven="175.000", toelichting="Van mij")
    send(manager, address, geschreven="circa 160.000")
    page = manager.post(address, mijn)
    rij.refresh_from_db()
    assert (page.status_code, rij.bedrag, rij.toelichting) == (409, 160_000, "")
    assert "in: ‘circa 160.000’" in page.text
    manager.post(address, lees_formulier(page.text))
    rij.refresh_from_db()
    assert (rij.bedrag, rij.precisie, rij.toelichting) == (175_000, "precies", "Van mij")


def test_two_people_on_the_same_stand_see_both_amounts(manager, lijn):
    rij = maak_financiering(lijn)
    stand = maak_stand(rij, "toegekend", 5)
    address = f"{BASIS}financiering/{rij.sleutel}/"
    mijn = lees_formulier(manager.get(address).text, standen__0__geschreven="6")
    send(manager, address, standen__0__geschreven="7")
    page = manager.post(address, mijn)
    stand.refresh_from_db()
    assert stand.bedrag == 7
    assert "in: ‘7’" in page.text


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
    assert manager.get(BASIS).context["overzicht"].archief == ()


@pytest.mark.parametrize(
    "address", ["lijnen/x/weghalen/", "financiering/x/weghalen/", "financiering/x/", "totalen/x/"]
)
def test_what_does_not_exist_is_404(manager, address):
    assert manager.get(BASIS + address).status_code == 404


def test_row_of_another_programme_is_404(manager):
    rij = maak_financiering(maak_lijn(maak_programma("elders")))
    assert manager.get(f"{BASIS}financiering/{rij.sleutel}/").status_code == 404


# --- kostenposten, totals, sources ---


def test_kostenpost_with_lines_and_amounts_is_added_at_once(manager, programma, lijn):
    ander = maak_lijn(programma, "2")
    send(
        manager,
        f"{BASIS}nieuwe-kostenpost/",
        titel="50 jongeren",
        lijnen__0__lijn=lijn.sleutel,
        lijnen__1__lijn=ander.sleutel,
        lijnen__1__zekerheid="mogelijk",
        uitgaven__0__jaar="2024",
        uitgaven__0__soort="gerealiseerd",
        uitgaven__0__geschreven="23.000",
        uitgaven__0__tot_en_met="31 maart 2024",
        uitgaven__1__jaar="2023",
        uitgaven__1__soort="gerealiseerd",
        uitgaven__1__toestand="streepje in de bron",
    )
    post = Kostenpost.objects.get()
    assert list(post.lijnen.order_by("volgorde").values_list("lijn__code", "zekerheid")) == [
        ("1", "zeker"),
        ("2", "mogelijk"),
    ]
    assert list(Uitgave.objects.order_by("jaar").values_list("jaar", "bedrag", "toestand")) == [
        (2023, None, "streepje in de bron"),
        (2024, Decimal(23_000), "bekend"),
    ]
    assert "2024 (t/m 31 maart 2024)" in manager.get(BASIS).text


def test_kostenpost_says_a_year_that_stands_there_twice(manager, programma):
    post = maak_kostenpost(programma)
    getypt = {
        f"uitgaven__{nummer}__{naam}": waarde
        for nummer in (0, 1)
        for naam, waarde in {"jaar": "2024", "soort": "gepland", "geschreven": "5"}.items()
    }
    page = send(manager, f"{BASIS}kostenposten/{post.sleutel}/", **getypt)
    assert "Dit jaar staat er al met deze soort" in page.text
    assert list(Uitgave.objects.all()) == []


def test_end_of_a_partial_year_lies_in_that_year(manager, programma):
    post = maak_kostenpost(programma)
    page = send(
        manager,
        f"{BASIS}kostenposten/{post.sleutel}/",
        uitgaven__0__jaar="2024",
        uitgaven__0__soort="gepland",
        uitgaven__0__geschreven="5",
        uitgaven__0__tot_en_met="31-3-2025",
    )
    assert "Deze dag valt niet in 2024" in page.text


@pytest.mark.parametrize("aantal", [1, 30])
def test_kostenpost_page_makes_the_same_number_of_queries_at_any_length(
    manager, programma, aantal, django_assert_num_queries
):
    post = maak_kostenpost(
        programma, "Post", *(maak_lijn(programma, str(nummer)) for nummer in range(aantal))
    )
    for nummer in range(aantal):
        maak_uitgave(post, 2000 + nummer, 5)
    with django_assert_num_queries(10):
        manager.get(f"{BASIS}kostenposten/{post.sleutel}/")


def test_printed_total_is_added_and_changed(manager, lijn):
    send(manager, f"{BASIS}nieuw-totaal/", titel="TOTAAL BESCHIKBAAR", bedrag="710.010", lijn=lijn.sleutel)
    totaal = GedruktTotaal.objects.get()
    assert (totaal.lijn, totaal.bedrag, totaal.soort) == (lijn, 710_010, "")
    send(manager, f"{BASIS}totalen/{totaal.sleutel}/", soort="investering")
    totaal.refresh_from_db()
    assert totaal.soort == ""
    send(manager, f"{BASIS}totalen/{totaal.sleutel}/", soort="investering", schaal="stad")
    totaal.refresh_from_db()
    assert totaal.soort == "investering"


def test_bron_is_renamed(manager, lijn):
    bron = maak_financiering(lijn).bron
    send(manager, f"{BASIS}bronnen/{bron.sleutel}/", naam="Kadernota Dordrecht")
    assert Financieringsbron.objects.get().naam == "Kadernota Dordrecht"
