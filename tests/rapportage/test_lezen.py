"""Who reads which edition or concept, as `lezen` decides; times and people are arguments."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from programmalijnen.models import Programma, Rapportageronde, Rol, Rondestaat, Teamlid
from rapportage.edities import all_readable_edities
from rapportage.inhoud import plek_of
from rapportage.lezen import fetch_concept, fetch_editie, make_lezing, newest_editie
from rapportage.models import Editie
from rapportage.services import publish_editie, withdraw_editie
from tests.bouwers import (
    NU,
    PEILDATUM,
    maak_activiteit,
    maak_editie,
    maak_gebruiker,
    maak_lijn,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)

pytestmark = pytest.mark.django_db

VANDAAG = date(2024, 10, 1)
IEDEREEN = AnonymousUser()


@pytest.fixture
def ronde() -> Rapportageronde:
    programma = maak_programma("haven")
    maak_activiteit(maak_lijn(programma))
    return maak_ronde(programma)


def read(lezer, versie: int | None = None, *, vandaag: date = VANDAAG):
    return fetch_editie(lezer, "haven", "augustus-2024", versie, vandaag=vandaag)


def may_read(lezer, *, vandaag: date = VANDAAG) -> bool:
    try:
        return read(lezer, vandaag=vandaag) is not None
    except Http404:
        return False


def may_read_concept(lezer) -> bool:
    try:
        return fetch_concept(lezer, "haven", "augustus-2024", vandaag=VANDAAG) is not None
    except Http404:
        return False


@pytest.fixture
def mensen(ronde) -> dict:
    """One reader of every kind."""
    return {
        "niemand": IEDEREEN,
        "raadslid": maak_gebruiker("Raadslid", is_raadslid=True),
        "beheerder": maak_gebruiker("Beheerder", is_beheerder=True),
        "meelezer": maak_teamlid(ronde.programma, Rol.MEELEZER).gebruiker,
        "collega van elders": maak_teamlid(maak_programma("elders"), Rol.PROGRAMMAMANAGER).gebruiker,
    }


def who(mensen: dict, mag) -> set[str]:
    return {naam for naam, mens in mensen.items() if mag(mens)}


def test_everybody_reads_an_edition_of_a_public_programme_from_openbaar_vanaf_on(ronde, mensen):
    maak_editie(ronde, openbaar_vanaf=VANDAAG)

    assert who(mensen, may_read) == set(mensen)


def test_before_openbaar_vanaf_the_council_and_the_own_team_read_it(ronde, mensen):
    maak_editie(ronde, openbaar_vanaf=VANDAAG + timedelta(days=1))

    assert who(mensen, may_read) == {"raadslid", "beheerder", "meelezer"}


def test_an_edition_of_a_closed_programme_is_for_the_council_and_the_own_team(ronde, mensen):
    Programma.objects.filter(pk=ronde.programma_id).update(openbaar=False)
    maak_editie(ronde)

    assert who(mensen, may_read) == {"raadslid", "beheerder", "meelezer"}


def test_the_concept_is_for_the_own_team_and_the_beheerder(ronde, mensen):
    assert who(mensen, may_read_concept) == {"beheerder", "meelezer"}


def test_an_adopted_round_has_no_concept(ronde, mensen):
    Rapportageronde.objects.update(staat=Rondestaat.VASTGESTELD)

    assert who(mensen, may_read_concept) == set()


def test_a_later_postponement_of_openbaar_vanaf_counts(ronde):
    editie = maak_editie(ronde)
    assert may_read(IEDEREEN)

    publish_editie(editie=editie, vanaf=date(2025, 1, 1), door=None, op=NU + timedelta(hours=1))
    assert not may_read(IEDEREEN)


def test_the_round_shows_its_newest_version_and_an_older_one_knows_its_successor(ronde):
    maak_editie(ronde)
    maak_editie(ronde, reden="Bedrag hersteld")

    assert read(IEDEREEN).editie.versie == 2
    assert read(IEDEREEN).opvolger is None
    assert read(IEDEREEN, 1).opvolger.reden == "Bedrag hersteld"


def test_until_the_new_version_is_public_a_visitor_reads_the_old_one(ronde):
    maak_editie(ronde)
    maak_editie(ronde, openbaar_vanaf=None)

    assert read(IEDEREEN).editie.versie == 1
    assert read(IEDEREEN, 1).opvolger is None


def test_the_newest_edition_of_a_programme_is_of_its_newest_round(ronde):
    maak_editie(ronde)
    later = maak_ronde(ronde.programma, "najaar-2024", peildatum=date(2024, 9, 30), label="per Q3 2024")
    nieuwer = maak_editie(later)
    assert newest_editie(IEDEREEN, "haven", vandaag=VANDAAG).ronde == "najaar-2024"

    withdraw_editie(editie=nieuwer, reden="Verkeerd cijfer", door=None, op=NU)
    assert newest_editie(IEDEREEN, "haven", vandaag=VANDAAG).ronde == "augustus-2024"


def test_what_was_rectified_does_not_come_back_when_the_rectification_is_withdrawn(ronde):
    maak_editie(ronde)
    later = maak_ronde(ronde.programma, "najaar-2024", peildatum=date(2024, 9, 30), label="per Q3 2024")
    maak_editie(later)
    withdraw_editie(editie=maak_editie(later), reden="Weer verkeerd", door=None, op=NU)

    assert newest_editie(IEDEREEN, "haven", vandaag=VANDAAG).ronde == "augustus-2024"


def test_a_programme_without_readable_edition_is_not_found(ronde):
    with pytest.raises(Http404):
        newest_editie(IEDEREEN, "haven", vandaag=VANDAAG)


def test_the_list_holds_each_programme_once_with_its_newest_first(ronde, mensen):
    maak_editie(ronde)
    maak_editie(maak_ronde(ronde.programma, "najaar-2024", peildatum=date(2024, 9, 30)))
    Teamlid.objects.create(
        gebruiker=mensen["collega van elders"], programma=ronde.programma, rol=Rol.MEELEZER
    )
    maak_teamlid(ronde.programma)

    for naam, mens in mensen.items():
        (plank,) = all_readable_edities(mens, VANDAAG)
        assert [editie.ronde for editie in plank.edities] == ["najaar-2024", "augustus-2024"], naam


def test_the_list_is_one_query(ronde, django_assert_num_queries):
    maak_editie(ronde)

    with django_assert_num_queries(1):
        all_readable_edities(IEDEREEN, VANDAAG)


def test_reading_an_edition_is_one_query_and_its_content_one_more_the_first_time(
    ronde, django_assert_num_queries
):
    maak_editie(ronde)
    plek_of.cache_clear()

    with django_assert_num_queries(1):
        lezing = read(IEDEREEN)
    with django_assert_num_queries(1):
        assert lezing.rapport.peildatum == PEILDATUM
    with django_assert_num_queries(1):
        assert read(IEDEREEN).rapport is lezing.rapport


def test_the_content_is_not_read_to_decide_who_may_read(ronde, django_assert_num_queries):
    maak_editie(ronde)

    with django_assert_num_queries(1) as vragen:
        read(IEDEREEN)
    assert "inhoud" not in vragen[0]["sql"]
    assert Editie.objects.get().inhoud


def etag(lezer, versie: int | None = None) -> str:
    return read(lezer, versie).etag


def test_the_etag_differs_between_readers_whose_pages_differ(ronde, mensen):
    maak_editie(ronde)
    tekens = {naam: etag(mens) for naam, mens in mensen.items()}

    assert len(set(tekens.values())) == len(mensen)


def test_two_readers_of_one_kind_share_an_etag(ronde, mensen):
    maak_editie(ronde)

    assert etag(mensen["raadslid"]) == etag(maak_gebruiker("Tweede raadslid", is_raadslid=True))


def test_the_etag_changes_when_a_successor_comes(ronde):
    maak_editie(ronde)
    eerst = etag(IEDEREEN, 1)
    maak_editie(ronde)

    assert etag(IEDEREEN, 1) != eerst


def test_the_etag_changes_with_the_code(ronde, monkeypatch):
    maak_editie(ronde)
    eerst = etag(IEDEREEN)
    monkeypatch.setattr("rapportage.lezing.code_version", lambda: "na de upgrade")
    make_lezing.cache_clear()  # another process

    assert etag(IEDEREEN) != eerst
