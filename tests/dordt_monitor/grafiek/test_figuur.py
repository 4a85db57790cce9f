import json

import pytest
from plotly import graph_objects

from dordt_monitor.grafiek.figuur import plotly_figure
from dordt_monitor.grafiek.gegevens import Rol, Soort
from dordt_monitor.grafiek.svg import lay_out

from .bouwers import maak_alle, maak_bullet, maak_gestapeld, maak_grafiek, maak_lijn, maak_reeks

KINDS = pytest.mark.parametrize("grafiek", maak_alle(), ids=lambda grafiek: grafiek.soort)


@KINDS
def test_figure_is_one_that_plotly_accepts_unchanged(grafiek):
    figuur = plotly_figure(grafiek)
    checked = graph_objects.Figure(figuur, skip_invalid=False).to_plotly_json()
    assert {**checked["layout"], "template": None} == {**figuur["layout"], "template": None}
    assert [dict(trace) for trace in checked["data"]] == figuur["data"]


@KINDS
def test_figure_is_plain_json(grafiek):
    figuur = plotly_figure(grafiek)
    assert json.loads(json.dumps(figuur)) == figuur


@KINDS
def test_figure_brings_no_template_and_writes_numbers_the_dutch_way(grafiek):
    layout = plotly_figure(grafiek)["layout"]
    assert ("template" in layout, layout["separators"]) == (False, ",.")


@KINDS
def test_figure_is_as_high_as_the_static_drawing(grafiek):
    assert plotly_figure(grafiek)["layout"]["height"] == lay_out(grafiek).hoogte


def test_rows_stand_where_the_static_drawing_has_them():
    grafiek = maak_gestapeld()
    vlakken = [vlak for vlak in lay_out(grafiek).vlakken if vlak.rol is Rol.WAARDE]
    trace = plotly_figure(grafiek)["data"][1]
    assert trace["x"] == [vlak.tot - vlak.van for vlak in vlakken] == [75, 25]
    assert trace["y"] == [vlak.y + vlak.hoogte / 2 for vlak in vlakken]


def test_hover_says_row_series_and_figure():
    assert plotly_figure(maak_bullet())["data"][1]["hovertext"] == ["Leerwerktrajecten: gerealiseerd 60"]


def test_second_series_has_a_pattern():
    shapes = [trace["marker"]["pattern"]["shape"] for trace in plotly_figure(maak_gestapeld())["data"]]
    assert shapes == ["", "", "/"]


def test_line_has_a_gap_where_nothing_was_measured_and_skips_days_of_which_nothing_is_said():
    trace = plotly_figure(maak_lijn())["data"][0]
    assert trace["x"] == ["2023-09-30", "2023-12-31", "2024-07-31", "2024-09-30"]
    assert (trace["y"], trace["connectgaps"]) == ([41, None, 67, 75], False)


def test_target_is_drawn_in_steps():
    trace = plotly_figure(maak_lijn())["data"][1]
    assert (trace["line"]["shape"], trace["y"]) == ("hv", [75, 75])


def test_axis_is_written_by_us():
    layout = plotly_figure(maak_lijn())["layout"]
    assert layout["yaxis"]["ticktext"] == ["0", "20", "40", "60", "80"]
    assert layout["xaxis"]["ticktext"][0] == "sept. 2023"


def test_series_of_one_name_share_their_entry_in_the_legend():
    lijn = maak_lijn()
    twee = maak_reeks(Rol.WAARDE, "", "", "", "", "", 9, naam="gemeten")
    grafiek = maak_grafiek(
        Soort.LIJN, *lijn.reeksen, twee, categorieen=lijn.categorieen, momenten=lijn.momenten
    )
    assert [trace["showlegend"] for trace in plotly_figure(grafiek)["data"]] == [True, True, False]


def test_text_of_people_is_no_markup():
    grafiek = maak_grafiek(Soort.STAVEN, maak_reeks(Rol.WAARDE, 1), categorieen=("<a href='x'>R&D</a>",))
    names = [word["text"] for word in plotly_figure(grafiek)["layout"]["annotations"]]
    assert names == ["&lt;a href='x'&gt;R&amp;D&lt;/a&gt;"]
