"""The registry of formats: what a page or command needs to know of each."""

import pytest

from rapportage.canoniek import sha256, to_json
from rapportage.uitvoer import RENDERERS, render_concept, render_editie
from tests.rapportage.bouwers import maak_rapport


def test_every_format_has_its_file_name():
    assert {formaat: renderer.bestandsnaam for formaat, renderer in RENDERERS.items()} == {
        "xlsx": "rapport.xlsx",
        "json": "rapport.json",
        "csv": "activiteiten.csv",
    }


@pytest.mark.parametrize("formaat", RENDERERS)
def test_same_report_gives_the_same_bytes(formaat: str):
    inhoud = to_json(maak_rapport())
    assert render_editie(formaat, inhoud) == render_editie(formaat, inhoud)


@pytest.mark.parametrize("formaat", RENDERERS)
def test_concept_is_rendered_too(formaat: str):
    assert render_concept(formaat, maak_rapport(editie=None))


def test_json_of_an_older_edition_keeps_its_own_bytes():
    """Loading and writing again would add fields it never had, and so change its hash."""
    ouder = to_json(maak_rapport()).replace(',"schema":1', ',"schema":1,"verdwenen":"veld"')
    assert sha256(render_editie("json", ouder).decode()) == sha256(ouder)
