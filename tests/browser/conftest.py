"""A real Chromium against a live server. Every page is watched: anything in its console, or a request to
another host, fails the test that opened it.

    def test_x(new_page, log_in): page = log_in(new_page(), gebruiker); page.goto("/werk/")
"""

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from .axe import examine
from .bewaard import serve
from .paginas import Pagina, fetch_paginas, fetch_with_errors
from .wereld import make_wereld

HIER = Path(__file__).parent
# Chromium's own errands (updates, look-ups) are no part of what we test; nothing leaves this machine.
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    "--no-first-run",
]

# Chromium calls every answer that is no success an error; a page of conflicts is meant to be one.
GEEN_SUCCES = "Failed to load resource"

# Playwright's event loop runs in the test's thread; the database is used from there all the same.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HIER in item.path.parents:
            item.add_marker("paginas" if "alle_paginas" in item.fixturenames else "browser")


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


@contextmanager
def watched(chromium: Browser, url: str) -> Iterator[Callable[..., Page]]:
    """A function that opens a page in a browser profile of its own: `new_page(width=390)`."""
    problems: list[str] = []
    contexts = []

    def only_our_server(request: Request) -> None:
        if not request.url.startswith((f"{url}/", "blob:")):
            problems.append(f"verzoek naar {request.url}")

    def watch(message: ConsoleMessage) -> None:
        of_a_page = message.text.startswith(GEEN_SUCCES) and "/static/" not in message.location["url"]
        if not of_a_page:
            problems.append(f"{message.type}: {message.text}")

    def new_page(*, width: int = 1280, height: int = 900, **options) -> Page:
        size = {"width": width, "height": height}
        context = chromium.new_context(base_url=url, viewport=size, locale="nl-NL", **options)
        context.on("request", only_our_server)
        context.on("console", watch)
        context.on("weberror", lambda error: problems.append(str(error.error)))
        contexts.append(context)
        return context.new_page()

    yield new_page
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def new_page(chromium: Browser, live_server) -> Iterator[Callable[..., Page]]:
    with watched(chromium, live_server.url) as new_page:
        yield new_page


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
    return lambda page: [str(bevinding) for bevinding in examine(page).fouten]


@pytest.fixture(scope="session")
def alle_paginas(django_db_setup, django_db_blocker) -> list[Pagina]:
    """Every page as every role sees it, and every form as it is after sending nothing: fetched once."""
    logging.disable(logging.CRITICAL)
    with django_db_blocker.unblock(), transaction.atomic():
        sessies = make_wereld()
        gezien = list(fetch_paginas(sessies))
        paginas = gezien + list(fetch_with_errors(gezien, sessies))
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)
    return paginas


@pytest.fixture
def new_bewaard_page(chromium: Browser, alle_paginas: list[Pagina]) -> Iterator[Callable[..., Page]]:
    """As `new_page`, for the fetched pages."""
    with serve(alle_paginas) as url, watched(chromium, url) as new_page:
        yield new_page
