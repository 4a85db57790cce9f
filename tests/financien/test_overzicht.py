"""All money of a programme on one page, as the report prints it."""

from datetime import date

import pytest

from financien.begrippen import Bedragtoestand
from financien.bouwen.overzicht import read_years
from financien.models import Financiering
from programmalijnen.models import Rol
from tests.bouwers import maak_activiteit, maak_lijn, maak_teamlid
from tests.formulier import send

from .bouwers import (
    maak_bron,
    maak_financiering,
    maak_kostenpost,
    maak_stand,
    maak_totaal,
    maak_uitgave,
)

pytestmark = pytest.mark.django_db

BASIS = "/werk/haven/financien/"


def text_of(page) -> str:
    return " ".join(page.text.split())


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
    assert '€ 300.000 <span class="dm-onderregel"><span class="dm-niet-afbreken">gelijk aan de bron<' in page
    assert '€ 97.271 <span class="dm-onderregel">berekend</span>' in page
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


@pytest.mark.parametrize("jaar", ["", "abc", "99999", "-1", "²⁰²⁴", "9" * 5000])
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


def test_money_of_several_years_stands_apart_until_it_is_paid_every_year(manager, lijn):
    rij = maak_financiering(lijn, 340_000, periode="2024-2028", jaar_van=2024, jaar_tot=2028)
    totaal = manager.get(BASIS, {"jaar": "2026"}).context["overzicht"].totaal.totaal
    assert totaal.bedrag is None
    send(manager, f"{BASIS}financiering/{rij.sleutel}/", per_jaar="on")
    overzicht = manager.get(BASIS, {"jaar": "2026"}).context["overzicht"]
    assert (overzicht.totaal.totaal.bedrag, overzicht.jaren) == (340_000, (2024, 2025, 2026, 2027, 2028))


def test_every_year_asks_which_years(manager, lijn):
    page = send(manager, f"{BASIS}nieuwe-financiering/", nieuwe_bron="Fonds", geschreven="5", per_jaar="on")
    assert "Vul in van welke jaren" in page.text


def test_overview_puts_planned_beside_realised_and_totals_per_stand(manager, lijn):
    reserve = maak_financiering(lijn, None, toestand=Bedragtoestand.NIET_VAN_TOEPASSING)
    heel = maak_stand(reserve, "gereserveerd", 10_500_000)
    maak_stand(reserve, "gevoteerd", 1_260_000, waarvan=heel)
    post = maak_kostenpost(lijn.programma, "Ketenregisseur", lijn)
    maak_uitgave(post, 2024, 85_000, soort="gepland")
    maak_uitgave(post, 2024, 22_000, tot_en_met=date(2024, 3, 31))
    page = text_of(manager.get(BASIS))
    zinnen = (
        '2024 (t/m 31 maart 2024)<span class="dm-onderregel">gerealiseerd</span>',
        "€ 63.000 lager dan gepland voor het hele jaar (gerealiseerd t/m 31 maart 2024)",
        '<th scope="row">waarvan gevoteerd</th><td class="dm-kolom--getal">€ 1.260.000</td>',
    )
    assert [zin for zin in zinnen if zin not in page] == []


@pytest.mark.parametrize(
    ("eerste", "laatste", "jaren"),
    [(2025, 2028, [2025, 2026, 2027, 2028]), (2025, None, [2025]), (None, 2028, [2028]), (None, None, [])],
)
def test_every_year_of_a_period_can_be_chosen(eerste, laatste, jaren):
    assert list(read_years(Financiering(jaar_van=eerste, jaar_tot=laatste))) == jaren
