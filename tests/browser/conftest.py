"""A real Chromium against a live server. Every page is watched: an error in its console, or a request to
another host, fails the test that opened it.

    def test_x(new_page, log_in): page = log_in(new_page(), gebruiker); page.goto("/werk/")
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, sync_playwright

HIER = Path(__file__).parent
AXE = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"
# Chromium's own errands (updates, look-ups) are no part of what we test.
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]

# Chromium calls every answer that is no success an error; a page of conflicts is meant to be one.
BOTSING = "409 (Conflict)"

# Playwright's event loop runs in the test's thread; the database is used from there all the same.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HIER in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine: CHROMIUM names it, otherwise it is looked for on PATH."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not executable:
        pytest.skip("Chromium is niet gevonden; zet CHROMIUM of installeer het pakket chromium.")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS + sandbox)
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """A function that opens a page in a browser profile of its own: `new_page(width=390)`."""
    problems: list[str] = []
    contexts = []

    def only_our_server(route: Route) -> None:
        if route.request.url.startswith(f"{live_server.url}/"):
            route.continue_()
        else:
            problems.append(f"verzoek naar {route.request.url}")
            route.abort()

    def watch(message: ConsoleMessage) -> None:
        if message.type == "error" and BOTSING not in message.text:
            problems.append(message.text)

    def new_page(*, width: int = 1280, height: int = 900, **options) -> Page:
        size = {"width": width, "height": height}
        context = chromium.new_context(base_url=live_server.url, viewport=size, locale="nl-NL", **options)
        context.route("**/*", only_our_server)
        context.on("console", watch)
        context.on("weberror", lambda error: problems.append(str(error.error)))
        contexts.append(context)
        return context.new_page()

    yield new_page
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


@pytest.fixture
def log_in(live_server) -> Callable[..., Page]:
    """A function that logs a user in, in the browser of a page, and returns it: `log_in(page, gebruiker)`."""

    def log_in(page: Page, gebruiker) -> Page:
        client = Client()
        client.force_login(gebruiker)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
        return page

    return log_in


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """A function that gives the accessibility problems that axe sees in the page as it is shown now."""

    def violations(page: Page) -> list[str]:
        page.evaluate(AXE.read_text())
        found = page.evaluate("axe.run()")["violations"]
        return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]

    return violations
