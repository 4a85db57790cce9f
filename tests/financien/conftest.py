"""The world of the money pages: a programme, a line, a browser of its manager."""

import pytest

from programmalijnen.models import Rol
from tests.bouwers import maak_lijn, maak_programma, maak_teamlid


@pytest.fixture
def programma():
    return maak_programma("haven")


@pytest.fixture
def lijn(programma):
    return maak_lijn(programma, "1", titel="Kades")


@pytest.fixture
def manager(client, programma):
    client.force_login(maak_teamlid(programma, Rol.PROGRAMMAMANAGER).gebruiker)
    return client
