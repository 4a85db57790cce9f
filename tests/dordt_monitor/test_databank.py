import pytest

from dordt_monitor.databank import parse_database_url


def test_sqlite_takes_its_lock_at_the_start_of_a_write_and_waits_for_another():
    databank = parse_database_url("sqlite:////var/lib/dordt/monitor.sqlite3")
    assert databank["NAME"] == "/var/lib/dordt/monitor.sqlite3"
    assert databank["OPTIONS"] == {
        "init_command": "PRAGMA journal_mode=WAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }


def test_postgresql_checks_a_kept_connection_before_use():
    databank = parse_database_url("postgresql://jan:p%40s@server:5433/monitor?sslmode=require")
    assert databank == {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "NAME": "monitor",
        "USER": "jan",
        "PASSWORD": "p@s",
        "HOST": "server",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_postgresql_on_a_socket_names_its_folder_in_the_query():
    databank = parse_database_url("postgres://jan@/monitor?host=/run/postgresql")
    assert (databank["HOST"], databank["OPTIONS"]) == ("/run/postgresql", {})


@pytest.mark.parametrize(
    "url", ["", "sqlite://", "postgresql://server/", "mysql://server/monitor", "monitor"]
)
def test_another_address_is_refused_with_a_sentence(url):
    with pytest.raises(ValueError, match="DATABASE_URL"):
        parse_database_url(url)
