"""What a search finds, for whom, and how it is shown."""

from datetime import date, timedelta
from html import unescape
from re import findall, sub

import pytest
from django.db import transaction
from django.utils.timezone import localdate

from programmalijnen.models import Besluit, Programma, Rol
from programmalijnen.services.structuur import save_rij
from rapportage.services import withdraw_editie
from rapportage.services.vindplaatsen import rebuild
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_ambitie,
    maak_doel,
    maak_editie,
    maak_financiering,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databank]


@pytest.fixture
def haven() -> Programma:
    return maak_programma("haven")


def adopt(programma: Programma, slug: str = "augustus-2024", peildatum=date(2024, 7, 31), **velden):
    ronde = programma.rondes.filter(slug=slug).first()
    ronde = ronde or maak_ronde(
        programma, slug, titel=f"Rapport {slug}", peildatum=peildatum, ook_eerder=True
    )
    return maak_editie(ronde, **velden)


def rename(rij, titel: str) -> None:
    rij.titel = titel
    save_rij(rij=rij, door=None, op=NU)


def search(client, vraag: str, **filters) -> str:
    antwoord = client.get("/zoeken/", {"q": vraag, **filters})
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def titels(html: str) -> list[str]:
    """The titles that were found, as people read them."""
    return [text_of(kop) for kop in findall(r'<li class="dm-vondst">\s*<h3.*?</h3>', html)]


def text_of(html: str) -> str:
    return " ".join(unescape(sub(r"<[^>]+>", "", html)).split())


def found(client, vraag: str, **filters) -> list[str]:
    return titels(search(client, vraag, **filters))


# --- who finds what ---


def test_a_raadslid_never_finds_a_text_that_no_edition_holds(client, haven):
    lijn = maak_lijn(haven, titel="Oude vaart")
    adopt(haven)
    rename(lijn, "Nieuwe vaart")
    client.force_login(maak_gebruiker("Raadslid", is_raadslid=True))
    assert found(client, "vaart") == ["1 Oude vaart"]
    assert found(client, "nieuwe") == []

    client.force_login(maak_teamlid(haven, Rol.MEELEZER).gebruiker)
    assert found(client, "nieuwe") == ["1 Nieuwe vaart"]


@pytest.mark.parametrize(
    ("wie", "vindt"),
    [
        (None, {"openbaar"}),
        ("raadslid", {"openbaar", "straks", "besloten"}),
        ("beheerder", {"openbaar", "straks", "besloten", "live"}),
        (Rol.MEELEZER, {"openbaar", "straks", "live"}),
        (Rol.MEDEWERKER, {"openbaar", "straks", "live"}),
        (Rol.PROGRAMMAMANAGER, {"openbaar", "straks", "live"}),
        ("elders", {"openbaar"}),
        ("geweest", {"openbaar"}),
    ],
)
def test_who_finds_what(client, haven, wie, vindt):
    dok, elders = maak_programma("dok", openbaar=False), maak_programma("elders")
    lijn = maak_lijn(haven)
    rename(lijn, "Vaart openbaar")
    adopt(haven, "eerst", date(2024, 1, 31))
    rename(lijn, "Vaart straks")
    adopt(haven, "straks", openbaar_vanaf=localdate() + timedelta(days=1))
    rename(lijn, "Vaart live")
    maak_lijn(dok, titel="Vaart besloten")
    adopt(dok)

    if wie is not None:
        gebruiker = maak_gebruiker("Wie", is_raadslid=wie == "raadslid", is_beheerder=wie == "beheerder")
        client.force_login(gebruiker)
        if wie in [*Rol, "elders", "geweest"]:
            waar, rol = (elders, Rol.PROGRAMMAMANAGER) if wie == "elders" else (haven, wie)
            rol = Rol.PROGRAMMAMANAGER if wie == "geweest" else rol
            waar.teamleden.create(gebruiker=gebruiker, rol=rol, actief=wie != "geweest")
    html = search(client, "vaart")
    # Newer rounds of the same line stand first, older ones below it.
    gevonden = {woord for woord in ("openbaar", "straks", "besloten", "live") if is_found(client, woord)}
    assert gevonden == vindt
    assert len(titels(html)) == 1 + ("besloten" in vindt)


def is_found(client, woord: str) -> bool:
    return bool(found(client, f"vaart {woord}"))


def test_of_a_round_only_the_newest_version_is_found(client, haven):
    lijn = maak_lijn(haven)
    rename(lijn, "Fout")
    adopt(haven)
    rename(lijn, "Goed")
    adopt(haven)
    assert found(client, "fout") == []
    assert found(client, "goed") == ["1 Goed"]


def test_a_withdrawn_edition_is_not_found(client, haven):
    maak_lijn(haven, titel="Vaart")
    editie = adopt(haven)
    assert found(client, "vaart") == ["1 Vaart"]
    withdraw_editie(editie=editie, reden="Fout.", door=None, op=NU)
    assert found(client, "vaart") == []


# --- how words are compared, on both databases ---


@pytest.mark.parametrize(
    "vraag", ["café", "CAFE", "cafe\u0301", "afé", "koffie café", '"cafe in"', "50%", "a_b", "c\\d"]
)
def test_is_found(client, haven, vraag):
    maak_lijn(haven, titel="Café in de Koffie-fabriek, 50% a_b c\\d")
    adopt(haven)
    assert len(found(client, vraag)) == 1


@pytest.mark.parametrize("vraag", ["5%0", "c_fe", "aXb", "café thee", '"in cafe"', "%", "_"])
def test_is_not_found(client, haven, vraag):
    maak_lijn(haven, titel="Café in de koffiefabriek, aXXb 500")
    adopt(haven)
    gevonden = found(client, vraag)
    assert gevonden == []


def test_a_besluit_is_found_by_its_number(client, haven):
    Besluit.objects.create(programma=haven, sleutel="nota", titel="Kadernota", nummer="RIS-2024/12")
    adopt(haven)
    html = search(client, "ris-2024/12")
    assert titels(html) == ["Kadernota"]
    assert '<mark class="dm-raak">RIS-2024/12</mark>' in html
    assert 'href="/programmas/haven/augustus-2024/planning/#nota"' in html


# --- how it is shown ---


def test_words_are_marked_as_they_were_written_and_nothing_of_a_text_is_html(client, haven):
    maak_lijn(haven, titel="<b>Café</b> & zo", doelstelling="Een CAFÉ <script>alert(1)</script>")
    adopt(haven)
    html = search(client, "cafe")
    assert '&lt;b&gt;<mark class="dm-raak">Café</mark>&lt;/b&gt; &amp; zo' in html
    assert '<mark class="dm-raak">CAFÉ</mark> &lt;script&gt;' in html
    assert "<script>alert" not in html


def test_what_was_asked_is_shown_and_is_no_html(client, haven):
    html = search(client, '"><script>x</script>')
    assert "<script>x" not in html
    assert "&lt;script&gt;" in html


def test_the_same_thing_in_more_rounds_is_found_once_newest_first(client, haven):
    maak_activiteit(maak_lijn(haven), "kade")
    adopt(haven, "eerst", date(2024, 1, 31))
    adopt(haven, "daarna", date(2024, 7, 31))
    html = search(client, "kade")
    assert titels(html) == ["Kade"]
    assert findall(r'href="(/programmas/[^"]+kade/)"', html) == [
        "/programmas/haven/daarna/activiteiten/kade/",
        "/programmas/haven/eerst/activiteiten/kade/",
    ]
    assert "Ook in: Rapport eerst" in text_of(html)


def test_live_work_comes_before_the_reports(client, haven):
    activiteit = maak_activiteit(maak_lijn(haven), "kade")
    adopt(haven)
    rename(activiteit, "Kade Oost")
    client.force_login(maak_teamlid(haven, Rol.PROGRAMMAMANAGER).gebruiker)
    html = search(client, "kade", soort="activiteit")
    assert titels(html) == ["Kade Oost"]
    assert "haven · nu, in bewerking" in text_of(html).lower()
    assert 'href="/werk/haven/structuur/activiteiten/kade/"' in html
    assert titels(search(client, "kade", waar="rapport")) == ["Kade"]
    assert titels(search(client, "kade", waar="werk")) == ["Kade Oost"]


@pytest.mark.parametrize("rol", [Rol.MEELEZER, Rol.PROGRAMMAMANAGER])
def test_every_link_leads_to_a_page_that_opens(client, haven, rol):
    wereld_of(haven)
    client.force_login(maak_teamlid(haven, rol).gebruiker)
    html = search(client, "e") + search(client, "a")
    urls = set(findall(r'<h3 class="utrecht-heading-4"><a [^>]*href="([^"]+)"', html))
    assert len(urls) > 5
    assert {client.get(url.partition("#")[0]).status_code for url in urls} == {200}


def wereld_of(programma: Programma) -> None:
    """A thing of many kinds, live and in an edition."""
    lijn = maak_lijn(programma)
    activiteit = maak_activiteit(lijn, "kade")
    maak_ambitie(lijn, "meer")
    maak_doel(programma, "doel-een", activiteit=activiteit)
    maak_indicator(programma, "schepen", lijn=lijn)
    maak_financiering(lijn, 5)
    Besluit.objects.create(programma=programma, sleutel="nota", titel="Kadernota")
    maak_ronde(programma)
    adopt(programma)
    rebuild(programma)


def test_filters_narrow_and_count(client, haven):
    maak_activiteit(maak_lijn(haven, titel="Vaart"), "vaart")
    adopt(haven)
    dok = maak_programma("dok")
    maak_lijn(dok, titel="Vaart")
    adopt(dok)
    html = search(client, "vaart")
    assert len(titels(html)) == 3
    assert "Haven (2)" in html
    assert "lijnen (2)" in html
    assert found(client, "vaart", programma="dok") == ["1 Vaart"]
    assert found(client, "vaart", soort="activiteit") == ["Vaart"]
    assert len(found(client, "vaart", soort="onzin", waar="<>")) == 3


def test_what_has_the_words_in_its_title_comes_first(client, haven):
    maak_lijn(haven, "1", titel="Anders", doelstelling="Over de vaart.")
    maak_lijn(haven, "2", titel="Vaart")
    adopt(haven)
    assert found(client, "vaart") == ["2 Vaart", "1 Anders"]


# --- questions that are none ---


@pytest.mark.parametrize("vraag", ["", "   ", "\t", "-", "’,"])
def test_without_a_word_nothing_is_asked(client, haven, django_assert_num_queries, vraag):
    with django_assert_num_queries(0):
        html = search(client, vraag)
    assert titels(html) == []


def test_a_very_long_question_is_answered_with_its_beginning(client, haven):
    maak_lijn(haven, titel="Vaart")
    adopt(haven)
    html = search(client, "vaart " * 5_000)
    assert titels(html) == ["1 Vaart"]
    assert "Uw vraag was te lang." in html


def test_signs_that_no_database_takes_are_left_out(client, haven):
    maak_lijn(haven, titel="Vaart")
    adopt(haven)
    assert found(client, "va\x01art\x7f") == ["1 Vaart"]
    assert client.get("/zoeken/?q=va%00art").status_code == 400


def test_nothing_found_says_what_to_do(client, haven):
    assert "Niets gevonden voor ‘vaart’." in search(client, "vaart")


@pytest.mark.parametrize("blad", ["0", "-1", "999", "x", ""])
def test_a_page_that_is_none(client, haven, blad):
    for nummer in range(30):
        maak_lijn(haven, str(nummer), titel="Vaart")
    adopt(haven)
    assert 0 < len(found(client, "vaart", page=blad)) <= 25


def test_an_answer_is_nobody_elses_and_for_no_robot(client, haven):
    antwoord = client.get("/zoeken/?q=vaart")
    assert (antwoord["Cache-Control"], antwoord["Vary"]) == ("private, no-cache", "Cookie, Accept-Encoding")
    assert '<meta name="robots" content="noindex">' in antwoord.content.decode()


def test_every_page_has_a_box_to_search_in(client, haven):
    html = client.get("/").content.decode()
    assert 'action="/zoeken/" method="get" role="search"' in html


# --- as many queries with 5 and with 50 programmes ---


@pytest.fixture(scope="module", params=[5, 50])
def veel(request, django_db_setup, django_db_blocker):
    """Programmes with an adopted report and other live texts, all of which one person works in."""
    with django_db_blocker.unblock(), transaction.atomic():
        gebruiker = maak_gebruiker("Overal")
        for nummer in range(request.param):
            programma = maak_programma(f"programma-{nummer}")
            programma.teamleden.create(gebruiker=gebruiker, rol=Rol.MEDEWERKER)
            activiteit = maak_activiteit(maak_lijn(programma), "kade")
            adopt(programma)
            rename(activiteit, "Kade Oost")
        yield gebruiker
        transaction.set_rollback(True)


def test_a_team_member_asks_constantly_much(client, veel, django_assert_num_queries):
    client.force_login(veel)
    with django_assert_num_queries(6):
        assert len(found(client, "kade")) > 1


def test_a_visitor_asks_constantly_much(client, veel, django_assert_num_queries):
    with django_assert_num_queries(3):
        assert len(found(client, "kade")) > 1
