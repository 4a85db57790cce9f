"""Every edition that was ever adopted can still be read and shown."""

import json

import pytest

from rapportage.canoniek import from_json
from rapportage.rapport import SCHEMA
from rapportage.uitvoer import RENDERERS, render_editie

from . import EDITIES


@pytest.fixture(params=EDITIES)
def inhoud(request: pytest.FixtureRequest) -> str:
    return EDITIES[request.param].read_text()


def test_every_schema_has_its_edition():
    assert list(EDITIES) == [f"schema-{nummer}" for nummer in range(1, SCHEMA + 1)]


@pytest.mark.parametrize("naam", EDITIES)
def test_edition_is_of_the_schema_it_is_named_after(naam: str):
    assert json.loads(EDITIES[naam].read_text())["schema"] == int(naam.removeprefix("schema-"))


def test_edition_loads_with_its_lines_and_its_money(inhoud: str):
    rapport = from_json(inhoud)
    assert [lijn.code for lijn in rapport.lijnen] == ["1", "2", "3"]
    assert str(rapport.lijnen[0].financien.totaal) == "710010.00"


@pytest.mark.parametrize("formaat", RENDERERS)
def test_edition_renders_to_every_format(inhoud: str, formaat: str):
    assert len(render_editie(formaat, inhoud)) > 1000


def test_json_of_an_edition_is_never_rewritten(inhoud: str):
    assert render_editie("json", inhoud) == inhoud.encode()
