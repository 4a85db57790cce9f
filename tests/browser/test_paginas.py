"""The list of pages is complete, and every page in it is there for somebody."""

import re

import pytest
from django.urls import resolve

from tests.test_rechten import TABEL, TOEGANG, name_of

from .paginas import ADRESSEN, BERICHTEN, JULI, STORING

BESTANDEN = (".csv", ".xlsx", ".json")


def name_of_address(address: str) -> str:
    match = resolve(address.split("?")[0])
    return name_of(match.namespaces, match.url_name, match.route)


def test_every_page_of_the_site_is_in_the_list():
    """What somebody may GET by the table of rights is a page, unless it is a file or Django's admin."""
    paginas = {
        naam
        for naam, address, wie, _ in TABEL
        if "200" in TOEGANG[wie] and not address.endswith(BESTANDEN) and not naam.startswith("admin:")
    }
    assert paginas - set(map(name_of_address, ADRESSEN)) == set()


@pytest.mark.django_db
def test_every_page_in_the_list_is_there(alle_paginas):
    there = {pagina.pad for pagina in alle_paginas if pagina.status == 200}
    assert set(ADRESSEN) - there == set(BERICHTEN)


@pytest.mark.django_db
def test_no_form_breaks_when_it_is_sent_empty(alle_paginas):
    assert [pagina.adres for pagina in alle_paginas if pagina.status >= 500] == [f"/anoniem{STORING}"]


@pytest.mark.django_db
def test_every_page_has_a_title_heading_and_language(alle_paginas):
    delen = ('<html lang="nl"', "<title>", "<h1", '<main id="inhoud"', 'href="#inhoud"')
    assert [(p.adres, deel) for p in alle_paginas for deel in delen if p.html.count(deel) != 1] == []


@pytest.mark.django_db
def test_comparisons_can_be_told_apart_in_tabs(alle_paginas):
    """An edition has one comparison with each other, under its own address and under that of its round."""
    titels = {
        pagina.pad: re.search("<title>.*?</title>", pagina.html, re.DOTALL)[0]
        for pagina in alle_paginas
        if pagina.rol == "programmamanager" and pagina.pad.startswith(f"{JULI}vergelijk/")
    }
    assert len(titels) == 3
    assert len(set(titels.values())) == 3
