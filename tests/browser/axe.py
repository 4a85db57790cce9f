"""What axe-core says of a page as it is shown now, by the rules of WCAG 2.2 AA and its own good practice."""

import json
from dataclasses import dataclass

from django.conf import settings
from playwright.sync_api import Page

BESTAND = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"
REGELS = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# The rules whose answer another theme can change: the elements of the page stay the same.
KLEURREGELS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


@dataclass(frozen=True, slots=True)
class Bevinding:
    regel: str
    html: str
    uitleg: str

    def __str__(self) -> str:
        return f"{self.regel}: {self.html} ({self.uitleg})"


@dataclass(frozen=True, slots=True)
class Oordeel:
    """`vragen` is what axe cannot decide (*needs review*)."""

    fouten: list[Bevinding]
    vragen: list[Bevinding]


def examine(page: Page, regels: dict = REGELS) -> Oordeel:
    if not page.evaluate("'axe' in window"):
        page.evaluate(BESTAND.read_text())
    options = {"runOnly": regels, "resultTypes": ["violations", "incomplete"]}
    found = page.evaluate(f"axe.run({json.dumps(options)})")
    return Oordeel(read_nodes(found["violations"]), read_nodes(found["incomplete"]))


def read_nodes(rules: list[dict]) -> list[Bevinding]:
    return [Bevinding(rule["id"], node["html"], explain(node)) for rule in rules for node in rule["nodes"]]


def explain(node: dict) -> str:
    """The last thing axe says of an element; where it has no sentence, the name of its reason."""
    regels = [regel.strip() for regel in node.get("failureSummary", "").splitlines() if regel.strip()]
    redenen = [toets["data"].get("messageKey") or toets["id"] for toets in node["any"] if toets["data"]]
    return regels[-1] if len(regels) > 1 else f"geen zin van axe: {', '.join(redenen)}"
