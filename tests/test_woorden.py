"""What can be guarded of plain words: the u-form, no officialese, no abbreviations, no English."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

APPS = ("dordt_monitor", "programmalijnen", "financien", "rapportage")
TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.*"))
MODULES = sorted(pad for app in APPS for pad in (settings.BASE_DIR / app).rglob("*.py"))
MODULES = [pad for pad in MODULES if "migrations" not in pad.parts]

GEEN_U = r"je|jij|jou|jouw|jullie"
AMBTELIJK = (
    r"middels|teneinde|derhalve|reeds|tevens|dient te|dienen te|betreffende|inzake|onderhavige?|conform"
)
AFGEKORT = r"bijv\.|n\.v\.t\.|t\.b\.v\.|i\.v\.m\.|d\.w\.z\.|m\.b\.t\.|o\.a\."
ANDER_WOORD = r"(?:deze|elke|een) rapportage|lotgeval\w*|klik hier|selecteer|(?:on)?geldige?"
ENGELS = r"the|and|please|click|submit|error|page|save|delete|log ?out|invalid|required"
FOUT = re.compile(
    rf"(?<![\w’'-])(?:{GEEN_U}|{AMBTELIJK}|{AFGEKORT}|{ANDER_WOORD})(?![\w-])|\.\.\.|-----", re.I
)
ENGELS_WOORD = re.compile(rf"\b(?:{ENGELS})\b", re.I)

# Not said by the site: what a person may type, and a word of django-tables2.
NIET_GEZEGD = {"n.v.t.", "..."}


def visible_text(sjabloon: str) -> str:
    """Without comments, tags and variables; with what a screen reader says of an element."""
    sjabloon = re.sub(
        r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(style|script|svg).*?</\1>", " ", sjabloon, flags=re.S
    )
    gezegd = re.findall(r'(?:aria-label|title|placeholder|alt|data-kolom)="([^"]*)"', sjabloon)
    return " ".join([re.sub(r"<[^>]*>", " ", sjabloon), *gezegd])


def sentences(module: str) -> Iterator[str]:
    """The texts of a module with a space in them, its docstrings left out."""
    boom = ast.parse(module)
    los = {id(knoop.value) for knoop in ast.walk(boom) if isinstance(knoop, ast.Expr)}
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and id(knoop) not in los:
            yield knoop.value


def find_fout(pad: Path) -> list[str]:
    if pad.suffix == ".py":
        zinnen = [zin for zin in sentences(pad.read_text()) if " " in zin or zin.endswith(".")]
        return [zin for zin in zinnen if FOUT.search(zin) and zin not in NIET_GEZEGD]
    tekst = visible_text(pad.read_text())
    return [gevonden.group() for patroon in (FOUT, ENGELS_WOORD) for gevonden in patroon.finditer(tekst)]


def test_no_page_and_no_message_uses_a_word_we_avoid():
    fouten = {str(pad.relative_to(settings.BASE_DIR)): find_fout(pad) for pad in [*TEMPLATES, *MODULES]}
    assert {pad: gevonden for pad, gevonden in fouten.items() if gevonden} == {}


@pytest.mark.parametrize(
    "tekst", ["Vul je naam in", "Dit dient te kloppen", "t.b.v. de raad", "Please wait", "Even geduld..."]
)
def test_the_guard_sees_them(tekst):
    tekst = visible_text(f'<p aria-label="{tekst}">')
    assert FOUT.search(tekst) or ENGELS_WOORD.search(tekst)
