"""Charts in a real browser under the real CSP; `new_page` watches its console and its network."""

import pytest
from playwright.sync_api import Page, expect

from dordt_monitor.grafiek.svg import lay_out
from tests.dordt_monitor.grafiek.bouwers import maak_alle


@pytest.fixture(autouse=True)
def _page_of_charts(settings):
    settings.ROOT_URLCONF = "tests.browser.grafiekpagina"


@pytest.fixture
def drawn(page: Page) -> Page:
    """The page with every chart drawn by plotly."""
    return draw_all(page)


def draw_all(page: Page) -> Page:
    page.goto("/")
    for grafiek in maak_alle():
        beeld = page.locator(f"#{grafiek.sleutel} .grafiek__beeld")
        beeld.scroll_into_view_if_needed()
        expect(beeld).to_have_class("grafiek__beeld is-getekend")
    return page


def test_plotly_draws_title_legend_and_words_under_the_csp(drawn):
    lijn = drawn.locator("#grafiek-lijn .grafiek__plotly")
    expect(lijn.locator(".gtitle")).to_have_text("organisaties")
    expect(lijn.locator(".legendtext")).to_have_text(["gemeten", "streefwaarde"])
    expect(lijn.locator(".annotation-text")).to_have_text(["41", "niet gemeten", "67", "75", "75"])
    for part in lijn.locator(".gtitle, .legendtext, .annotation-text").all():
        expect(part).to_be_visible()


def test_plotly_draws_the_bars_of_the_rows(drawn):
    assert drawn.locator("#grafiek-gestapeld .grafiek__plotly .trace.bars .point path").count() == 3


def test_plotly_chart_takes_the_place_of_the_svg_and_nothing_moves(drawn):
    for grafiek in maak_alle():
        box = drawn.locator(f"#{grafiek.sleutel} .grafiek__plotly .main-svg").first.bounding_box()
        beeld = drawn.locator(f"#{grafiek.sleutel} .grafiek__beeld").bounding_box()
        assert box == pytest.approx(beeld, abs=0.5)
        assert box["height"] == pytest.approx(lay_out(grafiek).hoogte, abs=1)


def test_modebar_speaks_dutch_and_offers_no_upload(drawn):
    names = drawn.locator("#grafiek-lijn .modebar-btn").evaluate_all(
        "buttons => buttons.map(button => button.getAttribute('aria-label'))"
    )
    assert names == ["Afbeelding opslaan (PNG)", "Inzoomen", "Uitzoomen", "Beginstand"]


def test_picture_is_saved_under_the_name_of_the_chart(drawn):
    drawn.locator("#grafiek-lijn .grafiek__plotly").hover()
    with drawn.expect_download() as download:
        drawn.locator("#grafiek-lijn .modebar-btn").first.click()
    assert download.value.suggested_filename == "grafiek-lijn.png"


def test_keyboard_goes_through_the_named_buttons_of_a_chart_to_its_table_and_on(drawn):
    drawn.locator("#grafiek-gestapeld summary").focus()
    drawn.keyboard.press("Tab")
    toolbar = drawn.get_by_role(
        "toolbar", name="Knoppen bij de grafiek: Van 25 doelen zijn er 4 op schema"
    ).last
    expect(toolbar).to_have_css("opacity", "1")
    for name in ("Afbeelding opslaan (PNG)", "Inzoomen", "Uitzoomen", "Beginstand"):
        expect(toolbar.get_by_role("button", name=name)).to_be_focused()
        drawn.keyboard.press("Tab")
    expect(drawn.locator("#grafiek-lijn summary")).to_be_focused()


def test_colours_of_a_person_keep_the_static_drawing(new_page):
    page = new_page(forced_colors="active")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "plotly" in url] == []
    expect(page.locator("#grafiek-bullet svg[role=img]")).to_be_visible()


def test_svg_keeps_telling_what_the_chart_shows(drawn):
    expect(drawn.get_by_role("img", name="Van 25 doelen zijn er 4 op schema")).to_have_count(4)


def test_plotly_is_not_fetched_before_a_chart_is_near(new_page):
    page = new_page(height=600)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script("window.IntersectionObserver = class { observe() {} unobserve() {} }")
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "plotly" in url] == []


def test_without_script_the_drawing_and_the_table_are_there(new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/")
    expect(page.locator("#grafiek-staven svg[role=img]")).to_be_visible()
    page.locator("#grafiek-staven summary").click()
    expect(page.locator("#grafiek-staven table")).to_contain_text("niet gemeten")


def test_without_plotly_the_drawing_stays(new_page):
    page = new_page()
    page.route("**/plotly-basic.min.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto("/")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".is-getekend")).to_have_count(0)
    expect(page.locator("#grafiek-bullet svg[role=img]")).to_have_css("opacity", "1")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_charts_fit_the_screen(new_page, width):
    page = new_page(width=width)
    page.goto("/")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert draw_all(page).evaluate("document.documentElement.scrollWidth") == width


def test_chart_follows_the_width_of_the_window(drawn):
    drawn.set_viewport_size({"width": 390, "height": 900})
    beeld = drawn.locator("#grafiek-lijn .grafiek__beeld").bounding_box()
    expect(drawn.locator("#grafiek-lijn .main-svg").first).to_have_attribute("width", f"{beeld['width']:g}")


def test_charts_have_no_accessibility_problems(drawn, axe):
    assert axe(drawn) == []


def test_print_shows_the_static_drawing(drawn):
    drawn.emulate_media(media="print")
    expect(drawn.locator("#grafiek-lijn .grafiek__plotly")).to_be_hidden()
    expect(drawn.locator("#grafiek-lijn svg[role=img]")).to_have_css("opacity", "1")
