"""The theme can be read in the light and in the dark: WCAG 2.2, 1.4.3 (text) and 1.4.11 (edges)."""

import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "static"
LICHT, _, DONKER = (STATIC / settings.THEMA).read_text().partition("(prefers-color-scheme: dark)")
TOKENS = (STATIC / "vendor" / "tokens.css").read_text()

FAMILIES = ("default", "accent-1", "action-1", "action-2", "info", "positive", "warning", "negative")
GRONDEN = ("bg-document", "bg-subtle", "bg-default", "bg-hover")

TEXT = {
    *((f"default-color-{t}", f"{f}-{g}") for t, f, g in product(("default", "document"), FAMILIES, GRONDEN)),
    *((f"{f}-color-{t}", f"{f}-{g}") for t, f, g in product(("default", "hover"), FAMILIES, GRONDEN)),
    *((f"{f}-color-default", f"default-{g}") for f, g in product(FAMILIES, GRONDEN)),
    *((f"{f}-color-subtle", f"{f}-{g}") for f, g in product(FAMILIES, GRONDEN[:2])),
    *(("default-color-subtle", f"{f}-{g}") for f, g in product(FAMILIES, GRONDEN[:2])),
    ("default-color-subtle", "default-bg-default"),
    *(("action-2-color-default", f"{f}-{g}") for f, g in product(FAMILIES, GRONDEN[:3])),
    *(
        (f"{f}-inverse-color-default", f"{f}-inverse-bg-{g}")
        for f, g in product(FAMILIES, ("default", "hover"))
    ),
}
EDGES = {
    (f"{family}-border-default", f"{under}-{grond}")
    for family in FAMILIES
    for under, grond in product(("default", family), ("bg-document", "bg-subtle", "bg-default"))
}


def declarations(css: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+):\s*([^;]+);", css))


def colour(tokens: dict[str, str], name: str) -> str:
    """The literal colour, six digits, that a token stands for."""
    value = tokens[name]
    while naam := re.fullmatch(r"var\((--[\w-]+)\)", value):
        value = tokens[naam[1]]
    digits = value.removeprefix("#")
    return digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)


def luminance(digits: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(tokens: dict[str, str], one: str, other: str) -> float:
    dark, light = sorted(luminance(colour(tokens, name)) for name in (one, other))
    return (light + 0.05) / (dark + 0.05)


def too_low(tokens: dict[str, str], pairs: set[tuple[str, str]], least: float) -> list[str]:
    measured = {pair: contrast(tokens, *(f"--basis-color-{name}" for name in pair)) for pair in pairs}
    return sorted(f"{voor} op {grond}: {r:.2f}" for (voor, grond), r in measured.items() if r < least)


@pytest.fixture(params=["licht", "donker"])
def tokens(request) -> dict[str, str]:
    found = declarations(TOKENS) | declarations(LICHT)
    return found | declarations(DONKER) if request.param == "donker" else found


def test_text_can_be_read_on_every_ground_it_stands_on(tokens):
    assert too_low(tokens, TEXT, 4.5) == []


def test_edges_can_be_seen(tokens):
    assert too_low(tokens, EDGES, 3) == []


def test_focus_ring_can_be_seen(tokens):
    grounds = [f"--basis-color-{family}-{grond}" for family, grond in product(FAMILIES, GRONDEN)]
    assert [g for g in grounds if contrast(tokens, "--basis-focus-outline-color", g) < 3] == []
    assert contrast(tokens, "--basis-focus-color", "--basis-focus-background-color") >= 4.5


def test_dark_is_another_theme():
    assert declarations(DONKER)["--voorbeeld-kleuren-wit"] != declarations(LICHT)["--voorbeeld-kleuren-wit"]


def test_only_the_theme_knows_colours():
    literal = re.compile(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|--thema-|--voorbeeld-", re.IGNORECASE)
    others = [path for path in (STATIC / "css").glob("*.css") if not path.name.startswith("thema")]
    found = {path.name: literal.findall(path.read_text()) for path in others}
    assert len(found) > 5
    assert {name: colours for name, colours in found.items() if colours} == {}
