from xml.etree import ElementTree

import pytest

from dordt_monitor.grafiek.gegevens import Grafiek, Rol, Soort
from dordt_monitor.grafiek.svg import render_svg
from dordt_monitor.grafiek.tekening import TEKENS

from .bouwers import maak_alle, maak_bullet, maak_gestapeld, maak_grafiek, maak_lijn, maak_reeks, maak_staven

KINDS = pytest.mark.parametrize("grafiek", maak_alle(), ids=lambda grafiek: grafiek.soort)


def read(grafiek: Grafiek) -> ElementTree.Element:
    return ElementTree.fromstring(render_svg(grafiek))  # noqa: S314 - our own drawing


def bars(grafiek: Grafiek, rol: str) -> list[tuple[str, str]]:
    """From where and how wide, of the bars of a series; a legend entry stands in pixels and is left out."""
    paints = {rol, f"url(#{grafiek.sleutel}-{rol})"}
    return [
        (rect.get("x", ""), rect.get("width", ""))
        for rect in read(grafiek).iter("rect")
        if {rect.get("class"), rect.get("fill")} & paints and rect.get("width", "").endswith("%")
    ]


def texts(grafiek: Grafiek, letter: str) -> list[str]:
    return [text.text or "" for text in read(grafiek).iter("text") if text.get("class") == letter]


@KINDS
def test_svg_is_an_image_named_by_its_finding_once(grafiek):
    svg = read(grafiek)
    titel = svg[0]
    assert (svg.get("role"), svg.get("aria-labelledby")) == ("img", titel.get("id"))
    assert (titel.tag, titel.text) == ("title", grafiek.titel)


@KINDS
def test_svg_has_nothing_the_csp_refuses(grafiek):
    svg = read(grafiek)
    attributes = {name for part in svg.iter() for name in part.attrib}
    assert {name for name in attributes if name == "style" or name.startswith("on")} == set()
    assert [part.tag for part in svg.iter() if part.tag in {"script", "style", "foreignObject"}] == []


@KINDS
def test_svg_text_fits_the_narrowest_column(grafiek):
    assert max(len(text.text or "") for text in read(grafiek).iter("text")) <= TEKENS


def test_svg_escapes_what_people_wrote():
    grafiek = maak_grafiek(Soort.STAVEN, maak_reeks(Rol.WAARDE, 1), titel="<b>&", categorieen=("<script>",))
    svg = render_svg(grafiek)
    assert ("&lt;b&gt;&amp;</title>" in svg, "&lt;script&gt;" in svg, "<script>" in svg) == (
        True,
        True,
        False,
    )


def test_bullet_runs_to_what_is_reached_on_a_track_to_the_target():
    assert (bars(maak_bullet(), "waarde"), bars(maak_bullet(), "spoor")) == (
        [("0%", "60%")],
        [("0%", "100%")],
    )


def test_bullet_marks_the_nulmeting_the_expected_position_and_the_target():
    marks = [mark.get("x") for mark in read(maak_bullet()).iter("svg") if (mark.get("x") or "").endswith("%")]
    assert marks == ["0%", "58%", "100%"]


def test_bullet_without_a_value_says_so_and_has_no_bar():
    assert texts(maak_bullet(), "bij")[-1] == "niet gemeten"
    assert len(bars(maak_bullet(), "spoor")) == 1


def test_staven_keep_a_measured_zero_and_write_words_where_nothing_was_measured():
    grafiek = maak_staven()
    assert bars(grafiek, "waarde") == [("0%", "100%"), ("0%", "50%")]
    assert bars(grafiek, "rustig") == [("0%", "0%")]
    assert texts(grafiek, "leeg") == ["niet gemeten"]


def test_staven_of_nothing_but_zero_are_drawn():
    assert bars(maak_grafiek(Soort.STAVEN, maak_reeks(Rol.WAARDE, 0, 0)), "waarde") == [("0%", "0%")] * 2


def test_gestapeld_puts_the_parts_of_a_total_end_to_end():
    grafiek = maak_gestapeld()
    assert bars(grafiek, "waarde") == [("0%", "75%"), ("0%", "25%")]
    assert bars(grafiek, "tweede") == [("75%", "25%")]


def test_gestapeld_without_any_part_says_why():
    grafiek = maak_grafiek(
        Soort.GESTAPELD, maak_reeks(Rol.WAARDE, 3, ""), maak_reeks(Rol.TWEEDE, 1, "leeg in de bron")
    )
    assert texts(grafiek, "leeg") == ["leeg in de bron"]


def test_second_series_has_a_pattern_so_that_it_reads_without_colour():
    svg = read(maak_gestapeld())
    assert [pattern.get("id") for pattern in svg.iter("pattern")] == ["grafiek-gestapeld-tweede"]


def test_legend_is_left_out_for_a_single_series():
    grafiek = maak_grafiek(Soort.STAVEN, maak_reeks(Rol.WAARDE, 1, 2, naam="gemeten"), eenheid="")
    assert texts(grafiek, "bij") == []


def test_amount_stays_on_one_line_with_its_sign():
    grafiek = maak_grafiek(
        Soort.STAVEN,
        maak_reeks(Rol.WAARDE, 1),
        categorieen=("Groeiagenda Drechtsteden voor het geheel van € 150.000",),
    )
    assert texts(grafiek, "naam") == [
        "Groeiagenda Drechtsteden voor het geheel van",
        "€\N{NO-BREAK SPACE}150.000",
    ]


def test_enumeration_below_a_bar_breaks_between_its_parts():
    grafiek = maak_grafiek(
        Soort.GESTAPELD,
        maak_reeks(Rol.WAARDE, 3),
        bijschriften=("stad € 1.025.000; regio € 307.000; stad & regio € 300.000",),
        eenheid="€",
    )
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in texts(grafiek, "bij")]
    assert lines == ["stad € 1.025.000; regio € 307.000;", "stad & regio € 300.000"]


def test_lijn_stops_where_nothing_was_measured_and_says_so():
    lines = [line for line in read(maak_lijn()).iter("line") if line.get("class") == "waarde"]
    assert (len(lines), texts(maak_lijn(), "leeg")) == (1, ["niet gemeten"])


def test_lijn_writes_every_measured_figure_and_the_target_at_its_step():
    assert texts(maak_lijn(), "getal") == ["41", "67", "75"]
    assert texts(maak_lijn(), "streef") == ["75"]


def test_lijn_draws_a_changed_target_as_a_step():
    grafiek = maak_lijn()
    target = maak_reeks(Rol.STREEFWAARDE, "", "", 75, 100, "", 100)
    changed = maak_grafiek(
        Soort.LIJN, grafiek.reeksen[0], target, categorieen=grafiek.categorieen, momenten=grafiek.momenten
    )
    lines = [line for line in read(changed).iter("line") if line.get("class") == "streefwaarde"]
    lines = [line for line in lines if (line.get("x1") or "").endswith("%")]
    assert [line.get("x1") == line.get("x2") for line in lines] == [False, True, False]


def test_lijn_names_the_first_and_the_last_moment():
    words = texts(maak_lijn(), "bij")
    assert ("sept. 2023" in words, "eind 2024" in words) == (True, True)
