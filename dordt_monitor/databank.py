"""Which database DATABASE_URL means, and how each of the two is opened so that no write is lost."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "OPTIONS": {
        # Readers never wait for the one writer; a writer takes its lock at once and waits 20 s for another.
        "init_command": "PRAGMA journal_mode=WAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    },
}

POSTGRESQL: dict[str, Any] = {
    "ENGINE": "django.db.backends.postgresql",
    "CONN_MAX_AGE": 600,
    # Without it every kept connection gives one error 500 after the server restarts.
    "CONN_HEALTH_CHECKS": True,
}


def parse_database_url(url: str) -> dict[str, Any]:
    """Turn `sqlite:///pad/naar/bestand` or `postgresql://naam:wachtwoord@host:poort/databank?optie=waarde`
    into an entry of Django's DATABASES. A socket folder goes in the query: `?host=/var/run/postgresql`.

    Raises ValueError with a Dutch sentence when the address is of another kind or names no database.
    """
    parts = urlsplit(url)
    name = unquote(parts.path.removeprefix("/"))
    if not name:
        raise ValueError("DATABASE_URL noemt geen databank.")
    if parts.scheme == "sqlite":
        return SQLITE | {"NAME": name}
    if parts.scheme in ("postgres", "postgresql"):
        return POSTGRESQL | {"NAME": name, **_server(parts.netloc), **_options(parts.query)}
    raise ValueError("DATABASE_URL moet beginnen met sqlite:/// of postgresql://")


def _server(netloc: str) -> dict[str, str]:
    parts = urlsplit(f"//{netloc}")
    try:
        port = parts.port or ""
    except ValueError as fout:
        raise ValueError("DATABASE_URL noemt een poort die er geen is.") from fout
    return {
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(port),
    }


def _options(query: str) -> dict[str, Any]:
    options = dict(parse_qsl(query))
    host = options.pop("host", "")
    return ({"HOST": host} if host else {}) | {"OPTIONS": options}
