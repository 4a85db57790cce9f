"""The closed vocabularies of money (rekenregels 1 and 5); every value is the word people read."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from programmalijnen.regels.begrippen import Precisie


class Bedragtoestand(StrEnum):
    """What is known of an amount; "-" and an empty cell of a source are not 0 and not each other."""

    BEKEND = "bekend"
    NIET_VERMELD = "niet vermeld"
    STREEPJE = "streepje in de bron"
    LEEG = "leeg in de bron"
    NIET_VAN_TOEPASSING = "niet van toepassing"


class Financieringsoort(StrEnum):
    INVESTERING = "investering"
    GEGENEREERD = "gegenereerde extra financiering"
    NIET_VERMELD = "niet vermeld"


class Standsoort(StrEnum):
    """The steps of a funding line; totals are per stand, never over standen."""

    GERESERVEERD = "gereserveerd"
    GEVOTEERD = "gevoteerd"
    AANGEVRAAGD = "aangevraagd"
    TOEGEKEND = "toegekend"
    ONTVANGEN = "ontvangen"


class Uitgavesoort(StrEnum):
    GEPLAND = "gepland"
    GEREALISEERD = "gerealiseerd"


class GeschrevenBedrag(NamedTuple):
    """An amount as people write it, as one thing: "circa 135.000.000"; `bedrag` None for no amount."""

    bedrag: Decimal | None = None
    precisie: Precisie = Precisie.PRECIES
