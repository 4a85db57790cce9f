"""docs/begrippen.md explains every noun of the code."""

import re
from enum import StrEnum
from itertools import chain

import pytest
from django.apps import apps
from django.conf import settings

import financien.begrippen
import programmalijnen.models
import programmalijnen.regels.begrippen
import rapportage.models

REGELS = [
    [cel.strip() for cel in regel.strip("|").split("|")]
    for regel in (settings.BASE_DIR / "docs" / "begrippen.md").read_text().splitlines()
    if re.match(r"\| [A-Z]", regel)
]
BEGRIPPEN = [begrip for begrip, *_ in REGELS]
MODELLEN = {
    model.__name__
    for model in chain.from_iterable(
        apps.get_app_config(app).get_models() for app in ("programmalijnen", "financien", "rapportage")
    )
}
WOORDENLIJSTEN = {
    naam
    for module in (
        financien.begrippen,
        programmalijnen.models,
        programmalijnen.regels.begrippen,
        rapportage.models,
    )
    for naam, ding in vars(module).items()
    if isinstance(ding, type) and issubclass(ding, StrEnum) and ding is not StrEnum
}


def test_every_model_is_explained():
    assert MODELLEN - set(BEGRIPPEN) == set()


def test_every_vocabulary_is_explained():
    assert WOORDENLIJSTEN - set(BEGRIPPEN) == set()


def test_every_term_is_explained_once():
    assert sorted(BEGRIPPEN) == sorted(set(BEGRIPPEN))


@pytest.mark.parametrize("regel", REGELS, ids=BEGRIPPEN)
def test_every_term_has_a_dutch_line_and_an_english_gloss(regel):
    assert [bool(cel) for cel in regel] == [True, True, True]
