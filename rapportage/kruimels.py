"""The way to a page of a report: from all programmes to the programme, the report, its line, and on."""

from django.urls import reverse

from .lezing import Lezing
from .rapport import Activiteitregel, Lijnregel

Kruimels = list[tuple[str, str]]
"""(words, address); the last, where one is, without an address."""


def make_kruimels(lezing: Lezing, *verder: tuple[str, str]) -> Kruimels:
    """Without `verder` the report itself is where one is."""
    rapport = lezing.rapport
    hier = (rapport.ronde.titel, lezing.basis if verder else "")
    programma = reverse("rapportage:programma", args=[lezing.programma])
    return [
        ("Programma’s", reverse("rapportage:programmas")),
        (rapport.programma.naam, programma),
        hier,
        *verder,
    ]


def way_to(
    lezing: Lezing, lijn: Lijnregel | None = None, activiteit: Activiteitregel | None = None
) -> Kruimels:
    """The steps between the report and a page about something of a line, or of an activiteit in it."""
    stappen: Kruimels = []
    if lijn:
        woord = lezing.rapport.programma.lijn_enkelvoud.capitalize()
        stappen.append((f"{woord} {lijn.code}", f"{lezing.basis}lijnen/{lijn.code}/"))
    if activiteit:
        stappen.append((activiteit.titel, f"{lezing.basis}activiteiten/{activiteit.sleutel}/"))
    return stappen
