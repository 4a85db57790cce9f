"""The database itself refuses to change or remove what only grows; on both databases."""

import pytest
from django.db import DatabaseError, connection, transaction

from dordt_monitor.alleen_toevoegen import TABELLEN, drop_triggers, missing_triggers
from programmalijnen.models import Besluit
from programmalijnen.services.structuur import save_rij
from tests.bouwers import NU, maak_editie, maak_programma, maak_ronde

pytestmark = pytest.mark.django_db
WIJZIG = "UPDATE {} SET id = id"


def run(opdracht: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(opdracht)
        return cursor.rowcount


@pytest.fixture
def _rijen():
    """One row or more in every table."""

    programma = maak_programma()
    maak_editie(maak_ronde(programma))
    save_rij(rij=Besluit(programma=programma, sleutel="b", titel="B"), door=None, op=NU)


@pytest.mark.usefixtures("_rijen")
@pytest.mark.parametrize("opdracht", [WIJZIG, "DELETE FROM {}"])
@pytest.mark.parametrize("tabel", TABELLEN)
def test_row_is_never_changed_or_removed(tabel, opdracht):
    with pytest.raises(DatabaseError, match="nooit gewijzigd of verwijderd"), transaction.atomic():
        run(opdracht.format(tabel))
    drop_triggers(connection, tabel)
    assert run(WIJZIG.format(tabel)) > 0


@pytest.mark.parametrize("tabel", TABELLEN)
def test_table_without_its_guard_is_named(tabel):
    assert missing_triggers(connection) == []
    drop_triggers(connection, tabel)
    assert missing_triggers(connection) == [tabel]
