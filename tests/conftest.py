"""What holds for every test."""

import pytest
from django.db import connection
from django.test import TransactionTestCase, override_settings
from hypothesis import settings as hypothesis_settings

from dordt_monitor.alleen_toevoegen import without_triggers

FAST_HASHER = "django.contrib.auth.hashers.MD5PasswordHasher"
DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}

# A busy machine is no failure: no deadline on a single example.
hypothesis_settings.register_profile("zonder-haast", deadline=None)
hypothesis_settings.load_profile("zonder-haast")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `make test` runs on PostgreSQL as well: what touches the database, but not every page again.

    PostgreSQL answers each page in tests/test_rechten.py. Other modules that ask for pages mark themselves
    where a query of their own is what they are about.
    """
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        raakt_databank = item.get_closest_marker("django_db") or DATABASE_FIXTURES & fixtures
        vraagt_pagina = "client" in fixtures or hasattr(item.module, "Client")
        if raakt_databank and not vraagt_pagina:
            item.add_marker("databank")


@pytest.fixture(scope="session", autouse=True)
def _fast_passwords():
    with override_settings(PASSWORD_HASHERS=[FAST_HASHER]):
        yield


@pytest.fixture(scope="session", autouse=True)
def _flush_without_triggers():
    """A transactional test ends by emptying all tables, the append-only ones too."""
    flush = TransactionTestCase._fixture_teardown

    def lifted(case: TransactionTestCase) -> None:
        with without_triggers(connection):
            flush(case)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lifted)
        yield
