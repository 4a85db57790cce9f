"""Every word that is explained on the spot: short, said once, and known to docs/begrippen.md."""

import re

import pytest
from django.conf import settings

from dordt_monitor.begrippenlijst import THEMAS, UITLEG, anchor_of
from tests.docs.test_begrippen import BEGRIPPEN

TEMPLATES = (settings.BASE_DIR / "templates").rglob("*.html")
GEBRUIKT = {
    woord for sjabloon in TEMPLATES for woord in re.findall(r'{% begrip "([^"]+)"', sjabloon.read_text())
}


def test_every_word_stands_in_the_list_of_the_documentation():
    bekend = {begrip.lower() for begrip in BEGRIPPEN}
    assert sorted(UITLEG.keys() - bekend) == []


def test_every_word_stands_in_one_subject():
    assert sum(len(woorden) for woorden in THEMAS.values()) == len(UITLEG)


def test_every_word_that_a_template_asks_is_explained():
    assert len(GEBRUIKT) > 10
    assert sorted(GEBRUIKT - UITLEG.keys()) == []


@pytest.mark.parametrize(("woord", "uitleg"), UITLEG.items())
def test_explanation_is_one_to_three_short_sentences(woord, uitleg):
    zinnen = re.findall(r"[^.]+\.", uitleg)
    assert "".join(zinnen) == uitleg
    assert 1 <= len(zinnen) <= 3
    assert max(len(zin.split()) for zin in zinnen) <= 20


def test_anchor_holds_no_space():
    assert anchor_of("op schema") == "op-schema"
