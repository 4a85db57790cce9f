"""The page that compares two reports, and the block on the dashboard: who reads it, 304, and its queries."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from programmalijnen.models import Rol
from rapportage.inhoud import compare_edities, plek_of
from rapportage.services import withdraw_editie
from rapportage.views.lezer import KLAAR
from tests.bouwers import NU, maak_editie, maak_gebruiker, maak_programma, maak_ronde, maak_teamlid
from tests.rapportage.bouwers import maak_lijnregel, maak_rapport

pytestmark = pytest.mark.django_db

NAJAAR = "/programmas/haven/najaar-2024/"
PAGINA = f"{NAJAAR}vergelijk/augustus-2024/v1/"


@pytest.fixture
def programma():
    return maak_programma()


@pytest.fixture
def augustus(programma):
    return maak_editie(maak_ronde(programma), maak_rapport())


@pytest.fixture
def najaar(programma, augustus):
    """One line more than in August, and 67 partners became 75."""
    return maak_editie(maak_ronde(programma, "najaar-2024", peildatum=date(2024, 9, 30)), report_of_autumn())


def forget_all() -> None:
    """As in a process that has just begun."""
    for vergeet in (plek_of.cache_clear, compare_edities.cache_clear, KLAAR.clear):
        vergeet()


def report_of_autumn():
    oud = maak_rapport()
    *lijnen, laatste = oud.lijnen
    (label, *rest) = laatste.activiteiten
    partners = replace(label.doelen[0], waarde=Decimal(75), waarde_afgedrukt="75")
    label = replace(label, doelen=(partners, *label.doelen[1:]))
    nieuw = maak_lijnregel("4", "Vierde lijn")
    ronde = replace(oud.ronde, slug="najaar-2024", titel="Najaar 2024")
    return replace(
        oud,
        ronde=ronde,
        peildatum=date(2024, 9, 30),
        lijnen=(*lijnen, replace(laatste, activiteiten=(label, *rest)), nieuw),
    )


def test_the_page_tells_and_shows_what_changed(najaar, client):
    tekst = client.get(PAGINA).text

    assert "75 organisaties zijn partner: van 67 naar 75 (8 meer)." in tekst
    assert "Nieuw: programmalijn ‘4. Vierde lijn’." in tekst
    assert '<td class="utrecht-table__cell" data-kolom="Verschil">8 meer</td>' in tekst


def test_it_reads_from_old_to_new_whichever_was_asked_first(najaar, client):
    andersom = client.get("/programmas/haven/augustus-2024/vergelijk/najaar-2024/v1/").text

    assert "van 67 naar 75 (8 meer)" in andersom


def test_a_report_with_itself_is_unchanged(najaar, client):
    assert "Er is niets veranderd." in client.get(f"{NAJAAR}vergelijk/najaar-2024/v1/").text


def test_a_filter_is_an_address(najaar, client):
    cijfers = client.get(PAGINA, {"aard": "cijfer"}).text
    van_lijn_4 = client.get(PAGINA, {"lijn": "4"}).text
    onzin = client.get(PAGINA, {"aard": "bestaat-niet"})

    assert cijfers.count('scope="row"') == 1
    assert van_lijn_4.count('scope="row"') == 1
    assert onzin.status_code == 200


def test_a_page_the_browser_holds_is_a_304_until_one_of_both_is_withdrawn(augustus, najaar, client):
    etag = client.get(PAGINA)["ETag"]
    assert client.get(PAGINA, headers={"If-None-Match": etag}).status_code == 304

    withdraw_editie(editie=augustus, reden="Fout in augustus", door=None, op=NU)
    antwoord = client.get(PAGINA, headers={"If-None-Match": etag})
    assert antwoord.status_code == 410
    assert "Fout in augustus" in antwoord.text


def test_who_may_not_read_one_side_reads_no_comparison(programma, augustus, client):
    maak_editie(
        maak_ronde(programma, "najaar-2024", peildatum=date(2024, 9, 30)),
        report_of_autumn(),
        openbaar_vanaf=None,
    )
    andersom = "/programmas/haven/augustus-2024/vergelijk/najaar-2024/v1/"
    assert client.get(andersom).status_code == 302

    client.force_login(maak_gebruiker("Raadslid", is_raadslid=True))
    assert client.get(andersom).status_code == 200


def test_the_team_compares_its_concept_and_nobody_keeps_that(programma, najaar, client):
    client.force_login(maak_teamlid(programma, Rol.MEELEZER).gebruiker)
    adressen = (
        f"{NAJAAR}vergelijk/najaar-2024/concept/",
        f"{NAJAAR}concept/vergelijk/najaar-2024/v1/",
        f"{NAJAAR}concept/vergelijk/augustus-2024/concept/",
    )
    for adres in adressen:
        antwoord = client.get(adres)
        assert (antwoord.status_code, "ETag" in antwoord) == (200, False)
        assert "Vaste link" not in antwoord.text


def test_a_comparison_makes_two_queries_at_any_size(najaar, client, django_assert_num_queries):
    forget_all()
    with django_assert_num_queries(2):
        client.get(PAGINA)
    KLAAR.clear()
    with django_assert_num_queries(1):
        client.get(PAGINA)


def test_the_choice_lists_every_other_edition(najaar, client):
    tekst = client.get(f"{NAJAAR}vergelijk/").text

    assert f'href="{NAJAAR}vergelijk/augustus-2024/v1/"' in tekst
    assert f'href="{NAJAAR}vergelijk/najaar-2024/v1/"' not in tekst


def test_the_choice_without_others_says_so(augustus, client):
    assert "geen ander rapport" in client.get("/programmas/haven/augustus-2024/vergelijk/").text


# --- on the dashboard ---


def test_the_dashboard_tells_what_changed_since_the_report_before(najaar, client):
    tekst = client.get(NAJAAR).text

    assert "Sinds Voortgangsrapportage augustus 2024" in tekst
    assert "van 67 naar 75 (8 meer)" in tekst
    assert f'href="{PAGINA}"' in tekst


def test_the_first_report_has_no_such_block(najaar, client):
    assert "Sinds Voortgangsrapportage" not in client.get("/programmas/haven/augustus-2024/").text


def test_the_report_before_is_one_that_this_person_may_read(programma, client):
    maak_editie(maak_ronde(programma), maak_rapport(), openbaar_vanaf=None)
    maak_editie(maak_ronde(programma, "najaar-2024", peildatum=date(2024, 9, 30)), report_of_autumn())
    assert "Sinds Voortgangsrapportage" not in client.get(NAJAAR).text

    client.force_login(maak_gebruiker("Raadslid", is_raadslid=True))
    assert "Sinds Voortgangsrapportage" in client.get(NAJAAR).text


def test_the_dashboard_is_another_page_once_the_report_before_is_withdrawn(augustus, najaar, client):
    etag = client.get(NAJAAR)["ETag"]
    withdraw_editie(editie=augustus, reden="Fout", door=None, op=NU)

    antwoord = client.get(NAJAAR, headers={"If-None-Match": etag})
    assert antwoord.status_code == 200
    assert "Sinds Voortgangsrapportage" not in antwoord.text


def test_the_dashboard_loads_one_report_more_and_only_the_first_time(
    najaar, client, django_assert_num_queries
):
    forget_all()
    with django_assert_num_queries(3):
        client.get(NAJAAR)
    KLAAR.clear()
    with django_assert_num_queries(1):
        client.get(NAJAAR)
