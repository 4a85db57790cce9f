"""What a page offers to do with its text besides saving it, and what a person chose of that."""

from collections.abc import Mapping
from typing import Any

from ..bouwen.blad import Invoerblad
from ..models import Invoerstaat
from ..rechten import Recht
from ..services.overgangen import (
    Overgang,
    approving,
    has_inhoud,
    is_elders,
    returning,
    skipping,
    submitting,
    unskipping,
)

INDIENEN, AKKOORD, TERUGGEVEN = "indienen", "akkoord", "teruggeven"
GEEN_OPGAVE, TOCH_OPGAVE = "geen-opgave", "toch-opgave"
NOG_NIET_INGEDIEND = (Invoerstaat.LEEG, Invoerstaat.CONCEPT, Invoerstaat.TERUGGEGEVEN)
TERUG_TE_GEVEN = (Invoerstaat.INGEDIEND, Invoerstaat.AKKOORD, Invoerstaat.GEEN_OPGAVE)

# What the page says afterwards; {tijd} is "14:05".
ZINNEN = {
    INDIENEN: "Opgeslagen en ingediend om {tijd}. De programmamanager leest het na.",
    AKKOORD: "Akkoord gegeven om {tijd}.",
    TERUGGEVEN: "Teruggegeven om {tijd}. De reden staat boven de tekst.",
    GEEN_OPGAVE: "Vastgelegd om {tijd}: geen opgave in deze ronde.",
    TOCH_OPGAVE: "U kunt dit weer invullen.",
}


def recht_voor(daad: str) -> Recht:
    return Recht.BEHEREN if daad in (AKKOORD, TERUGGEVEN) else Recht.INVULLEN


def make_overgang(daad: str, getypt: Mapping[str, Any]) -> Overgang | None:
    """None for plain saving. Raises ValidationError by field when a reason is missing."""
    if daad == TERUGGEVEN:
        return returning(getypt["teruggeefreden"])
    if daad == GEEN_OPGAVE:
        return skipping(getypt["geen_opgave_reden"])
    make = {INDIENEN: submitting, AKKOORD: approving, TOCH_OPGAVE: unskipping}.get(daad)
    return make() if make else None


def offer_daden(blad: Invoerblad, *, is_bewerkbaar: bool, mag_keuren: bool) -> frozenset[str]:
    """What this person can do now with the text of the page; nothing with figures alone."""
    rij = blad.rij
    if rij is None or is_elders(rij):
        return frozenset()
    nog_niet = rij.staat in NOG_NIET_INGEDIEND
    mag = {
        INDIENEN: is_bewerkbaar and nog_niet,
        GEEN_OPGAVE: is_bewerkbaar and nog_niet and not has_inhoud(rij),
        TOCH_OPGAVE: is_bewerkbaar and rij.staat == Invoerstaat.GEEN_OPGAVE,
        AKKOORD: mag_keuren and rij.staat == Invoerstaat.INGEDIEND,
        TERUGGEVEN: mag_keuren and rij.staat in TERUG_TE_GEVEN,
    }
    return frozenset(daad for daad, mag_dit in mag.items() if mag_dit)
