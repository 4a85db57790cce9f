"""Where a round reports an activiteit, and what was done with its text."""

from enum import StrEnum


class Opgave(StrEnum):
    """Where this round reports an activiteit."""

    HIER = "hier gerapporteerd"
    ELDERS = "elders gerapporteerd"
    NIET_GERAPPORTEERD = "niet gerapporteerd in deze ronde"
    IN_ONDERDELEN = "alleen in onderdelen gerapporteerd"


class Invoerstaat(StrEnum):
    """What a person did with a text: wrote, submitted, sent back or approved it."""

    LEEG = "leeg"
    CONCEPT = "concept"
    INGEDIEND = "ingediend"
    TERUGGEGEVEN = "teruggegeven"
    AKKOORD = "akkoord"
    GEEN_OPGAVE = "geen opgave"
