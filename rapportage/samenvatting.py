"""One sentence about a report for lists of editions, written at adoption so that a list reads no content."""

from .rapport import Rapport


def summarise(rapport: Rapport) -> str:
    """ "3 programmalijnen, 19 activiteiten, 25 doelen" in the programme's own words."""
    tellingen = rapport.tellingen
    lijnen = count(len(rapport.lijnen), rapport.programma.lijn_enkelvoud, rapport.programma.lijn_meervoud)
    activiteiten = count(tellingen.aantal_activiteiten, "activiteit", "activiteiten")
    return f"{lijnen}, {activiteiten}, {count(tellingen.aantal_doelen, 'doel', 'doelen')}"


def count(aantal: int, enkelvoud: str, meervoud: str) -> str:
    return f"{aantal} {enkelvoud if aantal == 1 else meervoud}"
