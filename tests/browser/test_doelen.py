"""The pages about doelen and their measurements in a browser: readable for everybody, on a phone too."""

from datetime import date

import pytest

from programmalijnen.models import Programma, Rol, Streefwaarde
from tests.bouwers import (
    maak_doel,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)

PAGINAS = [
    "toetsbaar/",
    "doelen/partners/",
    "structuur/doelen/partners/",
    "structuur/mijlpalen/nieuw/",
    "indicatoren/aantal-partners/",
    "indicatoren/aantal-partners/nieuw/",
]


@pytest.fixture
def programma() -> Programma:
    programma = maak_programma("haven")
    indicator = maak_indicator(programma, "aantal-partners")
    maak_meting(indicator, 67)
    doel = maak_doel(programma, "partners", 75, indicator=indicator, lijn=maak_lijn(programma))
    Streefwaarde.objects.create(doel=doel, waarde=60, vanaf=date(2024, 9, 1), reden="Minder geld")
    maak_ronde(programma)
    return programma


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_of_doelen_are_accessible_and_fit(new_page, log_in, axe, programma, width):
    page = log_in(new_page(width=width), maak_teamlid(programma, Rol.PROGRAMMAMANAGER).gebruiker)
    for pagina in PAGINAS:
        page.goto(f"/werk/haven/{pagina}")
        gezien = (axe(page), page.evaluate("document.documentElement.scrollWidth"))
        assert (pagina, *gezien) == (pagina, [], width)
