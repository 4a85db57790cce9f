"""When a person is reminded of what a round asks (issue "The reporting round", point 4)."""

from datetime import date

# Days before and after the deadline; after the last one every week. docs/instellingen.md says the same.
VOORAF = (7, 1)
NADERHAND = (1, 3, 7)
WEEK = 7

TERUGGEGEVEN = "teruggegeven"
OP_VERZOEK = "op verzoek"


def find_aanleiding(deadline: date | None, vandaag: date) -> str:
    """Why somebody is reminded today: "nog 7 dagen", "laatste dag", "3 dagen te laat"; "" on other days."""
    if deadline is None:
        return ""
    nog = (deadline - vandaag).days
    if nog == 0:
        return "laatste dag"
    if nog > 0:
        return f"nog {count_dagen(nog)}" if nog in VOORAF else ""
    return f"{count_dagen(-nog)} te laat" if -nog in NADERHAND or nog % WEEK == 0 else ""


def count_dagen(aantal: int) -> str:
    return "1 dag" if aantal == 1 else f"{aantal} dagen"
