"""Tables that only grow: a trigger on both databases refuses UPDATE and DELETE (ontwerp 3, "Editie").

PostgreSQL's TRUNCATE passes a row trigger by; SQLite's flush deletes rows, so the tests lift the triggers
around their flush with `without_triggers`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

TABELLEN = (
    "programmalijnen_wijziging",
    "programmalijnen_uitgegevensleutel",
    "rapportage_editie",
    "rapportage_lotgeval",
)

SQLITE = """
CREATE TRIGGER {tabel}_geen_{daad} BEFORE {daad} ON {tabel}
BEGIN SELECT RAISE(ABORT, 'Rijen van {tabel} worden nooit gewijzigd of verwijderd.'); END
"""
POSTGRESQL = """
CREATE OR REPLACE FUNCTION {tabel}_alleen_toevoegen() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'Rijen van {tabel} worden nooit gewijzigd of verwijderd.'; END $$ LANGUAGE plpgsql;
CREATE TRIGGER {tabel}_geen_{daad} BEFORE {daad} ON {tabel}
FOR EACH ROW EXECUTE FUNCTION {tabel}_alleen_toevoegen()
"""
# In PostgreSQL a trigger may be there and switched off.
ALLE_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')",
}


def create_triggers(connection, tabel: str) -> None:
    sjabloon = POSTGRESQL if connection.vendor == "postgresql" else SQLITE
    with connection.cursor() as cursor:
        for daad in ("UPDATE", "DELETE"):
            cursor.execute(sjabloon.format(tabel=tabel, daad=daad))


def drop_triggers(connection, tabel: str) -> None:
    waar = f" ON {tabel}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for daad in ("UPDATE", "DELETE"):
            cursor.execute(f"DROP TRIGGER IF EXISTS {tabel}_geen_{daad}{waar}")


def missing_triggers(connection) -> list[str]:
    """The tables of TABELLEN that are not guarded against both UPDATE and DELETE now."""
    vraag = ALLE_TRIGGERS[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(vraag)
        aanwezig = {naam.lower() for (naam,) in cursor.fetchall()}
    return [tabel for tabel in TABELLEN if not {f"{tabel}_geen_update", f"{tabel}_geen_delete"} <= aanwezig]


def for_migration(daad: Callable, tabel: str) -> Callable:
    """A RunPython function that creates or drops the triggers of one table."""
    return lambda apps, schema_editor: daad(schema_editor.connection, tabel)


@contextmanager
def without_triggers(connection) -> Iterator[None]:
    for tabel in TABELLEN:
        drop_triggers(connection, tabel)
    try:
        yield
    finally:
        for tabel in TABELLEN:
            create_triggers(connection, tabel)
