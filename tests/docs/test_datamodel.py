"""docs/datamodel.md shows the models as they are."""

import re
from itertools import chain

import pytest
from django.apps import apps
from django.conf import settings

DIAGRAM = re.search(
    r"```mermaid\n(.*?)```", (settings.BASE_DIR / "docs" / "datamodel.md").read_text(), re.DOTALL
)[1]
MODELLEN = {
    model.__name__: model
    for model in chain.from_iterable(
        apps.get_app_config(app).get_models() for app in ("programmalijnen", "financien", "rapportage")
    )
}
PIJLEN = re.findall(r"^  (\w+) -- (\w+) --> (\w+)$", DIAGRAM, re.MULTILINE)


def test_diagram_shows_every_model_once():
    assert sorted(re.findall(r"^    (\w+)$", DIAGRAM, re.MULTILINE)) == sorted(MODELLEN)


@pytest.mark.parametrize(("van", "veld", "naar"), PIJLEN)
def test_every_arrow_is_a_reference_of_the_model(van, veld, naar):
    assert MODELLEN[van]._meta.get_field(veld).related_model.__name__ == naar
