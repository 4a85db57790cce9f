from django.template import Context, Template
from django.test.html import parse_html

from dordt_monitor.grafiek.figuur import plotly_figure
from dordt_monitor.grafiek.gegevens import Grafiek, Rol, Soort
from tests.dordt_monitor.grafiek.bouwers import maak_grafiek, maak_reeks, maak_staven

TAG = Template("{% load grafieken %}{% grafiek g %}")
HOOFD = Template("{% load grafieken %}{% grafiekenhoofd %}")


def maak_twee_staven() -> Grafiek:
    return maak_grafiek(Soort.STAVEN, maak_reeks(Rol.WAARDE, 135, 134), titel="Van 135 naar 134")


def test_tag_draws_nothing_for_no_chart():
    assert TAG.render(Context({"g": None})) == ""


def test_tag_shows_title_sentence_drawing_and_source():
    html = TAG.render(Context({"g": maak_staven()}))
    words = [
        part for part in (maak_staven().titel, maak_staven().zin, "<svg", "Bron: Voortgang") if part in html
    ]
    assert len(words) == 4


def test_tag_shows_the_figures_as_a_table_with_headers():
    expected = """<table class="utrecht-table utrecht-table--html-table">
      <caption>Van 25 doelen zijn er 4 op schema</caption>
      <thead><tr><th scope="col">Stand</th><th scope="col" class="getal">Aantal</th></tr></thead>
      <tbody>
        <tr><th scope="row">a</th><td class="getal">4</td></tr>
        <tr><th scope="row">b</th><td class="getal"></td></tr>
        <tr><th scope="row">c</th><td class="getal">niet gemeten</td></tr>
        <tr><th scope="row">d</th><td class="getal">2</td></tr>
      </tbody></table>"""
    assert parse_html(TAG.render(Context({"g": maak_staven()}))).count(parse_html(expected)) == 1


def test_tag_carries_the_figure_as_data_that_is_no_script():
    html = TAG.render(Context({"g": maak_staven()}))
    assert html.count('<script id="grafiek-staven-figuur" type="application/json">') == 1
    assert plotly_figure(maak_staven())["data"][1]["name"] in html


def test_tag_says_the_finding_where_a_drawing_adds_nothing():
    html = TAG.render(Context({"g": maak_twee_staven()}))
    assert ("Van 135 naar 134." in html, "Bron: Voortgangsrapportage" in html, "<svg" in html) == (
        True,
        True,
        False,
    )


def test_head_is_there_only_on_a_page_with_a_chart_that_is_drawn():
    pages = ({}, {"g": maak_twee_staven()}, {"g": maak_staven()})
    assert ["grafieken.js" in HOOFD.render(Context(page)) for page in pages] == [False, False, True]
